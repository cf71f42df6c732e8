import Papers
import TerminalGrid
import TestSupport
import Testing

@testable import QueueUI

/// What is marked, and what actions do with it.
struct MarksTests {
  private let first = ArXivID(literal: "2611.00003")
  private let second = ArXivID(literal: "2611.00002")

  private mutating func filter(_ app: inout DrivenApp, by text: String) {
    app.press("f")
    app.type(text)
    app.press("Enter")
  }

  private func rows(marked app: DrivenApp) -> Int {
    app.screen.split(separator: "\n").count { $0.hasPrefix("+") }
  }

  @Test mutating func noActionIsAboutMarkedPapersThatAFilterHides() {
    var app = DrivenApp(.threeUnread)
    app.press("Space")
    filter(&app, by: "au:turing OR au:schrodinger OR au:number1")
    #expect(app.screen.contains("\n 1 marked  filter: "))
    app.press("c")
    filter(&app, by: "-au:turing")
    #expect(app.screen.contains("\n 1 marked, not shown  filter: -au:turing  "))
    #expect(rows(marked: app) == 0)
    app.press("*")
    #expect(!app.stored.reading(first).star)
    #expect(app.stored.reading(second).star)
    // Marks of both kinds: those that are seen count, and go with the action.
    app.press("Space", "w")
    #expect(app.stored.reading(first).state == .unread)
    #expect(app.stored.reading(second).state == .queued)
    app.press("c")
    #expect(app.screen.contains("\n 1 marked  "))
    #expect(rows(marked: app) == 1)
    app.press("x")
    #expect(app.stored.reading(first).state == .dismissed)
  }

  @Test mutating func escapeDropsTheFilterBeforeTheMarksThatItHides() {
    var app = DrivenApp(.threeUnread)
    app.press("Space")
    filter(&app, by: "-au:turing")
    app.press("Esc")
    #expect(app.state.list.filter == nil)
    #expect(rows(marked: app) == 1)
    app.press("Esc")
    #expect(rows(marked: app) == 0)
    app.press("q")
    #expect(app.takeEffects().last == .quit)
  }

  @Test mutating func aFilterThatFindsNothingLosesNoPlace() {
    var app = DrivenApp(.many(50), columns: 80, rows: 24)
    for _ in 1...20 { app.press("j") }
    let before = app.screen
    filter(&app, by: "nowhere")
    #expect(app.screen.contains("0/0"))
    app.press("c")
    #expect(app.screen == before)
    filter(&app, by: "nowhere")
    filter(&app, by: "nothing")
    app.press("q")
    #expect(app.screen == before)
  }

  @Test(arguments: [("e", "edit-notes"), ("d", "show-changes")])
  func whatIsAboutOnePaperIsRefusedForSeveral(key: String, action: String) {
    var app = DrivenApp(.threeUnread)
    app.press("Space", "j", "Space", key)
    #expect(app.takeEffects() == [])
    #expect(app.screen.contains("\n \(key) takes one paper at a time; q drops the marks  "))
    #expect(rows(marked: app) == 2)
    // Of one that is marked it is done, wherever the cursor is.
    app.press("q", "Space", "j", "e")
    #expect(app.takeEffects().contains(.editNotes(second, notes: [])))
  }

  @Test mutating func aRangeWhoseBeginningIsHiddenIsForgotten() {
    var app = DrivenApp(.threeUnread)
    app.press("v")
    filter(&app, by: "-au:turing")
    app.press("Space")
    #expect(app.screen.contains("\n 1 marked  filter: "))
  }

  @Test func aNoteOnThePageOfATinyTerminalIsSaved() {
    var app = DrivenApp(.threeUnread)
    app.press("Enter", "a")
    app.type("short")
    app.send(.resized(GridSize(rows: 3, columns: 80)))
    app.press("Enter")
    #expect(app.stored.reading(first).notes.map(\.text) == ["short"])
  }

  @Test func goingAroundTheEndToAnUnreadPaperIsSaid() {
    var app = DrivenApp(.threeUnread)
    app.press("]")
    #expect(!app.screen.contains("went on"))
    app.press("]", "]")
    #expect(app.screen.contains("\n went on from the top  "))
    #expect(app.screen.contains("1/3"))
    app.press("[")
    #expect(app.screen.contains("\n went on from the bottom  "))
    #expect(app.screen.contains("3/3"))
  }

  @Test func controlGLeavesWhatEscapeLeaves() {
    var app = DrivenApp(.threeUnread)
    app.press("Enter", "^G")
    #expect(app.state.screens.isEmpty)
    app.press("?", "^G")
    #expect(app.state.screens.isEmpty)
    app.press("O", "^G")
    #expect(app.state.question == nil)
    app.press("Space", "^G")
    #expect(rows(marked: app) == 0)
    // An error and a sequence are dropped before what is below them.
    app.press("Space", ":")
    app.type("open-link 99")
    app.press("Enter")
    #expect(app.state.message?.isError == true)
    app.press("^G")
    #expect(app.state.message == nil)
    app.press("Z", "^G")
    #expect(rows(marked: app) == 1)
  }
}
