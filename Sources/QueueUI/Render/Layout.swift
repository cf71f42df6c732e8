import TerminalGrid

/// Where the parts of the screen lie.
///
/// From 110 columns on the preview stands to the right of the list, otherwise below it, and under 15
/// rows it is hidden (SPEC.md 5). Where the line between them is, the user may say.
struct Layout: Equatable {
  let tabs: GridRect
  /// Everything between tabs and status line.
  let body: GridRect
  let list: GridRect
  /// Empty when it is hidden.
  let preview: GridRect
  /// The line between list and preview; one column or one row, or empty.
  let divider: GridRect
  let status: GridRect
  let hints: GridRect

  /// Below this the screen says no more than that it is too small.
  static let smallest = GridSize(rows: 10, columns: 40)

  /// The fewest columns of a list or a preview that stand side by side.
  private static let fewestColumns = 30
  /// The fewest rows of a list or a preview one above the other.
  private static let fewestRows = 3

  init(size: GridSize, split: PreviewSplit) {
    let columns = max(0, size.columns)
    let rows = max(3, size.rows)
    tabs = GridRect(row: 0, column: 0, rows: 1, columns: columns)
    body = GridRect(row: 1, column: 0, rows: rows - 3, columns: columns)
    status = GridRect(row: rows - 2, column: 0, rows: 1, columns: columns)
    hints = GridRect(row: rows - 1, column: 0, rows: 1, columns: columns)
    if rows < 15 || split.isHidden {
      list = body
      divider = GridRect(row: 0, column: 0, rows: 0, columns: 0)
      preview = divider
    } else if columns >= 110 {
      let most = columns - 2 - Self.fewestColumns
      let width = min(max(columns * split.listWidth / 100, Self.fewestColumns), most)
      list = GridRect(row: 1, column: 0, rows: body.rows, columns: width)
      divider = GridRect(row: 1, column: width, rows: body.rows, columns: 1)
      preview = GridRect(
        row: 1, column: width + 2, rows: body.rows, columns: columns - width - 2)
    } else {
      let most = body.rows - 1 - Self.fewestRows
      let height = min(max(body.rows * split.listHeight / 100, Self.fewestRows), most)
      list = GridRect(row: 1, column: 0, rows: height, columns: columns)
      divider = GridRect(row: 1 + height, column: 0, rows: 1, columns: columns)
      preview = GridRect(
        row: 2 + height, column: 0, rows: body.rows - height - 1, columns: columns)
    }
  }

  /// Whether list and preview stand side by side.
  var isSideBySide: Bool { divider.columns == 1 && divider.rows > 0 }
}
