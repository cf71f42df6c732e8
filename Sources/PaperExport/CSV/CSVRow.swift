import Papers

/// A paper as a row of a table: RFC 4180, commas, every row ended by CR LF, a header first.
///
/// A cell that begins with `=`, `+`, `-` or `@` would be a formula to a spreadsheet, and arXiv's
/// texts are anyone's: such a cell gets an apostrophe in front. Notes are the user's own and verbatim.
/// The identifier is written as `arXiv:1412.6980`, for as a number it would lose its last digit.
enum CSVRow {
  private static let columns = [
    "id", "version", "title", "authors", "categories", "published", "updated", "comment",
    "journalRef", "doi", "url", "pdf", "abstract", "state", "depth", "star", "tags", "project",
    "notes",
  ]

  static func writeHeader(to output: inout [UInt8]) {
    write(columns, to: &output)
  }

  static func write(_ item: ExportItem, to output: inout [UInt8]) {
    let paper = item.paper
    let reading = item.reading
    let version = paper.knownVersion.map(String.init) ?? ""
    let days = [paper.knownPublished, paper.knownUpdated].map { $0?.date ?? "" }
    let texts = [
      "arXiv:\(paper.id)", version, paper.titleText.cleanedLine,
      paper.authorNames.map(\.cleanedLine).joined(separator: "; "),
      paper.categories.map(\.cleanedLine).joined(separator: " "),
      days[0], days[1], paper.comment?.texAsUnicode.cleanedLine ?? "",
      paper.journalRef?.texAsUnicode.cleanedLine ?? "", paper.dois.first?.cleanedLine ?? "",
      item.url, item.pdf, paper.abstractText.cleanedText, reading.state.rawValue,
      String(reading.depth.rawValue), String(reading.star),
      reading.tags.map(\.cleanedLine).joined(separator: "; "), reading.project?.cleanedLine ?? "",
    ]
    let notes = reading.notes.map(\.plainText).joined(separator: "\n\n")
    write(texts.map(defused) + [notes], to: &output)
  }

  /// A text that no spreadsheet takes for a formula; signs of full width count as theirs.
  private static func defused(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@＝＋－＠".unicodeScalars.contains(first) else {
      return text
    }
    return "'" + text
  }

  private static func write(_ cells: [String], to output: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      let isPlain = cell.utf8.allSatisfy { !"\",\r\n".utf8.contains($0) }
      let text = isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
      output.append(contentsOf: text.utf8)
    }
    output.append(contentsOf: "\r\n".utf8)
  }
}
