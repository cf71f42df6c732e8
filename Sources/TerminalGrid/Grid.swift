/// A screen in memory: rows of styled cells and a cursor.
///
/// Promises: nothing is drawn outside it, whatever the position; no control character enters a cell;
/// a wide character owns both its cells, so overwriting one half blanks the other.
package struct Grid: Equatable, Sendable {
  /// The extent; never negative.
  package let size: GridSize
  /// Where the terminal's cursor shows; nil hides it.
  package var cursor: Position?
  /// What may be drawn after everything else, where the line is slow; nil for nothing.
  ///
  /// No wide character crosses its edges.
  package var laterPart: GridRect?

  /// The cells of each row. Rows that two grids share are known to be equal without a look at them.
  private var rows: [[Cell]]

  /// A grid of blanks without a cursor; negative extents count as 0.
  package init(size: GridSize) {
    self.size = GridSize(rows: max(size.rows, 0), columns: max(size.columns, 0))
    rows = Array(
      repeating: Array(repeating: .blank(), count: self.size.columns), count: self.size.rows)
  }

  /// The cell at that position, a plain blank outside the grid.
  package subscript(position: Position) -> Cell {
    isInside(position) ? rows[position.row][position.column] : .blank()
  }

  /// Draws text in one row from a position on, and returns the columns it used.
  ///
  /// The text is clipped at the grid's edges and after `maxColumns`. Where a wide character would be
  /// cut in two, a blank stands instead. What cannot be drawn is dropped, see `DisplayUnits`. Columns
  /// to the left of the grid count as used, so that `column += write(…)` always goes on rightly.
  @discardableResult
  package mutating func write(
    _ text: String, at position: Position, style: Style = .plain, maxColumns: Int? = nil
  ) -> Int {
    guard position.row >= 0, position.row < size.rows, position.column < size.columns else {
      return 0
    }
    let room = position.column.addingReportingOverflow(max(maxColumns ?? .max, 0))
    let end = room.overflow ? size.columns : min(room.partialValue, size.columns)
    var column = position.column
    if column >= 0, column < end, text.isPrintableASCII {
      return writeASCII(text, row: position.row, columns: column..<end, style: style)
    }
    for unit in DisplayUnits(text) where column < end {
      let next = column + unit.columns
      if column >= 0, next <= end {
        put(unit, row: position.row, column: column, style: style)
      } else {
        // An edge cuts through it: a blank in each cell that is inside.
        for inside in max(column, 0)..<max(min(next, end), 0) {
          put(.blank, row: position.row, column: inside, style: style)
        }
      }
      column = min(next, end)
      if column == end { break }
    }
    return column - position.column
  }

  /// Blanks a rectangle in that style.
  package mutating func fill(_ rect: GridRect, style: Style) {
    let columns = rect.columnRange(within: size)
    guard !columns.isEmpty else { return }
    for row in rect.rowRange(within: size) {
      release(row: row, column: columns.lowerBound)
      release(row: row, column: columns.upperBound - 1)
      for column in columns { rows[row][column] = .blank(style) }
    }
  }

  /// Lays a style over the cells of a rectangle; their text stays.
  ///
  /// A wide character changes as one, if its left half is inside.
  package mutating func restyle(_ rect: GridRect, _ style: Style) {
    let columns = rect.columnRange(within: size)
    for row in rect.rowRange(within: size) {
      for column in columns where !rows[row][column].isContinuation {
        let overlaid = rows[row][column].style.overlaid(by: style)
        rows[row][column].style = overlaid
        if column + 1 < size.columns, rows[row][column + 1].isContinuation {
          rows[row][column + 1].style = overlaid
        }
      }
    }
  }

  /// Takes over a rectangle of another grid of the same size, from `shift` rows further down (up for a
  /// negative number); rows from outside of the rectangle are blank.
  ///
  /// No wide character may cross the edges.
  package mutating func copy(_ rect: GridRect, from other: Grid, rowsBelow shift: Int = 0) {
    precondition(other.size == size, "only grids of one size are copied")
    let columns = rect.columnRange(within: size)
    let part = rect.rowRange(within: size)
    for row in part {
      let source = row + shift
      for column in columns {
        rows[row][column] = part.contains(source) ? other.rows[source][column] : .blank()
      }
    }
  }

  /// The text of each row, blanks at the end left out.
  package var lines: [String] {
    (0..<size.rows).map { row in
      var line = self[row: row].reduce(into: "") { $0 += $1.text }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// A letter a cell for each row, so that a test can compare styles apart from text.
  package func styleLines(_ letter: (Style) -> Character) -> [String] {
    (0..<size.rows).map { row in String(self[row: row].map { letter($0.style) }) }
  }

  /// The cells of a row, from left to right; none outside the grid.
  package subscript(row row: Int) -> ArraySlice<Cell> {
    rows.indices.contains(row) ? rows[row][...] : []
  }

  /// Whether some columns of a row are as in a row of another grid; never when a row is outside of its
  /// grid.
  package func hasSame(
    _ columns: Range<Int>, ofRow row: Int, asRow otherRow: Int, of other: Grid
  ) -> Bool {
    guard rows.indices.contains(row), other.rows.indices.contains(otherRow) else { return false }
    let (ours, theirs) = (rows[row], other.rows[otherRow])
    return ours[columns.clamped(to: ours.indices)] == theirs[columns.clamped(to: theirs.indices)]
  }

  private func isInside(_ position: Position) -> Bool {
    position.row >= 0 && position.row < size.rows && position.column >= 0
      && position.column < size.columns
  }

  /// Draws text of which each byte is a cell, in columns that are inside the grid.
  private mutating func writeASCII(
    _ text: String, row: Int, columns: Range<Int>, style: Style
  ) -> Int {
    let count = min(text.utf8.count, columns.count)
    guard count > 0 else { return 0 }
    release(row: row, column: columns.lowerBound)
    release(row: row, column: columns.lowerBound + count - 1)
    var column = columns.lowerBound
    for byte in text.utf8.prefix(count) {
      rows[row][column] = Cell(DisplayUnit.ascii(byte).content, style)
      column += 1
    }
    return count
  }

  /// Puts a unit that lies wholly inside the grid.
  private mutating func put(_ unit: DisplayUnit, row: Int, column: Int, style: Style) {
    release(row: row, column: column)
    if unit.columns == 2 {
      release(row: row, column: column + 1)
      rows[row][column + 1] = Cell(.empty, style)
    }
    rows[row][column] = Cell(unit.content, style)
  }

  /// Blanks the other half of a wide character that has a half here, for this cell is to change.
  private mutating func release(row: Int, column: Int) {
    if rows[row][column].isContinuation {
      rows[row][column - 1].content = .blank
      rows[row][column].content = .blank
    } else if column + 1 < size.columns, rows[row][column + 1].isContinuation {
      rows[row][column + 1].content = .blank
    }
  }
}
