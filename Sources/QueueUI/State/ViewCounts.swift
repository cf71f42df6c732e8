import Papers

/// The numbers of the tabs: how many unread papers a view has, or, of a view of what the user did
/// such as the queue, how many papers at all.
///
/// They are kept by month, so that a change costs a look at the months that it touched, and counted
/// when no key is waiting (``QueueState/settle()``), some months at a time: never on the way from a
/// key to its repaint.
struct ViewCounts: Sendable {
  /// By view; empty until the library is open and was counted.
  private(set) var totals: [Int] = []
  private var months: [ArXivMonth: [Int]] = [:]
  /// Months that are to be counted: they changed, or all are.
  private var changed: Set<ArXivMonth> = []
  /// When counting all months was begun last.
  private var counted: Timestamp?

  /// What a window such as `since:14d` leaves behind within this time is still counted.
  private static let patience: Int64 = 10 * 60_000
  /// How many papers are counted at a time: a view may look into each of their abstracts.
  static let slice = 16_384

  /// Remembers that months are other than before.
  mutating func expect(_ months: some Sequence<ArXivMonth>) {
    changed.formUnion(months)
  }

  func isStale(now: Timestamp) -> Bool { !changed.isEmpty || isOld(now: now) }

  private func isOld(now: Timestamp) -> Bool {
    counted.map { abs(now.milliseconds - $0.milliseconds) > Self.patience } ?? true
  }

  /// Counts some of the months that changed, or of all when the last count is too long ago, the newest
  /// first; what is left stays stale. The first totals come with the last month.
  ///
  /// At most so many papers are counted, or one month.
  mutating func update(
    _ views: [ViewDefinition], in library: Library, now: Timestamp, papers: Int = Self.slice
  ) {
    if isOld(now: now) {
      counted = now
      changed = Set(library.shelves.keys)
      months = months.filter { changed.contains($0.key) }
    }
    let slice = Self.slice(of: changed, in: library, papers: papers)
    let found = library.counts(of: views.map(\.countedQuery), in: slice, now: now)
    months.merge(found) { $1 }
    changed.subtract(slice)
    guard changed.isEmpty || !totals.isEmpty else { return }
    totals = views.indices.map { view in months.values.reduce(0) { $0 + $1[view] } }
  }

  /// The newest months, as many as are counted at a time, at least one.
  private static func slice(
    of months: Set<ArXivMonth>, in library: Library, papers: Int
  ) -> Set<ArXivMonth> {
    var slice: Set<ArXivMonth> = []
    var count = 0
    for month in months.sorted(by: >) {
      count += library.shelves[month]?.papers.count ?? 0
      guard slice.isEmpty || count <= papers else { break }
      slice.insert(month)
    }
    return slice
  }
}

extension ViewDefinition {
  /// The papers that the number on its tab counts.
  fileprivate var countedQuery: Query {
    query.asksForDeeds ? query : query.and(Query(.term(Query.Term(.status(.unread)))))
  }
}
