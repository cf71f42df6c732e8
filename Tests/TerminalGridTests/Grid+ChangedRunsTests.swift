import Testing

@testable import TerminalGrid

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

// MARK: - Blanks

/// The styles of a row in letters: plain, bold, dim, reversed.
private func drawn(_ spans: (String, Style)...) -> String {
  var grid = Grid(size: GridSize(rows: 1, columns: 12))
  var column = 0
  for (text, style) in spans {
    column += grid.write(text, at: Position(row: 0, column: column), style: style)
  }
  #expect(grid.drawnRow(0).map(\.text) == grid[row: 0].map(\.text))
  return String(
    grid.drawnRow(0).map { cell in
      switch cell.style {
      case .plain: "."
      case Style(.bold): "b"
      case Style(.dim): "d"
      case Style(.reverse): "r"
      default: "?"
      }
    })
}

@Test func blanksBetweenTwoTextsChangeTheStyleOnceAndNotTwice() {
  #expect(drawn(("ab", Style(.bold)), ("  ", .plain), ("cd", Style(.dim))) == "bbbbdd......")
  // Nothing is saved where one of the texts looks as the blanks do, or no text follows.
  #expect(drawn(("ab", Style(.bold)), ("  cd", .plain)) == "bb..........")
  #expect(drawn(("ab", Style(.bold)), (" ", .plain), (" ", Style(.dim))) == "bbbb........")
  #expect(drawn(("  ", .plain), ("cd", Style(.dim))) == "..dd........")
}

@Test func blanksOnWhichAStyleIsSeenStayAsTheyAre() {
  #expect(drawn(("ab", Style(.reverse)), (" ", .plain), ("cd", Style(.dim))) == "rr.dd.......")
  #expect(drawn(("ab", Style(.bold)), (" ", Style(.reverse)), ("c", Style(.dim))) == "bbrd........")
  #expect(
    drawn(("ab", Style(.bold)), (" ", Style(background: .standard(4))), ("cd", .plain))
      == "bb?.........")
}

@Test func whatStandsBesideALineDoesNotDependOnIt() {
  #expect(drawn(("a│", Style(.dim)), (" ", .plain), ("cd", Style(.bold))) == "dd.bb.......")
}
