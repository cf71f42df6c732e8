import TerminalGrid
import Testing

@testable import CursesTerminal

struct PatientDrawingTests {
  /// A list of rows on the left, and beside it a preview of one letter.
  private func screen(
    first: Int, preview: Character, rows: Int = 30, hasPreview: Bool = true
  ) -> Grid {
    var grid = Grid(size: GridSize(rows: rows, columns: 100))
    for row in 0..<rows {
      grid.write("paper \(first + row)", at: Position(row: row, column: 0))
      grid.write(
        String(repeating: preview, count: 80), at: Position(row: row, column: 20))
    }
    if hasPreview { grid.laterPart = GridRect(row: 0, column: 20, rows: rows, columns: 80) }
    return grid
  }

  @Test func theFirstScreenIsDrawnAtOnce() {
    var drawing = PatientDrawing()
    let grid = screen(first: 1, preview: "a")
    #expect(drawing.begin(grid) == grid)
    #expect(!drawing.isBehind)
    #expect(drawing.goOn() == nil)
  }

  @Test func whatMattersIsDrawnFirstAndTheRestInPieces() {
    var drawing = PatientDrawing()
    let (earlier, later) = (screen(first: 1, preview: "a"), screen(first: 101, preview: "b"))
    _ = drawing.begin(earlier)
    let first = drawing.begin(later)
    #expect(first.lines.allSatisfy { $0.hasPrefix("paper 1") && $0.hasSuffix("aaaa") })
    #expect(drawing.isBehind)
    var pieces = 0
    var last = first
    while let next = drawing.goOn() {
      let drawn = zip(last.lines, next.lines).filter { $0 != $1 }.count
      #expect((1...17).contains(drawn))
      last = next
      pieces += 1
    }
    #expect(pieces == 2)
    #expect(last == later)
    #expect(!drawing.isBehind)
  }

  @Test func aKeyInBetweenTakesOver() {
    var drawing = PatientDrawing()
    _ = drawing.begin(screen(first: 1, preview: "a"))
    _ = drawing.begin(screen(first: 1, preview: "b"))
    _ = drawing.goOn()
    let last = screen(first: 1, preview: "a")
    _ = drawing.begin(last)
    while drawing.goOn() != nil {}
    #expect(drawing.shown == last)
  }

  @Test func aPreviewThatIsTheSameIsNotDrawn() {
    var drawing = PatientDrawing()
    _ = drawing.begin(screen(first: 1, preview: "a"))
    let next = screen(first: 50, preview: "a")
    #expect(drawing.begin(next) == next)
    #expect(!drawing.isBehind)
  }

  @Test func anotherScreenOrSizeIsDrawnAtOnce() {
    var drawing = PatientDrawing()
    _ = drawing.begin(screen(first: 1, preview: "a", hasPreview: false))
    let other = screen(first: 1, preview: "b")
    #expect(drawing.begin(other) == other)
    let larger = screen(first: 1, preview: "c", rows: 40)
    #expect(drawing.begin(larger) == larger)
    let none = screen(first: 1, preview: "d", rows: 40, hasPreview: false)
    #expect(drawing.begin(none) == none)
    #expect(!drawing.isBehind)
  }

  @Test func aScrolledListTakesThePreviewAlong() {
    var drawing = PatientDrawing()
    var earlier = screen(first: 1, preview: "a")
    earlier.write("top", at: Position(row: 0, column: 30))
    earlier.write("second", at: Position(row: 1, column: 30))
    _ = drawing.begin(earlier)
    let next = drawing.begin(screen(first: 2, preview: "b"))
    #expect(next.lines[0].hasPrefix("paper 2             aaaaaaaaaasecondaaa"))
    #expect(next.lines[29] == "paper 31")
    #expect(drawing.begin(screen(first: 1, preview: "b")).lines[0] == "paper 1")
  }
}
