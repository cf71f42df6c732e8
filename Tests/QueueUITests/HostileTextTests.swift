import Papers
import QueueUI
import TerminalGrid
import TestSupport
import Testing

/// Papers whose texts mean harm, on the screen.
struct HostileTextTests {
  private static let evil =
    "a\u{1B}[31m\u{1B}]0;x\u{7}\u{9B}2J\u{0}\u{8}\u{7F}\u{202E}\u{2067}\u{200F}\n\r\tb"

  private static func paper(_ number: Int, _ text: String, authors: Int = 1) -> Paper {
    Paper(
      id: ArXivID(literal: "2611.\(10_000 + number)"), title: text, abstract: "\(text)\n\(text)",
      authors: Array(repeating: Paper.Author(text, affiliations: [text]), count: authors),
      categories: [text, "cs.LG"], published: Timestamp(literal: "2026-11-20T09:00:00Z"),
      comment: text, journalRef: text, dois: [text], sources: [text])
  }

  private func isClean(_ grid: Grid) -> Bool {
    (0..<grid.size.rows).allSatisfy { row in
      grid[row: row].allSatisfy { cell in !cell.text.unicodeScalars.contains(where: \.isControl) }
    }
  }

  @Test func whatTheLibraryCallsAControlEntersNoCell() {
    var grid = Grid(size: GridSize(rows: 1, columns: 8))
    let scalars = ([0...0xFFFF, 0xDFFF0...0xE00FF, 0x10FFF0...0x10FFFF] as [ClosedRange<UInt32>])
      .joined().compactMap { Unicode.Scalar($0) }
    // What is no character is only drawn, as a sign of its own.
    for scalar in scalars
    where scalar.isControl && !scalar.properties.isNoncharacterCodePoint {
      grid.write("a\(Character(scalar))b", at: Position(row: 0, column: 0))
      #expect(isClean(grid), "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test(arguments: [(80, 24), (40, 10), (120, 40)])
  func everyScreenShowsThemAsText(columns: Int, rows: Int) {
    let library = Library(papers: (1...30).map { Self.paper($0, Self.evil) })
    var app = DrivenApp(library, columns: columns, rows: rows)
    for keys in [
      ["4"], ["j"], ["Enter"], ["^F"], ["q"], ["?"], ["q"], ["w"], ["2"], ["t"], ["Esc"],
    ] {
      for key in keys { app.press(key) }
      #expect(isClean(app.state.rendered()), "\(keys)")
    }
  }

  @Test(.timeLimit(.patientMinute)) func papersOfManyLongNamesAreDrawn() {
    let long = String(repeating: "word $x^2$ ", count: 180)
    let library = Library(papers: (1...40).map { Self.paper($0, long, authors: 100) })
    var app = DrivenApp(library, columns: 120, rows: 40)
    app.press("4")
    #expect(isClean(app.state.rendered()))
  }
}
