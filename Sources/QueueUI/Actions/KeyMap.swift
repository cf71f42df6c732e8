package import TerminalGrid

/// Which keys ask for which action, on each screen.
///
/// Made of a preset and the bindings of the configuration; help and hints are made of it, so that
/// they cannot say anything else than what the keys do.
package struct KeyMap: Equatable, Sendable {
  /// One or more keys that ask for an action when pressed in a row.
  package typealias Sequence = [Key]

  /// An action with what it takes, as on the command line.
  struct Binding: Equatable {
    var action: Action
    var argument = ""
    /// Counts up as keys are bound; the first key of an action is the one shown in hints.
    var place = 0
  }

  /// What a row of keys means so far.
  enum Lookup: Equatable {
    case action(Action, argument: String)
    /// More keys may follow.
    case incomplete
    case nothing
  }

  private var bindings: [KeyContext: [Sequence: Binding]] = [:]
  private var count = 0

  /// The keys of a preset alone.
  package init(preset: Preset = .vim) {
    for context in KeyContext.allCases {
      for (action, keys) in Self.keys(of: preset, in: context) {
        for name in keys.split(separator: " ") {
          guard let sequence = Self.sequence(String(name)) else {
            preconditionFailure("the preset \(preset) names a key '\(name)' that is none")
          }
          set(sequence, Binding(action: action), in: context)
        }
      }
      guard context.actions.contains(.showView) else { continue }
      for number in 1...9 {
        let key: Key = .character(Character(String(number)))
        set([key], Binding(action: .showView, argument: String(number)), in: context)
      }
    }
  }

  mutating func set(_ sequence: Sequence, _ binding: Binding, in context: KeyContext) {
    count += 1
    var binding = binding
    binding.place = count
    bindings[context, default: [:]][sequence] = binding
  }

  /// Takes the meaning of keys away.
  mutating func unset(_ sequence: Sequence, in context: KeyContext) {
    bindings[context]?[sequence] = nil
  }

  /// Takes the meaning away from the keys that begin with a row of keys, and from those with which
  /// it begins. A single key of the latter is to be pressed twice from now on: what `g` did is on
  /// `gg` when `ga` is bound.
  mutating func makeRoom(for sequence: Sequence, in context: KeyContext) {
    let former = sequence.count > 1 ? bindings[context]?[[sequence[0]]] : nil
    bindings[context] = bindings[context]?.filter { taken, _ in
      !taken.starts(with: sequence) && !sequence.starts(with: taken)
    }
    let twice = Array(repeating: sequence[0], count: 2)
    guard let former, !sequence.starts(with: twice) else { return }
    let isTaken = bindings[context]?.keys.contains { $0.starts(with: twice) } ?? false
    if !isTaken { bindings[context]?[twice] = former }
  }

  /// Reads the name of a key, or two or three in a row, names of several letters in angle brackets:
  /// `gg`, `<Space>r`. Longer rows are taken for misspelt names.
  static func sequence(_ text: String) -> Sequence? {
    if let key = Key(name: text) { return [key] }
    var keys: Sequence = []
    var rest = Substring(text)
    while let first = rest.first {
      if first == "<" {
        guard let end = rest.firstIndex(of: ">"),
          let key = Key(name: String(rest.dropFirst()[..<end]))
        else { return nil }
        keys.append(key)
        rest = rest[rest.index(after: end)...]
      } else {
        guard first != "^", let key = Key(name: String(first)) else { return nil }
        keys.append(key)
        rest = rest.dropFirst()
      }
    }
    return (1...3).contains(keys.count) ? keys : nil
  }

  func lookup(_ keys: Sequence, in context: KeyContext) -> Lookup {
    guard let known = bindings[context] else { return .nothing }
    if let found = known[keys] { return .action(found.action, argument: found.argument) }
    return known.keys.contains { $0.starts(with: keys) } ? .incomplete : .nothing
  }

  /// The keys of an action, the one to be shown first.
  package func keyNames(of action: Action, in context: KeyContext) -> [String] {
    (bindings[context] ?? [:]).filter { $0.value.action == action }
      .sorted { $0.value.place < $1.value.place }
      .map { Self.name($0.key) }
  }

  /// The keys of an action in the order of ``keyNames(of:in:)``, those together that ask for the
  /// same; a preset's keys for the first nine views count as that.
  func keyNamesByArgument(
    of action: Action, in context: KeyContext
  ) -> [(argument: String, keys: [String])] {
    let bound = (bindings[context] ?? [:]).filter { $0.value.action == action }
      .sorted { $0.value.place < $1.value.place }
    var rows: [(argument: String, keys: [String])] = []
    for (keys, binding) in bound {
      let isNumber = action == .showView && binding.argument == Self.name(keys)
      let argument = isNumber ? "" : binding.argument
      if let row = rows.firstIndex(where: { $0.argument == argument }) {
        rows[row].keys.append(Self.name(keys))
      } else {
        rows.append((argument, [Self.name(keys)]))
      }
    }
    return rows
  }

  /// How a row of keys is written: `gg`, `<Space>r`.
  static func name(_ sequence: Sequence) -> String {
    guard sequence.count > 1 else { return sequence.first?.description ?? "" }
    return sequence.map { $0.description.count == 1 ? $0.description : "<\($0)>" }.joined()
  }
}
