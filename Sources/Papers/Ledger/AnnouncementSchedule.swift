/// When arXiv announces papers: Sunday to Thursday at 20:00 US Eastern (ARXIV.md 1).
///
/// Holidays, on which it defers them, are not known here: there, arXiv is asked once in vain.
package enum AnnouncementSchedule: Sendable {
  /// New papers and versions, as the query API has them.
  case papers
  /// The daily feeds, which are built at the midnight after.
  case feeds

  /// How long arXiv may take until its answers hold what it announced. By two in the morning,
  /// Eastern, feeds and API do.
  private var slackMilliseconds: Int64 { (self == .papers ? 6 : 2) * Self.hour }

  /// How long an answer counts as fresh while arXiv may be late.
  private static let patience: Int64 = 1_800_000

  private static let hour: Int64 = 3_600_000
  private static let day: Int64 = 24 * hour

  /// The first announcement after a time.
  package func next(after time: Timestamp) -> Timestamp {
    let start = time.advanced(byDays: -2).startOfDay
    for offset in 0..<8 {
      guard let moment = announcement(onDayOf: start.advanced(byDays: offset)) else { continue }
      if moment > time { return moment }
    }
    return time.advanced(byDays: 1)
  }

  /// The days, in New York, for which daily feeds are made between two others, the earliest first:
  /// those after the evenings of announcements. Given as midnights in UTC; at most the last 400.
  package static func feedDays(after first: Timestamp, before end: Timestamp) -> [Timestamp] {
    (1...400).map { end.startOfDay.advanced(byDays: -$0) }
      .filter { $0 > first.startOfDay && (1...5).contains(weekday($0)) }.reversed()
  }

  /// Whether an answer of that time is still arXiv's latest word.
  ///
  /// It is not when arXiv has announced since, when it is a day old, or when it was given while arXiv
  /// may have been late with an announcement, and half an hour has gone.
  package func isFresh(answerAt asked: Timestamp, now: Timestamp) -> Bool {
    let age = now.milliseconds.subtractingReportingOverflow(asked.milliseconds)
    guard !age.overflow, age.partialValue >= 0, age.partialValue < Self.day,
      next(after: asked) > now
    else { return false }
    let slack = asked.milliseconds.subtractingReportingOverflow(slackMilliseconds)
    guard !slack.overflow else { return false }
    let wasSettled = next(after: Timestamp(milliseconds: slack.partialValue)) > asked
    return wasSettled || age.partialValue < Self.patience
  }

  /// The announcement on a day in New York, given as that day's midnight in UTC.
  private func announcement(onDayOf midnight: Timestamp) -> Timestamp? {
    guard Self.weekday(midnight) < 5 else { return nil }
    let hoursBehind: Int64 = Self.isSummerTime(onDayOf: midnight) ? 4 : 5
    let hours = (self == .papers ? 20 : 24) + hoursBehind
    let (sum, isTooFar) = midnight.milliseconds.addingReportingOverflow(hours * Self.hour)
    return isTooFar ? nil : Timestamp(milliseconds: sum)
  }

  /// Whether clocks in New York are an hour ahead in the evening of a day: from the second Sunday of
  /// March until the first Sunday of November, when they are set back in the night before.
  private static func isSummerTime(onDayOf midnight: Timestamp) -> Bool {
    let (_, month, day) = midnight.calendarDay
    // The day of the month of the Sunday on or before.
    let sunday = day - weekday(midnight)
    switch month {
    case 4...10: return true
    case 3: return sunday >= 8
    case 11: return sunday < 1
    default: return false
    }
  }

  /// 0 on a Sunday, 6 on a Saturday.
  package static func weekday(_ time: Timestamp) -> Int {
    let days = time.startOfDay.milliseconds / Self.day
    // The first of January 1970 was a Thursday.
    return Int(((days + 4) % 7 + 7) % 7)
  }
}
