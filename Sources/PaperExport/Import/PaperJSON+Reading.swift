import JSONText
import Papers

extension PaperJSON {
  /// Reads the object of a paper, as ``object(of:)`` makes it.
  ///
  /// Nil when it is no object or names no paper. What is absent or of a wrong type is left out.
  /// Names have lost their TeX, and changes their times; a note without id or time is left out.
  static func paper(reading json: JSONValue, now: Timestamp) -> ImportedPaper? {
    guard let object = json.object,
      let id = object["id"]?.string.flatMap({ ArXivReference($0) })?.id
    else { return nil }
    let version = object["version"]?.integer.map { max(1, $0) }
    var paper = ImportedPaper(ArXivReference(id: id, version: version))
    paper.description = description(of: paper.reference, object, now: now)
    paper.isApproximate =
      object["published"] == nil || paper.description?.categories.isEmpty ?? true
    paper.reading = reading(object, now: now)
    return paper
  }

  private static func description(
    of reference: ArXivReference, _ object: JSONObject, now: Timestamp
  ) -> Paper? {
    func text(_ key: String) -> String? { object[key]?.string }
    func texts(_ key: String) -> [String] { object[key]?.array?.compactMap(\.string) ?? [] }
    func time(_ key: String) -> Timestamp? { text(key).flatMap { Timestamp($0) } }
    guard let title = text("title"), !title.isEmpty else { return nil }
    let authors = object["authors"]?.array ?? []
    return Paper(
      id: reference.id, version: reference.version ?? 1, title: title,
      abstract: text("abstract") ?? "",
      authors: authors.compactMap { author in
        (author.object?["name"]?.string ?? author.string).map { name in
          let affiliations = author.object?["affiliations"]?.array ?? []
          return Paper.Author(name, affiliations: affiliations.compactMap(\.string))
        }
      },
      categories: texts("categories"), primaryCategory: text("primaryCategory") ?? "",
      published: time("published") ?? reference.id.month.end(by: now), updated: time("updated"),
      comment: text("comment"), journalRef: text("journalRef"),
      dois: [text("doi")].compactMap(\.self) + texts("dois"), sources: texts("sources"))
  }

  private static func reading(_ object: JSONObject, now: Timestamp) -> ReadingRecord? {
    var record = ReadingRecord()
    record.state = object["state"]?.string.flatMap(ReadingState.init) ?? .unread
    record.depth = object["depth"]?.integer.flatMap(ReadingDepth.init) ?? .notYet
    record.star = object["star"]?.bool ?? false
    record.project = object["project"]?.string
    record.rank = object["rank"]?.string.flatMap(QueueRank.init)
    for tag in object["tags"]?.array?.compactMap(\.string) ?? [] where !tag.isEmpty {
      record.apply(.tag(tag, isPresent: true), at: now)
    }
    for note in object["notes"]?.array?.compactMap(Note.init(json:)) ?? [] {
      record.apply(.note(note), at: now)
    }
    return record
  }
}
