/// The extent of a grid or terminal, in character cells.
package struct GridSize: Hashable, Sendable {
  /// Height in cells.
  package var rows: Int
  /// Width in cells.
  package var columns: Int

  /// That many rows of that many columns.
  package init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}
