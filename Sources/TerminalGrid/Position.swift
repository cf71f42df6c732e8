/// A cell's place in a grid, counted from 0 at the top left.
///
/// Any value is allowed: what lies outside a grid is simply not drawn.
package struct Position: Hashable, Sendable {
  /// Rows from the top.
  package var row: Int
  /// Columns from the left.
  package var column: Int

  /// The cell in that row and column.
  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
