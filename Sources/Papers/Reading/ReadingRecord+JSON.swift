package import JSONText

extension ReadingRecord {
  /// The record of a paper in a library file, keys sorted, defaults left out.
  package var json: JSONValue {
    var object = unknown
    object.put(
      "changed", changed.map { .init(key: $0.rawValue, value: .string($1.description)) })
    object.put("depth", depth == .notYet ? nil : .integer(depth.rawValue))
    let unreadNotes = unknown["notes"]?.array
    if unreadNotes != nil { object["notes"] = nil }
    let notes = noteMarks.map(\.json) + (unreadNotes ?? [])
    object.put("notes", notes.isEmpty ? nil : .array(notes))
    object.put("project", project.map { .string($0) })
    object.put("rank", rank.map { .string($0.description) })
    object.put("seenVersion", seenVersion.map { .integer($0) })
    object.put("star", star ? .bool(true) : nil)
    object.put("state", state == .unread ? nil : .string(state.rawValue))
    object.put("takenOut", takenOut.map { .array($0.map { .string($0) }) })
    object.put("tags", tagMarks.map { .init(key: $0, value: $1.json) })
    return .object(object.sortedByKey)
  }

  /// Reads a record of a library file; nil when it is no object.
  ///
  /// What is of a wrong type counts as unknown, each note, tag and time for itself: it is kept, and
  /// the field has its default. Of a key that stands there twice the last value counts, but lists and
  /// objects are joined, so that no note is lost.
  package init?(json: JSONValue) {
    guard var rest = json.object?.withoutDuplicates else { return nil }
    self.init()
    state = rest.take("state", { $0.string.flatMap(ReadingState.init) }) ?? .unread
    depth = rest.take("depth", { $0.integer.flatMap(ReadingDepth.init) }) ?? .notYet
    star = rest.take("star", \.bool) ?? false
    rank = rest.take("rank", { $0.string.flatMap(QueueRank.init) })
    seenVersion = rest.take("seenVersion", \.integer)
    project = rest.take("project", \.string)
    takenOut = rest.take("takenOut", { $0.list(of: \.string) })
    rest.takeMembers("tags") { tag, value in
      guard let mark = TagMark(json: value) else { return false }
      tagMarks[tag] = mark
      return true
    }
    rest.takeMembers("changed") { name, value in
      guard let field = Field(rawValue: name), let time = value.string.flatMap({ Timestamp($0) })
      else { return false }
      changed[field] = time
      return true
    }
    if let notes = rest["notes"]?.array {
      noteMarks = notes.compactMap(NoteMark.init(json:))
      let unread = notes.filter { NoteMark(json: $0) == nil }
      rest["notes"] = unread.isEmpty ? nil : .array(unread)
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
    object.put("created", .string(created.description))
    object.put("edited", .string(edited.description))
    object.put("id", .string(id))
    object.put("page", page.map { .string($0) })
    object.put("quote", quote.map { .string($0) })
    object.put("text", .string(text))
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

extension JSONObject {
  /// These members, each key once.
  fileprivate var withoutDuplicates: JSONObject {
    // What paperq wrote is sorted, and has none.
    if zip(members, members.dropFirst()).allSatisfy({ $0.key < $1.key }) { return self }
    var result = JSONObject()
    for member in members {
      guard let index = result.members.firstIndex(where: { $0.key == member.key }) else {
        result.members.append(member)
        continue
      }
      let earlier = result.members[index].value
      switch (earlier, member.value) {
      case (.array(let first), .array(let second)):
        result.members[index].value = .array(first + second)
      case (.object(let first), .object(let second)):
        result.members[index].value = .object(JSONObject(members: first.members + second.members))
      default:
        result.members[index].value = member.value
        if earlier != member.value {
          result.members.append(Member(key: "unreadable " + member.key, value: earlier))
        }
      }
    }
    return result
  }

  /// Sets a member that is there. A value of another type that stood in its place could not be read,
  /// and is kept under another name.
  fileprivate mutating func put(_ key: String, _ value: JSONValue?) {
    guard let value else { return }
    if let old = self[key] { self["unreadable " + key] = old }
    self[key] = value
  }

  /// Sets a member that is an object, together with those members of it that could not be read.
  fileprivate mutating func put(_ key: String, _ members: [JSONObject.Member]) {
    guard !members.isEmpty else { return }
    if let unread = self[key]?.object {
      let names = Set(members.map(\.key))
      self[key] = nil
      put(
        key,
        .object(
          JSONObject(members: members + unread.members.filter { !names.contains($0.key) })
            .sortedByKey))
    } else {
      put(key, .object(JSONObject(members: members).sortedByKey))
    }
  }

  /// Hands over the members of a member that is an object, and removes those that `read` takes.
  fileprivate mutating func takeMembers(
    _ key: String, _ read: (String, JSONValue) -> Bool
  ) {
    guard let members = self[key]?.object?.members else { return }
    let unread = members.filter { !read($0.key, $0.value) }
    self[key] = unread.isEmpty ? nil : .object(JSONObject(members: unread))
  }
}
