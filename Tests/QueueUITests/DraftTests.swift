import Papers
import QueueUI
import TerminalGrid
import TestSupport
import Testing

/// What becomes of a note that is not saved yet, whatever becomes of the program.
struct DraftTests {
  private let first = ArXivID(literal: "2611.00003")
  private let second = ArXivID(literal: "2611.00002")

  @Test func whatIsTypedIsKeptWhileItIsTyped() {
    var app = DrivenApp(.threeUnread)
    app.press("a")
    app.type("half a thou")
    #expect(app.savedSession.drafts == [[first]: "half a thou"])
    app.send(.pasted("ght\nand more"))
    #expect(app.savedSession.drafts == [[first]: "half a thought\nand more"])
    app.press("^U", "^U", "^U", "Backspace", "^U")
    #expect(app.savedSession.drafts == [:])
    #expect(app.takeEffects() == [])
  }

  @Test func keysInAHurryAreKeptOnce() {
    var state = DrivenApp(.threeUnread).state
    for character in "aone" {
      #expect(state.update(.key(.character(character)), now: DrivenApp.start) == [])
    }
    let session = Session(view: "Inbox", paper: first, drafts: [[first]: "one"])
    #expect(state.keepDrafts() == [.saveSession(session)])
    #expect(state.keepDrafts() == [])
  }

  @Test func aNoteIsKeptUntilItIsOnDisk() {
    var app = DrivenApp(.threeUnread)
    app.savesAtOnce = false
    app.press("a")
    app.type("precious")
    app.press("Enter", "j")
    #expect(app.savedSession.drafts == [[first]: "precious"])
    app.finishSaving()
    #expect(app.savedSession.drafts == [:])
    #expect(app.stored.reading(first).notes.map(\.text) == ["precious"])
  }

  @Test func aNoteThatCannotBeSavedStandsAboveTheNextOne() {
    var app = DrivenApp(.threeUnread)
    app.savesAtOnce = false
    app.press("a")
    app.type("precious")
    app.press("Enter", "a")
    app.type("second")
    app.failSaving("cannot save '2611.json': no space left on device")
    #expect(app.savedSession.drafts == [[first]: "precious\n\nsecond"])
    app.press("Enter")
    #expect(app.stored.reading(first).notes.map(\.text) == ["precious\n\nsecond"])
  }

  @Test func aLibraryThatCannotBeChangedCostsNoText() {
    var app = DrivenApp(.threeUnread)
    app.send(.libraryOpened(LibraryOpening(isReadOnly: true)))
    app.press("a")
    app.type("precious")
    app.press("Enter")
    #expect(app.screen.contains("it can be read but not changed"))
    #expect(app.savedSession.drafts == [[first]: "precious"])
  }

  @Test func theNextRunOffersWhatAnEarlierOneLeft() {
    let session = Session(drafts: [[first]: "half a thought"])
    var app = DrivenApp(.threeUnread, columns: 60, rows: 10, session: session)
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly Wha… Lovelace +1  cs.LG
       N    20 Nov  Schrödinger Bridges for… Schrödinger  stat.ML
       N    19 Nov  A Very Large Collaborat… Number1 +8   cs.AI




       unsaved note on 2611.00003; a goes on with it          1/3
       Enter open  r read  w want  a note  ? help  / search
      """)
    app.press("a")
    #expect(app.screen.contains("note: half a thought"))
    app.press("Enter")
    #expect(app.stored.reading(first).notes.map(\.text) == ["half a thought"])
    #expect(app.savedSession.drafts == [:])
    // Where the view has the paper, the cursor is on it.
    app = DrivenApp(
      .threeUnread, columns: 60, rows: 10, session: Session(drafts: [[second]: "late"]))
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly Wha… Lovelace +1  cs.LG
       N    20 Nov  Schrödinger Bridges for… Schrödinger  stat.ML
       N    19 Nov  A Very Large Collaborat… Number1 +8   cs.AI




       unsaved note on 2611.00002; a goes on with it          2/3
       Enter open  r read  w want  a note  ? help  / search
      """)
    let two = Session(drafts: [[first]: "one", [second]: "two"])
    app = DrivenApp(.threeUnread, session: two)
    #expect(
      app.screen.contains(
        "2 unsaved notes, the first on 2611.00002; a goes on with it"))
  }

  @Test func anOfferHoldsForTheNextKeyWhereverItsPaperIs() {
    let session = Session(view: "Starred", drafts: [[second]: "late"])
    var app = DrivenApp(
      .threeUnread, columns: 60, rows: 10, views: [Self.starred], session: session)
    app.expectScreen(
      """
       1 Starred

       No papers in Starred.
       * on a paper brings it here, Tab shows the next view.




       unsaved note on 2611.00002; a goes on with it          0/0
       Enter open  r read  w want  a note  ? help  / search
      """)
    app.press("a")
    app.expectScreen(
      """
       1 Starred

       No papers in Starred.
       * on a paper brings it here, Tab shows the next view.




      note on 2611.00002: late
       Enter save  Alt-Enter new line  Esc leave
      """)
    app.press("Enter")
    #expect(app.stored.reading(second).notes.map(\.text) == ["late"])
    // By its name too, but after no other key.
    app = DrivenApp(.threeUnread, views: [Self.starred], session: session)
    app.press(":")
    app.type("annotate")
    app.press("Enter")
    #expect(app.screen.contains("note on 2611.00002: late"))
    app = DrivenApp(.threeUnread, views: [Self.starred], session: session)
    app.press("j", "a")
    #expect(app.screen.contains("there is no paper here"))
    // What a fetch of the start brought is said after that key.
    app = DrivenApp(.threeUnread, columns: 60, rows: 10, session: session)
    app.send(.fetchEnded(FetchOutcome(new: 2)))
    #expect(app.screen.contains("\n unsaved note on 2611.00002; a goes on with it "))
    app.press("j")
    #expect(app.screen.contains("\n 2 new  "))
    // On several papers.
    app = DrivenApp(.threeUnread, session: Session(drafts: [[first, second]: "both"]))
    app.press("a")
    #expect(app.screen.contains("\nnote on 2 papers: both\n"))
  }

  private static let starred = ViewDefinition("Starred", "is:starred")

  @Test func aNoteThatWasSavedBeforeTheCrashIsNotOfferedAgain() {
    var app = DrivenApp(.threeUnread)
    app.press("a")
    app.type("saved")
    app.press("Enter")
    app.restart(session: Session(drafts: [[first]: "saved"]))
    #expect(!app.screen.contains("unsaved"))
    #expect(app.savedSession.drafts == [:])
    app.press("a")
    #expect(app.screen.contains("note:\n"))
  }
}
