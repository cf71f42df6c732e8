import TerminalGrid

/// Neighbouring cells of a row that have to be drawn.
struct ChangedRun: Equatable {
  var row: Int
  /// From the first cell to after the last; never cuts a wide character.
  var columns: Range<Int>
}

extension Grid {
  /// The cells that differ from those of an earlier grid, in reading order.
  ///
  /// Everything has changed when there is no earlier grid or it had another size.
  func changedRuns(since earlier: Grid?) -> [ChangedRun] {
    guard size.columns > 0 else { return [] }
    guard let earlier, earlier.size == size else {
      return (0..<size.rows).map { ChangedRun(row: $0, columns: 0..<size.columns) }
    }
    return (0..<size.rows).flatMap { row in
      Self.changedColumns(from: earlier[row: row], to: self[row: row])
        .map { ChangedRun(row: row, columns: $0) }
    }
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
