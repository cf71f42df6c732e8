import Papers
import TestSupport
import Testing

@testable import QueueUI

/// What is under way, as the status line tells it.
struct ProgressTests {
  private func status(_ app: DrivenApp) -> String {
    let rows = app.screen.split(separator: "\n", omittingEmptySubsequences: false)
    return String(rows.dropLast().last ?? "")
  }

  private func fetching(_ received: Int64, _ app: inout DrivenApp, expected: Int64? = 1204) {
    app.send(.fetchProgressed(source: "learning", .came(received, of: expected)), after: 10_000)
  }

  @Test func aFetchShowsABarTheRateAndTheTimeLeft() {
    var app = DrivenApp(.threeUnread)
    #expect(!app.state.needsTicks)
    app.press("R")
    #expect(app.state.needsTicks)
    fetching(50, &app)
    let first = " fetching learning ╸─────────────────── 50 of 1204"
    #expect(status(app) == first + blanks(26) + "1/3")
    fetching(400, &app)
    #expect(
      status(app)
        == " fetching learning ━━━━━━╸───────────── 400 of 1204, 35/s, 23 s left        1/3")
    app.send(.ticked, after: 10_000)
    #expect(status(app).contains("400 of 1204, 17/s, 46 s left"))
    fetching(1204, &app)
    #expect(status(app).contains("━━━━━━━━━━━━━━━━━━━━ 1204 of 1204, 38/s  "))
    app.send(.fetchEnded(FetchOutcome(new: 1204)))
    #expect(!app.state.needsTicks)
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  @Test(arguments: [
    (64, "fetching learning ━━╸───── 400 of 1204, 35/s, 23 s left"),
    (58, "fetching learning ━━╸───── 400 of 1204, 23 s left"),
    (48, "fetching learning ━━╸───── 400 of 1204"),
    (40, "fetching learning 400 of 1204"),
  ])
  func aNarrowScreenShowsLess(columns: Int, expected: String) {
    var app = DrivenApp(.threeUnread, columns: columns, rows: 10)
    app.press("R")
    fetching(50, &app)
    fetching(400, &app)
    #expect(
      status(app) == " " + expected + blanks(columns - 5 - expected.count) + "1/3")
  }

  @Test func otherTerminalsHaveABarOfASCII() {
    var app = DrivenApp(.threeUnread, options: { $0.progressBar = .ascii })
    app.press("R")
    fetching(602, &app)
    #expect(status(app).contains("fetching learning ##########---------- 602 of 1204"))
  }

  @Test func whatIsWaitedForCountsDown() {
    var app = DrivenApp(.threeUnread, columns: 100)
    app.press("R")
    let wait = ProgressWait(
      "trying again in", milliseconds: 9200, reason: "cannot reach 'localhost': refused")
    app.send(.fetchProgressed(source: "learning", .waits(wait)))
    let reason = "(cannot reach 'localhost': refused)"
    #expect(status(app).hasPrefix(" fetching learning: trying again in 10 s \(reason)  "))
    app.send(.ticked)
    #expect(status(app).hasPrefix(" fetching learning: trying again in 9 s \(reason)  "))
    app.send(.ticked, after: 20_000)
    #expect(status(app).hasPrefix(" fetching learning  "))
    fetching(602, &app)
    app.send(.fetchProgressed(source: "learning", .waits(ProgressWait("waiting"))))
    #expect(status(app).hasPrefix(" fetching learning: waiting  "))
    let pace = ProgressWait("arXiv's pace: asking in", milliseconds: 100)
    app.send(.fetchProgressed(source: "learning", .waits(pace)))
    app.send(.ticked)
    #expect(status(app).contains("━━━━━━━━━━────────── 602 of 1204"))
    app.press("Esc")
    #expect(app.takeEffects() == [.fetch(sources: nil), .cancelFetch])
  }

  @Test func aDownloadShowsItsRateToo() {
    let paper = ArXivReference(id: ArXivID(literal: "2611.00003"), version: 1)
    var app = DrivenApp(.threeUnread, columns: 100)
    app.press("p")
    for received in [0, 500_000, 1_000_000] as [Int64] {
      app.send(.pdfProgressed(paper, .came(received, of: 3_000_000)))
    }
    #expect(
      status(app).hasPrefix(
        " PDF 2611.00003v1 ━━━━━━╸───────────── 1.0 of 3.0 MB, 500 kB/s, 4 s left  "))
  }

  @Test func aRateNeedsASecondAndNoTrap() {
    var pulse = Pulse()
    let start = DrivenApp.start
    #expect(pulse.rate(at: start) == nil)
    pulse.note(.came(0, of: nil), at: start)
    pulse.note(.came(.max, of: nil), at: Timestamp(milliseconds: start.milliseconds + 500))
    #expect(pulse.rate(at: Timestamp(milliseconds: start.milliseconds + 500)) == nil)
    pulse.note(.came(5, of: nil), at: start)
    #expect(pulse.rate(at: start.advanced(byDays: 1)) == nil)
    pulse.note(.came(6, of: nil), at: start.advanced(byDays: 1))
    #expect(pulse.secondsLeft(of: .max, at: start.advanced(byDays: 1)) == nil)
    #expect(ProgressText.duration(99) == "99 s")
    #expect(ProgressText.duration(100) == "2 min")
    #expect(ProgressText.duration(7300) == "2 h")
    #expect(ProgressBar.lines.text(.nan, columns: 4) == "────")
    #expect(ProgressBar.lines.text(0.999, columns: 4) == "━━━╸")
    #expect(ProgressBar.ascii.text(2, columns: 4) == "####")
  }
}
