import TerminalGrid

extension LineEditor {
  /// Takes a key, as readline does; false when it means nothing to an editor.
  ///
  /// Lines are those of the text here; moving by lines of the screen takes a ``PromptText``.
  mutating func press(_ key: Key) -> Bool {
    guard !isAfterControlX else {
      isAfterControlX = false
      switch key {
      case .control("u"): undo()
      case .control("r"): redo()
      default: break
      }
      return true
    }
    switch key {
    case .character(let character): insert(text: String(character), as: .typing)
    case .left, .control("b"): move(to: cursor - 1)
    case .right, .control("f"): move(to: cursor + 1)
    case .home, .control("a"): move(to: lineStart)
    case .end, .control("e"): move(to: lineEnd)
    case .alt("b"), .controlLeft: move(to: wordStart)
    case .alt("f"), .controlRight: move(to: wordEnd)
    case .alt("<"): move(to: 0)
    case .alt(">"): move(to: characters.count)
    case .backspace: erase(max(0, cursor - 1)..<cursor)
    case .delete, .control("d"): erase(cursor..<min(characters.count, cursor + 1))
    case .control("w"): kill(blankWordStart..<cursor)
    case .altBackspace: kill(wordStart..<cursor)
    case .alt("d"): kill(cursor..<wordEnd)
    case .control("u"): kill(lineStart..<cursor)
    case .control("k"):
      // At the end of a line the break behind it goes, as in every editor of several lines.
      kill(cursor..<(lineEnd > cursor ? lineEnd : min(characters.count, cursor + 1)))
    case .control("y"): yank(depth: 0, replacing: cursor..<cursor)
    case .alt("y"):
      if case .yanking(let range, let depth) = lastDeed {
        yank(depth: (depth + 1) % kills.count, replacing: range)
      }
    case .control("t"): transposeCharacters()
    case .alt("t"): transposeWords()
    case .alt("u"): changeWord { $0.uppercased() }
    case .alt("l"): changeWord { $0.lowercased() }
    case .alt("c"): changeWord { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }
    case .control("_"): undo()
    case .alt("_"): redo()
    case .control("x"): isAfterControlX = true
    default: return false
    }
    return true
  }

  // MARK: - Erasing and putting back

  private mutating func erase(_ range: Range<Int>) {
    if !range.isEmpty { replace(range, with: [], as: .erasing) }
  }

  /// Puts in what was cut, counted back from the last cut.
  private mutating func yank(depth: Int, replacing range: Range<Int>) {
    guard depth < kills.count else { return }
    let start = range.lowerBound
    replace(range, with: kills[kills.count - 1 - depth], as: .other)
    noteYank(from: start, depth: depth)
  }

  // MARK: - Lines and words

  /// Where the line of the cursor begins.
  var lineStart: Int {
    characters[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
  }

  /// Where it ends, before its line break.
  var lineEnd: Int {
    characters[cursor...].firstIndex(of: "\n") ?? characters.count
  }

  /// The beginning of the word before the cursor: of letters and digits.
  private var wordStart: Int { start(of: \.isWordCharacter, before: cursor) }

  /// The end of the word behind the cursor.
  private var wordEnd: Int { end(of: \.isWordCharacter, from: cursor) }

  /// The beginning of what stands between blanks before the cursor.
  private var blankWordStart: Int { start(of: { !$0.isWhitespace }, before: cursor) }

  private func start(of isPart: (Character) -> Bool, before place: Int) -> Int {
    var index = place
    while index > 0, !isPart(characters[index - 1]) { index -= 1 }
    while index > 0, isPart(characters[index - 1]) { index -= 1 }
    return index
  }

  private func end(of isPart: (Character) -> Bool, from place: Int) -> Int {
    var index = place
    while index < characters.count, !isPart(characters[index]) { index += 1 }
    while index < characters.count, isPart(characters[index]) { index += 1 }
    return index
  }

  // MARK: - Changing what stands there

  /// Swaps the characters on both sides of the cursor, at the end of a line the two before it.
  private mutating func transposeCharacters() {
    let second = cursor == lineEnd ? cursor - 1 : cursor
    guard second > lineStart else { return }
    replace(
      (second - 1)..<(second + 1), with: [characters[second], characters[second - 1]], as: .other)
  }

  /// Swaps the word before the cursor with the one behind it, or at the end the last two.
  private mutating func transposeWords() {
    let after = end(of: \.isWordCharacter, from: cursor)
    let secondStart = start(of: \.isWordCharacter, before: after)
    let firstStart = start(of: \.isWordCharacter, before: secondStart)
    let firstEnd = end(of: \.isWordCharacter, from: firstStart)
    guard firstEnd <= secondStart, firstStart < firstEnd, after > secondStart else { return }
    let parts = [secondStart..<after, firstEnd..<secondStart, firstStart..<firstEnd]
    replace(firstStart..<after, with: parts.flatMap { characters[$0] }, as: .other)
  }

  /// Changes the word at or behind the cursor, from the cursor on, and moves behind it.
  private mutating func changeWord(_ changed: (String) -> String) {
    let range = cursor..<wordEnd
    let start = characters[range].firstIndex(where: \.isWordCharacter) ?? range.upperBound
    let word = String(characters[start..<range.upperBound])
    replace(start..<range.upperBound, with: Array(changed(word)), as: .other)
  }
}

extension Character {
  /// Whether it is part of a word, for moving and cutting by words.
  fileprivate var isWordCharacter: Bool { isLetter || isNumber }
}
