import WorkThreads

extension Library {
  /// From this many papers on, the months are asked on all cores.
  private static let manyPapers = 5_000

  /// The papers that a query finds, in order; equal ones by id, the newest first.
  ///
  /// Dismissed papers are found only by a query that asks for them. `now` is what ages like `7d` and
  /// `is:new` are counted from.
  package func ids(
    matching query: Query, sortedBy order: SortOrder = .newest, now: Timestamp
  ) -> [ArXivID] {
    let plan = QueryPlan(query, now: now)
    let months = shelves.sorted { $0.key > $1.key }.map(\.value)
    guard count >= Self.manyPapers else {
      return sorted(months.flatMap(plan.papers), by: order)
    }
    let found = WorkThread.map(below: months.count) { plan.papers(of: months[$0]) }
    return sorted(found.flatMap(\.self), by: order)
  }

  /// Whether a query finds this paper; not when the library does not have it.
  package func matches(_ id: ArXivID, _ query: Query, now: Timestamp) -> Bool {
    guard let shelf = shelves[id.month], let index = shelf.papers.index(of: id) else {
      return false
    }
    return !QueryPlan(query, now: now).places(among: [index], in: shelf).isEmpty
  }

  /// Those of `ids` that a query finds, in their order: for narrowing down a list while the user
  /// types, which asks what is left of it and not the whole library.
  package func filtered(_ ids: [ArXivID], by query: Query, now: Timestamp) -> [ArXivID] {
    let plan = QueryPlan(query, now: now)
    var found: Set<ArXivID> = []
    for (month, ids) in Dictionary(grouping: Set(ids), by: \.month) {
      guard let shelf = shelves[month] else { continue }
      let candidates = ids.compactMap(shelf.papers.index).sorted()
      for place in plan.places(among: candidates, in: shelf) {
        found.insert(shelf.papers.entries[place].id)
      }
    }
    return ids.filter(found.contains)
  }
}

extension QueryPlan {
  /// The papers of a month for which it holds, the newest first by id.
  fileprivate func papers(of shelf: Library.Shelf) -> [PaperPlace] {
    places(among: Array(shelf.papers.entries.indices), in: shelf).reversed().map { index in
      PaperPlace(id: shelf.papers.entries[index].id, index: index)
    }
  }
}
