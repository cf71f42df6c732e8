extension Key: CustomStringConvertible {
  /// The key of that name in a configuration, nil for a name that no key has.
  ///
  /// A single character is itself: `j`, `]`, `é`. `^D`, `C-d` and `Ctrl-D` are the same, and so are
  /// `Alt-x` and `M-x`. Names of several letters do not mind case: `Space`, `Enter`, `PgDn`, `F5`.
  package init?(name: String) {
    if let character = name.first, name.count == 1 {
      guard character.displayWidth > 0, !character.isNewline, character != "\t" else { return nil }
      self = .character(character)
    } else if let key = Self.named(name) {
      self = key
    } else if let base = name.removingPrefix(["^", "ctrl-", "ctrl+", "c-"]),
      let key = Self.control(base: base)
    {
      self = key
    } else if let base = name.removingPrefix(["alt-", "alt+", "meta-", "m-", "a-"]),
      let key = Self.alt(base: base)
    {
      self = key
    } else {
      return nil
    }
  }

  /// The short name shown in help, which `init(name:)` reads back: `^D`, `Space`, `PgDn`, `Alt-x`.
  package var description: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "^" + character.uppercased()
    case .alt(" "): "Alt-Space"
    case .alt(let character): "Alt-" + String(character)
    case .function(let number): "F\(number)"
    default: Self.names.first { $0.key == self }?.names.first ?? "?"
    }
  }

  /// Names of the keys without a character; the first of each is the one that is printed.
  private static let names: [(key: Key, names: [String])] = [
    (.character(" "), ["Space"]),
    (.enter, ["Enter", "Return"]),
    (.altEnter, ["Alt-Enter", "Alt-Return", "M-Enter", "Alt+Enter"]),
    (.tab, ["Tab"]),
    (.backTab, ["Shift-Tab", "S-Tab", "BackTab", "Shift+Tab"]),
    (.escape, ["Esc", "Escape"]),
    (.backspace, ["Backspace", "BS"]),
    (.altBackspace, ["Alt-Backspace", "M-Backspace", "Alt+Backspace"]),
    (.delete, ["Del", "Delete"]),
    (.insert, ["Ins", "Insert"]),
    (.up, ["Up"]),
    (.down, ["Down"]),
    (.left, ["Left"]),
    (.right, ["Right"]),
    (.controlLeft, ["Ctrl-Left", "C-Left", "Ctrl+Left", "Alt-Left"]),
    (.controlRight, ["Ctrl-Right", "C-Right", "Ctrl+Right", "Alt-Right"]),
    (.home, ["Home"]),
    (.end, ["End"]),
    (.pageUp, ["PgUp", "PageUp"]),
    (.pageDown, ["PgDn", "PageDown"]),
  ]

  /// The names of all keys without a character.
  package static var allNames: [String] { names.flatMap(\.names) }

  private static func named(_ name: String) -> Key? {
    let lowercased = name.lowercased()
    if lowercased.first == "f", let number = Int(lowercased.dropFirst()),
      lowercased == "f\(number)", (1...63).contains(number)
    {
      return .function(number)
    }
    return names.first { $0.names.contains { $0.lowercased() == lowercased } }?.key
  }

  /// The key that Control makes of the character, as terminals report it.
  private static func control(base: String) -> Key? {
    if base.lowercased() == "space" { return .control("@") }
    guard let character = base.lowercased().first, base.count == 1 else { return nil }
    switch character {
    case "i": return .tab
    case "m": return .enter
    case "[": return .escape
    case "h", "?": return .backspace
    case "a"..."z", "@", "\\", "]", "^", "_": return .control(character)
    default: return nil
    }
  }

  private static func alt(base: String) -> Key? {
    guard case .character(let character)? = Key(name: base) else { return nil }
    return .alt(character)
  }
}

extension String {
  /// What follows the first of the lower-case prefixes that it begins with, in any case.
  fileprivate func removingPrefix(_ prefixes: [String]) -> String? {
    let lowercased = lowercased()
    return prefixes.first { lowercased.hasPrefix($0) }.map { String(dropFirst($0.count)) }
  }
}
