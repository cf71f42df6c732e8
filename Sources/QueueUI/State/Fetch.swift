/// The fetch that is under way.
struct Fetch: Equatable, Sendable {
  /// The name of the source that is asked.
  let source: String
  /// Its papers.
  var papers = Transfer()

  init(of source: String) {
    self.source = source
  }
}
