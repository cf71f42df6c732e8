import JSONText

extension ReadingRecord {
  /// This record and another copy of it, each field as last changed. Order does not matter, and
  /// merging twice is merging once.
  ///
  /// Two values of one time, or of none, are told apart by their text, so that two machines decide
  /// alike; a value wins over the default.
  package func merged(with other: ReadingRecord) -> ReadingRecord {
    var result = self
    for field in Field.allCases where weight(of: field) < other.weight(of: field) {
      result.changed[field] = other.changed[field]
      switch field {
      case .state: result.state = other.state
      case .depth: result.depth = other.depth
      case .star: result.star = other.star
      case .rank: result.rank = other.rank
      case .seenVersion: result.seenVersion = other.seenVersion
      case .project: result.project = other.project
      case .takenOut: result.takenOut = other.takenOut
      }
    }
    result.tagMarks.merge(other.tagMarks) { ours, theirs in
      if ours.changed != theirs.changed { return ours.changed > theirs.changed ? ours : theirs }
      return ours.isPresent ? ours : theirs
    }
    result.noteMarks = mergedNotes(with: other)
    for member in other.unknown.members {
      let ours = result.unknown[member.key] ?? member.value
      let isJoined = ["changed", "notes", "tags"].contains(member.key)
      result.unknown[member.key] =
        isJoined ? ours.joined(with: member.value) : ours.greater(of: member.value)
    }
    result.unknown = result.unknown.sortedByKey
    return result
  }

  /// What decides between two values of a field: the later one, or the greater text.
  private func weight(of field: Field) -> (Timestamp, String) {
    let text: String? =
      switch field {
      case .state: state == .unread ? nil : state.rawValue
      case .depth: depth == .notYet ? nil : String(depth.rawValue)
      case .star: star ? "true" : nil
      case .rank: rank?.description
      case .seenVersion: seenVersion.map { String($0) }
      case .project: project.map { "=" + $0 }
      case .takenOut: takenOut.map { "=" + $0.joined(separator: "\n") }
      }
    return (changed[field] ?? .distantPast, text ?? "")
  }

  private func mergedNotes(with other: ReadingRecord) -> [NoteMark] {
    var marks: [String: NoteMark] = [:]
    for mark in noteMarks + other.noteMarks {
      if let known = marks[mark.id], known.weight >= mark.weight { continue }
      marks[mark.id] = mark
    }
    return marks.values.sorted { ($0.began, $0.id) < ($1.began, $1.id) }
  }
}

extension JSONValue {
  /// The one of two values that is later by its text.
  fileprivate func greater(of other: JSONValue) -> JSONValue {
    text < other.text ? other : self
  }

  /// The elements of two lists, or the members of two objects, each once and sorted by their texts; of
  /// other values, and of a list and an object, the greater one.
  fileprivate func joined(with other: JSONValue) -> JSONValue {
    if self == other { return self }
    if let ours = array, let theirs = other.array {
      return .array(Set(ours + theirs).map { ($0, $0.text) }.sorted { $0.1 < $1.1 }.map(\.0))
    }
    guard let ours = object, let theirs = other.object else { return greater(of: other) }
    let members = Dictionary((ours.members + theirs.members).map { ($0.key, $0.value) }) {
      $0.greater(of: $1)
    }
    return .object(
      JSONObject(members: members.map { .init(key: $0.key, value: $0.value) }).sortedByKey)
  }
}

extension ReadingRecord.NoteMark {
  fileprivate var weight: (Timestamp, String) {
    switch self {
    case .present(let note): (changed, note.json.text)
    case .removed: (changed, "")
    }
  }

  /// When the note was made, as far as that is known.
  fileprivate var began: Timestamp {
    switch self {
    case .present(let note): note.created
    case .removed(_, let time): time
    }
  }
}
