import Foundation
import Papers
import TerminalGrid
import TestSupport
import Testing

@testable import QueueUI

struct MouseTests {
  private func selected(_ app: DrivenApp) -> String? { app.state.list.selected?.description }

  @Test func aClickSelectsARow() {
    var app = DrivenApp(.threeUnread)
    app.point(.pressed, row: 3, column: 20)
    app.point(.released, row: 3, column: 20)
    #expect(selected(app) == "2611.00001")
    app.point(.pressed, row: 1, column: 0)
    #expect(selected(app) == "2611.00003")
    // There is no paper.
    app.point(.pressed, row: 8, column: 20)
    #expect(selected(app) == "2611.00003")
  }

  @Test func twoQuickClicksOpenThePaper() {
    var app = DrivenApp(.threeUnread)
    app.point(.pressed, row: 2, column: 20, after: 0)
    app.point(.released, row: 2, column: 20, after: 80)
    app.point(.pressed, row: 2, column: 20, after: 100)
    #expect(app.state.screens.last?.paper?.description == "2611.00002")
    app.press("q")
    // Two slow ones, and two at different places, do not.
    app.point(.pressed, row: 2, column: 20)
    app.point(.pressed, row: 2, column: 20, after: 500)
    app.point(.pressed, row: 3, column: 20, after: 100)
    #expect(app.state.screens.isEmpty)
    // Three are no double click and another one.
    app.point(.pressed, row: 1, column: 9, after: 1000)
    app.point(.pressed, row: 1, column: 9, after: 100)
    app.press("q")
    app.point(.pressed, row: 1, column: 9, after: 100)
    #expect(app.state.screens.isEmpty)
  }

  @Test func theWheelTurnsTheListUnderTheCursor() {
    var app = DrivenApp(.many(100), columns: 60, rows: 14)
    #expect(app.state.list.top == 0)
    app.press("j", "j", "j", "j", "j")
    app.point(.wheelDown, row: 4, column: 3)
    #expect(app.state.list.top == 3)
    #expect(app.state.list.cursor == 5)
    app.point(.wheelDown, row: 4, column: 3)
    #expect(app.state.list.top == 6)
    #expect(app.state.list.cursor == 8)
    for _ in 0..<50 { app.point(.wheelDown, row: 4, column: 3) }
    #expect(app.screen.contains("Paper number 1 "))
    #expect(app.screen.contains("92/100"))
    for _ in 0..<50 { app.point(.wheelUp, row: 4, column: 3) }
    #expect(app.state.list.top == 0)
    #expect(app.screen.contains("9/100"))
  }

  @Test func theWheelScrollsThePreviewAndThePage() {
    let abstract = (1...40).map { "Sentence number \($0)." }.joined(separator: "\n")
    var app = DrivenApp(
      Library(papers: [
        Paper(
          id: ArXivID(literal: "2611.00001"), title: "A Long Abstract", abstract: abstract,
          authors: [], categories: ["cs.LG"], published: Timestamp(literal: "2026-11-20T09:00:00Z")),
        Paper(
          id: ArXivID(literal: "2611.00002"), title: "Another", abstract: abstract,
          authors: [], categories: ["cs.LG"], published: Timestamp(literal: "2026-11-19T09:00:00Z")),
      ]), columns: 60, rows: 16)
    let before = app.screen
    app.point(.wheelDown, row: 12, column: 3)
    #expect(app.screen != before)
    #expect(app.state.list.cursor == 0)
    app.point(.wheelUp, row: 12, column: 3)
    #expect(app.screen == before)
    for _ in 0..<99 { app.point(.wheelDown, row: 12, column: 3) }
    #expect(app.screen.contains("Sentence number 40."))
    // Another paper's begins at its top.
    app.press("j", "k")
    app.point(.wheelUp, row: 12, column: 3)
    app.press("j")
    #expect(!app.screen.contains("Sentence number 40."))
    app.press("Enter")
    for _ in 0..<99 { app.point(.wheelDown, row: 12, column: 3) }
    #expect(app.screen.contains("Sentence number 40."))
  }

