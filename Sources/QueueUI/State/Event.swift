package import Papers
package import TerminalGrid

/// Something that happened: a key, or the outcome of an effect.
package enum Event: Sendable {
  case key(Key)
  /// A click, a drag or a turn of the wheel.
  case mouse(MouseInput)
  /// Text pasted into the terminal.
  case pasted(String)
  case resized(GridSize)
  /// The terminal is gone, or the system asks the program to end.
  case terminalClosed
  /// Some months were read, the newest first; more will follow.
  case monthsLoaded(LibraryUpdate)
  /// All of the library is there.
  case libraryOpened(LibraryOpening)
  /// The library cannot be used at all.
  case libraryFailed(String)
  /// Another program changed the library.
  case libraryChanged(LibraryUpdate)
  /// A change is on disk.
  case committed(LibraryChange, LibraryUpdate)
  case commitFailed(LibraryChange, message: String)
  /// This, which was done once, was taken back, or done again.
  case undone(LibraryChange, LibraryUpdate)
  case redone(LibraryChange, LibraryUpdate)
  case nothingToUndo
  case nothingToRedo
  case undoFailed(message: String)
  /// The store has to wait for another program.
  case waitingForLock
  /// A second passed while something was under way.
  case ticked
  case fetchProgressed(FetchProgress)
  /// Papers came and are on disk.
  case papersArrived(LibraryUpdate)
  case fetchEnded(FetchOutcome)
  /// A page of what arXiv's search found.
  case arXivFound(ArXivResults)
  case arXivSearchFailed(Query, message: String)
  /// The papers that are like one, the nearest first.
  case similarFound(ArXivID, [ArXivID])
  /// How the sources stand.
  case sourcesRead([SourceReport])
  case pdfProgressed(PDFDownload)
  case pdfEnded(ArXivID, PDFOutcome)
  /// A version of a paper came and is on disk, or did not, with the reason.
  case versionFetched(ArXivReference, failure: String?)
  /// What the user's editor changed of a paper's notes; empty when it left them as they were.
  case notesEdited(ArXivID, [ReadingEdit])
  /// What is to go to the clipboard.
  case textToCopyMade(CopiedText)
  /// A command that was given papers has ended, or could not be run.
  case pipeEnded(CommandOutput)
  /// A file is there that an export would replace; nothing was written.
  case exportWouldReplace(file: String, [ArXivID], ExportRequest)
  /// What lies in a folder, by the name that it was asked by; names of folders end in `/`.
  case folderListed(String, [String])
  /// Something happened that is worth reading again: an effect without other outcome is done, or
  /// something failed.
  case reported(String, isError: Bool)
  /// An effect without other outcome is done, and that is all.
  case confirmed(String)
}
