package import Papers

/// Something to be done outside, as a value: a test compares a list of them.
package enum Effect: Equatable, Sendable {
  /// Save a change; answered by `committed` or `commitFailed`.
  case commit(LibraryChange)
  /// Take papers into the library and save a change about them; answered like `commit`.
  case take([Paper], LibraryChange)
  /// Answered by `undone`, `nothingToUndo` or `undoFailed`.
  case undo
  case redo
  /// Ask arXiv for what is new in these sources, or in all; answered by `fetchEnded`. Unless forced,
  /// sources are left out to which arXiv has announced nothing since its last answer.
  case fetch(sources: [String]?, isForced: Bool = false)
  case cancelFetch
  /// Ask arXiv's search for results from an index on, of which so many were promised; answered by
  /// `arXivFound` or `arXivSearchFailed`. One that is under way is cancelled, as by
  /// `cancelArXivSearch`.
  case searchArXiv(Query, from: Int, promised: Int)
  case cancelArXivSearch
  /// Look in the library for papers like this one; answered by `similarFound`.
  case findSimilar(Paper)
  /// Look up how the sources stand; answered by `sourcesRead`.
  case readSources
  /// Ask arXiv for one version of a paper, and keep what it says; answered by `versionFetched`.
  case fetchVersion(ArXivReference)
  case openInBrowser(WebAddress)
  /// Download the PDF of a paper, unless it is there, and open it; answered by `pdfEnded`.
  case openPDF(ArXivID)
  /// Stop all downloads; each is still answered by `pdfEnded`.
  case cancelDownloads
  /// Let the user edit these notes in an editor of their choice; answered by `notesEdited`.
  case editNotes(ArXivID, notes: [Note])
  /// Make a text of a part of papers for the clipboard; answered by `textToCopyMade` or `reported`.
  case copy(CopiedPart, [ArXivID])
  /// Put a text on the clipboard; answered by `reported`.
  case putOnClipboard(CopiedText)
  /// Run a command line of the user's and give it papers; answered by `pipeEnded`.
  case pipe(PipedForm, [ArXivID], command: String)
  /// Stop the command that runs; it is still answered by `pipeEnded`.
  case cancelPipe
  /// Write papers to files; answered by `reported`, or by `exportWouldReplace`.
  case export([ArXivID], ExportRequest = ExportRequest())
  /// Say what lies in a folder, named as it was typed; answered by `folderListed`.
  case listFolder(String)
  /// Write a line to the log.
  case log(String, isError: Bool)
  case redraw
  case suspend
  /// Keep what outlives the program but is not of the library.
  case saveSession(Session)
  /// Keep it already, for the program may be killed: a note was typed, or is no draft any more.
  case keepSession(Session)
  case quit
}
