import TerminalGrid

/// Which cells are drawn when: what matters first, the rest in pieces between which a key may come.
///
/// A preview is most of what a moved cursor changes. On a slow line the cursor does not wait for it, and
/// a preview that the next key replaces is not drawn to its end.
struct PatientDrawing {
  /// What shall be on the screen in the end.
  private(set) var wanted: Grid?
  /// What is on the screen.
  private(set) var shown: Grid?

  /// How many bytes are drawn in one piece, unless one row takes more.
  private static let piece = 1500

  /// Whether something is left to be drawn.
  private(set) var isBehind = false

  /// The grid to be drawn now on the way to this one.
  ///
  /// Only what is in the same place as before may come later: of another screen, every part is new.
  mutating func begin(_ grid: Grid) -> Grid {
    defer { wanted = grid }
    guard let later = grid.laterPart, later == wanted?.laterPart, let shown,
      shown.size == grid.size
    else { return finish(with: grid) }
    var next = grid
    // A list that scrolled takes along what stands beside it: terminals scroll whole rows at a small
    // price, and this part is going to be drawn anew anyway.
    next.copy(later, from: shown, rowsBelow: Self.shift(from: shown, to: grid, beside: later))
    isBehind = Self.differ(next, grid, in: later)
    self.shown = next
    return next
  }

  /// The grid with another piece of what is left.
  mutating func goOn() -> Grid? {
    guard isBehind, let wanted, var next = shown, let later = wanted.laterPart else { return nil }
    var bytes = 0
    for row in later.row..<(later.row + later.rows) {
      let strip = GridRect(row: row, column: later.column, rows: 1, columns: later.columns)
      guard Self.differ(next, wanted, in: strip) else { continue }
      let cost = Self.mostBytes(wanted[row: row].dropFirst(later.column).prefix(later.columns))
      guard bytes == 0 || bytes + cost <= Self.piece else { break }
      bytes += cost
      next.copy(strip, from: wanted)
    }
    isBehind = Self.differ(next, wanted, in: later)
    return isBehind ? keep(next) : finish(with: wanted)
  }

  /// Everything at once, for a screen that is painted anew.
  mutating func finish(with grid: Grid) -> Grid {
    wanted = grid
    isBehind = false
    return keep(grid)
  }

  /// Takes nothing for drawn, whatever was.
  mutating func forgetScreen() {
    shown = nil
    isBehind = false
  }

  private mutating func keep(_ grid: Grid) -> Grid {
    shown = grid
    return grid
  }

  /// What drawing some cells of a row takes at most: going there, their text, and each change of style.
  private static func mostBytes(_ cells: ArraySlice<Cell>) -> Int {
    let changes = zip(cells, cells.dropFirst()).count { $0.style != $1.style }
    return cells.reduce(20 + 20 * changes) { $0 + $1.content.utf8Count }
  }

  private static func differ(_ one: Grid, _ other: Grid, in rect: GridRect) -> Bool {
    let columns = rect.column..<(rect.column + rect.columns)
    return (rect.row..<(rect.row + rect.rows)).contains { row in
      !one.hasSame(columns, ofRow: row, asRow: row, of: other)
    }
  }

  /// By how many rows most of what stands beside a part has moved up; 0 when it has not.
  private static func shift(from earlier: Grid, to later: Grid, beside part: GridRect) -> Int {
    let rows = part.row..<(part.row + part.rows)
    func matches(_ shift: Int) -> Int {
      rows.count { row in
        rows.contains(row + shift)
          && later.hasSame(0..<part.column, ofRow: row, asRow: row + shift, of: earlier)
      }
    }
    guard part.column > 0, matches(0) * 2 < rows.count else { return 0 }
    return (1...max(1, rows.count / 2)).flatMap { [$0, -$0] }.first { matches($0) * 2 > rows.count }
      ?? 0
  }
}
