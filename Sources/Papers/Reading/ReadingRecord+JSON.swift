package import JSONText

extension ReadingRecord {
  /// The record of a paper in a library file, keys sorted, defaults left out.
  package var json: JSONValue {
    var object = unknown
    object.set(
      "changed",
      changed.isEmpty
        ? nil
        : .object(
          JSONObject(
            members: changed.map { .init(key: $0.rawValue, value: .string($1.description)) }
          ).sortedByKey))
    object.set("depth", depth == .notYet ? nil : .integer(depth.rawValue))
    object.set("notes", noteMarks.isEmpty ? nil : .array(noteMarks.map(\.json)))
    object.set("project", project.map { .string($0) })
    object.set("rank", rank.map { .string($0.description) })
    object.set("seenVersion", seenVersion.map { .integer($0) })
    object.set("star", star ? .bool(true) : nil)
    object.set("state", state == .unread ? nil : .string(state.rawValue))
    object.set(
      "tags",
      tagMarks.isEmpty
        ? nil
        : .object(
          JSONObject(members: tagMarks.map { .init(key: $0, value: $1.json) }).sortedByKey))
    return .object(object.sortedByKey)
  }

  /// Reads a record of a library file; nil when it is no object.
  ///
  /// Members of a wrong type count as unknown: they are kept, and the field has its default.
  package init?(json: JSONValue) {
    guard var rest = json.object else { return nil }
    self.init()
    state = rest.take("state", { $0.string.flatMap(ReadingState.init) }) ?? .unread
    depth = rest.take("depth", { $0.integer.flatMap(ReadingDepth.init) }) ?? .notYet
    star = rest.take("star", \.bool) ?? false
    rank = rest.take("rank", { $0.string.flatMap(QueueRank.init) })
    seenVersion = rest.take("seenVersion", \.integer)
    project = rest.take("project", \.string)
    tagMarks = rest.take("tags", { $0.dictionary(of: TagMark.init(json:)) }) ?? [:]
    noteMarks = rest.take("notes", { $0.list(of: NoteMark.init(json:)) }) ?? []
    let times = rest.take("changed", { $0.dictionary(of: { $0.string.flatMap { Timestamp($0) } }) })
    for (name, time) in times ?? [:] {
      if let field = Field(rawValue: name) { changed[field] = time }
    }
    unknown = rest
  }
}

extension ReadingRecord.TagMark {
  /// `{"changed": TIME}`, with `"removed": true` for a tombstone.
  fileprivate var json: JSONValue {
    var object: JSONObject = ["changed": .string(changed.description)]
    if !isPresent { object["removed"] = .bool(true) }
    return .object(object)
  }

  fileprivate init?(json: JSONValue) {
    guard let object = json.object,
      let time = object["changed"]?.string.flatMap({ Timestamp($0) })
    else { return nil }
    self.init(isPresent: object["removed"]?.bool != true, changed: time)
  }
}

extension ReadingRecord.NoteMark {
  /// A note, or `{"id": …, "removed": TIME}`.
  fileprivate var json: JSONValue {
    switch self {
    case .present(let note): note.json
    case .removed(let id, let time):
      .object(["id": .string(id), "removed": .string(time.description)])
    }
  }

  fileprivate init?(json: JSONValue) {
    if let id = json.object?["id"]?.string,
      let time = json.object?["removed"]?.string.flatMap({ Timestamp($0) })
    {
      self = .removed(id: id, at: time)
    } else if let note = Note(json: json) {
      self = .present(note)
    } else {
      return nil
    }
  }
}

extension Note {
  /// The note in a library file, keys sorted.
  package var json: JSONValue {
    var object = unknown
    object.set("created", .string(created.description))
    object.set("edited", .string(edited.description))
    object.set("id", .string(id))
    object.set("page", page.map { .string($0) })
    object.set("quote", quote.map { .string($0) })
    object.set("text", .string(text))
    return .object(object.sortedByKey)
  }

  /// Reads a note; nil without id, text or time of creation.
  package init?(json: JSONValue) {
    guard var rest = json.object, let id = rest.take("id", \.string),
      let text = rest.take("text", \.string),
      let created = rest.take("created", { $0.string.flatMap { Timestamp($0) } })
    else { return nil }
    let edited = rest.take("edited", { $0.string.flatMap { Timestamp($0) } })
    let page = rest.take("page", \.string)
    let quote = rest.take("quote", \.string)
    self.init(
      id: id, created: created, edited: edited, text: text, page: page, quote: quote,
      unknown: rest)
  }
}

extension JSONValue {
  /// The members of an object if `read` takes all of them.
  func dictionary<Value>(of read: (JSONValue) -> Value?) -> [String: Value]? {
    guard let members = object?.members else { return nil }
    var result: [String: Value] = [:]
    for member in members {
      guard let value = read(member.value) else { return nil }
      result[member.key] = value
    }
    return result
  }
}
