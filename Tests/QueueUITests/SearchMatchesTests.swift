import Papers
import TerminalGrid
import TestSupport
import Testing

@testable import QueueUI

/// Which match the cursor is on.
struct SearchMatchesTests {
  private func status(_ app: DrivenApp) -> String {
    let rows = app.screen.split(separator: "\n", omittingEmptySubsequences: false)
    return String(rows.dropLast().last ?? "")
  }

  @Test func eachMatchIsNumbered() {
    var app = DrivenApp(.many(12), columns: 60, rows: 10)
    app.press("/")
    app.type("number 1")
    app.press("Enter")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    22 Nov  Paper number 12          Hopper       cs.LG
       N    22 Nov  Paper number 11          Hopper       cs.LG
       N    22 Nov  Paper number 10          Hopper       cs.LG
       N    22 Nov  Paper number 9           Hopper       cs.LG
       N    22 Nov  Paper number 8           Hopper       cs.LG
       N    22 Nov  Paper number 7           Hopper       cs.LG
       N    22 Nov  Paper number 6           Hopper       cs.LG
       match 1 of 4                                          1/12
       Enter open  r read  w want  a note  ? help  / search
      """)
    for place in [2, 3, 4, 1] {
      app.press("n")
      #expect(status(app).hasPrefix(" match \(place) of 4  "))
    }
    app.press("N")
    #expect(status(app).hasPrefix(" match 4 of 4  "))
    app.press("j")
    #expect(status(app).hasPrefix(" Inbox  "))
    // The history is not for this.
    app.press("M")
    #expect(app.screen.contains("none yet"))
  }

  @Test func matchesAreCountedAnewWhenTheListOrThePapersChange() {
    var app = DrivenApp(.many(12), columns: 60, rows: 10)
    app.run("search number 1")
    #expect(status(app).hasPrefix(" match 2 of 4  "))
    app.press("4", "f")
    app.type("-ti:12")
    app.press("Enter", "n")
    #expect(app.screen.contains("\n match 3 of 3  "))
    app.press("k")
    app.run("annotate as in number 1")
    app.press("n")
    #expect(app.screen.contains("\n match 4 of 4  "))
  }

  @Test func onAPageItIsSaidToo() {
    var app = DrivenApp(.many(12), columns: 60, rows: 10)
    app.press("Enter")
    app.run("search number 1")
    #expect(app.screen.contains("\n match 1 of 1  "))
    #expect(app.screen.contains("Paper number 12"))
  }

  @Test func countingWaitsUntilNoKeyIsThereAndGoesInRuns() {
    var state = DrivenApp(.many(20_000), columns: 60, rows: 10).state
    state.searchText = "number"
    #expect(state.update(.key(.character("n")), now: DrivenApp.start) == [])
    #expect(state.message == nil)
    var rounds = 0
    while state.needsSettling {
      state.settle()
      rounds += 1
    }
    #expect(rounds == 3)
    #expect(state.message?.text == "match 2 of 20000")
    // What is counted is said at once.
    _ = state.update(.key(.character("n")), now: DrivenApp.start)
    #expect(state.message?.text == "match 3 of 20000")
    #expect(!state.needsSettling)
    // Another key makes the answer of no interest.
    state.searchText = "paper"
    _ = state.update(.key(.character("n")), now: DrivenApp.start)
    _ = state.update(.key(.character("j")), now: DrivenApp.start)
    #expect(!state.needsSettling)
    #expect(state.message == nil)
  }
}
