import Papers
import TerminalGrid
import TestSupport
import Testing

@testable import QueueUI

/// What Escape and `q` lead back to, and what is as it was when nothing was done.
struct GoingBackTests {
  private let third = ArXivID(literal: "2611.00001")

  private func status(_ app: DrivenApp) -> String {
    app.screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast().last
      .map { String($0.drop { $0 == " " }) } ?? ""
  }

  @Test(arguments: [["T"], ["Enter"], ["T", "Enter"]])
  func similarPapersLeadBackToWhatLayOnTheList(keys: [String]) {
    var app = DrivenApp(.threeUnread)
    for key in keys { app.press(key) }
    let before = app.screen
    app.press("~")
    #expect(app.screen.contains("~ Attention"))
    app.press("q")
    #expect(app.screen == before)
    app.press("q")
    #expect(app.takeEffects().contains(.quit) == false)
  }

  @Test func triageIsWhatItWasAfterThatOfSimilarPapers() {
    var app = DrivenApp(.many(6))
    app.press("T", "x")
    let before = app.screen
    app.press("~")
    let id = ArXivID(literal: "2611.10005")
    app.send(.similarFound(id, [ArXivID(literal: "2611.10001")]))
    app.press("T")
    #expect(app.screen.contains("1 of 1"))
    app.press("Esc", "q")
    #expect(app.screen == before)
  }

  @Test func qLeavesWhatIsUnderWayAlone() {
    var app = DrivenApp(.threeUnread)
    app.press("f")
    app.type("schr")
    app.press("Enter", "R", "q")
    #expect(app.takeEffects() == [.fetch(sources: nil)])
    #expect(app.state.list.ids.count == 3)
    app.press("Esc")
    #expect(app.takeEffects() == [.cancelFetch])
  }

  @Test func qDropsTheFilterBeforeItQuits() {
    var app = DrivenApp(.threeUnread)
    app.press("f")
    app.type("schr")
    app.press("Enter")
    #expect(app.state.list.ids.count == 1)
    app.press("q")
    #expect(app.state.list.ids.count == 3)
    #expect(app.takeEffects() == [])
    app.press("q")
    #expect(app.takeEffects().last == .quit)
  }

  @Test func escapeFromAFilterLeavesTheRowsAsTheyWere() {
    var app = DrivenApp(.threeUnread)
    app.press("j", "r")
    let before = app.screen
    app.press("f", "Esc")
    #expect(app.screen == before)
    app.press("f")
    app.type("is:unread")
    #expect(app.state.list.ids.count == 2)
    app.press("Esc")
    #expect(app.screen == before)
    // Shown anew, the view has unread papers alone.
    app.press("1")
    #expect(app.state.list.ids.count == 2)
  }

  @Test func escapeDropsWhatTheSearchHighlights() {
    var app = DrivenApp(.threeUnread)
    app.press("/")
    app.type("schr")
    app.press("Enter")
    let count = { (app: DrivenApp) in
      let match = app.state.options.theme[.match]
      return app.state.rendered().styleLines { $0 == match ? "m" : "." }.joined()
        .count { $0 == "m" }
    }
    #expect(count(app) > 0)
    app.press("Esc")
    #expect(count(app) == 0)
    #expect(app.takeEffects() == [])
    app.press("g", "n")
    #expect(app.state.list.selected == ArXivID(literal: "2611.00002"))
  }

  @Test func theCursorIsOnThePaperOfTheLastRun() {
    let app = DrivenApp(.threeUnread, session: Session(view: "All", paper: third))
    #expect(app.state.list.selected == third)
    let gone = DrivenApp(
      .threeUnread, session: Session(view: "All", paper: ArXivID(literal: "1706.03762")))
    #expect(gone.state.list.selected == ArXivID(literal: "2611.00003"))
  }

  @Test func leavingTheDemoByTheKeyThatGoesBackIsAskedAbout() {
    var app = DrivenApp(.threeUnread) { $0.isThrowaway = true }
    app.press("q")
    #expect(status(app).hasPrefix("leave the demo? all that was done in it is gone then (y/n)"))
    app.press("n")
    #expect(app.takeEffects() == [])
    app.press("q", "y")
    #expect(app.takeEffects().last == .quit)
    // `Q` means it.
    app = DrivenApp(.threeUnread) { $0.isThrowaway = true }
    app.press("Q")
    #expect(app.takeEffects().last == .quit)
  }

  @Test func aPathIsTypedInsteadOfTheOneThatIsOffered() {
    var app = DrivenApp(.threeUnread)
    app.press("X", "b")
    app.type("~/refs.bib")
    #expect(app.line.hasSuffix("to: ~/refs.bib"))
    app.press("Esc", "X", "b")
    app.type("/tmp/refs.bib")
    #expect(app.line.hasSuffix("to: /tmp/refs.bib"))
    // What was changed, or is gone into, is not wiped.
    app.press("Esc", "X", "b", "Left", "Left", "/")
    #expect(app.line.hasSuffix("to: ~/papers/papers.b/ib"))
    app.press("Esc", "X", "m")
    app.type("a/b~")
    #expect(app.line.hasSuffix("to: ~/papers/a/b~"))
  }

  @Test func withoutNotesNoCommandIsAskedFor() {
    var app = DrivenApp(.threeUnread)
    app.run("pipe-notes")
    #expect(status(app).hasPrefix("2611.00003 has no notes"))
    #expect(app.state.prompt == nil)
  }

  @Test func aPreviewThatHasNoRoomIsNotHiddenUnseen() {
    var app = DrivenApp(.threeUnread, columns: 60, rows: 10)
    app.press("z")
    #expect(status(app).hasPrefix("the preview needs 15 rows"))
    app.resize(columns: 60, rows: 24)
    #expect(!app.state.layout.preview.isEmpty)
  }

  @Test func anEmptyViewSaysWhatBringsPapersThere() {
    var app = DrivenApp(.threeUnread)
    app.press("2")
    #expect(app.screen.contains("w on a paper brings it here, Tab shows the next view."))
    app.press("3")
    #expect(app.screen.contains("* on a paper brings it here, Tab shows the next view."))
  }
}
