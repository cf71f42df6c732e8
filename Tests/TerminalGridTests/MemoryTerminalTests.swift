import TerminalGrid
import Testing

@Test func queuedInputIsReadOnceInOrder() {
  let terminal = MemoryTerminal(size: GridSize(rows: 5, columns: 20))
  terminal.send(.key(.up), .paste("x"))
  terminal.send(.resized(GridSize(rows: 6, columns: 30)))
  #expect(terminal.size == GridSize(rows: 6, columns: 30))
  #expect(
    terminal.readInput() == [
      .key(.up), .paste("x"), .resized(GridSize(rows: 6, columns: 30)),
    ])
  #expect(terminal.readInput().isEmpty)
}

@Test func whatIsPresentedIsOnTheScreen() {
  let terminal = MemoryTerminal(size: GridSize(rows: 1, columns: 3))
  #expect(terminal.screen == nil)
  var grid = Grid(size: terminal.size)
  grid.write("abc", at: Position(row: 0, column: 0))
  terminal.present(grid)
  #expect(terminal.screen?.lines == ["abc"])
  #expect(terminal.presented.count == 1)
}
