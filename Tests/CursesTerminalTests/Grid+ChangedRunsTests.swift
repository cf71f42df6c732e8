import TerminalGrid
import Testing

@testable import CursesTerminal

private func grid(_ lines: String..., style: Style = .plain) -> Grid {
  var grid = Grid(size: GridSize(rows: lines.count, columns: 8))
  for (row, line) in lines.enumerated() {
    grid.write(line, at: Position(row: row, column: 0), style: style)
  }
  return grid
}

@Test func theSameGridHasNoChanges() {
  #expect(grid("abc", "漢字").changedRuns(since: grid("abc", "漢字")).isEmpty)
}

@Test func withoutAnEarlierGridOfThatSizeEverythingHasChanged() {
  let all = [ChangedRun(row: 0, columns: 0..<8), ChangedRun(row: 1, columns: 0..<8)]
  #expect(grid("abc", "").changedRuns(since: nil) == all)
  #expect(grid("abc", "").changedRuns(since: grid("abc")) == all)
}

@Test func neighbouringChangesAreOneRun() {
  #expect(
    grid("axxdefy").changedRuns(since: grid("abcdefg")) == [
      ChangedRun(row: 0, columns: 1..<3), ChangedRun(row: 0, columns: 6..<7),
    ])
}

@Test func aChangeOfStyleIsAChange() {
  #expect(
    grid("ab", style: Style(.bold)).changedRuns(since: grid("ab")) == [
      ChangedRun(row: 0, columns: 0..<2)
    ])
}

@Test func aRunNeverCutsAWideCharacter() {
  #expect(
    grid("a漢b").changedRuns(since: grid("a字b")) == [ChangedRun(row: 0, columns: 1..<3)])
  #expect(
    grid("a漢b").changedRuns(since: grid("abcb")) == [ChangedRun(row: 0, columns: 1..<3)])
  #expect(
    grid("abcb").changedRuns(since: grid("a漢b")) == [ChangedRun(row: 0, columns: 1..<3)])
  #expect(
    grid("漢字").changedRuns(since: grid("a漢b")) == [ChangedRun(row: 0, columns: 0..<4)])
}
