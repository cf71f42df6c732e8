/// Neighbouring cells of a row that have to be drawn.
package struct ChangedRun: Equatable {
  /// From 0, the top one.
  package var row: Int
  /// From the first cell to after the last; never cuts a wide character.
  package var columns: Range<Int>

  /// A run of these columns in that row.
  package init(row: Int, columns: Range<Int>) {
    self.row = row
    self.columns = columns
  }
}

extension Grid {
  /// The cells that differ from those of an earlier grid, in reading order.
  ///
  /// Everything has changed when there is no earlier grid or it had another size.
  package func changedRuns(since earlier: Grid?) -> [ChangedRun] {
    guard size.columns > 0 else { return [] }
    guard let earlier, earlier.size == size else {
      return (0..<size.rows).map { ChangedRun(row: $0, columns: 0..<size.columns) }
    }
    return (0..<size.rows).flatMap { row -> [ChangedRun] in
      guard !hasSame(0..<size.columns, ofRow: row, asRow: row, of: earlier) else { return [] }
      return Self.changedColumns(from: earlier.drawnRow(row)[...], to: drawnRow(row)[...])
        .map { ChangedRun(row: row, columns: $0) }
    }
  }

  /// The cells of a row as they are drawn: blanks between two texts, unlike both in style, have the
  /// style of the first one where that looks the same, for each change of style is written out.
  ///
  /// It depends on the row alone, so that the terminal can be told to shift rows. What stands beside a
  /// line between two parts of the screen is left as it is, for the parts change by themselves.
  package func drawnRow(_ row: Int) -> [Cell] {
    var cells = Array(self[row: row])
    var text: Style?
    var column = 0
    while column < cells.count {
      let style = cells[column].style
      guard cells[column].content.isBlank else {
        text = cells[column].content == .verticalLine ? nil : style
        column += 1
        continue
      }
      var end = column + 1
      while end < cells.count, cells[end].content.isBlank, cells[end].style == style { end += 1 }
      if let text, style != text, end < cells.count, cells[end].style != style,
        style.isSameOnBlanks(as: text)
      {
        for blank in column..<end { cells[blank] = .blank(text) }
      }
      column = end
    }
    return cells
  }

  private static func changedColumns(
    from earlier: ArraySlice<Cell>, to later: ArraySlice<Cell>
  ) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for column in 0..<later.count {
      let cell = later[later.startIndex + column]
      // The right half of a wide character is drawn with the left one.
      let isDrawn =
        cell.isContinuation
        ? runs.last?.upperBound == column
        : cell != earlier[earlier.startIndex + column]
          || (column + 1 < later.count && later[later.startIndex + column + 1].isContinuation
            && !earlier[earlier.startIndex + column + 1].isContinuation)
      guard isDrawn else { continue }
      if let last = runs.last, last.upperBound == column {
        runs[runs.count - 1] = last.lowerBound..<column + 1
      } else {
        runs.append(column..<column + 1)
      }
    }
    return runs
  }
}

extension Style {
  /// Whether a blank looks the same in both: only the ground is seen of it, unless a line is drawn
  /// through or under it or the text's colour is its ground.
  fileprivate func isSameOnBlanks(as other: Style) -> Bool {
    background == other.background && attributes.isDisjoint(with: .seenOnBlanks)
      && other.attributes.isDisjoint(with: .seenOnBlanks)
  }
}

extension Style.Attributes {
  fileprivate static let seenOnBlanks: Self = [.underline, .reverse, .strikethrough]
}
