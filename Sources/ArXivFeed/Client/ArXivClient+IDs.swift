package import Papers

extension ArXivClient {
  /// The most ids of one request, to keep its address short.
  package static let idsPerRequest = 100

  /// Papers by id, at most 100 a request, each handed over once, a request's papers at a time.
  ///
  /// Papers come in no promised order, in the version asked for or the latest. Returns the ids
  /// that arXiv does not have: it leaves them out of its answer and says no more (ARXIV.md 2.2). An
  /// answer without any entry may thus be true, or the fault of a busy server (ARXIV.md 13). It is
  /// asked for twice more; one id that stays away is then believed not to exist, but of several,
  /// known from elsewhere as ids mostly are, none is hardly the truth: that is `.emptyPage`, and none
  /// of them is called missing. With `papersAreDue` false they are, for callers who have another
  /// word on these papers. Throws `FeedError` and what `onPage` throws.
  @discardableResult
  package func papers(
    _ references: [ArXivReference], papersAreDue: Bool = true,
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
      let page = try await filledPage(of: .ids(Array(chunk)))
      if page.isEmpty, papersAreDue, chunk.count > 1 { throw FeedError.emptyPage }
      let papers = page.papers.filter { asked.contains($0.id) && found.insert($0.id).inserted }
      try await onPage(papers, found.count, wanted.count)
    }
    return wanted.map(\.id).filter { !found.contains($0) }
  }
}
