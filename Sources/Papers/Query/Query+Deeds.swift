extension Query {
  /// Whether each paper that it finds is there for something that the user did: queued, read, starred,
  /// noted, tagged and the like.
  ///
  /// Of `is:starred cat:cs.LG` and `is:queued OR is:reading` this holds; of `is:starred OR since:7d`
  /// and `-tag:skip`, which find papers that nobody has touched, it does not.
  package var asksForDeeds: Bool { expression.requiresDeed() }
}

extension Query.Expression {
  /// Whether it holds only where the user did something; with `isDenied`, whether its denial does.
  fileprivate func requiresDeed(isDenied: Bool = false) -> Bool {
    switch self {
    case .term(let term): !isDenied && term.condition.isDeed
    case .not(let inner): inner.requiresDeed(isDenied: !isDenied)
    // What is denied of a list is denied of each, or of one: `-(a OR b)` is `-a -b`.
    case .and(let parts), .or(let parts):
      isConjunction(isDenied: isDenied)
        ? parts.contains { $0.requiresDeed(isDenied: isDenied) }
        : parts.allSatisfy { $0.requiresDeed(isDenied: isDenied) }
    }
  }

  private func isConjunction(isDenied: Bool) -> Bool {
    if case .and = self { !isDenied } else { isDenied }
  }
}

extension Query.Condition {
  /// Whether no paper has it before the user does something.
  fileprivate var isDeed: Bool {
    switch self {
    case .status(let status):
      switch status {
      case .queued, .reading, .read, .dismissed, .starred, .noted: true
      // A version is only newer than one that was seen, but what is new in it waits to be read.
      case .unread, .updated, .withdrawn, .new: false
      }
    case .tag, .note, .project: true
    // 0 is what papers have that nobody has looked into.
    case .depth(let depths): !depths.contains(ReadingDepth.notYet.rawValue)
    case .text, .author, .category, .id, .source, .since, .before, .added, .years: false
    }
  }
}
