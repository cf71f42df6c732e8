import TerminalGrid

/// What terminals send for the keys that are not characters.
///
/// The control sequences of xterm and its many followers are known here; the terminal database may
/// add others, e.g. `ESC [ [ A` for F1 on the Linux console.
struct KeySequences: Equatable {
  /// Sequences of the terminal database, each beginning with Escape.
  private(set) var named: [[UInt8]: Key] = [:]

  /// Adds a sequence; one that is no more than a single byte or does not begin with Escape is
  /// decoded without it.
  mutating func add(_ sequence: [UInt8], for key: Key) {
    guard sequence.count > 2, sequence.first == 0x1B else { return }
    named[sequence] = key
  }

  /// The capabilities of the terminal database that name keys.
  static let capabilities: [(name: String, key: Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert),
      ("kdch1", .delete), ("kcbt", .backTab), ("kbs", .backspace), ("kent", .enter),
    ] + (1...12).map { ("kf\($0)", .function($0)) }

  /// The key of `ESC O` and one byte.
  static func singleShift(_ byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "I"): .tab
    case UInt8(ascii: "X"): .character("=")
    // The numeric keypad sends its characters 64 further up.
    case 0x6A...0x79: .character(Character(Unicode.Scalar(byte - 0x40)))
    default: letters[byte]
    }
  }

  /// The key of `ESC [`, numbers between semicolons, and a final byte.
  ///
  /// What was held with the key is looked at where the key is a character, and with the arrows that
  /// move by words; Shift-Up is Up.
  static func control(parameters: [Int], final: UInt8) -> Key? {
    let first = parameters.first ?? 0
    switch final {
    case UInt8(ascii: "~") where first == 27 && parameters.count == 3:
      return character(code: parameters[2], modifiers: parameters[1])
    case UInt8(ascii: "~"): return numbered[first]
    case UInt8(ascii: "u"):
      return character(code: first, modifiers: parameters.count > 1 ? parameters[1] : 1)
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "C") where isWordKey(parameters): return .controlRight
    case UInt8(ascii: "D") where isWordKey(parameters): return .controlLeft
    default: return letters[final]
    }
  }

  /// Whether Control or Alt was held.
  private static func isWordKey(_ parameters: [Int]) -> Bool {
    parameters.count > 1 && (max(parameters[1], 1) - 1) & 6 != 0
  }

  private static let letters: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
  ]

  private static let numbered: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]

  /// The key of a character's code and of one more than the sum of Shift 1, Alt 2, Control 4.
  private static func character(code: Int, modifiers: Int) -> Key? {
    guard let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value) else { return nil }
    let held = max(modifiers - 1, 0)
    let isAlt = held & 2 != 0
    switch value {
    case 0x0D: return isAlt ? .altEnter : .enter
    case 0x09: return held & 1 != 0 ? .backTab : .tab
    case 0x1B: return .escape
    case 0x08, 0x7F: return isAlt ? .altBackspace : .backspace
    case 0..<0x20, 0x80..<0xA0: return nil
    default: break
    }
    let character = Character(scalar)
    if held & 4 != 0 { return Key(name: "^\(character)") }
    return isAlt ? .alt(character) : .character(character)
  }
}
