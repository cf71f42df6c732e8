import Papers
import QueueUI
import TerminalGrid
import TestSupport
import Testing

struct PromptTests {
  @Test func searchAndReturn() {
    var app = DrivenApp(.threeUnread)
    app.press("/")
    app.type("collab")
    #expect(app.screen.contains("/collab"))
    app.press("Enter")
    #expect(app.screen.contains("3/3"))
    app.press("g", "n")
    #expect(app.screen.contains("3/3"))
    app.press("g", "/")
    app.type("zzz")
    #expect(app.screen.contains("not found"))
    app.press("Esc")
    #expect(app.screen.contains("1/3"))
  }

  @Test func searchGoesAroundAndBack() {
    var app = DrivenApp(.many(30))
    app.press("/")
    app.type("number 2")
    app.press("Enter")
    #expect(app.screen.contains("2/30"))
    app.press("n")
    #expect(app.screen.contains("3/30"))
    app.press("N", "N")
    #expect(app.screen.contains("29/30"))
  }

  @Test func filterNarrowsAsYouType() {
    var app = DrivenApp(.threeUnread)
    app.press("f")
    app.type("cat:cs.*")
    #expect(app.screen.contains("Lovelace"))
    #expect(!app.screen.contains("Schrödinger"))
    app.press("Enter")
    #expect(app.screen.contains("filter: cat:cs.*"))
    app.press("c")
    #expect(app.screen.contains("1/3"))
  }

  @Test func leavingTheFilterBringsTheListBack() {
    var app = DrivenApp(.threeUnread)
    app.press("j", "f")
    app.type("lovelace")
    app.press("Esc")
    #expect(app.screen.contains("2/3"))
  }

  @Test func aBrokenQueryPointsAtItsColumnAndKeepsThePrompt() {
    var app = DrivenApp(.threeUnread)
    app.press("f")
    app.type("cat:cs.LG xyz:3")
    #expect(app.screen.contains("column 11: unknown field 'xyz'"))
    #expect(!app.showsError)
    app.press("Enter")
    #expect(app.screen.contains("filter: cat:cs.LG xyz:3"))
    #expect(app.showsError)
    app.press("Left")
    #expect(!app.showsError)
  }

  @Test(arguments: [
    ("au:", "au: author: hill, hill_f"), ("is:unr", "is: unread queued reading"),
    ("lovelace since:7", "since: submitted since: 2026-11-22"), ("cat:cs.LG (ti:", "ti: title"),
    ("-(ti:x OR au:\"Hill, ", "au: author"), ("cat:", "cat: category"),
    ("cat:cs.LG OR ", "Enter keep"), ("-", "Enter keep"), ("(", "Enter keep"),
    ("\"world mo", "Enter keep"), ("since:7 love", "column 7: '7' is no time"),
    ("a )", "column 3: this ')' closes no parenthesis"),
  ])
  func aQueryThatIsNotCompleteIsNoErrorWhileItIsTyped(text: String, hint: String) {
    var app = DrivenApp(.threeUnread)
    app.press("f")
    app.type("lovelace")
    let narrowed = app.rows(1..<4)
    app.press("^U")
    for character in text where !app.showsError { app.type(String(character)) }
    #expect(!app.showsError)
    #expect(app.screen.split(separator: "\n").last?.hasPrefix(" " + hint) == true)
    app.press("Enter")
    #expect(app.showsError)
    app.press("Esc", "f")
    app.type("lovelace (")
    #expect(app.rows(1..<4) == narrowed)
  }

  @Test func ofASearchAtArXivOnlyWhatArXivTakesIsSaid() {
    var app = DrivenApp(.threeUnread)
    app.press("S")
    app.type("since:")
    #expect(app.screen.contains("\n since: submitted since: 2026-11-22"))
    app.press("^U")
    app.type("tag:")
    #expect(app.screen.hasSuffix("\n Enter ask  Tab complete  Up earlier  Esc leave"))
    app.type("x")
    #expect(app.screen.contains("\n column 1: arXiv does not know"))
    #expect(!app.showsError)
    app.press("Enter")
    #expect(app.showsError)
    #expect(app.takeEffects() == [])
  }

  @Test func actionsRunByNameAndByBeginning() {
    var app = DrivenApp(.threeUnread)
    app.press(":")
    app.type("toggle-star")
    app.press("Enter", ":")
    app.type("3")
    app.press("Enter")
    #expect(app.screen.contains("3/3"))
    app.press(":")
    app.type("show-view star")
    app.press("Enter")
    #expect(app.screen.contains("there is no view 'star'"))
    app.press("Esc", ":")
    app.type("show-view starred")
    app.press("Enter")
    #expect(app.screen.contains("1/1"))
  }

