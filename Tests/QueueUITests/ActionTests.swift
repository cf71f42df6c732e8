import Papers
import QueueUI
import TerminalGrid
import TestSupport
import Testing

struct ActionTests {
  private let first = ArXivID(literal: "2611.00003")
  private let second = ArXivID(literal: "2611.00002")
  private let third = ArXivID(literal: "2611.00001")

  @Test func readingTogglesAndTheRowStaysUntilTheViewIsShownAnew() {
    var app = DrivenApp(.threeUnread)
    app.press("r")
    #expect(app.stored.reading(first).state == .read)
    #expect(app.screen.contains("      21 Nov  Attention Is Mostly What You Need"))
    #expect(app.screen.contains("1/3"))
    app.press("r")
    #expect(app.stored.reading(first).state == .unread)
    app.press("r", "1")
    #expect(app.screen.contains("1/2"))
  }

  @Test func nothingIsShownBeforeItIsSaved() {
    var app = DrivenApp(.threeUnread)
    app.savesAtOnce = false
    let before = app.screen
    app.press("r")
    #expect(app.screen == before)
    app.press("j", "k")
    #expect(app.screen == before)
    app.finishSaving()
    #expect(app.screen != before)
  }

  @Test func twoQuickPressesDoWhatTwoPressesShould() {
    var app = DrivenApp(.threeUnread)
    app.savesAtOnce = false
    app.press("r", "r", "j", "r")
    app.finishSaving()
    #expect(app.stored.reading(first).state == .unread)
    #expect(app.stored.reading(second).state == .read)
  }

  @Test func aFailedSaveLeavesTheTruthWithAMessage() {
    var app = DrivenApp(.threeUnread)
    app.savesAtOnce = false
    app.press("r")
    app.failSaving("cannot save '2611.json': no space left on device")
    #expect(app.screen.contains("cannot save '2611.json': no space left on device"))
    #expect(app.screen.contains(" N    21 Nov"))
    app.press("r")
    #expect(app.screen.contains("      21 Nov"))
  }

  @Test func quittingWaitsUntilEverythingIsSaved() {
    var app = DrivenApp(.threeUnread)
    app.savesAtOnce = false
    app.press("r", "q")
    #expect(app.takeEffects() == [])
    app.finishSaving()
    #expect(app.takeEffects() == [.saveSession(Session(view: "Inbox", paper: first)), .quit])
  }

  @Test func quitsOnlyAtTheTop() {
    var app = DrivenApp(.threeUnread)
    app.press("Enter", "q")
    #expect(app.takeEffects() == [])
    app.press("Esc")
    #expect(app.takeEffects() == [])
    app.press("q")
    #expect(app.takeEffects().last == .quit)
    app.press("Enter", "Q")
    #expect(app.takeEffects().last == .quit)
    app.press("a", "^C")
    #expect(app.takeEffects().last == .quit)
  }

  @Test func wantedPapersQueueUpAndMove() {
    var app = DrivenApp(.threeUnread)
    app.press("w", "j", "w", "j", "w", "2")
    #expect(app.stored.queue == [first, second, third])
    app.press("J")
    #expect(app.stored.queue == [second, first, third])
    #expect(app.screen.contains("2/3"))
    app.press("K", "K")
    #expect(app.stored.queue == [first, second, third])
    app.press("G", "K", "K")
    #expect(app.stored.queue == [third, first, second])
    app.press("w")
    #expect(app.stored.queue == [first, second])
    #expect(app.stored.reading(third).rank == nil)
  }

  @Test func starDismissReadingAndDepthSetTheRecord() {
    var app = DrivenApp(.threeUnread)
    app.press("*", "i", "!", "2")
    #expect(app.stored.reading(first).star)
    #expect(app.stored.reading(first).state == .reading)
    #expect(app.stored.reading(first).depth == .read)
    app.press("x")
    #expect(app.stored.reading(first).state == .dismissed)
    #expect(app.screen.contains(" X*   21 Nov"))
    app.press("x", "*")
    #expect(app.stored.reading(first).state == .reading)
    #expect(!app.stored.reading(first).star)
  }

