/// What of a paper goes to the clipboard; the raw value is its name after `:yank`.
package enum CopiedPart: String, CaseIterable, Sendable {
  case id, url, pdf, doi, bibtex, citation, markdown, title, notes

  /// What is typed in the menu to choose it.
  var key: String { self == .id ? "i" : String(rawValue.prefix(1)) }

  /// Its line in the menu.
  var label: String {
    switch self {
    case .id: "identifier"
    case .url: "URL of the abstract page"
    case .pdf: "URL of the PDF"
    case .doi: "DOI"
    case .bibtex: "BibTeX"
    case .citation: "citation, as a line of text"
    case .markdown: "Markdown link"
    case .title: "title"
    case .notes: "notes, as Markdown"
    }
  }

  /// What to call that of one paper, or of several.
  package func name(count: Int) -> String {
    let plural = count == 1 ? "" : "s"
    return switch self {
    case .id: "identifier" + plural
    case .url: "URL" + plural
    case .pdf: "PDF URL" + plural
    case .doi: "DOI" + plural
    case .bibtex: "BibTeX"
    case .citation: "citation" + plural
    case .markdown: "Markdown link" + plural
    case .title: "title" + plural
    case .notes: "notes"
    }
  }
}

/// A text on its way to the clipboard.
package struct CopiedText: Equatable, Sendable {
  /// What it is: "the BibTeX of 3 papers".
  package var name: String
  /// What is to be pasted elsewhere.
  package var text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
