import Papers
import TerminalGrid
import TestSupport
import Testing

@testable import QueueUI

struct PreviewSplitTests {
  private func divider(_ app: DrivenApp) -> Int? {
    let lines = app.state.rendered().lines
    return app.state.layout.isSideBySide
      ? lines[3].firstIndex(of: "│").map { lines[3].distance(from: lines[3].startIndex, to: $0) }
      : lines.firstIndex { $0.hasPrefix("────") }
  }

  @Test func theDividerMovesWhereTheKeyPoints() {
    var app = DrivenApp(.many(3), columns: 120, rows: 20)
    #expect(divider(app) == 72)
    app.press("<")
    #expect(divider(app) == 66)
    app.press(">", ">")
    #expect(divider(app) == 78)
    app.press("=")
    #expect(divider(app) == 72)
  }

  @Test func aPreviewBelowGrowsUpwards() {
    var app = DrivenApp(.many(3), columns: 80, rows: 43)
    #expect(divider(app) == 23)
    app.press("<")
    #expect(divider(app) == 21)
    app.press("=", ">")
    #expect(divider(app) == 25)
  }

  @Test func bothPartsKeepEnough() {
    var app = DrivenApp(.many(3), columns: 110, rows: 20)
    for _ in 0..<30 { app.press("<") }
    #expect(app.state.layout.list.columns == 30)
    #expect(app.screen.contains("the list keeps the rest"))
    app.press(">")
    #expect(app.state.layout.list.columns > 30)
    for _ in 0..<30 { app.press(">") }
    #expect(app.state.layout.preview.columns == 30)
    #expect(app.screen.contains("the preview keeps the rest"))
  }

  @Test func thePreviewIsHiddenAndComesBack() {
    var app = DrivenApp(.threeUnread, columns: 110, rows: 20)
    app.press("z")
    #expect(!app.screen.contains("│"))
    #expect(app.state.layout.list == app.state.layout.body)
    app.press("<")
    #expect(app.screen.contains("│"))
    app.resize(columns: 110, rows: 12)
    app.press(">")
    #expect(app.screen.contains("the preview needs 15 rows"))
  }

  @Test func theDividerIsRemembered() {
    var app = DrivenApp(.threeUnread, columns: 120, rows: 20)
    app.press("<", "Q")
    let saved = app.savedSession
    #expect(saved.split == PreviewSplit(listWidth: 55))
    #expect(divider(DrivenApp(.threeUnread, columns: 120, rows: 20, session: saved)) == 66)
  }

  @Test(arguments: [10, 14, 15, 16, 24, 40, 100], [40, 80, 109, 110, 120, 300])
  func noDividerBreaksAScreen(rows: Int, columns: Int) {
    for percent in [Int.min, 0, 10, 37, 90, Int.max] {
      for isHidden in [false, true] {
        let split = PreviewSplit(listWidth: percent, listHeight: percent, isHidden: isHidden)
        let layout = Layout(size: GridSize(rows: rows, columns: columns), split: split)
        #expect(layout.list.columns >= 30 && layout.list.rows >= 3)
        #expect(layout.preview.isEmpty == (rows < 15 || isHidden))
        if layout.preview.isEmpty { continue }
        #expect(layout.preview.rows >= 3 && layout.preview.columns >= 30)
        #expect(layout.preview.row + layout.preview.rows == layout.status.row)
        #expect(layout.preview.column + layout.preview.columns == columns)
      }
    }
  }
}
