extension Query {
  /// A time as a query names it: a day, month or year, which means its beginning in UTC, or how long
  /// ago (`7d`, `2w`, `3m`, `1y`), which is counted back from now to the minute.
  package enum Moment: Hashable, Sendable, CustomStringConvertible {
    case day(year: Int, month: Int, day: Int)
    case month(year: Int, month: Int)
    case year(Int)
    case ago(Int, Unit)

    /// A step back in time.
    package enum Unit: String, CaseIterable, Sendable {
      case days = "d"
      case weeks = "w"
      /// Months of the calendar; a day that the month does not have becomes its last.
      case months = "m"
      case years = "y"
    }

    /// What a message says is allowed.
    static let forms = "a date (2026-11-22, 2026-11, 2026) or an age (7d, 2w, 3m, 1y)"

    /// Reads one of the forms; nil for any other text.
    package init?(_ text: String) {
      let bytes = Array(text.utf8)
      let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
      if digits > 0, digits == bytes.count - 1, digits <= 5,
        let unit = text.last.flatMap({ Unit(rawValue: $0.lowercased()) }),
        let count = Int(text.dropLast())
      {
        self = .ago(count, unit)
        return
      }
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      let widths = parts.map(\.utf8.count)
      let numbers = parts.compactMap { part in
        part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
      }
      guard numbers.count == parts.count, [[4], [4, 2], [4, 2, 2]].contains(widths),
        Timestamp(
          year: numbers[0], month: numbers.count > 1 ? numbers[1] : 1,
          day: numbers.count > 2 ? numbers[2] : 1) != nil
      else { return nil }
      self =
        switch numbers.count {
        case 1: .year(numbers[0])
        case 2: .month(year: numbers[0], month: numbers[1])
        default: .day(year: numbers[0], month: numbers[1], day: numbers[2])
        }
    }

    /// The spelling that is read again as this moment.
    package var description: String {
      switch self {
      case .day(let year, let month, let day):
        "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
      case .month(let year, let month): "\(Self.padded(year, 4))-\(Self.padded(month, 2))"
      case .year(let year): Self.padded(year, 4)
      case .ago(let count, let unit): "\(count)\(unit.rawValue)"
      }
    }

    /// Whether it depends on the present time.
    package var isRelative: Bool {
      if case .ago = self { true } else { false }
    }

    /// The time that is meant, seen from `now`.
    package func time(now: Timestamp) -> Timestamp {
      switch self {
      case .day(let year, let month, let day): Self.start(year, month, day)
      case .month(let year, let month): Self.start(year, month, 1)
      case .year(let year): Self.start(year, 1, 1)
      case .ago(let count, .days): now.advanced(byDays: -count)
      case .ago(let count, .weeks): now.advanced(byDays: -7 * count)
      case .ago(let count, .months): Self.monthsBack(count, from: now)
      case .ago(let count, .years): Self.monthsBack(12 * count, from: now)
      }
    }

    private static func monthsBack(_ count: Int, from now: Timestamp) -> Timestamp {
      let (year, month, day) = now.calendarDay
      let months = year * 12 + month - 1 - count
      guard months >= 12 else { return .distantPast }
      let target = (year: months / 12, month: months % 12 + 1)
      let lastDay = Timestamp.days(inMonth: target.month, of: target.year)
      let start = Self.start(target.year, target.month, min(day, lastDay))
      let timeOfDay = now.milliseconds - now.startOfDay.milliseconds
      return Timestamp(milliseconds: start.milliseconds + timeOfDay)
    }

    /// The beginning of a day; the distant past when there is no such day.
    static func start(_ year: Int, _ month: Int, _ day: Int) -> Timestamp {
      Timestamp(year: year, month: month, day: day) ?? .distantPast
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
  }
}
