import Papers
import TerminalGrid
import TestSupport
import Testing

@testable import QueueUI

struct ViewCountsTests {
  private func app(_ library: Library) -> DrivenApp {
    DrivenApp(library) { $0.showsCounts = true }
  }

  private func tabs(_ app: DrivenApp) -> String {
    app.screen.split(separator: "\n").first.map(String.init) ?? ""
  }

  @Test func countsFollowWhatIsRead() {
    var app = app(.threeUnread)
    #expect(tabs(app) == " 1 Inbox 3  2 Queue  3 Starred  4 All 3")
    app.press("r", "j", "*")
    #expect(tabs(app) == " 1 Inbox 2  2 Queue  3 Starred 1  4 All 2")
    app.press("u", "u")
    #expect(tabs(app) == " 1 Inbox 3  2 Queue  3 Starred  4 All 3")
  }

  @Test func viewsOfWhatTheUserDidCountAllOfTheirPapers() {
    var app = app(.threeUnread)
    app.press("*", "w", "j", "w")
    #expect(tabs(app) == " 1 Inbox 1  2 Queue 2  3 Starred 1  4 All 1")
    app.press("r")
    #expect(tabs(app) == " 1 Inbox 1  2 Queue 1  3 Starred 1  4 All 1")
    app.press("k", "*", "r")
    #expect(tabs(app) == " 1 Inbox 1  2 Queue  3 Starred  4 All 1")
  }

  @Test func countsFollowAFetch() {
    var app = app(.threeUnread)
    app.receive([
      Paper(
        id: ArXivID(literal: "2610.00001"), title: "Older",
        published: Timestamp(literal: "2026-10-01T00:00:00Z"))
    ])
    #expect(tabs(app) == " 1 Inbox 3  2 Queue  3 Starred  4 All 4")
  }

  @Test func countsAreHiddenOnRequest() {
    #expect(tabs(DrivenApp(.threeUnread)) == " 1 Inbox  2 Queue  3 Starred  4 All")
  }

  @Test func onlyMonthsThatChangedAreCounted() {
    let now = DrivenApp.start
    let views = [ViewDefinition("All", "")]
    let two = Library(papers: [
      Paper(id: ArXivID(literal: "2610.00001"), title: "A", published: now),
      Paper(id: ArXivID(literal: "2611.00001"), title: "B", published: now),
    ])
    var counts = ViewCounts()
    #expect(counts.isStale(now: now))
    counts.update(views, in: two, now: now)
    #expect(counts.totals == [2])
    #expect(!counts.isStale(now: now))
    counts.expect([ArXivID(literal: "2610.00001").month])
    // The other month has gone, but nobody said so.
    counts.update(views, in: Library(), now: now)
    #expect(counts.totals == [1])
  }

  @Test func whatTheWindowLeavesBehindIsCountedAfterAWhile() {
    let now = DrivenApp.start
    let views = [ViewDefinition("Inbox", "since:14d")]
    let library = Library(papers: [
      Paper(
        id: ArXivID(literal: "2611.00001"), title: "A",
        published: Timestamp(milliseconds: now.milliseconds - 14 * 86_400_000 + 1000))
    ])
    var counts = ViewCounts()
    counts.update(views, in: library, now: now)
    #expect(counts.totals == [1])
    let later = Timestamp(milliseconds: now.milliseconds + 11 * 60_000)
    #expect(counts.isStale(now: later))
    counts.update(views, in: library, now: later)
    #expect(counts.totals == [0])
  }

  @Test func aLargeLibraryIsCountedInSlices() {
    let now = DrivenApp.start
    let views = [ViewDefinition("All", "")]
    let library = Library(
      papers: (1...3).flatMap { month in
        (1...2).map { number in
          Paper(
            id: ArXivID(literal: "260\(month).\(10_000 + number)"), title: "", published: now)
        }
      })
    var counts = ViewCounts()
    for slice in 1...3 {
      #expect(counts.isStale(now: now))
      counts.update(views, in: library, now: now, papers: 3)
      // Half a count is none.
      #expect(counts.totals == (slice < 3 ? [] : [6]))
    }
    #expect(!counts.isStale(now: now))
    // A month that changed is counted, and the totals hold the others.
    counts.expect([ArXivID(literal: "2603.00001").month])
    counts.update(views, in: library, now: now, papers: 3)
    #expect(counts.totals == [6])
    #expect(!counts.isStale(now: now))
  }

  @Test func aKeyThatMovesCountsNothing() {
    var state = QueueState(
      options: {
        var options = QueueState.Options(views: [ViewDefinition("All", "")])
        options.showsCounts = true
        return options
      }(), size: .init(rows: 24, columns: 80), now: DrivenApp.start)
    _ = state.update(
      .monthsLoaded(LibraryUpdate(shelves: Library.threeUnread.shelves)), now: DrivenApp.start)
    #expect(!state.needsSettling)
    _ = state.update(.libraryOpened(LibraryOpening()), now: DrivenApp.start)
    #expect(state.needsSettling)
    state.settle()
    _ = state.update(.key(.character("j")), now: DrivenApp.start)
    #expect(!state.needsSettling)
  }
}