  @Test(arguments: [("", ReadingState.unread), ("w", .queued), ("i", .reading), ("r", .read)])
  func whatIsDismissedTwiceIsWhatItWas(key: String, state: ReadingState) {
    var app = DrivenApp(.threeUnread)
    if !key.isEmpty { app.press(key) }
    let record = app.stored.reading(first)
    app.press("x")
    #expect(app.stored.reading(first).state == .dismissed)
    // Others are dismissed in between, and this one is restored with them.
    app.press("j", "x", "k", "v", "j", "x")
    #expect(app.stored.reading(first).state == state)
    #expect(app.stored.reading(first).rank == record.rank)
    #expect(app.stored.reading(second).state == .unread)
  }

  @Test(arguments: [("", ReadingState.unread), ("w", .queued), ("r", .read)])
  func whoStopsReadingWithinAMinuteHasNotBegun(key: String, state: ReadingState) {
    var app = DrivenApp(.threeUnread)
    if !key.isEmpty { app.press(key) }
    let record = app.stored.reading(first)
    app.press("i")
    #expect(app.stored.reading(first).state == .reading)
    app.send(.ticked, after: 57_000)
    app.press("i")
    #expect(app.stored.reading(first).state == state)
    #expect(app.stored.reading(first).rank == record.rank)
  }

  @Test(arguments: [("", ReadingState.queued), ("x", .queued), ("r", .read)])
  func whoStopsLaterStillWantsToReadOnUnlessItWasRead(key: String, state: ReadingState) {
    var app = DrivenApp(.threeUnread)
    if !key.isEmpty { app.press(key) }
    app.press("i")
    app.send(.ticked, after: 59_000)
    app.press("i")
    #expect(app.stored.reading(first).state == state)
  }

  @Test func whatWasReadBeforeItWasDismissedIsSoAfterUndoAndRedoToo() {
    var app = DrivenApp(.threeUnread)
    app.press("i", "x", "u")
    #expect(app.stored.reading(first).state == .reading)
    app.press("^R", "x")
    #expect(app.stored.reading(first).state == .reading)
    app.press("u")
    #expect(app.stored.reading(first).state == .dismissed)
    app.press("x")
    #expect(app.stored.reading(first).state == .reading)
    // After a restart the record tells that it has a place in the queue.
    app.press("x")
    app.restart(session: Session(view: "All"))
    app.run("filter is:dismissed")
    app.press("x")
    #expect(app.stored.reading(first).state == .queued)
  }

  @Test(arguments: ["r", "w"])
  func theSameKeyAgainGivesBackStateAndPlace(key: String) {
    var app = DrivenApp(.threeUnread)
    // The second of three in the queue, and one that was read.
    app.press("w", "j", "w", "j", "w", "k")
    if key == "w" { app.press("r") }
    let record = app.stored.reading(second)
    app.press(key)
    #expect(app.stored.reading(second).state == (key == "r" ? .read : .queued))
    app.press(key)
    #expect(app.stored.reading(second).state == record.state)
    #expect(app.stored.reading(second).rank == record.rank)
    // Undone, it is as it was, and the key does what it does.
    app.press(key, "u", key)
    #expect(app.stored.reading(second).state == (key == "r" ? .read : .queued))
  }

  @Test(arguments: [
    ("w r u w", ReadingState.unread), ("w x x w", .unread), ("w r r w", .unread),
    ("w r r u r", .queued), ("w r r u ^R r", .read), ("r w u r", .unread), ("x w w", .dismissed),
    ("i i", .unread), ("i i i", .reading), ("w i i", .queued), ("w i i w", .unread),
  ])
  func aKeyLeadsBackOnlyFromWhatItDid(keys: String, state: ReadingState) {
    var app = DrivenApp(.threeUnread, session: Session(view: "All"))
    for key in keys.split(separator: " ") { app.press(String(key)) }
    #expect(app.stored.reading(first).state == state)
  }

  @Test(arguments: [
    ("", "+later", ["later"]), ("one two", "+later", ["later", "one", "two"]),
    ("one two", "-one", ["two"]), ("one two", "one -two +three four", ["four", "one", "three"]),
    ("one", "\"-one\" one", ["-one", "one"]), ("one", "+\"to skim\" -nothing", ["one", "to skim"]),
    ("one", "", []),
  ])
  func signsAddAndTakeAwayTags(before: String, line: String, after: [String]) {
    var app = DrivenApp(.threeUnread)
    app.press("t")
    app.type(before)
    app.press("Enter", "t", "^U")
    app.type(line)
    app.press("Enter")
    #expect(app.stored.reading(first).tags == after)
  }

