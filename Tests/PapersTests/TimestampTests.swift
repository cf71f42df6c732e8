import Papers
import TestSupport
import Testing

struct TimestampTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2026-11-22T01:02:03.004Z", 1_795_309_323_004),
    ("2026-11-22T01:02:03.0049Z", 1_795_309_323_004), ("2026-11-22T01:02:03.4Z", 1_795_309_323_400),
    ("2016-10-09T00:00:00-04:00", 1_475_985_600_000), ("1969-12-31T23:59:59.999Z", -1),
    ("2000-02-29t12:00:00z", 951_825_600_000), ("2016-12-31T23:59:60Z", 1_483_228_800_000),
    ("2025-08-20T04:00:00.123456+00:00", 1_755_662_400_123),
    ("2025-08-20 04:00:00Z", 1_755_662_400_000),
  ])
  func timesAreRead(text: String, milliseconds: Int64) {
    #expect(Timestamp(text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "2026", "2026-11-22", "2026-11-22T01:02:03", "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-11-31T00:00:00Z", "2026-11-22T24:00:00Z",
    "2026-11-22T00:60:00Z", "2026-11-22T00:00:61Z", "2026-11-22T00:00:00.Z",
    "2026-11-22T00:00:00+1",
    "2026-11-22T00:00:00Zx", "0000-01-01T00:00:00Z", "-026-01-01T00:00:00Z", "２０２６-01-01T00:00:00Z",
    "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00",
  ])
  func otherTextsAreNoTimes(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func printingAndReadingAreInverse() {
    var random = SeededGenerator(seed: 4)
    let first = Timestamp(literal: "0001-01-01T00:00:00Z").milliseconds
    let last = Timestamp(literal: "9999-12-31T23:59:59.999Z").milliseconds
    for milliseconds in [first, last, -1, 0]
      + (0..<5000).map({ _ in
        Int64.random(in: first...last, using: &random)
      })
    {
      let time = Timestamp(milliseconds: milliseconds)
      #expect(Timestamp(time.description) == time)
      #expect(time.description.utf8.count == 24)
      #expect(time.startOfDay.description == time.date + "T00:00:00.000Z")
    }
  }

  @Test func everyDayFollowsTheOneBefore() {
    var day = Timestamp(literal: "1896-01-01T00:00:00Z")
    var last = day.calendarDay
    for _ in 0..<80_000 {
      day = day.advanced(byDays: 1)
      let next = day.calendarDay
      let isNextDay = next.day == last.day + 1 && (next.month, next.year) == (last.month, last.year)
      let isNextMonth =
        next.day == 1
        && last.day == Timestamp.days(inMonth: last.month, of: last.year)
      #expect(isNextDay || isNextMonth)
      last = next
    }
    #expect(last.year == 2115)
  }

  @Test func noTimeIsTooFar() {
    let time = Timestamp(literal: "2026-11-22T01:02:03Z")
    #expect(time.advanced(byDays: -1).description == "2026-11-21T01:02:03.000Z")
    #expect(time.advanced(byDays: .max) > time)
    #expect(time.advanced(byDays: .min) < time)
    #expect(time.advanced(byDays: 107_000_000_000).advanced(byDays: .max) > time)
    for extreme in [Int64.min, .max] {
      let time = Timestamp(milliseconds: extreme)
      #expect(!time.description.isEmpty && !time.startOfDay.date.isEmpty)
    }
  }
}
