import Papers
import Testing

@testable import paperq

struct SourceLedgerWordsTests {
  private let now = Timestamp(milliseconds: 1_795_000_000_000)

  private func span(_ from: String, _ until: String) throws -> ClosedRange<Timestamp> {
    try #require(Timestamp(from + ":00Z"))...#require(Timestamp(until + ":00Z"))
  }

  @Test(arguments: [
    ("2026-11-15T03:00", "2026-11-22T10:00", "15 to 22 Nov", "15 Nov 03:00 to 22 Nov 10:00"),
    ("2026-11-18T02:10", "2026-11-18T06:00", "18 Nov", "18 Nov 02:10 to 06:00"),
    ("2026-10-28T23:59", "2026-11-03T00:00", "28 Oct to 3 Nov", "28 Oct 23:59 to 3 Nov 00:00"),
    (
      "2025-12-28T00:00", "2026-01-03T00:00", "28 Dec 2025 to 3 Jan 2026",
      "28 Dec 2025 00:00 to 3 Jan 00:00"
    ),
    (
      "2024-05-01T00:00", "2024-05-03T00:00", "1 to 3 May 2024",
      "1 May 2024 00:00 to 3 May 2024 00:00"
    ),
    ("2024-05-01T00:00", "2024-05-01T07:30", "1 May 2024", "1 May 2024 00:00 to 07:30"),
  ])
  func stretchesOfTimeAreWordedShortly(
    from: String, until: String, days: String, minutes: String
  ) throws {
    #expect(try span(from, until).days(now: now) == days)
    #expect(try span(from, until).minutes(now: now) == minutes)
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1204, "1,204"), (30_000, "30,000"),
    (1_234_567, "1,234,567"), (-1204, "-1,204"),
  ])
  func numbersAreGrouped(number: Int, text: String) {
    #expect(number.grouped == text)
  }

  @Test func aLedgerIsToldInWordsWithoutControlCharacters() throws {
    var ledger = SourceLedger()
    var answer = WindowAnswer(window: try span("2026-11-15T00:00", "2026-11-22T00:00"), at: now)
    answer.stored = 1203
    answer.expected = 1204
    ledger.record(answer) { _ in 0 }
    answer.window = try span("2026-11-18T02:10", "2026-11-18T10:00")
    answer.reached = Timestamp("2026-11-18T06:00:00Z")
    answer.ending = .failed(cause: "arXiv answered 503\u{1B}[2J four times")
    ledger.record(answer) { _ in 1203 }
    #expect(
      ledger.words(now: now) == [
        "covered 15 to 22 Nov, 1,203 of 1,204",
        "gap 18 Nov 02:10 to 06:00: arXiv answered 503[2J four times",
        "last answer 18 Nov 11:06: arXiv answered 503[2J four times",
      ])
  }
}
