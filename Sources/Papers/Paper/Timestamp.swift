/// A point in time, in whole milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// It is read from and written as RFC 3339 without Foundation's formatters, which are slow and drop
/// fractions of a second.
package struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Since 1970-01-01T00:00:00Z, negative before.
  package var milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// The last time that RFC 3339 can write: the end of the year 9999.
  package static let latest = Timestamp(milliseconds: 253_402_300_799_999)

  /// A time of the proleptic Gregorian calendar, UTC; nil when a part is out of its range.
  package init?(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
    millisecond: Int = 0
  ) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day), (0...23).contains(hour),
      (0...59).contains(minute), (0...60).contains(second), (0...999).contains(millisecond)
    else { return nil }
    let days = Self.daysSinceEpoch(year: year, month: month, day: day)
    let seconds = Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    milliseconds = seconds * 1000 + Int64(millisecond)
  }

  /// Reads RFC 3339: `2026-04-12T22:10:20Z`, with or without fraction, with `Z` or an offset.
  package init?(_ text: some StringProtocol) {
    var digits = DigitReader(Array(text.utf8))
    guard let year = digits.number(4), digits.take("-"), let month = digits.number(2),
      digits.take("-"), let day = digits.number(2),
      digits.take("T") || digits.take("t") || digits.take(" "),
      let hour = digits.number(2), digits.take(":"), let minute = digits.number(2),
      digits.take(":"), let second = digits.number(2)
    else { return nil }
    let millisecond = digits.take(".") ? digits.fraction() : 0
    guard let millisecond, let offset = digits.offset(), digits.isAtEnd,
      let time = Timestamp(
        year: year, month: month, day: day, hour: hour, minute: minute, second: second,
        millisecond: millisecond)
    else { return nil }
    milliseconds = time.milliseconds - Int64(offset) * 60_000
    // An offset may lead out of the years that can be written.
    guard (1...9999).contains(calendarDay.year) else { return nil }
  }

  /// RFC 3339 in UTC with milliseconds: `2026-11-22T01:02:03.000Z`.
  package var description: String { date + "T" + time + "Z" }

  /// RFC 3339 in UTC to the second: `2026-11-22T01:02:03Z`.
  package var descriptionInSeconds: String { date + "T" + time.prefix(8) + "Z" }

  /// The day in UTC: `2026-11-22`.
  package var date: String {
    let (year, month, day) = calendarDay
    return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  /// Year, month (1 to 12) and day of the month in UTC.
  package var calendarDay: (year: Int, month: Int, day: Int) {
    Self.civil(
      daysSinceEpoch: Int((milliseconds / 86_400_000) - (milliseconds % 86_400_000 < 0 ? 1 : 0)))
  }

  private var time: String {
    let rest = Int(millisecondsOfDay)
    let second = rest / 1000
    return
      "\(Self.padded(second / 3600, 2)):\(Self.padded(second / 60 % 60, 2)):"
      + "\(Self.padded(second % 60, 2)).\(Self.padded(rest % 1000, 3))"
  }

  private var millisecondsOfDay: Int64 {
    let rest = milliseconds % 86_400_000
    return rest < 0 ? rest + 86_400_000 : rest
  }

  /// This time moved by whole days of 24 hours; days beyond all calendars lead to the end of time.
  package func advanced(byDays days: Int) -> Timestamp {
    let (span, isTooLong) = Int64(days).multipliedReportingOverflow(by: 86_400_000)
    let (sum, isTooFar) = milliseconds.addingReportingOverflow(span)
    guard isTooLong || isTooFar else { return Timestamp(milliseconds: sum) }
    return Timestamp(milliseconds: days < 0 ? .min : .max)
  }

  /// The beginning of this time's day in UTC.
  package var startOfDay: Timestamp {
    Timestamp(milliseconds: max(milliseconds, .min + 86_400_000) - millisecondsOfDay)
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// 28 to 31, by the Gregorian calendar; months count from 1.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from 1970-01-01, counting years from March so that the leap day comes last.
  private static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func civil(daysSinceEpoch days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

/// Steps through the fixed fields of a time.
private struct DigitReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { index == bytes.count }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  mutating func number(_ width: Int) -> Int? {
    guard index + width <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[index..<index + width] {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    index += width
    return value
  }

  /// The digits of a fraction, in milliseconds, further ones cut off.
  mutating func fraction() -> Int? {
    var value = 0
    var count = 0
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
      if count < 3 { value = value * 10 + Int(bytes[index] - 0x30) }
      count += 1
      index += 1
    }
    guard count > 0 else { return nil }
    for _ in count..<max(count, 3) { value *= 10 }
    return value
  }

  /// Minutes east of Greenwich.
  mutating func offset() -> Int? {
    if take("Z") || take("z") { return 0 }
    let sign = take("+") ? 1 : take("-") ? -1 : 0
    guard sign != 0, let hours = number(2), take(":"), let minutes = number(2) else { return nil }
    return sign * (hours * 60 + minutes)
  }
}
