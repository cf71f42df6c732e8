package import Papers

extension ArXivClient {
  /// The most ids of one request, to keep its address short.
  package static let idsPerRequest = 100

  /// Papers by id, at most 100 a request, each handed over once, a request's papers at a time.
  ///
  /// Papers come in no promised order, in the version asked for or the latest. Returns the ids
  /// that arXiv does not have. Throws `FeedError` and what `onPage` throws.
  @discardableResult
  package func papers(
    _ references: [ArXivReference],
    onPage: @Sendable ([Paper], _ received: Int, _ expected: Int) async throws -> Void
  ) async throws -> [ArXivID] {
    var wanted: [ArXivReference] = []
    var asked: Set<ArXivID> = []
    for reference in references where asked.insert(reference.id).inserted {
      wanted.append(reference)
    }
    var found: Set<ArXivID> = []
    for first in stride(from: 0, to: wanted.count, by: Self.idsPerRequest) {
      let chunk = wanted[first..<min(first + Self.idsPerRequest, wanted.count)]
      let page = try await page(of: .ids(Array(chunk)))
      let papers = page.papers.filter { asked.contains($0.id) && found.insert($0.id).inserted }
      try await onPage(papers, found.count, wanted.count)
    }
    return wanted.map(\.id).filter { !found.contains($0) }
  }
}
