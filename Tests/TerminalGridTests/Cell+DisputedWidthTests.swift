import TerminalGrid
import Testing

@Test(arguments: [
  ("a", false), ("é", false), ("漢", false), ("α", false), ("…", false), ("한", false),
  ("𝛼", false), ("─", false), ("e\u{301}", true), ("👍", true), ("❤", true), ("न", true),
  ("\u{E0B0}", true),
])
func disputedWidths(text: String, isDisputed: Bool) {
  var grid = Grid(size: GridSize(rows: 1, columns: 2))
  grid.write(text, at: Position(row: 0, column: 0))
  #expect(grid[Position(row: 0, column: 0)].isWidthDisputed == isDisputed)
}
