import Papers
import QueueUI
import TestSupport
import Testing

/// What the status line says, how long, and where it is found again.
struct MessagesTests {
  private func status(_ app: DrivenApp) -> String {
    let rows = app.screen.split(separator: "\n", omittingEmptySubsequences: false)
    return String(rows.dropLast().last ?? "")
  }

  private func failing() -> DrivenApp {
    var app = DrivenApp(.threeUnread, columns: 60, rows: 10)
    app.send(.reported("cannot export to '/x': no space left", isError: true))
    return app
  }

  @Test func anErrorStaysUntilEscapeWhichDoesNothingElse() {
    var app = failing()
    app.press("v", "j", "r")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
            21 Nov  Attention Is Mostly Wha… Lovelace +1  cs.LG
            20 Nov  Schrödinger Bridges for… Schrödinger  stat.ML
       N    19 Nov  A Very Large Collaborat… Number1 +8   cs.AI




       cannot export to '/x': no space left                   2/3
       Esc dismiss  Enter open  r read  w want  a note  ? help
      """)
    app.press("v", "Esc")
    #expect(status(app).hasPrefix(" range of 1"))
    app.press("Esc")
    #expect(status(app).hasPrefix(" Inbox"))
  }

  @Test func anotherMessageTakesTheErrorsPlaceAndGoesWithTheNextKey() {
    var app = failing()
    app.press("F9")
    #expect(status(app).hasPrefix(" F9 does nothing here"))
    app.press("j")
    #expect(status(app).hasPrefix(" Inbox"))
  }

  @Test func escapeLeavesAPromptBeforeItDismissesTheErrorBehindIt() {
    var app = failing()
    app.press("/", "Esc")
    #expect(status(app).hasPrefix(" cannot export"))
    app.press("Esc")
    #expect(status(app).hasPrefix(" Inbox"))
  }

  @Test func allMessagesAreFoundAgainTheNewestFirst() {
    var app = failing()
    app.press("F9", "F9", "*", "u", "M")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       Messages, the newest first, in UTC
       12:00 undid toggle-star of 'Attention Is Mostly What You
             N…'
       12:00 F9 does nothing here; ? shows the keys (2 times)
       12:00 cannot export to '/x': no space left


       Inbox                                                  all
       q back  / filter  ? help
      """)
    app.press("q")
    #expect(app.screen.contains("1/3"))
    app.resize(columns: 40, rows: 10)
    app.press("M")
    #expect(
      app.screen.contains("\n 12:00 F9 does nothing here; ? shows\n       the keys (2 times)\n"))
    app.press("Esc", ":")
    app.type("messages")
    app.press("Enter")
    #expect(app.screen.contains("Messages, the newest first"))
  }

  @Test func errorsAndFetchesAreWrittenToTheLog() {
    var app = failing()
    app.press("F9", "R")
    app.send(.fetchEnded(FetchOutcome(new: 2)))
    app.press("R")
    app.send(.fetchEnded(FetchOutcome(failures: ["learning: no", "canon: neither"])))
    #expect(
      app.logged == [
        "error cannot export to '/x': no space left", "fetch: 2 new", "error canon: neither",
        "error learning: no (and 1 more)",
      ])
    #expect(status(app).hasPrefix(" learning: no (and 1 more)"))
    app.press("R")
    #expect(status(app).hasPrefix(" fetching arXiv"))
  }

  @Test func newPapersOfASourceWithAnAlertAreNamed() {
    var app = DrivenApp(.threeUnread, columns: 100, rows: 12)
    app.press("R")
    let one = SourceAlert(source: "Felix Hill", titles: ["A World Model"])
    app.send(.fetchEnded(FetchOutcome(new: 3, alerts: [one])))
    #expect(status(app).hasPrefix(" 3 new; Felix Hill: A World Model  "))
    app.press("R")
    let two = SourceAlert(source: "Hopper", titles: ["Compilers", "Bugs"])
    app.send(.fetchEnded(FetchOutcome(new: 5, alerts: [one, two])))
    #expect(
      status(app).hasPrefix(
        " 5 new; Felix Hill: A World Model; Hopper: 2 new papers, first Compilers  "))
    app.press("M")
    #expect(
      app.screen.contains("\n 12:00 Hopper: Compilers\n 12:00 Hopper: Bugs\n 12:00 Felix Hill: A"))
  }
}
