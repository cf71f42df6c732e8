import Papers
import TerminalGrid
import TestSupport
import Testing

@testable import QueueUI

struct ListScreenTests {
  @Test func theListStandsAboveItsPreview() {
    let app = DrivenApp(.threeUnread, columns: 80, rows: 16)
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly What You Need           Lovelace +1   cs.LG
       N    20 Nov  Schrödinger Bridges for 拡散モデル with α-… Schrödinger   stat.ML
       N    19 Nov  A Very Large Collaboration Reports Its Fir… Number1 +8    cs.AI




      ────────────────────────────────────────────────────────────────────────────────
      Attention Is Mostly What You Need
      Ada Lovelace, Alan Turing
      2611.00003v1  cs.LG cs.CL

      We show that attention is mostly enough.                                       ↓
       Inbox                                                                      1/3
       Enter open  r read  w want  a note  ? help  / search  f filter  R fetch  t tags
      """)
  }

  @Test func thePreviewStandsToTheRightFrom110Columns() {
    let app = DrivenApp(.threeUnread, columns: 110, rows: 15)
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly What You… Lovelace +1  cs.LG    │ Attention Is Mostly What You Need
       N    20 Nov  Schrödinger Bridges for 拡散… Schrödinger  stat.ML  │ Ada Lovelace, Alan Turing
       N    19 Nov  A Very Large Collaboration R… Number1 +8   cs.AI    │ 2611.00003v1  cs.LG cs.CL
                                                                        │
                                                                        │ We show that attention is mostly enough.
                                                                        │
                                                                        │ The rest is engineering.
                                                                        │
                                                                        │
                                                                        │
                                                                        │
                                                                        │
       Inbox                                                                                                    1/3
       Enter open  r read  w want  a note  ? help  / search  f filter  R fetch  t tags  * star  u undo  E export
      """)
  }

  @Test func fortyColumnsAndTenRowsHoldTheListAlone() {
    let app = DrivenApp(.threeUnread, columns: 40, rows: 10)
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly What …
       N    20 Nov  Schrödinger Bridges for …
       N    19 Nov  A Very Large Collaboratio…




       Inbox                              1/3
       Enter open  r read  w want  ? help
      """)
  }

  @Test func aSmallerTerminalGetsOneLine() {
    let app = DrivenApp(.threeUnread, columns: 20, rows: 5)
    #expect(app.screen == "paperq needs 40x10\n\n\n\n")
  }

  @Test(arguments: [1, 2, 5, 9, 10, 15, 40], [1, 7, 20, 39, 40, 109, 110, 300])
  func noSizeBreaksAScreen(rows: Int, columns: Int) {
    var app = DrivenApp(.threeUnread, columns: columns, rows: rows)
    for keys in [
      ["j"], ["Enter", "j"], ["?"], ["Esc", "Esc"], ["a"], ["Esc", "O"], ["Esc", "f"],
    ] {
      for key in keys { app.press(key) }
      #expect(app.state.rendered().lines.count == rows)
    }
  }

  @Test func untilAKeyIsPressedTheTopOfTheListIsShown() {
    var (untouched, touched) = (DrivenApp(.threeUnread), DrivenApp(.threeUnread))
    let (first, second) = (untouched.state.list.ids[0], untouched.state.list.ids[1])
    let paper = Paper(
      id: ArXivID(literal: "2611.00009"), title: "The Newest", published: DrivenApp.start)
    untouched.receive([paper])
    #expect(untouched.state.list.selected == paper.id)
    touched.press("j", "k")
    touched.receive([paper])
    #expect(touched.state.list.selected == first)
    var elsewhere = DrivenApp(.threeUnread, session: Session(view: "Inbox", paper: second))
    elsewhere.receive([paper])
    #expect(elsewhere.state.list.selected == second)
  }

  @Test func theCursorStaysOnItsPaperWhenTheTerminalIsResized() {
    var app = DrivenApp(.many(200), columns: 100, rows: 40)
    for _ in 0..<30 { app.press("j") }
    app.resize(columns: 40, rows: 10)
    #expect(app.screen.contains("31/200"))
    #expect(app.screen.contains("Paper number 170"))
    app.resize(columns: 120, rows: 40)
    #expect(app.screen.contains("31/200"))
  }

  @Test func movingGoesToPagesAndEnds() {
    var app = DrivenApp(.many(200), columns: 80, rows: 13)
    app.press("^F")
    #expect(app.screen.contains("10/200"))
    app.press("^D")
    #expect(app.screen.contains("15/200"))
    app.press("^U", "^B")
    #expect(app.screen.contains("1/200"))
    app.press("G")
    #expect(app.screen.contains("200/200"))
    app.press("g", "k")
    #expect(app.screen.contains("1/200"))
    app.press("Down", "PgDn", "Up", "End", "Home")
    #expect(app.screen.contains("1/200"))
  }

  @Test func tabAndDigitsShowOtherViewsAndRememberTheirCursor() {
    var app = DrivenApp(.threeUnread)
    app.press("j", "4")
    #expect(app.screen.contains(" All "))
    app.press("G", "1")
    #expect(app.screen.contains("2/3"))
    app.press("Tab")
    #expect(app.screen.contains("No papers in Queue."))
    app.press("Shift-Tab", "Shift-Tab")
    #expect(app.screen.contains("3/3"))
    app.press("9")
    #expect(app.screen.contains("there is no view '9'; there are Inbox, Queue, Starred, All"))
  }

  @Test func theFirstViewWithPapersIsShownAtFirst() {
    let old = Library(papers: [
      Paper(
        id: ArXivID(literal: "1706.03762"), title: "Attention Is All You Need",
        published: Timestamp(literal: "2017-06-12T00:00:00Z"))
    ])
    #expect(DrivenApp(old).screen.contains(" N    2017-06 Attention Is All You Need"))
  }

  @Test func theViewOfTheLastRunComesBack() {
    let app = DrivenApp(.threeUnread, session: Session(view: "All"))
    #expect(app.screen.contains("\n All "))
  }

  @Test func anUnknownKeySaysWhereHelpIs() {
    var app = DrivenApp(.threeUnread)
    app.press("b")
    #expect(app.screen.contains("b does nothing here; ? shows the keys"))
  }

  @Test func theFirstScreenBeginsAtItsTopWhicheverMonthArrivedFirst() {
    let library = Library(papers: [paper("2601.00001", "Older"), paper("2602.00001", "Newer")])
    var state = QueueState(
      options: .init(views: [ViewDefinition("All", "")]), size: GridSize(rows: 24, columns: 80),
      session: Session(view: "All"), now: DrivenApp.start)
    for month in library.shelves.keys.sorted() {
      let shelves = library.shelves.filter { $0.key == month }
      _ = state.update(.monthsLoaded(LibraryUpdate(shelves: shelves)), now: DrivenApp.start)
    }
    _ = state.update(.libraryOpened(LibraryOpening()), now: DrivenApp.start)
    let screen = state.rendered().lines
    #expect(screen[1].contains("Newer"))
    #expect(screen[22].hasSuffix("1/2"))
  }

  private func paper(_ id: String, _ title: String) -> Paper {
    Paper(
      id: ArXivID(literal: id), title: title, abstract: "", authors: [], categories: ["cs.LG"],
      published: Timestamp(literal: "20\(id.prefix(2))-\(id.dropFirst(2).prefix(2))-01T00:00:00Z"))
  }

  @Test func theChosenLineOfAMenuIsSeenOnALowScreen() {
    var app = DrivenApp(.threeUnread, columns: 40, rows: 10)
    app.press("O", "k")
    #expect(app.screen.contains("s  starter list"))
    app.press("j")
    #expect(app.screen.contains("p  newest first"))
  }

  @Test func aRangeWhoseBeginningIsFilteredAwayIsNotSpokenOf() {
    var app = DrivenApp(.threeUnread)
    app.press("v", "f")
    app.type("is:starred")
    app.press("Enter")
    #expect(!app.screen.contains("range of"))
  }
}
