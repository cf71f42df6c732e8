package import JSONText
import Papers

/// The one JSON object of a paper, for the command line's NDJSON and the `jsonl` format.
///
/// Keys stand in the order of SPEC.md 6, and behind them `rank`, the place of a paper that is in the
/// queue; what is absent, empty or removed is left out. State, depth and star always have a value.
/// Version and dates that only stand in for unknown ones are absent. Texts of arXiv carry no control
/// characters.
package enum PaperJSON {
  /// The object of `item`.
  package static func object(of item: ExportItem) -> JSONValue {
    let paper = item.paper
    let reading = item.reading
    var members: [JSONObject.Member] = []
    func add(_ key: String, _ value: JSONValue?) {
      if let value { members.append(.init(key: key, value: value)) }
    }
    add("id", .string(paper.id.description))
    add("version", paper.knownVersion.map { .integer($0) })
    add("title", .string(paper.title.cleanedLine))
    add("abstract", text(paper.abstract.cleanedText))
    add("titleText", .string(paper.titleText.cleanedLine))
    add("abstractText", text(paper.abstractText.cleanedText))
    add("authors", list(paper.authors.map(object)))
    add("categories", list(paper.categories.map { .string($0.cleanedLine) }))
    add("primaryCategory", text(paper.primaryCategory.cleanedLine))
    add("published", text(paper.knownPublished?.descriptionInSeconds))
    add("updated", text(paper.knownUpdated?.descriptionInSeconds))
    add("comment", text(paper.comment?.cleanedLine))
    add("journalRef", text(paper.journalRef?.cleanedLine))
    add("doi", text(paper.dois.first?.cleanedLine))
    add("dois", list(paper.dois.dropFirst().map { .string($0.cleanedLine) }))
    add("url", .string(item.url))
    add("pdf", .string(item.pdf))
    add("sources", list(paper.sources.map { .string($0) }))
    add("state", .string(reading.state.rawValue))
    add("depth", .integer(reading.depth.rawValue))
    add("star", .bool(reading.star))
    add("tags", list(reading.tags.map { .string($0) }))
    add("notes", list(reading.notes.map(object)))
    add("project", text(reading.project))
    add("rank", item.queueRank.map { .string($0.description) })
    return .object(JSONObject(members: members))
  }

  /// Appends the object of `item` and a newline.
  package static func writeLine(_ item: ExportItem, to output: inout [UInt8]) {
    object(of: item).write(to: &output)
    output.append(UInt8(ascii: "\n"))
  }

  private static func object(of author: Paper.Author) -> JSONValue {
    var object: JSONObject = ["name": .string(author.name.texAsUnicode.cleanedLine)]
    object["affiliations"] = list(
      author.affiliations.map { .string($0.texAsUnicode.cleanedLine) })
    return .object(object)
  }

  private static func object(of note: Note) -> JSONValue {
    var object: JSONObject = [
      "id": .string(note.id), "created": .string(note.created.description),
      "edited": .string(note.edited.description), "text": .string(note.text),
    ]
    object["page"] = text(note.page)
    object["quote"] = text(note.quote)
    return .object(object)
  }

  private static func text(_ text: String?) -> JSONValue? {
    text.flatMap { $0.isEmpty ? nil : .string($0) }
  }

  private static func list(_ values: [JSONValue]) -> JSONValue? {
    values.isEmpty ? nil : .array(values)
  }
}
