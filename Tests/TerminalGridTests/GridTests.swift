import Testing

@testable import TerminalGrid

private func grid(_ columns: Int, _ rows: Int = 1) -> Grid {
  Grid(size: GridSize(rows: rows, columns: columns))
}

private let origin = Position(row: 0, column: 0)

@Test func aNewGridIsBlankAndHidesTheCursor() {
  let empty = grid(3, 2)
  #expect(empty.lines == ["", ""])
  #expect(empty.cursor == nil)
  #expect(empty[Position(row: 1, column: 2)] == .blank())
}

@Test func aGridOfNegativeExtentIsEmpty() {
  let empty = Grid(size: GridSize(rows: -1, columns: -5))
  #expect(empty.size == GridSize(rows: 0, columns: 0))
  #expect(empty.lines.isEmpty)
}

@Test func writingReturnsTheColumnsUsed() {
  var screen = grid(10)
  var column = screen.write("ab", at: origin)
  column += screen.write("漢字", at: Position(row: 0, column: column))
  column += screen.write("c", at: Position(row: 0, column: column))
  #expect(column == 7)
  #expect(screen.lines == ["ab漢字c"])
}

@Test func textIsClippedAtTheRightEdge() {
  var screen = grid(4, 2)
  #expect(screen.write("abcdef", at: Position(row: 0, column: 1)) == 3)
  #expect(screen.lines == [" abc", ""])
}

@Test func textIsClippedAtTheLeftEdgeAndItsColumnsCount() {
  var screen = grid(4)
  #expect(screen.write("abcd", at: Position(row: 0, column: -2)) == 4)
  #expect(screen.lines == ["cd"])
}

@Test func textIsClippedAfterMaxColumns() {
  var screen = grid(8)
  #expect(screen.write("abcdef", at: origin, maxColumns: 3) == 3)
  #expect(screen.write("xyz", at: Position(row: 0, column: 5), maxColumns: 0) == 0)
  #expect(screen.write("xyz", at: Position(row: 0, column: 5), maxColumns: -4) == 0)
  #expect(screen.lines == ["abc"])
}

@Test(arguments: [
  Position(row: -1, column: 0), Position(row: 2, column: 0), Position(row: 0, column: 4),
  Position(row: .min, column: .min), Position(row: .max, column: .max),
  Position(row: 0, column: .min), Position(row: 0, column: .max),
])
func nothingIsDrawnOutside(position: Position) {
  var screen = grid(4, 2)
  screen.write("漢a", at: position, maxColumns: .max)
  screen.write("abc", at: position)
  #expect(screen == grid(4, 2))
}

@Test func aWideCharacterIsNeverCutByAnEdge() {
  var screen = grid(3, 3)
  #expect(screen.write("a漢字", at: origin) == 3)
  #expect(screen.write("漢字", at: Position(row: 1, column: 0)) == 3)
  #expect(screen.write("漢a", at: Position(row: 2, column: -1)) == 3)
  #expect(screen.lines == ["a漢", "漢", " a"])
  #expect(!screen[Position(row: 1, column: 2)].isContinuation)
}

@Test func aWideCharacterIsNeverCutByMaxColumns() {
  var screen = grid(6)
  screen.write("......", at: origin)
  #expect(screen.write("漢字", at: origin, maxColumns: 3) == 3)
  #expect(screen.lines == ["漢 ..."])
}

@Test func aWideCharacterOwnsItsRightHalf() {
  var screen = grid(4)
  let style = Style(foreground: .red)
  screen.write("漢", at: Position(row: 0, column: 1), style: style)
  #expect(screen[Position(row: 0, column: 1)].text == "漢")
  #expect(screen[Position(row: 0, column: 2)].isContinuation)
  #expect(screen[Position(row: 0, column: 2)].style == style)
}

@Test(arguments: [(1, " x"), (0, "x")])
func overwritingOneHalfBlanksTheOther(column: Int, expected: String) {
  var screen = grid(4)
  screen.write("漢", at: origin)
  screen.write("x", at: Position(row: 0, column: column))
  #expect(screen.lines == [expected])
  #expect(!screen[Position(row: 0, column: 1)].isContinuation)
}

@Test func aWideCharacterBetweenTwoOthersBlanksBoth() {
  var screen = grid(4)
  screen.write("漢字", at: origin)
  screen.write("語", at: Position(row: 0, column: 1))
  #expect(screen.lines == [" 語"])
}

