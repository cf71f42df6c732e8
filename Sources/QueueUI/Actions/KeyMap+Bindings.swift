import Papers
import TerminalGrid

extension KeyMap {
  /// A preset with the bindings of the configuration laid over it: context, then keys, then the name
  /// of an action, with its argument behind a blank (`edit-tags +later`); an empty name unbinds.
  ///
  /// A preset gives way to them; two of them must not be in each other's way.
  package init(
    preset: String, bindings: [String: [String: String]]
  ) throws(KeyMapError) {
    var faults: [KeyMapError] = []
    self.init(preset: preset, bindings, &faults)
    if let first = faults.first { throw first }
  }

  /// All for which ``init(preset:bindings:)`` would refuse keys, in the order of contexts and keys.
  package static func faults(
    preset: String, bindings: [String: [String: String]]
  ) -> [KeyMapError] {
    var faults: [KeyMapError] = []
    _ = KeyMap(preset: preset, bindings, &faults)
    return faults
  }

  /// Binds what can be bound, and notes what cannot.
  private init(
    preset: String, _ bindings: [String: [String: String]], _ faults: inout [KeyMapError]
  ) {
    let known = Preset(rawValue: preset)
    if known == nil {
      faults.append(
        .unknown("preset", preset, path: "keys.preset", allowed: Preset.allCases.map(\.rawValue)))
    }
    self.init(preset: known ?? .vim)
    for (name, keys) in bindings.sorted(by: { $0.key < $1.key }) {
      let path = "keys.bind.\(name)"
      guard let context = KeyContext(rawValue: name) else {
        faults.append(
          .unknown("context", name, path: path, allowed: KeyContext.allCases.map(\.rawValue)))
        continue
      }
      var bound: [Row] = []
      for (name, action) in keys.sorted(by: { $0.key < $1.key }) {
        do throws(KeyMapError) {
          let row = Row(
            name: name, path: "\(path).\(name)",
            keys: try Self.sequence(name, path: path),
            unbinds: action.allSatisfy(\.isWhitespace))
          for other in bound { try row.check(against: other) }
          bound.append(row)
          try bind(row, to: action, in: context)
        } catch {
          faults.append(error)
        }
      }
    }
  }

  /// A row of keys as the configuration names it.
  private struct Row {
    var name: String
    /// Where in the configuration it stands.
    var path: String
    var keys: Sequence
    var unbinds: Bool

    /// Refuses what could not be told apart from another row.
    func check(against other: Row) throws(KeyMapError) {
      if keys == other.keys {
        throw KeyMapError(
          path: path,
          message: "'\(name)' is the same key as '\(other.name)', which is bound already")
      }
      guard !unbinds, !other.unbinds else { return }
      let (short, long) = keys.count < other.keys.count ? (self, other) : (other, self)
      if long.keys.starts(with: short.keys) {
        throw KeyMapError(
          path: path,
          message: "'\(long.name)' begins with '\(short.name)', which does something by itself;"
            + " keep one of them")
      }
    }
  }

  private mutating func bind(
    _ row: Row, to text: String, in context: KeyContext
  ) throws(KeyMapError) {
    guard !row.unbinds else { return unset(row.keys, in: context) }
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    let argument = words.count > 1 ? words[1].trimmingSuffix(while: \.isWhitespace) : ""
    let name = words.first ?? ""
    guard let action = Action(rawValue: name) else {
      throw .unknown(
        "action", name, path: row.path, allowed: context.actions.map(\.rawValue))
    }
    guard context.actions.contains(action) else {
      let places = KeyContext.allCases.filter { $0.actions.contains(action) }.map(\.rawValue)
      throw KeyMapError(
        path: row.path,
        message: "'\(name)' does nothing in '\(context.rawValue)', only in "
          + places.joined(separator: ", "))
    }
    if let mistake = action.mistake(in: argument) {
      throw KeyMapError(path: row.path, message: mistake.message)
    }
    makeRoom(for: row.keys, in: context)
    set(row.keys, Binding(action: action, argument: argument), in: context)
  }

  private static func sequence(
    _ name: String, path: String
  ) throws(KeyMapError) -> Sequence {
    guard let keys = sequence(name) else {
      let hint = name.suggestion(
        among: Key.allNames, otherwise: "try 'r', '^D', 'F5' or 'gg'")
      throw KeyMapError(path: "\(path).\(name)", message: "'\(name)' is no key; \(hint)")
    }
    return keys
  }
}
