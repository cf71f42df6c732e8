import Papers
import TerminalGrid
import TestSupport
import Testing

@testable import QueueUI

struct HighlightingTests {
  private func marked(_ lines: [String], _ texts: [String], isRunningText: Bool = true) -> [String]
  {
    let columns = lines.map(\.displayWidth).max() ?? 0
    var grid = Grid(size: GridSize(rows: lines.count, columns: columns))
    for (row, line) in lines.enumerated() { grid.write(line, at: Position(row: row, column: 0)) }
    grid.highlight(
      texts, in: GridRect(row: 0, column: 0, rows: lines.count, columns: columns),
      isRunningText: isRunningText, style: Style(.bold))
    return grid.styleLines { $0.attributes.contains(.bold) ? "#" : "." }
  }

  @Test func aPhraseIsFoundAcrossTheEndOfARow() {
    #expect(
      marked(["we show world", "  models  ", "of", "it"], ["world models of"])
        == [
          "........#####", "..######.....", "##...........", ".............",
        ])
  }

  @Test func aWordIsFoundAcrossItsHyphen() {
    #expect(
      marked(["a self-", "supervised"], ["SELF-supervised"]) == ["..#####...", "##########"])
    #expect(marked(["拡散", "モデル"], ["散モ"]) == ["..##..", "##...."])
  }

  @Test func lettersOfTwoWordsAreNoMatch() {
    #expect(marked(["is a", "better"], ["ab"]) == ["......", "......"])
  }

  @Test func noMatchCrossesAParagraphOrRowsOfAList() {
    #expect(marked(["one", "", "two"], ["one two"]) == ["...", "...", "..."])
    #expect(marked(["one", "two"], ["one two"], isRunningText: false) == ["...", "..."])
  }

  @Test func caseAccentsAndLigaturesDoNotMatter() {
    #expect(marked(["Straße É"], ["STRASSE e"]) == ["########"])
  }

  @Test func theFilterAndTheSearchAreShownInNotesAndTags() {
    var app = DrivenApp(.threeUnread, columns: 80, rows: 24)
    app.press("a")
    app.type(
      "A long note on world models and on the many other matters that make a line wrap: world")
    app.press("Enter", "t")
    app.type("modelling")
    app.press("Enter", "/")
    app.type("model")
    let match = app.state.options.theme[.match].foreground
    let grid = app.state.rendered()
    let rows = grid.styleLines {
      $0.foreground == match && $0.attributes.contains(.underline) ? "#" : "."
    }
    #expect(rows.filter { $0.contains("#####") }.count == 2)
  }
}