@Test func fillingThroughWideCharactersBlanksTheirOtherHalves() {
  var screen = grid(6)
  screen.write("漢字語", at: origin)
  let style = Style(background: .blue)
  screen.fill(GridRect(row: 0, column: 1, rows: 1, columns: 4), style: style)
  #expect(screen.lines == [""])
  #expect(screen.styleLines { $0 == style ? "b" : "." } == [".bbbb."])
}

@Test func fillingIsClipped() {
  var screen = grid(3, 3)
  let style = Style(.reverse)
  screen.fill(GridRect(row: -1, column: 2, rows: 2, columns: .max), style: style)
  screen.fill(GridRect(row: 2, column: -5, rows: .max, columns: 6), style: style)
  screen.fill(GridRect(row: 0, column: 0, rows: 0, columns: 3), style: style)
  screen.fill(GridRect(row: .max, column: .min, rows: .max, columns: .max), style: style)
  #expect(screen.styleLines { $0 == style ? "r" : "." } == ["..r", "...", "r.."])
}

@Test func restylingLaysAStyleOverWhatIsThere() {
  var screen = grid(4)
  screen.write("ab", at: origin, style: Style(foreground: .red, .bold))
  screen.restyle(
    GridRect(row: 0, column: 1, rows: 1, columns: 9), Style(background: .blue, .underline))
  #expect(screen.lines == ["ab"])
  #expect(screen[origin].style == Style(foreground: .red, .bold))
  #expect(
    screen[Position(row: 0, column: 1)].style
      == Style(foreground: .red, background: .blue, [.bold, .underline]))
  #expect(screen[Position(row: 0, column: 3)].style == Style(background: .blue, .underline))
}

@Test func restylingChangesAWideCharacterAsOne() {
  var screen = grid(5)
  screen.write("漢字", at: Position(row: 0, column: 0))
  screen.restyle(GridRect(row: 0, column: 1, rows: 1, columns: 2), Style(.reverse))
  #expect(screen.styleLines { $0.attributes == .reverse ? "r" : "." } == ["..rr."])
}

@Test func controlsNeverEnterACell() {
  var screen = grid(20)
  screen.write("a\u{1B}[1m\u{7}\u{9B}\u{202E}b\u{AD}\u{200B}\u{FEFF}c\tx\ny\r\nz", at: origin)
  #expect(screen.lines == ["a[1mbc x y z"])
}

@Test func writingAndWidthAgreeAndEveryCellIsSafe() {
  var generator = SeededGenerator(state: 1)
  for _ in 0..<300 {
    let text = String.awkward(length: 20, using: &generator)
    var screen = grid(120)
    #expect(screen.write(text, at: origin) == text.displayWidth)
    for cell in screen[row: 0] {
      #expect(cell.isContinuation || DisplayUnits.units(of: Character(cell.text)).count == 1)
      let scalars = Array(cell.text.unicodeScalars)
      #expect(scalars.count <= 5)
      #expect(scalars.allSatisfy { ScalarClass($0) != .dropped })
      #expect(!scalars.contains { $0.properties.generalCategory == .control })
    }
  }
}

@Test func wideCharactersStayWholeWhateverIsDrawn() {
  var generator = SeededGenerator(state: 2)
  var screen = grid(12, 3)
  for _ in 0..<2000 {
    let position = Position(
      row: .random(in: -1...3, using: &generator), column: .random(in: -6...13, using: &generator))
    let extent = Int.random(in: -1...9, using: &generator)
    let rect = GridRect(row: position.row, column: position.column, rows: 2, columns: extent)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0:
      screen.fill(rect, style: .plain)
    case 1:
      screen.restyle(rect, Style(.bold))
    default:
      let text = String.awkward(length: 5, using: &generator)
      screen.write(text, at: position, style: Style(.dim), maxColumns: extent)
    }
    for row in 0..<3 {
      let cells = Array(screen[row: row])
      for (column, cell) in cells.enumerated() {
        let columns = DisplayUnits(cell.text).reduce(0) { $0 + $1.columns }
        let next = column + 1 < 12 ? cells[column + 1] : nil
        if cell.isContinuation {
          #expect(column > 0 && cells[column - 1].text.displayWidth == 2)
          #expect(column > 0 && cells[column - 1].style == cell.style)
        } else {
          #expect(columns == (next?.isContinuation == true ? 2 : 1))
        }
      }
    }
  }
}
