// Times and numbers as ledgers word them, times in UTC.
extension ClosedRange<Timestamp> {
  /// Whole days: `15 to 22 Nov`, `28 Oct to 3 Nov`, `22 Nov`; years where they are not `now`'s.
  package func days(now: Timestamp) -> String {
    let (first, last) = (lowerBound.calendarDay, upperBound.calendarDay)
    let year = last.year == now.calendarDay.year && first.year == last.year ? "" : " \(last.year)"
    let end = upperBound.dayAndMonth + year
    if first == last { return end }
    if first.year != last.year { return "\(lowerBound.dayAndMonth) \(first.year) to \(end)" }
    let start = first.month == last.month ? "\(first.day)" : lowerBound.dayAndMonth
    return "\(start) to \(end)"
  }

  /// To the minute: `18 Nov 02:10 to 06:00`, `17 Nov 23:10 to 18 Nov 06:00`.
  package func minutes(now: Timestamp) -> String {
    let start = lowerBound.minute(now: now)
    let isOneDay = lowerBound.calendarDay == upperBound.calendarDay
    return start + " to " + (isOneDay ? upperBound.timeOfDay : upperBound.minute(now: now))
  }
}

extension Timestamp {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `18 Nov`, in UTC.
  package var dayAndMonth: String {
    "\(calendarDay.day) \(Self.months[calendarDay.month - 1])"
  }

  /// `2026-11-18 02:10`, in UTC.
  package var dateAndMinute: String { date + " " + timeOfDay }

  /// `02:10`, in UTC.
  package var timeOfDay: String { String(descriptionInSeconds.suffix(9).prefix(5)) }

  /// `Mon 01:00`, in UTC.
  package var weekdayAndTime: String {
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    return days[AnnouncementSchedule.weekday(self)] + " " + timeOfDay
  }

  /// `18 Nov 02:10`, with the year where it is not that of `now`.
  package func minute(now: Timestamp) -> String {
    let year = calendarDay.year == now.calendarDay.year ? "" : " \(calendarDay.year)"
    return dayAndMonth + year + " " + timeOfDay
  }
}

extension Int {
  /// `1,204`.
  package var grouped: String {
    let digits = String(magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return (self < 0 ? "-" : "") + text
  }
}