  @Test func aTagIsTakenFromThoseMarkedThatHaveIt() {
    var app = DrivenApp(.threeUnread)
    app.press("t")
    app.type("skim other")
    app.press("Enter", "Space", "j", "Space", "t")
    app.type("-skim +")
    app.press("Enter")
    #expect(app.stored.reading(first).tags == ["other"])
    // What changes nothing says so, and leaves the marks.
    app.press("k", "Space", "j", "Space", "t")
    app.type("+ -")
    app.press("Enter")
    #expect(app.screen.contains("the tags are as they were"))
    #expect(app.stored.reading(first).tags == ["other"])
    #expect(app.screen.split(separator: "\n").count { $0.hasPrefix("+N") } == 2)
  }

  @Test func aTagThatLooksLikeAChangeStandsInQuotes() {
    var app = DrivenApp(.threeUnread)
    app.press("t")
    app.type("\"-x\" y")
    app.press("Enter", "t")
    #expect(app.line.hasSuffix("tags: \"-x\" y "))
    app.press("Enter")
    #expect(app.stored.reading(first).tags == ["-x", "y"])
  }

  @Test func aNoteIsTypedAndSaved() {
    var app = DrivenApp(.threeUnread)
    app.press("a")
    app.type("Good idea")
    app.press("Alt-Enter")
    app.type("but slow")
    app.press("Enter")
    #expect(app.stored.reading(first).notes.map(\.text) == ["Good idea\nbut slow"])
    #expect(app.screen.contains("N n  21 Nov"))
    #expect(app.screen.contains("note of 2026-11-22"))
  }

  @Test func escapeKeepsTheNoteAsADraft() {
    var app = DrivenApp(.threeUnread)
    app.press("a")
    app.type("half a thou")
    app.press("Esc", "j", "a", "Esc", "k", "a")
    #expect(app.screen.contains("note: half a thou"))
    app.type("ght")
    app.press("Enter")
    #expect(app.stored.reading(first).notes.map(\.text) == ["half a thought"])
    app.press("a")
    #expect(app.screen.contains("note:\n"))
  }

  @Test func aPasteGoesIntoThePromptAndSubmitsNothing() {
    var app = DrivenApp(.threeUnread)
    app.press("a")
    app.send(.pasted("two\r\nlines\u{1B}[31m"))
    #expect(app.stored.reading(first).notes.isEmpty)
    app.press("Enter")
    #expect(app.stored.reading(first).notes.map(\.text) == ["two\nlines[31m"])
    app.send(.pasted("rrr"))
    #expect(app.stored.reading(first).state == .unread)
  }

  @Test func tagsAreEditedWithCompletion() {
    var app = DrivenApp(.threeUnread)
    app.press("t")
    app.type("attention todo")
    app.press("Enter", "j", "t")
    app.type("att")
    app.press("Tab")
    #expect(app.screen.contains("tags: attention"))
    app.press("Enter")
    #expect(app.stored.reading(first).tags == ["attention", "todo"])
    #expect(app.stored.reading(second).tags == ["attention"])
    app.press("k", "t", "^W", "Enter")
    #expect(app.stored.reading(first).tags == ["attention"])
  }

