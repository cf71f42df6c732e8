import Papers

/// A BibTeX entry as arxiv.org serves it (ARXIV.md 10), blanks at the ends of lines included.
///
/// Titles keep the TeX that arXiv has, for BibTeX is TeX; names are Unicode, for the TeX in them is
/// often damaged. See ``BibTeXText`` for what would break the file.
struct BibTeXEntry {
  let paper: Paper
  let key: String

  func write(to output: inout [UInt8]) {
    output.append(contentsOf: "@misc{\(key),\n".utf8)
    field("title", BibTeXText.title(paper.title.cleanedLine), blank: true, to: &output)
    let authors = paper.authorParts.map(BibTeXText.name)
    if !authors.isEmpty { field("author", authors.joined(separator: " and "), to: &output) }
    field("year", Self.year(of: paper), to: &output)
    field("eprint", paper.id.description, to: &output)
    field("archivePrefix", "arXiv", to: &output)
    let category = BibTeXText.verbatim(paper.primaryCategory.cleanedLine)
    if !category.isEmpty { field("primaryClass", category, to: &output) }
    if let doi = paper.dois.first?.cleanedLine, !doi.isEmpty {
      field("doi", "https://doi.org/\(BibTeXText.verbatim(doi))", to: &output)
    }
    field("url", ArXivSite.standard.address(of: paper.id).description, blank: true, to: &output)
    output.append(contentsOf: "}\n".utf8)
  }

  private func field(
    _ name: String, _ value: String, blank: Bool = false, to output: inout [UInt8]
  ) {
    output.append(contentsOf: "      \(name)={\(value)},\(blank ? " " : "")\n".utf8)
  }

  /// arXiv gives the year of the current version.
  static func year(of paper: Paper) -> String { String(paper.updated.calendarDay.year) }
}
