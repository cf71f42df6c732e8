package import JSONText

extension LibraryChange.Step {
  /// A step in the journal: `{"id": "1706.03762", "state": "read"}`; what is unset is `null`.
  package var json: JSONValue {
    var object: JSONObject = ["id": .string(id.description)]
    switch edit {
    case .state(let value): object["state"] = .string(value.rawValue)
    case .depth(let value): object["depth"] = .integer(value.rawValue)
    case .star(let value): object["star"] = .bool(value)
    case .rank(let value): object["rank"] = value.map { .string($0.description) } ?? .null
    case .seenVersion(let value): object["seenVersion"] = value.map { .integer($0) } ?? .null
    case .project(let value): object["project"] = value.map { .string($0) } ?? .null
    case .takeIn(let sources): object["takeIn"] = .array(sources.map { .string($0) })
    case .takeOut(let sources): object["takeOut"] = .array(sources.map { .string($0) })
    case .tag(let tag, let isPresent): object[isPresent ? "tag" : "untag"] = .string(tag)
    case .note(let note): object["note"] = note.json
    case .removeNote(let id): object["removeNote"] = .string(id)
    }
    return .object(object)
  }

  /// Reads a step; nil when it is not one that this version knows.
  package init?(json: JSONValue) {
    guard let object = json.object, object.members.count == 2,
      let id = object["id"]?.string.flatMap({ ArXivID($0) }),
      let member = object.members.first(where: { $0.key != "id" })
    else { return nil }
    let isUnset = member.value == .null
    let edit: ReadingEdit? =
      switch member.key {
      case "state": member.value.string.flatMap(ReadingState.init).map { .state($0) }
      case "depth": member.value.integer.flatMap(ReadingDepth.init).map { .depth($0) }
      case "star": member.value.bool.map { .star($0) }
      case "rank":
        isUnset ? .rank(nil) : member.value.string.flatMap(QueueRank.init).map { .rank($0) }
      case "seenVersion":
        isUnset ? .seenVersion(nil) : member.value.integer.map { .seenVersion($0) }
      case "project": isUnset ? .project(nil) : member.value.string.map { .project($0) }
      case "takeIn": member.value.list(of: \.string).map { .takeIn(sources: $0) }
      case "takeOut": member.value.list(of: \.string).map { .takeOut(sources: $0) }
      case "tag": member.value.string.map { .tag($0, isPresent: true) }
      case "untag": member.value.string.map { .tag($0, isPresent: false) }
      case "note": Note(json: member.value).map { .note($0) }
      case "removeNote": member.value.string.map { .removeNote(id: $0) }
      default: nil
      }
    guard let edit else { return nil }
    self.init(id, edit)
  }
}