  @Test func aClickOnAChoiceTakesIt() {
    var app = DrivenApp(.threeUnread, columns: 60, rows: 16)
    app.press("y")
    let lines = app.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let row = lines.firstIndex { $0.contains("BibTeX") } ?? 0
    app.point(.pressed, row: row, column: 30)
    #expect(app.takeEffects() == [.copy(.bibtex, [ArXivID(literal: "2611.00003")])])
    app.press("y")
    app.point(.wheelDown, row: 2, column: 3)
    app.press("Enter")
    #expect(app.takeEffects() == [.copy(.url, [ArXivID(literal: "2611.00003")])])
    // Beside the menu a click does nothing.
    app.press("y")
    app.point(.pressed, row: 1, column: 3)
    #expect(app.state.question != nil)
    #expect(app.takeEffects() == [])
  }

  @Test func aMenuThatScrollsIsHitWhereItIsSeen() {
    var app = DrivenApp(.threeUnread, columns: 40, rows: 10)
    app.press("y", "k")
    let lines = app.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let row = lines.firstIndex { $0.contains("t  title") } ?? 0
    app.point(.pressed, row: row, column: 3)
    #expect(app.takeEffects() == [.copy(.title, [ArXivID(literal: "2611.00003")])])
  }

  @Test func aClickOnATabShowsItsView() {
    var app = DrivenApp(.threeUnread)
    let tabs = String(app.screen.prefix { $0 != "\n" })
    for name in ["All", "Queue", "Inbox"] {
      let head = tabs.range(of: name).map {
        tabs.distance(from: tabs.startIndex, to: $0.lowerBound)
      }
      app.press("Enter")
      app.point(.pressed, row: 0, column: head ?? 0)
      #expect(app.state.view.name == name)
      #expect(app.state.screens.isEmpty)
    }
    app.point(.pressed, row: 0, column: 79)
    #expect(app.state.view.name == "Inbox")
  }

  @Test(arguments: [(120, 30), (80, 24)])
  func theLineBesideThePreviewIsDragged(columns: Int, rows: Int) {
    var app = DrivenApp(.many(30), columns: columns, rows: rows)
    let isSideBySide = app.state.layout.isSideBySide
    func place(_ layout: Layout) -> Int {
      isSideBySide ? layout.divider.column : layout.divider.row
    }
    let before = place(app.state.layout)
    for target in [before + 1, before - 1, before - 5, before + 4] {
      let now = place(app.state.layout)
      app.point(.pressed, row: isSideBySide ? 5 : now, column: isSideBySide ? now : 5)
      app.point(.dragged, row: isSideBySide ? 5 : target, column: isSideBySide ? target : 5)
      #expect(abs(place(app.state.layout) - target) <= 1)
      app.point(.released, row: 5, column: 5)
      app.point(.dragged, row: 9, column: 9)
      #expect(abs(place(app.state.layout) - target) <= 1)
    }
    // Both parts keep something, however far it is dragged.
    let end = place(app.state.layout)
    app.point(.pressed, row: isSideBySide ? 5 : end, column: isSideBySide ? end : 5)
    app.point(.dragged, row: 9_999, column: 9_999)
    #expect(app.state.layout.preview.rows >= 3)
    #expect(app.state.layout.preview.columns >= 20)
  }

  @Test func whileTypingTheMouseDoesNothing() {
    var app = DrivenApp(.threeUnread)
    app.press("a")
    app.type("a note")
    app.point(.pressed, row: 3, column: 9)
    app.point(.wheelDown, row: 3, column: 9)
    app.press("Enter")
    #expect(app.stored.reading(ArXivID(literal: "2611.00003")).notes.map(\.text) == ["a note"])
  }

  @Test(arguments: [(1, 1), (5, 20), (10, 40), (14, 60), (30, 120)])
  func anyPlaceIsHarmless(rows: Int, columns: Int) {
    for keys in [[], ["Enter"], ["?"], ["y"], ["/"], ["s"]] {
      var app = DrivenApp(.many(30), columns: columns, rows: rows)
      for key in keys { app.press(key) }
      for kind in [MouseInput.Kind.pressed, .dragged, .released, .wheelDown, .wheelUp] {
        for row in [0, 1, rows / 2, rows - 2, rows - 1, rows, 9_999] {
          for column in [0, columns / 2, columns - 1, 9_999] {
            app.point(kind, row: row, column: column, after: 1)
            #expect(app.state.rendered().size == GridSize(rows: rows, columns: columns))
          }
        }
      }
    }
  }
}
