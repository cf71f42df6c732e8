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
    let wanted = months.sorted()
    let counts = WorkThread.map(below: wanted.count) { index in
      let shelf = shelves[wanted[index]] ?? Shelf()
      let papers = Array(shelf.papers.entries.indices)
      return plans.map { $0.places(among: papers, in: shelf).count }
    }
    return Dictionary(uniqueKeysWithValues: zip(wanted, counts))
  }
}
