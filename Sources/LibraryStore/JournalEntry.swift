package import JSONText
package import Papers

/// One line of the journal: what was done, and what takes it back.
package struct JournalEntry: Equatable, Sendable {
  /// What an entry stands for: an action of the user, or the undo or redo of the action with a number.
  package enum Kind: Equatable, Sendable {
    case action
    case undo(of: Int)
    case redo(of: Int)
  }

  /// Counts the entries of a device from 1.
  package var number: Int
  package var kind: Kind
  /// When it was done; the change time of what it set.
  package var time: Timestamp
  /// The name of the action; for an undo or a redo that of the action it is about.
  package var action: ActionName
  /// In the order in which they were applied.
  package var steps: [LibraryChange.Step]
  /// In the order in which they are to be applied; empty for what undo steps over.
  package var inverse: [LibraryChange.Step]
  /// Whether every step could be read. An entry of a newer version that has others is listed, but
  /// never undone.
  package var isComplete = true

  /// The number of the action that it is about, its own or another's.
  package var actionNumber: Int {
    switch kind {
    case .action: number
    case .undo(let number), .redo(let number): number
    }
  }

  /// Whether what takes it back is known.
  package var canBeTakenBack: Bool { isComplete && !inverse.isEmpty }

  /// The papers that it touched, each once, in order.
  package var ids: [ArXivID] { LibraryChange(action: action, at: time, steps: steps).ids }

  init(
    number: Int, kind: Kind = .action, change: LibraryChange, inverse: [LibraryChange.Step]
  ) {
    self.number = number
    self.kind = kind
    time = change.time
    action = change.action
    steps = change.steps
    self.inverse = inverse
  }

  /// What entries may be numbered, so that there is always a next number.
  private static let numbers = 1..<Int.max

  /// The number of the entry that follows the one with `number`, 0 for none.
  static func number(after number: Int) -> Int {
    // Only a journal that someone else wrote gets there; its numbers begin anew.
    number < numbers.upperBound - 1 ? number + 1 : 1
  }

  /// The entry as an object, without line break.
  package var json: JSONValue {
    var object: JSONObject = [
      "n": .integer(number), "at": .string(time.description), "action": .string(action.rawValue),
    ]
    switch kind {
    case .action: break
    case .undo(let number): object["undoes"] = .integer(number)
    case .redo(let number): object["redoes"] = .integer(number)
    }
    object["steps"] = .array(steps.map(\.json))
    object["inverse"] = .array(inverse.map(\.json))
    return .object(object)
  }

  /// Reads an entry; nil when number, time or action is missing, or a number is none of an entry.
  package init?(json: JSONValue) {
    guard let object = json.object, let number = object["n"]?.integer,
      case let (undone, redone) = (object["undoes"]?.integer, object["redoes"]?.integer),
      [number, undone, redone].allSatisfy({ $0.map(Self.numbers.contains) ?? true }),
      let time = object["at"]?.string.flatMap({ Timestamp($0) }),
      let action = object["action"]?.string.map(ActionName.init(rawValue:))
    else { return nil }
    let steps = object["steps"]?.array
    let inverse = object["inverse"]?.array
    self.number = number
    kind = undone.map { .undo(of: $0) } ?? redone.map { .redo(of: $0) } ?? .action
    self.time = time
    self.action = action
    self.steps = steps?.compactMap { LibraryChange.Step(json: $0) } ?? []
    self.inverse = inverse?.compactMap { LibraryChange.Step(json: $0) } ?? []
    isComplete = self.steps.count == steps?.count && self.inverse.count == inverse?.count
  }

  /// Reads a line of a journal; nil when it is torn or no entry.
  init?(line: some Collection<UInt8>) {
    guard !line.isEmpty, let json = try? JSONValue.parse(Array(line)) else { return nil }
    self.init(json: json)
  }
}
