import TerminalGrid

/// The text of a prompt in lines of the screen, with the position of each character.
///
/// Lines break behind blanks and beside wide characters, and where there are none anywhere. A blank
/// that does not fit hangs at the end of its line, so that no line begins with it.
struct PromptText {
  /// The first one begins with the prompt's label.
  private(set) var lines: [StyledLine] = []
  /// Where each character stands, and last where the text ends.
  private(set) var positions: [Position] = []
  private let cursorIndex: Int

  /// Where the cursor stands.
  var cursor: Position { positions[cursorIndex] }

  init(_ prompt: Prompt, columns: Int) {
    self.init(
      label: prompt.label, prompt.editor.characters, cursor: prompt.editor.cursor,
      mistake: prompt.mistake, columns: columns)
  }

  /// The characters of the `mistake` look like errors.
  init(
    label: String, _ characters: [Character], cursor: Int, mistake: Range<Int>? = nil,
    columns: Int
  ) {
    cursorIndex = cursor
    positions = Self.positions(of: characters, behind: label.displayWidth, columns: max(2, columns))
    lines = [StyledLine](repeating: StyledLine(), count: (positions.last?.row ?? 0) + 1)
    lines[0].spans.append(StyledLine.Span(text: label, role: .prompt))
    for (index, character) in characters.enumerated() where character != "\n" {
      let role: Role = mistake?.contains(index) == true ? .error : .text
      lines[positions[index].row].append(character, role)
    }
  }

  private static func positions(
    of characters: [Character], behind label: Int, columns: Int
  ) -> [Position] {
    var positions: [Position] = []
    positions.reserveCapacity(characters.count + 1)
    var next = Position(row: 0, column: label)
    // The first character of the line, and the last one in it before which it may break.
    var start = 0
    var breakIndex: Int?
    func beginLine() {
      next = Position(row: next.row + 1, column: 0)
      breakIndex = nil
    }
    for (index, character) in characters.enumerated() {
      guard character != "\n" else {
        positions.append(next)
        beginLine()
        start = index + 1
        continue
      }
      let width = character.promptColumns
      let isBlank = character.isWhitespace
      if width > 1, index > start { breakIndex = index }
      // The cursor needs a column behind the text, which a blank may take.
      if next.column + width > (isBlank ? columns : columns - 1), next.column > 0 {
        let moved = breakIndex ?? index
        beginLine()
        start = moved
        for earlier in moved..<index {
          positions[earlier] = next
          next.column += characters[earlier].promptColumns
        }
      }
      positions.append(next)
      next.column += width
      if isBlank || width > 1 { breakIndex = index + 1 }
    }
    if next.column >= columns { beginLine() }
    return positions + [next]
  }

  // MARK: - Moving

  /// The character of a line that is in a column, or else the last one before it; rows that are not
  /// there are taken for the nearest.
  func index(row: Int, column: Int) -> Int {
    let range = indices(ofRow: min(max(0, row), lines.count - 1))
    return range.last { positions[$0].column <= column } ?? range.lowerBound
  }

  /// The characters of a line; the last is its line break, its last character or the end.
  func indices(ofRow row: Int) -> Range<Int> {
    let start = positions.partitioningIndex { $0.row >= row }
    let end = positions.partitioningIndex { $0.row > row }
    return start..<end
  }

  // MARK: - Scrolling

  /// The first line that is seen among so many, scrolled from an earlier one as little as needed.
  func top(rows: Int, from earlier: Int) -> Int {
    let lowest = max(0, lines.count - rows)
    return min(max(min(earlier, cursor.row), cursor.row - rows + 1), lowest)
  }
}

extension StyledLine {
  fileprivate mutating func append(_ character: Character, _ role: Role) {
    if let last = spans.indices.last, spans[last].role == role {
      spans[last].text.append(character)
    } else {
      spans.append(Span(text: String(character), role: role))
    }
  }
}

extension Character {
  /// The columns it takes in a prompt; a tab is one blank.
  fileprivate var promptColumns: Int { self == "\t" ? 1 : displayWidth }
}

extension [Position] {
  /// The index of the first position that `isBehind`; all positions behind it must be so too.
  fileprivate func partitioningIndex(where isBehind: (Position) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
