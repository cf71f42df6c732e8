/// A format that papers are exported in, by its name on the command line, in the configuration and on
/// the screen.
package enum ExportFormat: String, CaseIterable, Sendable {
  /// Front matter, abstract and notes of a paper; in a folder, a file per paper.
  case markdown
  /// One Markdown document of all papers.
  case digest
  /// Entries as arXiv's site serves them.
  case bibtex
  /// Records for reference programs.
  case ris
  /// Items for citation processors.
  case cslJSON = "csl-json"
  /// A table for spreadsheets.
  case csv
  /// One JSON object a line, the same as on the command line.
  case jsonl
  /// Headlines of an Org document.
  case org

  /// What the names of files of this format end in, without the dot.
  package var fileExtension: String {
    switch self {
    case .markdown, .digest: "md"
    case .bibtex: "bib"
    case .cslJSON: "json"
    case .ris, .csv, .jsonl, .org: rawValue
    }
  }

  /// What it is, in a few words for menus and completion.
  package var label: String {
    switch self {
    case .markdown: "notes, a file a paper"
    case .digest: "one Markdown document"
    case .bibtex: "entries for LaTeX"
    case .ris: "for reference programs"
    case .cslJSON: "for citation processors"
    case .csv: "for spreadsheets"
    case .jsonl: "JSON, to import again"
    case .org: "an Org document"
    }
  }

  /// The format that the name of a file asks for by what it ends in; nil when it does not. Of several
  /// formats it is the `preferred` one, or else the first of the table.
  package init?(fileName: String, preferred: ExportFormat) {
    guard let dot = fileName.lastIndex(of: "."), fileName[dot...].firstIndex(of: "/") == nil else {
      return nil
    }
    let ending = fileName[dot...].dropFirst().lowercased()
    let formats = [preferred] + Self.allCases
    guard let format = formats.first(where: { $0.fileExtension == ending }) else { return nil }
    self = format
  }
}
