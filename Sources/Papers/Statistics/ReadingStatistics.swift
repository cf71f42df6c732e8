/// What was read, from the records and from what was done when.
///
/// Days, weeks (from Monday) and months are those of a clock on the wall.
package struct ReadingStatistics: Equatable, Sendable {
  /// A stretch of time and the papers that were read in it.
  package struct Period: Equatable, Sendable {
    /// Its first day: midnight as the clock shows it, written as UTC.
    package var start: Timestamp
    /// How many papers have been read since, by the time of their last mark.
    package var read: Int
  }

  /// A category, author or tag, and how many papers that were read have it.
  package struct Share: Equatable, Sendable {
    /// What it is called.
    package var name: String
    /// The number of those papers.
    package var read: Int
  }

  /// Papers of the library.
  package private(set) var papers = 0
  /// Papers and records by state.
  package private(set) var states: [ReadingState: Int] = [:]
  /// Papers with a star.
  package private(set) var starred = 0
  /// Papers with notes.
  package private(set) var noted = 0
  /// The notes themselves.
  package private(set) var notes = 0
  /// Papers by depth.
  package private(set) var depths: [ReadingDepth: Int] = [:]
  /// The last eight weeks and the last twelve months, the present one last.
  package private(set) var weeks: [Period] = []
  /// See `weeks`.
  package private(set) var months: [Period] = []
  /// The times of reading, those of forgotten sessions left out.
  package private(set) var sessions: [ReadingSession]
  /// On how many of the last 30 days, today included, something was read, noted, or a session was.
  package private(set) var recentDays = 0
  /// The most days in a row of which that is true.
  package private(set) var longestRun = 0
  /// What the papers that were read have in common, the most frequent first, ties by name.
  package private(set) var categories: [Share] = []
  /// See `categories`.
  package private(set) var authors: [Share] = []
  /// See `categories`.
  package private(set) var tags: [Share] = []

  /// `changes` are what stands of what was done, by time.
  package init(
    _ library: Library, changes: [LibraryChange], now: Timestamp, clock: WallClock
  ) {
    sessions = ReadingSession.sessions(in: changes)
    // All times from here on are as the clock shows them.
    let now = clock.shown(now)
    var readTimes: [Timestamp] = []
    var days = Set(sessions.map { clock.shown($0.start).day })
    var (categories, authors, tags) = ([String: Int](), [String: Int](), [String: Int]())
    for shelf in library.shelves.values {
      let marks = shelf.marks
      papers += marks.count { !$0.isTakenOut }
      states[.unread, default: 0] += marks.count { !$0.hasRecord }
      for (id, record) in shelf.reading {
        if let index = shelf.papers.index(of: id), marks[index].isTakenOut { continue }
        count(record)
        days.formUnion(record.notes.map { clock.shown($0.created).day })
        guard record.state == .read else { continue }
        for tag in record.tags { tags[tag, default: 0] += 1 }
        if let time = record.changed[.state] { readTimes.append(clock.shown(time)) }
        guard let paper = shelf.papers[id] else { continue }
        for category in Set(paper.categories) { categories[category, default: 0] += 1 }
        for author in Set(paper.authorNames) { authors[author, default: 0] += 1 }
      }
    }
    days.formUnion(readTimes.map(\.day))
    (self.categories, self.authors, self.tags) = (
      Self.top(categories), Self.top(authors), Self.top(tags)
    )
    weeks = Self.weeks(of: readTimes, now: now)
    months = Self.months(of: readTimes, now: now)
    recentDays = days.count { (now.day - 29...now.day).contains($0) }
    longestRun = Self.longestRun(of: days)
  }

  /// How long was read in all since a time, in milliseconds.
  package func milliseconds(since time: Timestamp = .distantPast) -> Int64 {
    sessions.reduce(0) { $1.start >= time ? $0 + $1.milliseconds : $0 }
  }

  private mutating func count(_ record: ReadingRecord) {
    states[record.state, default: 0] += 1
    depths[record.depth, default: 0] += 1
    if record.star { starred += 1 }
    let notes = record.notes.count
    if notes > 0 { noted += 1 }
    self.notes += notes
  }

  private static func top(_ counts: [String: Int]) -> [Share] {
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return sorted.prefix(5).map { Share(name: $0.key, read: $0.value) }
  }

  private static func weeks(of times: [Timestamp], now: Timestamp) -> [Period] {
    // 1970 began on a Thursday.
    let weekday = Int(((now.day + 3) % 7 + 7) % 7)
    let monday = now.startOfDay.advanced(byDays: -weekday)
    return (0..<8).reversed().map { back in
      let start = monday.advanced(byDays: -7 * back)
      let end = start.advanced(byDays: 7)
      return Period(start: start, read: times.count { start <= $0 && $0 < end })
    }
  }

  private static func months(of times: [Timestamp], now: Timestamp) -> [Period] {
    let counts = Dictionary(grouping: times) { $0.calendarDay.year * 12 + $0.calendarDay.month - 1 }
    let present = now.calendarDay.year * 12 + now.calendarDay.month - 1
    return (0..<12).reversed().compactMap { back in
      let number = present - back
      return Timestamp(year: number / 12, month: number % 12 + 1, day: 1)
        .map { Period(start: $0, read: counts[number]?.count ?? 0) }
    }
  }

  private static func longestRun(of days: Set<Int64>) -> Int {
    var longest = 0
    for day in days where !days.contains(day - 1) {
      var length = 1
      while days.contains(day + Int64(length)) { length += 1 }
      longest = max(longest, length)
    }
    return longest
  }
}

extension Timestamp {
  /// Days since 1970.
  fileprivate var day: Int64 {
    let day: Int64 = 86_400_000
    return milliseconds / day - (milliseconds % day < 0 ? 1 : 0)
  }
}
