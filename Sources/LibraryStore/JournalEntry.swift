package import JSONText
package import Papers

/// One line of the journal: what was done, and what takes it back.
package struct JournalEntry: Equatable, Sendable {
  /// Counts the actions of a device from 1.
  package var number: Int
  /// When it was done; the change time of what it set.
  package var time: Timestamp
  /// The name of the action; for an undo or a redo that of the action it is about.
  package var action: String
  /// In the order in which they were applied.
  package var steps: [LibraryChange.Step]
  /// In the order in which they are to be applied; empty for what undo steps over.
  package var inverse: [LibraryChange.Step]
  /// The number of the action that this entry took back.
  package var undoes: Int?
  /// The number of the action that this entry did again.
  package var redoes: Int?
  /// Whether every step could be read. An entry of a newer version that has others is listed, but
  /// never undone.
  package var isComplete = true

  /// The papers that it touched, each once, in order.
  package var ids: [ArXivID] { LibraryChange(action: action, at: time, steps: steps).ids }

  init(
    number: Int, change: LibraryChange, inverse: [LibraryChange.Step], undoes: Int? = nil,
    redoes: Int? = nil
  ) {
    self.number = number
    time = change.time
    action = change.action
    steps = change.steps
    self.inverse = inverse
    self.undoes = undoes
    self.redoes = redoes
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
      "n": .integer(number), "at": .string(time.description), "action": .string(action),
    ]
    if let undoes { object["undoes"] = .integer(undoes) }
    if let redoes { object["redoes"] = .integer(redoes) }
    object["steps"] = .array(steps.map(\.json))
    object["inverse"] = .array(inverse.map(\.json))
    return .object(object)
  }

  /// Reads an entry; nil when number, time or action is missing, or a number is none of an entry.
  package init?(json: JSONValue) {
    guard let object = json.object, let number = object["n"]?.integer,
      [number, object["undoes"]?.integer, object["redoes"]?.integer]
        .allSatisfy({ $0.map(Self.numbers.contains) ?? true }),
      let time = object["at"]?.string.flatMap({ Timestamp($0) }),
      let action = object["action"]?.string
    else { return nil }
    let steps = object["steps"]?.array
    let inverse = object["inverse"]?.array
    self.number = number
    self.time = time
    self.action = action
    self.steps = steps?.compactMap { LibraryChange.Step(json: $0) } ?? []
    self.inverse = inverse?.compactMap { LibraryChange.Step(json: $0) } ?? []
    undoes = object["undoes"]?.integer
    redoes = object["redoes"]?.integer
    isComplete = self.steps.count == steps?.count && self.inverse.count == inverse?.count
  }

  /// Reads a line of a journal; nil when it is torn or no entry.
  init?(line: some Collection<UInt8>) {
    guard !line.isEmpty, let json = try? JSONValue.parse(Array(line)) else { return nil }
    self.init(json: json)
  }
}
