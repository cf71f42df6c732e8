import Papers
import TestSupport
import Testing

struct AnnouncementScheduleTests {
  private func time(_ text: String) -> Timestamp { Timestamp(literal: text + ":00Z") }

  @Test(arguments: [
    // Winter time: 20:00 in New York is 01:00 UTC of the next day.
    ("2026-11-16T12:00", "2026-11-17T01:00"), ("2026-11-17T00:59", "2026-11-17T01:00"),
    ("2026-11-17T01:00", "2026-11-18T01:00"),
    // After Thursday's comes Sunday's.
    ("2026-11-20T01:00", "2026-11-23T01:00"), ("2026-11-21T12:00", "2026-11-23T01:00"),
    // Summer time begins on the 8th of March 2026, a Sunday, and ends on the 1st of November.
    ("2026-03-06T00:00", "2026-03-06T01:00"), ("2026-03-06T02:00", "2026-03-09T00:00"),
    ("2026-07-01T12:00", "2026-07-02T00:00"), ("2026-10-29T12:00", "2026-10-30T00:00"),
    ("2026-10-30T12:00", "2026-11-02T01:00"),
    // Other years: the 10th of March 2024, the 2nd of November 2025, a leap day.
    ("2024-03-09T12:00", "2024-03-11T00:00"), ("2025-11-01T12:00", "2025-11-03T01:00"),
    ("2025-10-31T00:30", "2025-11-03T01:00"), ("2024-02-28T12:00", "2024-02-29T01:00"),
    ("2026-12-31T12:00", "2027-01-01T01:00"),
  ])
  func papersAreAnnouncedFromSundayToThursdayAtEightInNewYork(now: String, next: String) {
    #expect(AnnouncementSchedule.papers.next(after: time(now)) == time(next))
  }

  @Test(arguments: [
    ("2026-11-16T12:00", "2026-11-17T05:00"), ("2026-11-20T05:00", "2026-11-23T05:00"),
    ("2026-07-01T12:00", "2026-07-02T04:00"), ("2026-03-06T06:00", "2026-03-09T04:00"),
  ])
  func feedsAreMadeAtTheMidnightAfter(now: String, next: String) {
    #expect(AnnouncementSchedule.feeds.next(after: time(now)) == time(next))
  }

  @Test(arguments: [
    ("2026-11-17T12:00", "2026-11-17T12:00", true), ("2026-11-17T12:00", "2026-11-18T00:59", true),
    ("2026-11-17T12:00", "2026-11-18T01:00", false),
    // Over a weekend an answer holds for a day.
    ("2026-11-20T12:00", "2026-11-21T11:59", true), ("2026-11-20T12:00", "2026-11-21T12:00", false),
    // Within six hours of an announcement it may lack it, and holds for half an hour.
    ("2026-11-18T01:05", "2026-11-18T01:34", true), ("2026-11-18T01:05", "2026-11-18T01:35", false),
    ("2026-11-18T06:59", "2026-11-18T12:00", false), ("2026-11-18T07:00", "2026-11-18T12:00", true),
    // A clock that was set back proves nothing.
    ("2026-11-17T12:00", "2026-11-17T11:59", false),
  ])
  func anAnswerIsFreshUntilTheNextAnnouncement(asked: String, now: String, isFresh: Bool) {
    #expect(
      AnnouncementSchedule.papers.isFresh(answerAt: time(asked), now: time(now)) == isFresh)
  }

  @Test(arguments: [Int64.min, -1, 0, 253_402_300_799_999, .max])
  func noTimeIsTooFar(milliseconds: Int64) {
    let time = Timestamp(milliseconds: milliseconds)
    #expect(AnnouncementSchedule.papers.next(after: time) >= time)
    #expect(
      !AnnouncementSchedule.feeds.isFresh(
        answerAt: time, now: Timestamp(literal: "2026-11-17T12:00:00Z")))
  }
}
