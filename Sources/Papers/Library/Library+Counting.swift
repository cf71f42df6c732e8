import Synchronization
import WorkThreads

extension Library {
  /// How many papers of each of some months each of the queries finds, in the order of the queries.
  ///
  /// For numbers that are kept by month, so that a change of one month costs no look at the others.
  /// A month that the library does not have has none. `now` is what ages like `7d` are counted from.
  package func counts(
    of queries: [Query], in months: Set<ArXivMonth>, now: Timestamp
  ) -> [ArXivMonth: [Int]] {
    let plans = queries.map { QueryPlan($0, now: now) }
    let counts = MonthCounts()
    let wanted = months.sorted().map { (month: $0, shelf: shelves[$0] ?? Shelf()) }
    WorkThread.forEach(below: wanted.count) { place in
      let (month, shelf) = wanted[place]
      let papers = Array(shelf.papers.entries.indices)
      counts.set(month, plans.map { $0.places(among: papers, in: shelf).count })
    }
    return counts.all
  }
}

/// What was counted in each month.
private final class MonthCounts: Sendable {
  private let counts: Mutex<[ArXivMonth: [Int]]> = Mutex([:])

  var all: [ArXivMonth: [Int]] { counts.withLock { $0 } }

  func set(_ month: ArXivMonth, _ found: [Int]) {
    counts.withLock { $0[month] = found }
  }
}
