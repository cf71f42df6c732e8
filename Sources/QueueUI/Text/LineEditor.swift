import TerminalGrid

/// A text being typed, with a cursor, edited by the usual keys of readline.
///
/// A paste goes in as it is, line breaks included, and submits nothing.
struct LineEditor: Equatable, Sendable {
  private(set) var characters: [Character]
  /// The place before which the next character goes, from 0 to the number of characters.
  private(set) var cursor: Int
  /// What ^K, ^U and ^W cut last, for ^Y.
  private var cut: [Character] = []

  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }

  /// Takes a key; false when it means nothing to an editor.
  mutating func press(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert([character])
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = lineStart
    case .end, .control("e"): cursor = lineEnd
    case .alt("b"): cursor = wordStart
    case .alt("f"): cursor = wordEnd
    case .up: moveLine(-1)
    case .down: moveLine(1)
    case .backspace: remove(max(0, cursor - 1)..<cursor, keep: false)
    case .delete, .control("d"):
      remove(cursor..<min(characters.count, cursor + 1), keep: false)
    case .control("w"): remove(wordStart..<cursor, keep: true)
    case .alt("d"): remove(cursor..<wordEnd, keep: true)
    case .control("u"): remove(lineStart..<cursor, keep: true)
    case .control("k"): remove(cursor..<lineEnd, keep: true)
    case .control("y"): insert(cut)
    default: return false
    }
    return true
  }

  /// Puts in what was typed or pasted: control characters are left out, but for tabs and line
  /// breaks, which become one newline each.
  mutating func insert(text: String) {
    insert(
      text.compactMap { character in
        if character.isNewline { return "\n" }
        return character == "\t" || character.displayWidth > 0 ? character : nil
      })
  }

  /// Puts in characters and moves behind them.
  mutating func insert(_ added: [Character]) {
    characters.insert(contentsOf: added, at: cursor)
    cursor += added.count
  }

  /// Goes before the character at a place, or to the end.
  mutating func move(to place: Int) {
    cursor = min(max(0, place), characters.count)
  }

  /// Replaces everything and goes to the end.
  mutating func replace(with text: String) {
    characters = Array(text)
    cursor = characters.count
  }

  private mutating func remove(_ range: Range<Int>, keep: Bool) {
    guard !range.isEmpty else { return }
    if keep { cut = Array(characters[range]) }
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  private var lineStart: Int {
    characters[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
  }

  private var lineEnd: Int {
    characters[cursor...].firstIndex(of: "\n") ?? characters.count
  }

  private var wordStart: Int {
    var index = cursor
    while index > 0, characters[index - 1].isWhitespace { index -= 1 }
    while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
    return index
  }

  private var wordEnd: Int {
    var index = cursor
    while index < characters.count, characters[index].isWhitespace { index += 1 }
    while index < characters.count, !characters[index].isWhitespace { index += 1 }
    return index
  }

  private mutating func moveLine(_ step: Int) {
    let column = cursor - lineStart
    let target = step < 0 ? lineStart - 1 : lineEnd + 1
    guard target >= 0, target <= characters.count else { return }
    cursor = target
    cursor = min(lineStart + column, lineEnd)
  }
}
