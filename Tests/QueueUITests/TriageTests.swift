import Papers
import TerminalGrid
import TestSupport
import Testing

@testable import QueueUI

struct TriageTests {
  private let first = ArXivID(literal: "2611.00003")
  private let second = ArXivID(literal: "2611.00002")
  private let third = ArXivID(literal: "2611.00001")

  @Test func aPaperAScreen() {
    var app = DrivenApp(.threeUnread, columns: 80, rows: 16)
    app.press("T")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       Attention Is Mostly What You Need
       Ada Lovelace, Alan Turing
       2611.00003v1  cs.LG cs.CL

       We show that attention is mostly enough.

       The rest is engineering.






       1 of 3, 0 wanted, 0 dismissed                                              all
       x dismiss  Space later  w want  * star  u undo  ? help  r read  k previous
      """)
  }

  @Test func fortyColumnsAndTenRowsScroll() {
    var app = DrivenApp(.threeUnread, columns: 40, rows: 10)
    app.press("T", "x")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       Schrödinger Bridges for 拡散モデル
       with α-Divergence
       Erwin Schrödinger
       2611.00002v2  stat.ML
       ICML 2026
       comment Accepted at ICML 2026

       2 of 3, 0 wanted, 1 dismissed      top
       x dismiss  Space later  w want  ? help
      """)
    app.press("Down")
    #expect(app.screen.contains(" A bridge between two distributions.\n"))
  }

  @Test func aVerdictThatChangesNothingIsNoStepToTakeBack() {
    var app = DrivenApp(.threeUnread)
    app.press("*", "T", "Space", "x", "k", "x")
    #expect(app.stored.reading(second).state == .dismissed)
    app.press("u")
    #expect(app.stored.reading(second).state == .unread)
    app.press("u")
    #expect(app.screen.contains("Attention Is Mostly What You Need\n"))
    #expect(app.stored.reading(first).star)
  }

  @Test func aVerdictThatIsNotSavedIsNoStepToTakeBack() {
    var app = DrivenApp(.threeUnread)
    app.press("*", "T", "Space")
    app.savesAtOnce = false
    app.press("x")
    app.failSaving("cannot save '2611.json': no space left on device")
    app.press("Esc", "u")
    #expect(app.screen.contains("Attention Is Mostly What You Need\n"))
    #expect(app.stored.reading(first).star)
  }

  @Test func eachVerdictIsSavedAndLeadsToTheNextPaper() {
    var app = DrivenApp(.many(6))
    app.press("T", "x", "w", "*", "r", "Space")
    #expect(app.screen.contains("6 of 6, 2 wanted, 1 dismissed, 1 read, 1 later"))
    app.press("n")
    let states = (1...6).map { number in
      app.stored.reading(ArXivID(literal: "2611.1000\(7 - number)"))
    }
    #expect(states.map(\.state) == [.dismissed, .queued, .queued, .read, .unread, .unread])
    #expect(states.map(\.star) == [false, false, true, false, false, false])
    #expect(app.screen.contains(" All 6 papers of Inbox done\n"))
  }

  @Test func theEndSaysWhatCameOfIt() {
    var app = DrivenApp(.threeUnread, columns: 80, rows: 14)
    app.press("T", "*", "x", "n")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       All 3 papers of Inbox done

         1 wanted
         1 starred
         1 dismissed
         1 left for later

       u takes back what was done last, q shows the list.
       Enter goes through those that were left for later.


       all 3, 1 wanted, 1 dismissed, 1 later                                      all
       x dismiss  Space later  w want  * star  u undo  ? help  r read  k previous
      """)
    app.press("x")
    #expect(app.screen.contains("all papers are done"))
    #expect(app.stored.reading(third).state == .unread)
    app.press("Enter")
    #expect(app.screen.contains("3 of 3, 1 wanted, 1 dismissed "))
    #expect(app.screen.contains(" A Very Large Collaboration"))
    app.press("w", "q")
    #expect(app.stored.queue == [first, third])
  }

  @Test func undoReturnsToThePaperWhoseVerdictItTakesBack() {
    var app = DrivenApp(.threeUnread)
    app.press("T", "*", "n", "x")
    #expect(app.screen.contains(" All 3 papers of Inbox done"))
    app.press("u")
    #expect(app.screen.contains(" A Very Large Collaboration"))
    #expect(app.stored.reading(third).state == .unread)
    app.press("u")
    #expect(app.screen.contains(" Schrödinger Bridges"))
    app.press("u")
    #expect(app.screen.contains(" Attention Is Mostly What You Need\n"))
    #expect(!app.stored.reading(first).star)
    #expect(app.stored.reading(first).state == .unread)
    app.press("^R")
    #expect(app.stored.reading(first).star)
    #expect(app.screen.contains(" Schrödinger Bridges"))
    app.press("u")
    #expect(app.screen.contains(" Attention Is Mostly What You Need\n"))
  }

  @Test func whoWentFurtherBackIsNotCalledForwardByALateAnswer() {
    var app = DrivenApp(.threeUnread)
    app.press("T", "n", "x")
    app.savesAtOnce = false
    app.press("u", "u")
    #expect(app.screen.contains(" Attention Is Mostly What You Need\n"))
    app.finishSaving()
    #expect(app.stored.reading(second).state == .unread)
    #expect(app.screen.contains(" Attention Is Mostly What You Need\n"))
  }

  @Test func undoTakesBackANoteBeforeTheVerdictBeforeIt() {
    var app = DrivenApp(.threeUnread)
    app.press("T", "n", "a")
    app.type("later")
    app.press("Enter")
    #expect(app.stored.reading(second).notes.count == 1)
    app.press("u")
    #expect(app.stored.reading(second).notes.isEmpty)
    #expect(app.screen.contains(" Schrödinger Bridges"))
    app.press("u")
    #expect(app.screen.contains(" Attention Is Mostly What You Need\n"))
  }

  @Test func goingBackTakesNothingBackAndAVerdictReplacesTheOther() {
    var app = DrivenApp(.threeUnread)
    app.press("T", "x", "k")
    #expect(app.screen.contains("2611.00003v1  cs.LG cs.CL  dismissed"))
    app.press("k")
    #expect(app.screen.contains("this is the first paper"))
    app.press("x")
    #expect(app.stored.reading(first).state == .dismissed)
    app.press("k", "w")
    #expect(app.stored.reading(first).state == .queued)
    #expect(app.screen.contains("2 of 3, 1 wanted, 0 dismissed"))
  }

  @Test func leavingAndComingBackGoesOnWhereItWas() {
    var app = DrivenApp(.many(6))
    app.press("T", "x", "n", "w", "q")
    #expect(app.state.list.selected == ArXivID(literal: "2611.10003"))
    app.press("T")
    #expect(app.screen.contains("4 of 6, 1 wanted, 1 dismissed, 1 later"))
    app.press("Q")
    let session = Session(
      view: "Inbox", paper: ArXivID(literal: "2611.10003"),
      skipped: [ArXivID(literal: "2611.10005")])
    #expect(app.takeEffects() == [.quit])
    #expect(app.savedSession == session)
    app.restart(session: session)
    app.press("T")
    #expect(app.screen.contains("1 of 3, 0 wanted, 0 dismissed"))
    #expect(app.screen.contains(" Paper number 3\n"))
    app.press("x", "x", "x", "Enter")
    #expect(app.screen.contains("4 of 4, 0 wanted, 3 dismissed"))
    #expect(app.screen.contains(" Paper number 5\n"))
  }

  @Test func aVerdictThatCannotBeSavedLeadsBackToItsPaper() {
    var app = DrivenApp(.threeUnread)
    app.savesAtOnce = false
    app.press("T", "x")
    #expect(app.screen.contains(" Schrödinger Bridges"))
    app.failSaving("cannot save '2611.json': no space left on device")
    #expect(app.screen.contains("cannot save '2611.json': no space left on device"))
    #expect(app.screen.contains(" Attention Is Mostly What You Need\n"))
    #expect(app.stored.reading(first).state == .unread)
  }

  @Test func itBeginsAtTheCursorAndEndsWithThePapersAboveIt() {
    var app = DrivenApp(.many(5))
    app.press("j", "j", "T")
    #expect(app.screen.contains(" Paper number 3\n"))
    #expect(app.screen.contains("1 of 5, 0 wanted, 0 dismissed"))
    app.press("x", "x", "w")
    #expect(app.screen.contains(" Paper number 5\n"))
    #expect(app.screen.contains("4 of 5, 1 wanted, 2 dismissed"))
    app.press("q", "T")
    #expect(app.screen.contains(" Paper number 5\n"))
    #expect(app.screen.contains("4 of 5, 1 wanted, 2 dismissed"))
    app.press("x", "k", "k", "k", "k")
    #expect(app.screen.contains(" Paper number 3\n"))
    app.press("k")
    #expect(app.screen.contains("this is the first paper"))
  }

  @Test func belowTheCursorItBeginsWithTheNextUnreadPaper() {
    var app = DrivenApp(.many(5))
    app.press("j", "r", "T")
    #expect(app.screen.contains(" Paper number 3\n"))
    app.press("q", "G", "r", "T")
    #expect(app.screen.contains(" Paper number 5\n"))
  }

  @Test func allThatIsAboutOnePaperIsAtHand() {
    var app = DrivenApp(.threeUnread)
    app.press("T", "n", "y", "u")
    #expect(app.takeEffects() == [.copy(.url, [second])])
    app.press("!", "2", "E", "i")
    #expect(app.takeEffects() == [.export([second], ExportRequest())])
    #expect(app.stored.reading(second).depth == .read)
    #expect(app.stored.reading(second).state == .reading)
    #expect(app.screen.contains("2 of 3"))
    app.press("|")
    app.type("cat")
    app.press("Enter")
    #expect(app.takeEffects() == [.pipe(.paper, [second], command: "cat")])
    app.send(.pipeEnded(CommandOutput(command: "cat", text: "out", end: .status(0))))
    app.press("q")
    #expect(app.screen.contains("2 of 3"))
    app.press("u", "u")
    #expect(app.stored.reading(second).depth == .notYet)
    #expect(app.screen.contains(" Schrödinger Bridges"))
  }

  @Test(arguments: ["~", "Tab", "4"])
  func anotherTabLeavesItAndTheListIsWhereItWas(key: String) {
    var app = DrivenApp(.threeUnread)
    app.press("T", "n", key)
    #expect(!app.screen.contains("2 of 3"))
    app.press("1")
    #expect(app.screen.contains("2/3"))
    app.press("T")
    #expect(app.screen.contains(" Schrödinger Bridges"))
    #expect(app.screen.contains("2 of 3"))
  }

  @Test(arguments: [("vim", "]", "["), ("newsboat", "n", "p"), ("mutt", "Tab", "Shift-Tab")])
  func theKeysToTheNextUnreadPaperLeaveThisOneForLater(
    preset: String, next: String, back: String
  ) throws {
    let map = try KeyMap(preset: preset, bindings: [:])
    var app = DrivenApp(.threeUnread, options: { $0.keyMap = map })
    app.press("T", next)
    #expect(app.screen.contains("2 of 3, 0 wanted, 0 dismissed, 1 later"))
    app.press(back)
    #expect(app.screen.contains("1 of 3, 0 wanted, 0 dismissed"))
    #expect(app.stored.reading(first).state == .unread)
  }

  @Test func whatAnotherProgramDecidedIsNotAskedAbout() {
    var app = DrivenApp(.threeUnread)
    app.press("T")
    var other = app.stored
    other.apply(
      LibraryChange(action: "mark", at: app.now, steps: [.init(second, .state(.read))]))
    app.send(.libraryChanged(LibraryUpdate(shelves: other.shelves)))
    app.press("x")
    #expect(app.screen.contains(" A Very Large Collaboration"))
    #expect(app.screen.contains("3 of 3, "))
  }

  @Test func thePageTheLinksAndTheHelpAreAtHandAndLeadBack() {
    var app = DrivenApp(.threeUnread)
    app.press("T", "n", "Enter")
    #expect(app.screen.contains("\n v1  2026-11-20"))
    app.press("q", "o", "?")
    #expect(
      app.takeEffects().last == .openInBrowser(ArXivSite.standard.address(of: second)))
    #expect(app.screen.contains("Keys of triage"))
    #expect(app.screen.contains("leave it for later: it stays unread"))
    #expect(app.screen.contains("star it, and want to read it"))
    app.press("Esc", "t")
    app.type("x")
    app.press("Enter")
    #expect(app.stored.reading(second).tags == ["x"])
    #expect(app.screen.contains("2 of 3"))
  }

  @Test func itsKeysAreTheUsersOwn() throws {
    let map = try KeyMap(
      preset: "vim", bindings: ["triage": ["d": "toggle-dismissed", "x": "skip"]])
    var app = DrivenApp(.threeUnread, options: { $0.keyMap = map })
    app.press("T", "x", "d")
    #expect(app.stored.reading(first).state == .unread)
    #expect(app.stored.reading(second).state == .dismissed)
  }

  @Test func thereIsNothingToDoWithoutUnreadPapers() {
    var app = DrivenApp(.threeUnread)
    app.press("2", "T")
    #expect(app.screen.contains("no unread paper here"))
  }

  @Test func aReadOnlyLibraryStaysAtItsPaper() {
    var app = DrivenApp(.threeUnread)
    app.send(.libraryOpened(LibraryOpening(isReadOnly: true)))
    app.press("T", "x")
    #expect(app.screen.contains("the library is of a newer paperq"))
    #expect(app.state.triage?.index == 0)
  }

  @Test func whatArXivFoundIsTakenInWithItsVerdict() {
    var app = DrivenApp(Library())
    app.run("search-arxiv cat:cs.LG")
    let found = Paper(
      id: first, title: "Found", abstract: "", authors: [], categories: ["cs.LG"],
      published: DrivenApp.start)
    app.send(
      .arXivFound(
        ArXivResults(
          query: ViewDefinition("", "cat:cs.LG").query, papers: [found], total: 1, next: nil)))
    app.press("T", "w")
    #expect(app.stored.queue == [first])
    #expect(app.stored.paper(first)?.title == "Found")
  }

  @Test(arguments: [(40, 10), (80, 24), (300, 100), (20, 5), (1, 1)])
  func noSizeBreaksIt(columns: Int, rows: Int) {
    var app = DrivenApp(.threeUnread, columns: columns, rows: rows)
    for key in ["T", "Down", "x", "n", "w", "k", "u", "^D", "?", "Esc", "x", "x", "q"] {
      app.press(key)
      #expect(app.state.rendered().lines.count == rows)
    }
  }
}
