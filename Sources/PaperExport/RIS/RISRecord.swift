import Papers

/// A paper as a RIS record, for reference programs: an unpublished work of arXiv's.
///
/// A line begins with a tag of two letters, two blanks and a hyphen; a line without goes on with the
/// value above. Further lines of a value are indented as far as the first one's text, so that no
/// line of an abstract or a note is taken for a tag, or for the end of the record.
struct RISRecord {
  let item: ExportItem

  func write(to output: inout [UInt8]) {
    let paper = item.paper
    func field(_ tag: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      output.append(contentsOf: "\(tag)  - \(Self.indented(value))\n".utf8)
    }
    field("TY", "UNPB")
    field("ID", paper.id.description)
    for name in paper.authorParts { field("AU", name.inverted) }
    field("TI", paper.titleText.cleanedLine)
    field("AB", paper.abstractText.cleanedText)
    field("PY", paper.published.date.prefix(4).description)
    field("DA", paper.knownPublished?.date.replacing("-", with: "/"))
    field("PB", "arXiv")
    field("AN", "arXiv:\(paper.id)")
    field("DO", paper.dois.first?.cleanedLine)
    field("UR", item.url)
    field("L1", item.pdf)
    for tag in item.reading.tags { field("KW", tag.cleanedLine) }
    for note in item.reading.notes { field("N1", note.plainText) }
    output.append(contentsOf: "ER  - \n".utf8)
  }

  /// A text whose lines but the first begin below the first one's text, whatever ends them.
  static func indented(_ text: String) -> String {
    let indentation = "      ".unicodeScalars
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if previous.breaksLine, !(previous == "\r" && scalar == "\n") { result += indentation }
      result.append(scalar)
      previous = scalar
    }
    if previous.breaksLine { result += indentation }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// Whether some program takes what follows for a new line.
  fileprivate var breaksLine: Bool {
    switch value {
    case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
