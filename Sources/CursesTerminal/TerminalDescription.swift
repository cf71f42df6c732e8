import CNcurses
import Glibc
import TerminalGrid

/// What the terminal database says of the terminal that `TERM` names.
struct TerminalDescription {
  let name: String
  /// What its keys send.
  let keySequences: KeySequences
  /// Whether it follows ECMA-48, so that it ignores control sequences which it does not know.
  let speaksControlSequences: Bool
  /// Whether it takes the operating system commands of xterm: titles and the clipboard.
  let isXtermLike: Bool
  /// Whether GNU screen stands between us and the terminal with the clipboard.
  let isScreen: Bool
  /// Whether what stood there before comes back at the end.
  let hasSecondScreen: Bool
  /// What brings it back to the state in which a shell expects it.
  let restoringBytes: [UInt8]

  /// Looks the terminal up. Prints nothing and, unlike `initscr`, never exits.
  ///
  /// With `exactColors` it is, where there is one, the description of the same terminal with its true
  /// colour, of which `TERM` usually does not speak.
  init(exactColors: Bool = false) throws(CursesTerminalError) {
    guard let named = getenv("TERM").map({ String(cString: $0) }), !named.isEmpty else {
      throw .terminalNotNamed
    }
    var status: Int32 = 0
    let exact =
      exactColors
      ? Self.exactNames(for: named, colorTerm: getenv("COLORTERM").map { String(cString: $0) }) : []
    let name = exact.first { setupterm($0, STDOUT_FILENO, &status) == OK && status == 1 } ?? named
    guard setupterm(name, STDOUT_FILENO, &status) == OK, status == 1 else {
      throw status == 1 ? .cursorCannotMove(name: name) : .unknownTerminal(name: name)
    }
    guard let cursorAddress = Self.capability("cup") else {
      throw .cursorCannotMove(name: name)
    }
    self.name = name
    speaksControlSequences = cursorAddress.starts(with: "\u{1B}[".utf8)
    isXtermLike = speaksControlSequences && (tigetflag("XT") == 1 || Self.isNameLikeXterm(name))
    isScreen = name.hasPrefix("screen") && getenv("STY") != nil

    var sequences = KeySequences()
    for (capability, key) in KeySequences.capabilities {
      Self.capability(capability).map { sequences.add($0, for: key) }
    }
    keySequences = sequences

    var bytes: [UInt8] = []
    if speaksControlSequences { bytes += ControlSequence.endBracketedPaste }
    if isXtermLike { bytes += ControlSequence.popTitle }
    for restoring in ["sgr0", "op", "rmkx", "cnorm", "rmcup"] {
      bytes += Self.capability(restoring) ?? []
    }
    hasSecondScreen = Self.capability("rmcup")?.isEmpty == false
    restoringBytes = bytes + Array((hasSecondScreen ? "\r" : "\r\n").utf8)
  }

  /// The names under which the database may describe the same terminal with true colour, if
  /// `COLORTERM` says that it has that.
  static func exactNames(for name: String, colorTerm: String?) -> [String] {
    guard colorTerm == "truecolor" || colorTerm == "24bit", !name.hasSuffix("-direct"),
      isNameLikeXterm(name)
    else { return [] }
    let stem = name.hasSuffix("-256color") ? String(name.dropLast("-256color".count)) : name
    // What tmux and screen draw on is another terminal, of which xterm's sequences may not hold.
    return stem.hasPrefix("screen") || stem.hasPrefix("tmux")
      ? ["\(stem)-direct"] : ["\(stem)-direct", "xterm-direct"]
  }

  /// A string of the database without its delays; nil where the terminal has none.
  private static func capability(_ name: String) -> [UInt8]? {
    guard let value = tigetstr(name), Int(bitPattern: value) != -1 else { return nil }
    return withoutDelays(Array(String(cString: value).utf8))
  }

  /// A capability without its delays, written `$<5/>`, which only hardware terminals need.
  static func withoutDelays(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var rest = bytes[...]
    while let first = rest.first {
      if rest.starts(with: "$<".utf8), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        rest = rest[(end + 1)...]
      } else {
        kept.append(first)
        rest.removeFirst()
      }
    }
    return kept
  }

  private static func isNameLikeXterm(_ name: String) -> Bool {
    [
      "xterm", "tmux", "screen", "rxvt", "alacritty", "foot", "kitty", "wezterm", "ghostty",
      "konsole", "st-", "vte", "contour",
    ].contains { name.hasPrefix($0) }
  }
}