  @Test func anActionIsAboutAllMarkedPapersOnce() {
    var app = DrivenApp(.threeUnread)
    app.press("Space", "G", "Space")
    #expect(app.screen.contains("2 marked"))
    #expect(app.screen.contains("+N    21 Nov"))
    app.press("*")
    #expect([first, second, third].map { app.stored.reading($0).star } == [true, false, true])
    app.press("r")
    #expect(
      [first, second, third].map { app.stored.reading($0).state } == [.unread, .unread, .read])
  }

  @Test func marksDoNotGoAlongToAnotherView() {
    var app = DrivenApp(.threeUnread)
    app.press("Space", "4", "j", "r")
    #expect(
      [first, second, third].map { app.stored.reading($0).state } == [.unread, .read, .unread])
  }

  @Test func onlyQueuedPapersMoveInTheQueue() {
    var app = DrivenApp(.threeUnread)
    app.press("K")
    #expect(app.screen.contains("only papers in the queue move; w queues this one"))
  }

  @Test func aLongMessageGoesOnInTheLineOfHints() {
    var app = DrivenApp(.threeUnread, columns: 40, rows: 10)
    app.send(
      .reported("cannot run 'xdg-open': no such file; set 'browser' in the config", isError: true))
    #expect(
      app.screen.hasSuffix(
        "\n cannot run 'xdg-open': no such file;\n set 'browser' in the config"))
    app.press("Esc")
    #expect(app.screen.hasSuffix("Enter open  r read  w want  ? help"))
  }

  @Test func aRangeIsMarkedAndLeft() {
    var app = DrivenApp(.threeUnread)
    app.press("v", "j")
    #expect(app.screen.contains("range of 2; the next action is about all of it"))
    app.press("Esc", "v", "G", "v")
    #expect(app.screen.contains("2 marked"))
    app.press("r")
    #expect(
      [first, second, third].map { app.stored.reading($0).state } == [.unread, .read, .read])
  }

  @Test func manyPapersAreChangedOnlyAfterAQuestion() {
    var app = DrivenApp(.many(30))
    app.press("v", "G", "r")
    #expect(app.screen.contains("mark 30 papers as read? (y/n)"))
    app.press("n", "r", "y")
    #expect(app.screen.contains("30/30"))
    #expect(
      app.stored.shelves.values.flatMap(\.reading.values).filter { $0.state == .read }.count == 30)
  }

  @Test func tagsForManyPapersAreThereAgainAfterANo() {
    var app = DrivenApp(.many(12))
    app.press("v", "G", "t")
    app.type("a \"b c\"")
    app.press("Enter", "n")
    #expect(app.line == "tags of 12 papers: a \"b c\"")
    app.press("Enter", "y")
    #expect(
      app.stored.shelves.values.flatMap(\.reading.values).count { $0.tags == ["a", "b c"] } == 12)
  }

  @Test func everythingInTheViewIsReadAfterAQuestionAndUndone() {
    var app = DrivenApp(.threeUnread)
    app.press("r", "A")
    #expect(app.screen.contains("mark all 2 unread papers of this view as read? (y/n)"))
    app.press("Esc", "A", "y")
    #expect(app.stored.reading(third).state == .read)
    app.press("u")
    #expect(app.screen.contains("undone: 2 papers read"))
    #expect(
      [first, second, third].map { app.stored.reading($0).state } == [.read, .unread, .unread])
    app.press("u", "u")
    #expect(app.screen.contains("nothing to undo"))
    app.press("^R", "^R", "^R")
    #expect(app.screen.contains("nothing to redo"))
    #expect(app.stored.reading(third).state == .read)
  }

  @Test func openingAPageIsRememberedButNotUndone() {
    var app = DrivenApp(.threeUnread)
    app.press("r", "j", "Enter")
    #expect(app.stored.reading(second).seenVersion == 2)
    app.press("u")
    #expect(app.stored.reading(first).state == .unread)
    #expect(app.stored.reading(second).seenVersion == 2)
  }

  @Test func nextUnreadSkipsWhatIsRead() {
    var app = DrivenApp(.threeUnread)
    app.press("j", "r", "k", "]")
    #expect(app.screen.contains("3/3"))
    app.press("[")
    #expect(app.screen.contains("1/3"))
    app.press("Enter", "]")
    #expect(app.screen.contains("A Very Large Collaboration"))
  }

  @Test func outsideEffectsNameTheirPapers() {
    var app = DrivenApp(.threeUnread)
    app.press("o", "e")
    #expect(
      app.takeEffects() == [
        .openInBrowser(ArXivSite.standard.address(of: first)), .editNotes(first, notes: []),
      ])
    app.press("E")
    #expect(app.takeEffects() == [.export([first, second, third])])
    app.press("Space", "E", "^L", "^Z")
    #expect(app.takeEffects() == [.export([first]), .redraw, .suspend])
  }

  @Test func aReadOnlyLibraryIsShownButNotChanged() {
    var app = DrivenApp(.threeUnread)
    app.send(.libraryOpened(LibraryOpening(isReadOnly: true)))
    app.press("r")
    #expect(app.stored.reading(first).state == .unread)
    #expect(app.screen.contains("the library is of a newer paperq"))
  }
}

