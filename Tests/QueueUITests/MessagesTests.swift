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

  @Test func anErrorStaysWhileOneMovesAboutAndEscapeDismissesIt() {
    var app = failing()
    app.press("j", "Enter", "q", "Tab", "1", "/", "Esc")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly Wha… Lovelace +1  cs.LG
       N    20 Nov  Schrödinger Bridges for… Schrödinger  stat.ML
       N    19 Nov  A Very Large Collaborat… Number1 +8   cs.AI




       cannot export to '/x': no space left                   2/3
       Esc hide  Enter open  r read  w want  a note  ? help
      """)
    app.press("Esc")
    #expect(status(app) == " Inbox                                                  2/3")
  }

  @Test(arguments: [
    (["v"], "range of 1; the next"), (["Space"], "1 marked  "), (["*"], "Inbox  "),
    (["O", "t"], "sort: title  "), (["f", "a", "u", ":", "l", "Enter"], "filter: au:l  "),
    (["/", "a", "Enter"], "match 1 of 3  "), (["F9"], "F9 does nothing here"),
    (["R"], "fetching arXiv  "), (["p"], "PDF 2611.00003v1"), (["o"], "opening 2611.00003v1  "),
    (["u"], "nothing to undo  "), (["v", "j", "r"], "2 papers read; u undoes  "),
    (["y", "i"], "Inbox  "), (["~"], "looking for papers like"),
  ])
  func theResultOfALaterKeyTakesItsPlace(keys: [String], status text: String) {
    var app = failing()
    for key in keys { app.press(key) }
    #expect(status(app).hasPrefix(" \(text)"))
    app.press("M")
    #expect(app.screen.contains("12:00 cannot export to '/x': no space left"))
  }

  @Test func whatComesByItselfWaitsForTheErrorToBeDismissed() {
    var app = failing()
    app.send(.fetchEnded(FetchOutcome(new: 2)))
    #expect(status(app).hasPrefix(" cannot export"))
    app.press("j", "Esc")
    #expect(status(app).hasPrefix(" 2 new  "))
    app.press("j")
    #expect(status(app).hasPrefix(" Inbox  "))
    app = failing()
    app.send(.reported("cannot read '2611.json'", isError: true))
    app.send(.fetchEnded(FetchOutcome(new: 2)))
    // The result of the next key is seen before the error that came meanwhile.
    app.press("Space")
    #expect(status(app).hasPrefix(" 1 marked  "))
    app.press("j")
    #expect(status(app).hasPrefix(" cannot read '2611.json'  "))
    app.press("M")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       Messages, the newest first
       12:00 2 new
       12:00 cannot read '2611.json'
       12:00 cannot export to '/x': no space left



       cannot read '2611.json'                                all
       Esc hide  q back  / filter  ? help
      """)
  }

  @Test func escapeLeavesAPromptBeforeItDismissesTheErrorBehindIt() {
    var app = failing()
    app.press("/", "Esc")
    #expect(status(app).hasPrefix(" cannot export"))
    app.press("Esc")
    #expect(status(app).hasPrefix(" Inbox"))
  }

  @Test func whatIsWorthReadingAgainIsFoundTheNewestFirst() {
    var app = failing()
    app.press("F9", "]", "u", "j", "t", "r", "l", "Enter", "v", "k", "r", "u", "/", "a", "Enter")
    app.send(.confirmed("copied the URL by the terminal"))
    app.send(.reported("exported 3 papers to '~/papers'", isError: false))
    app.send(.reported("exported 3 papers to '~/papers'", isError: false))
    app.press("M")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       Messages, the newest first
       12:00 exported 3 papers to '~/papers' (2 times)
       12:00 undone: 2 papers read
       12:00 2 papers read; u undoes
       12:00 cannot export to '/x': no space left


       Inbox                                                  all
       q back  / filter  ? help
      """)
    app.press("q")
    #expect(app.screen.contains("/3\n"))
    app.resize(columns: 40, rows: 10)
    app.press("M")
    #expect(
      app.screen.contains("\n 12:00 exported 3 papers to '~/papers'\n       (2 times)\n"))
    app.press("Esc", ":")
    app.type("messages")
    app.press("Enter")
    #expect(app.screen.contains("Messages, the newest first"))
  }

  @Test func timesAreThoseOfTheClockOnTheWall() {
    var app = DrivenApp(
      .threeUnread, columns: 60, rows: 10, options: { $0.wallClock = WallClock { _ in -45_000 } })
    // 12:00 in Greenwich is 23:30 of the day before here.
    app.send(.reported("yesterday", isError: false))
    app.send(.reported("today", isError: false), after: 1_800_000)
    app.press("M")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       Messages, the newest first
       00:00 today
       21 Nov 23:30 yesterday




       Inbox                                                  all
       q back  / filter  ? help
      """)
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
