import Papers

/// How many unread papers each view has, for the tabs.
///
/// They are kept by month, so that a change costs a look at the months that it touched, and counted
/// when no key is waiting (``QueueState/settle()``): never on the way from a key to its repaint.
struct UnreadCounts: Sendable {
  /// By view; empty until the library is open and was counted.
  private(set) var totals: [Int] = []
  private var months: [ArXivMonth: [Int]] = [:]
  /// Months that changed since they were counted.
  private var changed: Set<ArXivMonth> = []
  /// When all months were counted.
  private var counted: Timestamp?

  /// What a window such as `since:14d` leaves behind within this time is still counted.
  private static let patience: Int64 = 10 * 60_000

  /// Remembers that months are other than before.
  mutating func expect(_ months: some Sequence<ArXivMonth>) {
    changed.formUnion(months)
  }

  func isStale(now: Timestamp) -> Bool { !changed.isEmpty || isOld(now: now) }

  private func isOld(now: Timestamp) -> Bool {
    counted.map { abs(now.milliseconds - $0.milliseconds) > Self.patience } ?? true
  }

  /// Counts what changed, and everything when the last count is too long ago.
  mutating func update(_ views: [ViewDefinition], in library: Library, now: Timestamp) {
    let isOld = isOld(now: now)
    let wanted = isOld ? Set(library.shelves.keys) : changed
    let unread = Query(.term(Query.Term(.status(.unread))))
    let found = library.counts(of: views.map { $0.query.and(unread) }, in: wanted, now: now)
    if isOld {
      months = found
      counted = now
    } else {
      months.merge(found) { $1 }
    }
    changed = []
    totals = views.indices.map { view in months.values.reduce(0) { $0 + $1[view] } }
  }
}
