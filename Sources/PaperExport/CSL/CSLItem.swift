import JSONText
import Papers

/// A paper as an item of CSL-JSON, which citation processors read.
///
/// An item is an `article` that arXiv publishes, dated by the submission of its first version; its
/// id is the paper's, so that a document may cite `@1706.03762`.
enum CSLItem {
  static func object(of item: ExportItem) -> JSONValue {
    let paper = item.paper
    var object: JSONObject = [
      "id": .string(paper.id.description), "type": .string("article"), "genre": .string("preprint"),
      "title": .string(paper.titleText.cleanedLine),
    ]
    func set(_ key: String, _ text: String?) {
      if let text, !text.isEmpty { object[key] = .string(text) }
    }
    let authors = paper.authorParts.map(name)
    if !authors.isEmpty { object["author"] = .array(authors) }
    object["issued"] = date(of: paper)
    object["publisher"] = .string("arXiv")
    object["number"] = .string("arXiv:\(paper.id)")
    set("DOI", paper.dois.first?.cleanedLine)
    object["URL"] = .string(item.url)
    set("abstract", paper.abstractText.cleanedText)
    set("keyword", item.reading.tags.map(\.cleanedLine).joined(separator: ", "))
    set("note", item.reading.notes.map(\.plainText).joined(separator: "\n\n"))
    return .object(object)
  }

  private static func name(_ name: AuthorName) -> JSONValue {
    guard !name.given.isEmpty else { return .object(["literal": .string(name.inverted)]) }
    var object: JSONObject = ["family": .string(name.family), "given": .string(name.given)]
    if !name.suffix.isEmpty { object["suffix"] = .string(name.suffix) }
    return .object(object)
  }

  /// The day of the first version, or the year of the identifier where that is all that is known.
  private static func date(of paper: Paper) -> JSONValue {
    let day = paper.published.calendarDay
    let parts = paper.isPlaceholder ? [day.year] : [day.year, day.month, day.day]
    return .object(["date-parts": .array([.array(parts.map { .integer($0) })])])
  }
}
