import Dispatch
import Synchronization

extension Library {
  /// From so many papers on, the months are asked on all cores.
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
      return sorted(months.flatMap(plan.places), by: order)
    }
    let found = Mutex<[[PaperPlace]]>(Array(repeating: [], count: months.count))
    DispatchQueue.concurrentPerform(iterations: months.count) { index in
      let places = plan.places(in: months[index])
      found.withLock { $0[index] = places }
    }
    return sorted(found.withLock { $0.flatMap(\.self) }, by: order)
  }

  /// Whether a query finds this paper; not when the library does not have it.
  package func matches(_ id: ArXivID, _ query: Query, now: Timestamp) -> Bool {
    guard let shelf = shelves[id.month], let index = shelf.papers.index(of: id) else {
      return false
    }
    let subject = QueryPlan.Subject(shelf)
    return QueryPlan(query, now: now).holds(at: index, in: subject)
  }

  /// Those of `ids` that a query finds, in their order: for narrowing down a list while the user
  /// types, which asks what is left of it and not the whole library.
  package func filtered(_ ids: [ArXivID], by query: Query, now: Timestamp) -> [ArXivID] {
    let plan = QueryPlan(query, now: now)
    var subjects: [ArXivMonth: QueryPlan.Subject] = [:]
    return ids.filter { id in
      let month = id.month
      if subjects[month] == nil { subjects[month] = shelves[month].map(QueryPlan.Subject.init) }
      guard let index = subjects[month]?.papers.index(of: id) else { return false }
      return subjects[month].map { plan.holds(at: index, in: $0) } ?? false
    }
  }
}

extension QueryPlan {
  /// The papers of a month for which it holds, the newest first by id.
  fileprivate func places(in shelf: Library.Shelf) -> [PaperPlace] {
    let subject = Subject(shelf)
    return shelf.papers.entries.indices.reversed().compactMap { index in
      holds(at: index, in: subject)
        ? PaperPlace(id: shelf.papers.entries[index].id, index: index) : nil
    }
  }
}
