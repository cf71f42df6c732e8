import Papers
import TestSupport
import Testing

@testable import QueueUI

struct ArXivSearchTests {
  private static let query = ViewDefinition("", "au:lovelace").query

  private static func paper(_ id: String, _ title: String, day: Int = 18) -> Paper {
    Paper(
      id: ArXivID(literal: id), title: title, abstract: "About \(title).",
      authors: [Paper.Author("Ada Lovelace")], categories: ["cs.LG"],
      published: Timestamp(literal: "2026-11-\(day)T09:00:00Z"))
  }

  private static let stranger = paper("2511.00009", "Notes on the Engine")
  private static let held = paper("2611.00003", "As arXiv has it now", day: 21)

  /// A search that was answered with a paper of the library and one that it does not have.
  private static func answered(columns: Int = 80, rows: Int = 16) -> DrivenApp {
    var app = DrivenApp(.threeUnread, columns: columns, rows: rows)
    app.press("S")
    app.type("au:lovelace")
    app.press("Enter")
    app.send(
      .arXivFound(ArXivResults(query: query, papers: [stranger, held], total: 2, next: nil)))
    return app
  }

  @Test func whatArXivFindsIsAListOfItsOwn() {
    var app = Self.answered()
    #expect(app.takeEffects() == [.searchArXiv(Self.query, from: 0, promised: 0)])
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All  5 arXiv: au:lovelace
       N    21 Nov  Attention Is Mostly What You Need           Lovelace +1   cs.LG
       ·    18 Nov  Notes on the Engine                         Lovelace      cs.LG





      ────────────────────────────────────────────────────────────────────────────────
      Attention Is Mostly What You Need
      Ada Lovelace, Alan Turing
      2611.00003v1  cs.LG cs.CL

      We show that attention is mostly enough.                                       ↓
       arXiv finds 2 papers                                                       1/2
       Enter open  r read  w want  a note  ? help  / search  f filter  R fetch  t tags
      """)
  }

  @Test(arguments: ["w", "*", "r", "x"])
  func aKeyOnAResultTakesItIntoTheLibrary(key: String) {
    var app = Self.answered()
    app.press("j", key)
    let stored = app.stored.paper(Self.stranger.id)
    #expect(stored?.title == "Notes on the Engine")
    // The save was answered a second after the key.
    #expect(stored?.added == Timestamp(milliseconds: app.now.milliseconds - 1000))
    #expect(app.stored.reading(Self.stranger.id) != ReadingRecord())
    #expect(app.state.library.contains(Self.stranger.id))
  }

  @Test func aNoteOnAResultTakesItInToo() {
    var app = Self.answered()
    app.press("j", "a")
    app.type("the first program")
    app.press("Enter")
    #expect(app.stored.reading(Self.stranger.id).notes.map(\.text) == ["the first program"])
    #expect(app.stored.contains(Self.stranger.id))
    #expect(app.screen.contains(" Nn") || app.screen.contains(" N n"))
  }

  @Test func undoTakesAResultOutOfTheLibraryAgain() {
    var app = Self.answered()
    app.press("j", "w")
    let taken = app.screen
    app.press("u")
    #expect(app.screen.contains(" ·    18 Nov  Notes on the Engine"))
    app.press("^R")
    #expect(app.screen.contains(" Q    18 Nov  Notes on the Engine"))
    #expect(taken.contains(" Q    18 Nov  Notes on the Engine"))
    app.press("u", "4")
    #expect(!app.screen.contains("Notes on the Engine"))
    #expect(app.state.list.ids.count == 3)
    // One press more makes it a paper of the library for good.
    app.press("5", "j", "r", "r", "4")
    #expect(app.screen.contains(" N    18 Nov  Notes on the Engine"))
  }

  @Test func readingAResultLeavesTheLibraryAsItIs() {
    var app = Self.answered()
    app.press("j", "Enter")
    #expect(app.screen.contains("About Notes on the Engine."))
    app.press("Esc", "G", "g")
    #expect(!app.stored.contains(Self.stranger.id))
  }

  @Test func onlyPapersOfTheLibraryAreMarkedAllRead() {
    var app = Self.answered()
    app.press("A", "y")
    #expect(app.stored.reading(Self.held.id).state == .read)
    #expect(!app.stored.contains(Self.stranger.id))
  }

  @Test func furtherPagesAreAskedForWhenTheEndIsNear() {
    var app = DrivenApp(.threeUnread, columns: 60, rows: 13)
    app.press("S")
    app.type("au:lovelace")
    app.press("Enter")
    let first = (1...40).map { Self.paper("2510.\(10_000 + $0)", "Paper \($0)") }
    app.send(.arXivFound(ArXivResults(query: Self.query, papers: first, total: 80, next: 40)))
    #expect(app.takeEffects() == [.searchArXiv(Self.query, from: 0, promised: 0)])
    app.press("j", "^D")
    #expect(app.takeEffects() == [])
    app.press("G")
    #expect(app.takeEffects() == [.searchArXiv(Self.query, from: 40, promised: 80)])
    app.press("k", "j")
    #expect(app.takeEffects() == [])
    // The last paper of the first page comes again: pages shift while they are read.
    let second = (40...79).map { Self.paper("2510.\(10_000 + $0)", "Paper \($0)") }
    let selected = app.state.list.selected
    app.send(.arXivFound(ArXivResults(query: Self.query, papers: second, total: 80, next: nil)))
    #expect(app.state.list.ids.count == 79)
    #expect(app.state.list.selected == selected)
    app.press("G")
    #expect(app.takeEffects() == [])
  }

  @Test func aFailureIsSaidAndTheNextKeyAsksAgain() {
    var app = DrivenApp(.threeUnread, columns: 60, rows: 10)
    app.press("S")
    app.type("au:lovelace")
    app.press("Enter")
    app.send(.arXivSearchFailed(Self.query, message: "cannot reach 'arxiv.org': no route"))
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All  5 arXiv: au:lovelace

       cannot reach 'arxiv.org': no route





       cannot reach 'arxiv.org': no route                     0/0
       Esc hide  Enter open  r read  w want  a note  ? help
      """)
    #expect(app.takeEffects() == [.searchArXiv(Self.query, from: 0, promised: 0)])
    app.press("j")
    #expect(app.takeEffects() == [.searchArXiv(Self.query, from: 0, promised: 0)])
    #expect(app.screen.contains("cannot reach"))
    app.send(.arXivFound(ArXivResults(query: Self.query, papers: [], total: 0, next: nil)))
    #expect(!app.screen.contains("cannot reach"))
  }

  @Test func nothingFoundIsSaid() {
    var app = DrivenApp(.threeUnread, columns: 60, rows: 10)
    app.press("S")
    app.type("au:lovelace")
    app.press("Enter")
    app.send(.arXivFound(ArXivResults(query: Self.query, papers: [], total: 0, next: nil)))
    #expect(app.screen.contains("arXiv finds no paper for 'au:lovelace'."))
  }

  @Test func whatArXivCannotBeAskedIsSaidWhileTyping() {
    var app = DrivenApp(.threeUnread, columns: 80, rows: 10)
    app.press("S")
    app.type("tag:x")
    #expect(app.screen.contains("column 1: "))
    app.press("Enter")
    #expect(app.takeEffects() == [])
    #expect(app.state.prompt != nil)
  }

  @Test func escapeAndQLeaveToTheViewBefore() {
    for key in ["Esc", "q"] {
      var app = DrivenApp(.threeUnread)
      app.press("2", "S")
      app.type("au:lovelace")
      app.press("Enter")
      _ = app.takeEffects()
      app.press(key)
      #expect(app.takeEffects() == [.cancelArXivSearch])
      #expect(app.state.view.name == "Queue")
      #expect(!app.screen.contains("arXiv:"))
      app.send(
        .arXivFound(ArXivResults(query: Self.query, papers: [Self.held], total: 1, next: nil)))
      #expect(!app.screen.contains("arXiv"))
    }
  }

  @Test func otherViewsStayAKeyAway() {
    var app = Self.answered()
    app.press("j", "1")
    #expect(app.state.view.name == "Inbox")
    app.press("5")
    #expect(app.state.list.selected == Self.stranger.id)
    app.press("Tab")
    #expect(app.state.view.name == "Inbox")
  }

  @Test func marksMadeElsewhereAreShownAmongTheResults() {
    var app = Self.answered()
    app.press("1", "*", "5")
    #expect(app.screen.contains(" N* "))
  }

  @Test func undoTakesBackTheMarkOfAResult() {
    var app = Self.answered()
    app.press("j", "w", "u")
    #expect(app.stored.reading(Self.stranger.id).state == .unread)
  }

  @Test func exportAndEditingAreAboutWhatIsShown() {
    var app = Self.answered()
    _ = app.takeEffects()
    app.press("j", "e", "E")
    #expect(
      app.takeEffects() == [
        .editNotes(Self.stranger.id, notes: []), .export([Self.held.id, Self.stranger.id]),
      ])
    #expect(app.state.shownLibrary.paper(Self.stranger.id) == Self.stranger)
  }

  @Test func whenTheProgramEndsTheViewBeforeIsRemembered() {
    var app = Self.answered()
    _ = app.takeEffects()
    app.press("Q")
    #expect(app.takeEffects() == [.quit])
    #expect(
      app.savedSession == Session(view: "Inbox", paper: ArXivID(literal: "2611.00003")))
  }

  @Test func theCommandLineSearchesToo() {
    var app = DrivenApp(.threeUnread)
    app.press(":")
    app.type("search-arxiv au:lovelace")
    app.press("Enter")
    #expect(app.takeEffects() == [.searchArXiv(Self.query, from: 0, promised: 0)])
  }
}