struct FailureTests {
  private let first = ArXivID(literal: "2611.00003")
  private let third = ArXivID(literal: "2611.00001")

  @Test func aNoteThatWasBegunOutlivesTheProgram() {
    var app = DrivenApp(.threeUnread)
    app.press("a")
    app.type("half a thou")
    app.press("^C")
    let session = Session(view: "Inbox", paper: first, drafts: [[first]: "half a thou"])
    #expect(app.takeEffects() == [.saveSession(session), .quit])
    app = DrivenApp(.threeUnread, session: session)
    app.press("a")
    #expect(app.screen.contains("note: half a thou"))
  }

  @Test func aNoteThatWasBegunOutlivesAHangUp() {
    var app = DrivenApp(.threeUnread)
    app.press("a")
    app.type("half a thou")
    app.send(.terminalClosed)
    #expect(
      app.takeEffects() == [
        .saveSession(Session(view: "Inbox", paper: first, drafts: [[first]: "half a thou"])), .quit,
      ])
  }

  @Test func aNoteThatCannotBeSavedIsKeptAsADraft() {
    var app = DrivenApp(.threeUnread)
    app.savesAtOnce = false
    app.press("a")
    app.type("precious")
    app.press("Enter")
    app.failSaving("cannot save '2611.json': no space left on device")
    #expect(app.stored.reading(first).notes.isEmpty)
    app.press("a")
    #expect(app.screen.contains("note: precious"))
    app.press("Enter")
    #expect(app.stored.reading(first).notes.map(\.text) == ["precious"])
  }

  @Test func quittingTwiceLeavesALockedLibrary() {
    var app = DrivenApp(.threeUnread)
    app.savesAtOnce = false
    app.press("r")
    app.send(.waitingForLock)
    #expect(app.screen.contains("another paperq is saving; the change waits for it"))
    app.press("Q")
    #expect(app.takeEffects() == [])
    #expect(app.screen.contains("quit again to leave without saving"))
    app.press("Q")
    #expect(app.takeEffects().last == .quit)
  }

  @Test func whoMovedWhileTheLibraryOpenedStaysWhereTheyAre() {
    var app = DrivenApp(.threeUnread)
    app.press("2")
    app.send(.libraryOpened(LibraryOpening(warnings: ["'2611.json' was damaged", "another"])))
    #expect(app.screen.contains("No papers in Queue."))
    #expect(app.screen.contains("2 warnings, the first: '2611.json' was damaged"))
  }

  @Test func fetchTakesSeveralNamesAndRefusesUnknownOnes() {
    var app = DrivenApp(.threeUnread)
    app.press(":")
    app.type("fetch learning canon")
    app.press("Enter")
    #expect(app.takeEffects() == [.fetch(sources: ["learning", "canon"])])
    app.send(.fetchEnded(FetchOutcome()))
    app.press(":")
    app.type("fetch nowhere")
    app.press("Enter")
    #expect(app.screen.contains("there is no source 'nowhere'; there are learning, canon"))
  }

  @Test func anActionOfTheCommandLineTakesTheMarksLikeAKey() {
    for line in ["annotate hello", "set-depth 2", "edit-tags +later"] {
      var app = DrivenApp(.threeUnread)
      app.press("Space", "j", "Space", ":")
      app.type(line)
      app.press("Enter")
      #expect(!app.screen.contains("marked"))
      #expect(app.stored.reading(third) == ReadingRecord())
    }
  }

  @Test func aFailedUndoIsSeenBeforePaperqEnds() {
    var app = DrivenApp(.threeUnread)
    app.press("r")
    app.savesAtOnce = false
    app.press("u", "q")
    app.failSaving("cannot save '2611.json': no space left on device")
    #expect(app.takeEffects() == [])
    #expect(app.screen.contains("cannot save '2611.json'"))
  }
}
