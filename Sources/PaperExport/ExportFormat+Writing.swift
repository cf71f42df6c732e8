package import Papers

extension ExportFormat {
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