  @Test(arguments: [
    ("-9223372036854775808", "1/3"), ("9223372036854775807", "3/3"),
    ("show-view -9223372036854775808", "there is no view '-9223372036854775808'"),
    ("set-depth 99", "'set-depth' takes a number from 0 to 3, not '99'"),
    ("sort size", "cannot sort by 'size'; there are published, added"),
    ("filter xyz:1", "column 1: unknown field 'xyz'"),
    ("undo twice", "'undo' takes nothing after it, but there is 'twice'"),
    ("set-depth 2", "1/3"), ("search collab", "3/3"), ("filter au:turing", "1/1"),
  ])
  func whatStandsBehindAnActionIsTakenOrRefused(line: String, shown: String) {
    var app = DrivenApp(.threeUnread)
    app.press(":")
    app.type(line)
    app.press("Enter")
    #expect(app.screen.contains(shown))
  }

  @Test func anUnknownActionNamesTheNearest() {
    var app = DrivenApp(.threeUnread)
    app.press(":")
    app.type("togle-star")
    app.press("Enter")
    #expect(app.screen.contains("unknown action 'togle-star'; did you mean 'toggle-star'?"))
    app.press("Esc", ":")
    app.type("toggle")
    app.press("Enter")
    #expect(app.screen.contains("'toggle' may be toggle-read, toggle-queued"))
  }

  @Test func theCommandLineCompletesAndRemembers() {
    var app = DrivenApp(.threeUnread)
    app.press(":")
    app.type("clear-")
    app.press("Tab", "Enter")
    #expect(app.screen.contains("there is no filter"))
    app.press(":", "Up")
    #expect(app.screen.contains(":clear-filter"))
    app.press("Esc", "q")
    #expect(
      app.savedSession
        == Session(
          view: "Inbox", paper: ArXivID(literal: "2611.00003"), commands: ["clear-filter"]))
  }

  @Test func theEditorKnowsReadline() {
    var app = DrivenApp(.threeUnread)
    app.press("a")
    app.type("one two three")
    app.press("^W", "^A", "^K", "^Y", "^U", "^Y", "Left", "Backspace", "Del", "^E")
    app.type("!")
    app.press("Alt-b", "Alt-f", "Enter")
    #expect(app.stored.reading(ArXivID(literal: "2611.00003")).notes.map(\.text) == ["one tw!"])
  }

  @Test func sortingByTitleAndBack() {
    var app = DrivenApp(.threeUnread)
    app.press("O", "t")
    #expect(app.screen.contains("\n sort: title  "))
    app.press("g")
    #expect(app.screen.contains("N    19 Nov  A Very Large"))
    app.press("O", "j", "j", "j", "Enter")
    #expect(app.screen.contains("\n Inbox  "))
  }

  @Test func helpIsFilteredAsYouTypeAndMadeOfTheLiveKeys() throws {
    let keys = try KeyMap(preset: "vim", bindings: ["list": ["m": "toggle-read"]])
    var app = DrivenApp(.threeUnread, options: { $0.keyMap = keys })
    app.press("?")
    app.type("unread")
    #expect(app.screen.contains(" r m "))
    #expect(!app.screen.contains("toggle-star"))
    app.press("Esc", "m")
    #expect(app.stored.reading(ArXivID(literal: "2611.00003")).state == .read)
  }

  @Test func fetchShowsItsProgressAndStops() {
    var app = DrivenApp(.threeUnread)
    app.press("R")
    #expect(app.takeEffects() == [.fetch(sources: nil)])
    app.send(.fetchProgressed(FetchProgress(source: "learning", received: 200, expected: 1204)))
    #expect(app.screen.contains("fetching learning ━━━───────────────── 200 of 1204"))
    app.press("j", "Esc")
    #expect(app.takeEffects() == [.cancelFetch])
    app.send(.fetchEnded(FetchOutcome(new: 3, isCancelled: true)))
    #expect(app.screen.contains("fetch stopped: 3 new"))
  }

  @Test func whatIsFreshIsSaidAndAskedForAtTheSecondPress() {
    var app = DrivenApp(.threeUnread)
    let fresh = FetchOutcome(
      notAskedText: "learning: asked at 14:02; arXiv announces next on Mon 01:00")
    app.press("R")
    #expect(app.takeEffects() == [.fetch(sources: nil)])
    app.send(.fetchEnded(fresh))
    #expect(
      app.screen.contains(
        "\n learning: asked at 14:02; arXiv announces next on Mon 01:00; fetch again"))
    app.press("R")
    #expect(app.takeEffects() == [.fetch(sources: nil, isForced: true)])
    app.send(.fetchEnded(FetchOutcome()))
    app.press("R")
    app.send(.fetchEnded(fresh))
    app.press("j", "R")
    #expect(
      app.takeEffects() == [.fetch(sources: nil), .fetch(sources: nil, isForced: false)])
  }

  @Test func papersThatArriveKeepTheCursorOnItsPaper() {
    var app = DrivenApp(.threeUnread)
    app.press("r", "j")
    let newer = Paper(
      id: ArXivID(literal: "2611.00009"), title: "Newest", published: DrivenApp.start)
    var library = app.stored
    library.apply(library.merging([newer]))
    app.send(.papersArrived(LibraryUpdate(shelves: library.shelves)))
    #expect(app.screen.contains("3/4"))
    #expect(app.screen.contains(" N    22 Nov  Newest"))
  }

  @Test func aFailedFetchIsOneSentence() {
    var app = DrivenApp(.threeUnread)
    app.press("R")
    app.send(.fetchEnded(FetchOutcome(failures: ["cannot reach arXiv: no network"])))
    #expect(app.screen.contains("\n cannot reach arXiv: no network"))
  }

  @Test func noNumberOnTheCommandLineIsTooLargeOrTooSmall() {
    var app = DrivenApp(.threeUnread)
    for (line, place) in [("9223372036854775807", "3/3"), ("-9223372036854775808", "1/3")] {
      app.press(":")
      app.type(line)
      app.press("Enter")
      #expect(app.screen.contains(place))
    }
    app.press(":")
    app.type("show-view -9223372036854775808")
    app.press("Enter")
    #expect(app.screen.contains("there is no view '-9223372036854775808'"))
  }

  @Test func aTagWithABlankStaysWholeWhenTagsAreEdited() {
    let id = ArXivID(literal: "2611.00003")
    var app = DrivenApp(
      Library.threeUnread.applying(
        LibraryChange(
          action: "edit-tags", at: DrivenApp.start,
          steps: [.init(id, .tag("to read", isPresent: true))])))
    app.press("t")
    #expect(app.screen.contains("tags: \"to read\""))
    app.type("vision")
    app.press("Enter")
    #expect(app.stored.reading(id).tags == ["to read", "vision"])
    app.press("j", "t")
    app.type("to")
    app.press("Tab", "Enter")
    #expect(app.stored.reading(ArXivID(literal: "2611.00002")).tags == ["to read"])
  }

  @Test func aSearchTakesBackslashesAndQuotesAsTheyAre() {
    var app = DrivenApp(.threeUnread)
    app.press("/")
    app.type("foo\\")
    #expect(app.screen.contains("not found"))
    app.press("Enter", "n")
    #expect(app.screen.contains("'foo\\' is not found in this view"))
  }

  @Test func completionDoesNotTakeBackWhatWasPastedAfterIt() {
    var app = DrivenApp(.threeUnread)
    app.press(":")
    app.type("next")
    app.press("Tab")
    app.send(.pasted("XYZ"))
    app.press("Tab")
    #expect(app.screen.contains(":next-unreadXYZ"))
  }
}

