import Papers
import TestSupport
import Testing

struct ReadingStatisticsTests {
  /// A Sunday.
  private let now = Timestamp(literal: "2026-11-22T12:00:00Z")

  private func change(_ time: String, _ steps: (String, ReadingEdit)...) -> LibraryChange {
    LibraryChange(
      action: "a", at: Timestamp(literal: time),
      steps: steps.map { .init(ArXivID(literal: $0), $1) })
  }

  private func statistics(
    _ changes: [LibraryChange], clock: WallClock = .utc
  ) -> ReadingStatistics {
    var library = Library()
    for change in changes { library.apply(change) }
    return ReadingStatistics(library, changes: changes, now: now, clock: clock)
  }

  @Test func weeksBeginOnMondayAndMonthsOnTheirFirstDay() {
    let result = statistics([
      change("2025-12-31T23:59:59Z", ("2401.00001", .state(.read))),
      change("2026-11-15T23:59:59Z", ("2401.00002", .state(.read))),
      change("2026-11-16T00:00:00Z", ("2401.00003", .state(.read))),
      change("2026-11-22T11:00:00Z", ("2401.00004", .state(.read)), ("2401.00005", .state(.read))),
    ])
    #expect(result.weeks.map(\.start.date).suffix(2) == ["2026-11-09", "2026-11-16"])
    #expect(result.weeks.map(\.read) == [0, 0, 0, 0, 0, 0, 1, 3])
    #expect(result.months.map(\.start.date).first == "2025-12-01")
    #expect(result.months.map(\.read) == [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4])
    #expect(result.recentDays == 3)
    #expect(result.longestRun == 2)
  }

  @Test func daysWeeksAndMonthsAreThoseOfTheClockOnTheWall() {
    let changes = [
      change("2026-10-31T22:30:00Z", ("2401.00001", .state(.read))),
      change("2026-11-15T23:30:00Z", ("2401.00002", .state(.read))),
      change("2026-11-16T00:30:00Z", ("2401.00003", .state(.read))),
    ]
    let east = statistics(changes, clock: WallClock { _ in 2 * 3600 })
    #expect(east.weeks.map(\.start.date).last == "2026-11-16")
    #expect(east.weeks.map(\.read) == [0, 0, 0, 0, 1, 0, 0, 2])
    #expect(east.months.map(\.read).suffix(2) == [0, 3])
    #expect(east.recentDays == 2 && east.longestRun == 1)
    // The offset is that of each time: clocks go back in autumn.
    let november = Timestamp(literal: "2026-11-01T00:00:00Z")
    let west = statistics(changes, clock: WallClock { $0 < november ? 3600 : -3600 })
    #expect(west.weeks.map(\.read) == [0, 0, 0, 0, 1, 0, 2, 0])
    #expect(west.months.map(\.read).suffix(2) == [1, 2])
    #expect(west.recentDays == 2 && west.longestRun == 1)
  }

  @Test func aSessionGoesFromBeginningToAnyOtherState() {
    let result = statistics([
      change("2026-11-20T10:00:00Z", ("2401.00001", .state(.reading))),
      change("2026-11-20T10:10:00Z", ("2401.00002", .state(.reading))),
      change("2026-11-20T10:20:00Z", ("2401.00001", .state(.reading))),
      change("2026-11-20T10:30:00Z", ("2401.00001", .state(.queued))),
      change("2026-11-20T10:40:00Z", ("2401.00001", .state(.read))),
      change("2026-11-20T11:00:00Z", ("2401.00002", .star(true))),
      change("2026-11-20T11:40:00Z", ("2401.00002", .state(.read))),
      // Still going on.
      change("2026-11-22T11:40:00Z", ("2401.00003", .state(.reading))),
    ])
    #expect(result.sessions.map(\.milliseconds) == [30 * 60_000, 90 * 60_000])
    #expect(result.milliseconds() == 120 * 60_000)
    #expect(result.milliseconds(since: now.advanced(byDays: -1)) == 0)
  }

  @Test(arguments: ["2026-11-21T00:00:01Z", "2026-11-20T11:59:59Z", "2026-11-20T12:00:00Z"])
  func forgottenSessionsAndClocksThatWentBackCountForNothing(end: String) {
    let result = statistics([
      change("2026-11-20T12:00:00Z", ("2401.00001", .state(.reading))),
      change(end, ("2401.00001", .state(.read))),
    ])
    #expect(result.sessions == [])
  }

  @Test func whatIsUndoneOrNoLongerReadIsNotCounted() {
    let result = statistics([
      change(
        "2026-11-20T10:00:00Z", ("2401.00001", .state(.read)),
        ("2401.00001", .tag("a", isPresent: true))),
      change("2026-11-20T10:00:01Z", ("2401.00001", .state(.unread))),
    ])
    #expect(result.states == [.unread: 1])
    #expect(result.weeks.allSatisfy { $0.read == 0 })
    #expect(result.tags == [])
  }
}
