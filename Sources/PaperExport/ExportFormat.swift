/// A format that the library is exported in, by its name on the command line and in the config.
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

  /// Whether a ``MarkdownTemplate`` says how papers are written in this format.
  package var takesTemplate: Bool { self == .markdown || self == .digest }

  /// Whether a file of this format holds hand-written text too, which an export must keep.
  package var keepsHandWrittenText: Bool {
    switch self {
    case .markdown, .digest: true
    case .bibtex, .ris, .cslJSON, .csv, .jsonl, .org: false
    }
  }
}
