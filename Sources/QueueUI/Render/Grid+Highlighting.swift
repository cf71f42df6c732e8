import Papers
import TerminalGrid

extension Grid {
  /// Lays a style over each place where cells show one of the texts, as searches compare texts.
  ///
  /// In running text a match may go on in the next row: a blank of the text may be the end of a row,
  /// and a word may be parted after its hyphen. An empty row ends a paragraph, which no match crosses.
  mutating func highlight(
    _ texts: [String], in rect: GridRect, isRunningText: Bool = false, style: Style
  ) {
    let wanted = texts.map {
      Array($0.folded.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
    .filter { !$0.isEmpty }
    guard !wanted.isEmpty, !rect.isEmpty else { return }
    var signs: [ShownSign] = []
    for row in rect.row..<(rect.row + rect.rows) {
      let shown = self.signs(inRow: row, of: rect)
      if !isRunningText || shown.isEmpty {
        signs.append(.end)
      } else if let last = signs.last, last.kind == .character {
        signs.append(.rowEnd)
      }
      signs += shown
    }
    for text in wanted {
      var index = 0
      while index < signs.count {
        guard let end = signs.end(of: text, from: index) else {
          index += 1
          continue
        }
        for sign in signs[index..<end] where sign.kind == .character {
          restyle(GridRect(row: sign.row, column: sign.column, rows: 1, columns: 1), style)
        }
        index = end
      }
    }
  }

  /// What a row shows between the blanks at its ends.
  private func signs(inRow row: Int, of rect: GridRect) -> [ShownSign] {
    let cells = self[row: row].dropFirst(rect.column).prefix(rect.columns)
    guard let first = cells.firstIndex(where: { !$0.content.isBlank }),
      let last = cells.lastIndex(where: { !$0.content.isBlank })
    else { return [] }
    // A character may fold to two, as ß does; a blank by itself would fold to nothing.
    return cells[first...last].indices.flatMap { index in
      (cells[index].content.isBlank ? " " : cells[index].text.folded).map {
        ShownSign(
          kind: .character, character: $0, row: row,
          column: rect.column + index - cells.startIndex)
      }
    }
  }
}

/// A folded character of the screen and where it stands, or what parts rows.
private struct ShownSign {
  enum Kind {
    case character
    /// The text goes on in the next row.
    case rowEnd
    /// It does not.
    case end
  }

  var kind: Kind
  var character: Character = " "
  var row = 0
  var column = 0

  static let rowEnd = ShownSign(kind: .rowEnd)
  static let end = ShownSign(kind: .end)

  /// Whether a word may be parted behind it.
  var allowsBreak: Bool {
    character == "-" || character == "–" || character == "—" || character == "/"
      || character.displayWidth == 2
  }
}

extension [ShownSign] {
  /// Where a text that begins at an index ends; nil when it does not stand there.
  fileprivate func end(of text: [Character], from start: Int) -> Int? {
    guard self[start].kind == .character else { return nil }
    var index = start
    for character in text {
      guard index < count else { return nil }
      if self[index].kind == .rowEnd {
        index += 1
        if character == " " { continue }
        guard self[index - 2].allowsBreak else { return nil }
      }
      guard index < count, self[index].kind == .character, self[index].character == character
      else { return nil }
      index += 1
    }
    return index
  }
}
