/// A rectangle of cells: its top left cell and its extent.
///
/// It may lie outside the grid, in part or wholly; operations draw the part that is inside.
package struct GridRect: Hashable, Sendable {
  /// The top row.
  package var row: Int
  /// The leftmost column.
  package var column: Int
  /// Height in cells; under 1 the rectangle is empty.
  package var rows: Int
  /// Width in cells; under 1 the rectangle is empty.
  package var columns: Int

  /// The rectangle of that extent with its top left cell there.
  package init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = rows
    self.columns = columns
  }

  /// Whether it holds no cell at all.
  package var isEmpty: Bool { rows < 1 || columns < 1 }

  /// Whether a cell lies in it.
  package func contains(_ position: Position) -> Bool {
    row <= position.row && column <= position.column && position.row - row < rows
      && position.column - column < columns
  }
}

extension GridRect {
  /// The rows it covers in a grid of that size.
  func rowRange(within size: GridSize) -> Range<Int> {
    Self.clip(start: row, length: rows, to: size.rows)
  }

  /// The columns it covers in a grid of that size.
  func columnRange(within size: GridSize) -> Range<Int> {
    Self.clip(start: column, length: columns, to: size.columns)
  }

  private static func clip(start: Int, length: Int, to limit: Int) -> Range<Int> {
    guard length > 0, start < limit else { return 0..<0 }
    let (end, overflow) = start.addingReportingOverflow(length)
    let lower = max(start, 0)
    return lower..<max(lower, overflow ? limit : min(end, limit))
  }
}
