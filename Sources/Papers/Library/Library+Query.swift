extension Library {
  /// The papers that a query finds, in order; equal ones by id, the newest first.
  ///
  /// Dismissed papers are found only by a query that asks for them. `now` is what ages like `7d` and
  /// `is:new` are counted from.
  package func ids(
    matching query: Query, sortedBy order: SortOrder = .newest, now: Timestamp
  ) -> [ArXivID] {
    let plan = QueryPlan(query, now: now)
    var places: [PaperPlace] = []
    for (_, shelf) in shelves.sorted(by: { $0.key > $1.key }) {
      let subject = QueryPlan.Subject(shelf)
      for index in shelf.papers.entries.indices.reversed()
      where plan.holds(at: index, in: subject) {
        places.append(PaperPlace(id: shelf.papers.entries[index].id, index: index))
      }
    }
    return sorted(places, by: order)
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
