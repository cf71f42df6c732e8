import Papers

/// A paper as a headline of an Org document: a drawer of properties, the abstract, a headline a note.
///
/// arXiv's texts may be anyone's, and Org runs code and includes files where a text says so. The
/// abstract therefore stands in an example block, and the title has its brackets and its calls of
/// code parted by a space without width. A note is a block of Markdown. In a block a line that Org
/// would read gets a comma in front, which Org takes off again.
enum OrgSection {
  static func write(_ item: ExportItem, to output: inout [UInt8]) {
    let paper = item.paper
    let reading = item.reading
    func line(_ text: String) { output.append(contentsOf: "\(text)\n".utf8) }
    func property(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { line(":\(name): \(value)") }
    }
    let tags = reading.tags.map(\.cleanedLine)
    line("* \(title(of: paper))\(headlineTags(tags))")
    line(":PROPERTIES:")
    property("ARXIV", paper.id.description)
    property("VERSION", paper.knownVersion.map(String.init))
    property("AUTHORS", paper.authorNames.map(\.cleanedLine).joined(separator: "; "))
    property("PUBLISHED", paper.knownPublished?.date)
    property("UPDATED", paper.knownUpdated?.date)
    property("CATEGORIES", paper.categories.map(\.cleanedLine).joined(separator: " "))
    property("COMMENTS", paper.comment?.texAsUnicode.cleanedLine)
    property("JOURNAL", paper.journalRef?.texAsUnicode.cleanedLine)
    property("DOI", paper.dois.first?.cleanedLine)
    property("URL", item.url)
    property("PDF", item.pdf)
    property("STATE", reading.state.rawValue)
    property("DEPTH", String(reading.depth.rawValue))
    property("STAR", String(reading.star))
    property("KEYWORDS", tags.joined(separator: "; "))
    property("PROJECT", reading.project?.cleanedLine)
    line(":END:")
    let abstract = paper.abstractText.cleanedText
    if !abstract.isEmpty { block("example", abstract, to: &output) }
    for note in reading.notes {
      line("** \(heading(of: note))")
      if let quote = note.quote, !quote.isEmpty { block("example", quote, to: &output) }
      block("src markdown", note.text, to: &output)
    }
  }

  private static func heading(_ text: String) -> String {
    var result = text
    for (sign, parted) in [
      ("[[", "[\u{200B}["), ("src_", "src\u{200B}_"), ("call_", "call\u{200B}_"),
      ("{{{", "{\u{200B}{\u{200B}{"),
    ] {
      result = result.replacing(sign, with: parted)
    }
    let first = result.prefix { $0 != " " }
    if ["TODO", "DONE", "COMMENT"].contains(first) || first.hasPrefix("[") {
      result = "\u{200B}" + result
    }
    // What ends in a colon could be tags.
    return result.hasSuffix(":") ? result + "\u{200B}" : result
  }

  private static func title(of paper: Paper) -> String {
    let title = paper.titleText.cleanedLine
    return title.isEmpty ? "arXiv:\(paper.id)" : heading(title)
  }

  private static func heading(of note: Note) -> String {
    var title = note.created.date
    if note.edited.date != note.created.date { title += ", edited \(note.edited.date)" }
    if let page = note.page?.cleanedLine, !page.isEmpty { title += ", page \(page)" }
    return heading(title)
  }

  /// Tags in the letters that Org has for them; as they are written, the drawer has them.
  private static func headlineTags(_ tags: [String]) -> String {
    let words = tags.map { tag in
      String(tag.map { $0.isLetter || $0.isNumber || "_@#%".contains($0) ? $0 : "_" })
    }
    return words.isEmpty ? "" : " :\(words.joined(separator: ":")):"
  }

  private static func block(_ kind: String, _ text: String, to output: inout [UInt8]) {
    output.append(contentsOf: "#+begin_\(kind)\n".utf8)
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let blanks = line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      let rest = line[blanks.endIndex...]
      output.append(contentsOf: blanks)
      let sign = rest.drop { $0 == UInt8(ascii: ",") }
      if sign.first == UInt8(ascii: "*") || sign.starts(with: "#+".utf8) {
        output.append(UInt8(ascii: ","))
      }
      output.append(contentsOf: rest)
      output.append(UInt8(ascii: "\n"))
    }
    let name = kind.prefix { $0 != " " }
    output.append(contentsOf: "#+end_\(name)\n".utf8)
  }
}