struct SettlingTests {
  @Test func typedCharactersAreShownBeforeTheListFollows() {
    var state = DrivenApp(.threeUnread).state
    let now = DrivenApp.start
    for character in "flovelace" {
      #expect(state.update(.key(.character(character)), now: now) == [])
    }
    #expect(state.needsSettling)
    #expect(state.rendered().lines.joined().contains("filter: lovelace"))
    #expect(state.rendered().lines.joined().contains("Schrödinger"))
    state.settle()
    #expect(!state.needsSettling)
    #expect(!state.rendered().lines.joined().contains("Schrödinger"))
  }

  @Test func enterSettlesWhatWasTypedBefore() {
    var state = DrivenApp(.threeUnread).state
    let now = DrivenApp.start
    for character in "flovelace" { _ = state.update(.key(.character(character)), now: now) }
    _ = state.update(.key(.enter), now: now)
    #expect(!state.needsSettling)
    #expect(!state.rendered().lines.joined().contains("Schrödinger"))
  }
}

extension DrivenApp {
  /// Whether the line of hints says in the style of errors what is wrong.
  fileprivate var showsError: Bool {
    let grid = state.rendered()
    return grid[Position(row: grid.size.rows - 1, column: 1)].style == Theme.sixteenColors[.error]
  }

  /// Some rows of the screen.
  fileprivate func rows(_ range: Range<Int>) -> ArraySlice<String> {
    state.rendered().lines[range]
  }
}
