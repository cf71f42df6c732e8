import WorkThreads

extension Library {
  /// The papers nearest to a paper by what their titles and abstracts are about, the nearest first,
  /// at most `limit`; those that the user dismissed are left out, and so is the paper itself.
  ///
  /// Shared words count by how rare they are in this library, and more so in titles. Among papers
  /// that are equally near, shared categories and authors decide. The paper need not be in the
  /// library. All texts are read once, which takes a moment in a large library: not on the way from
  /// a key to the screen.
  package func papers(similarTo paper: Paper, limit: Int = 100) -> [ArXivID] {
    let terms = SimilarityTerms(of: paper)
    let months = shelves.values.filter { $0.papers.count > 0 }
    let found = WorkThread.map(below: months.count) { terms.matches(in: months[$0]) }
    let matches = found.flatMap(\.self).filter { $0.id != paper.id }
    let weights = terms.weights(in: matches, of: count)
    let scored = matches.map { (id: $0.id, score: $0.score(by: weights)) }
    let least = (scored.lazy.map(\.score).max() ?? 0) * Self.leastShare
    guard least > 0 else { return [] }
    return scored.filter { $0.score >= least }
      .sorted { ($1.score, $1.id) < ($0.score, $0.id) }
      .prefix(2 * limit)
      .map { match in
        let kinship = self.paper(match.id).map { paper.kinship(with: $0) } ?? 0
        return (id: match.id, score: match.score * (1 + kinship))
      }
      .sorted { ($1.score, $1.id) < ($0.score, $0.id) }
      .prefix(limit).map(\.id)
  }

  /// Papers that are not this near, compared with the nearest one, have a few words in common by
  /// chance.
  private static let leastShare = 0.15
}

extension Paper {
  /// What shared categories and authors add, from 0 to 0.5.
  fileprivate func kinship(with other: Paper) -> Double {
    let shared = Set(categories).intersection(other.categories).count
    let all = Set(categories).union(other.categories).count
    let names = Set(authors.prefix(50).map(\.name.folded))
    let authors = other.authors.prefix(50).count { names.contains($0.name.folded) }
    return 0.2 * Double(shared) / Double(max(1, all)) + 0.1 * Double(min(3, authors))
  }
}
