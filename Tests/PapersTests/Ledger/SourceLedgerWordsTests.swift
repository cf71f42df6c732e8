import Papers
import TestSupport
import Testing

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
        "new versions taken in up to 18 Nov 11:06",
        "last answer 18 Nov 11:06: arXiv answered 503[2J four times",
      ])
    // Days alone stay arXiv's.
    #expect(
      ledger.words(now: now, clock: WallClock { _ in -12 * 3600 }) == [
        "covered 15 to 22 Nov, 1,203 of 1,204",
        "gap 17 Nov 14:10 to 18:00: arXiv answered 503[2J four times",
        "new versions taken in up to 17 Nov 23:06",
        "last answer 17 Nov 23:06: arXiv answered 503[2J four times",
      ])
  }

  @Test func newVersionsThatAreOwedAreTold() {
    var ledger = SourceLedger()
    ledger.record(
      .window(WindowAnswer(window: now.advanced(byDays: -7)...now, at: now))
    ) { _ in 0 }
    var pass = UpdatesAnswer(at: now, from: now.advanced(byDays: -5), start: 0)
    pass.position = 500
    pass.reached = now.advanced(byDays: -2)
    pass.ending = .stopped(cause: "arXiv did not answer in time")
    ledger.record(.updates(pass)) { _ in 0 }
    #expect(
      ledger.words(now: now).dropFirst() == [
        "new versions taken in up to 18 Nov 11:06",
        "new versions of 13 to 16 Nov are still to come: arXiv did not answer in time",
        "last answer 18 Nov 11:06: arXiv did not answer in time",
      ])
  }

  @Test func announcementsAndListsOfIdsAreTold() {
    var ledger = SourceLedger()
    let day = Timestamp(literal: "2026-11-20T00:00:00Z")
    func record(_ ending: ListingAnswer.Ending) {
      ledger.record(.listing(ListingAnswer(at: now, ending: ending))) { _ in 0 }
    }
    record(.listed(.init(day: day, expected: 1412, stored: 1412)))
    #expect(
      ledger.words(now: now) == [
        "announcement of 20 Nov: 1,412 of 1,412", "last answer 18 Nov 11:06: complete",
      ])
    record(.nothingNew(reason: "no announcement at weekends", mark: nil))
    #expect(
      ledger.words(now: now) == [
        "announcement of 20 Nov: 1,412 of 1,412",
        "last answer 18 Nov 11:06: no announcement at weekends",
      ])
    let ids = (1...5).map { ArXivReference(id: ArXivID(literal: "2401.0000\($0)")) }
    record(.listed(.init(day: day, expected: 9, stored: 9, missing: [ids[0]])))
    #expect(
      ledger.words(now: now)[0]
        == "announcement of 20 Nov: 9 of 9; still to be completed: 2401.00001")
    record(.listed(.init(expected: 9, stored: 4, missing: ids)))
    #expect(
      ledger.words(now: now)[0]
        == "papers 4 of 9; arXiv does not have 2401.00001, 2401.00002, 2401.00003 and 2 more")
  }
}
