package import Papers

extension ArXivClient {
  /// The most ids of one request, to keep its address short.
  package static let idsPerRequest = 100

  /// What asking for papers by id came to.
  package struct IDOutcome: Equatable, Sendable {
    /// The ids that arXiv does not have, in the order asked for.
    package var missing: [ArXivID] = []
    /// Entries that could not be read; their papers are missing, too.
    package var skipped = SkippedEntries()
  }

  /// Papers by id, at most 100 a request, each handed over once, a request's papers at a time.
  ///
  /// Papers come in no promised order, in the version asked for or the latest. Ids that arXiv does
  /// not have it leaves out of its answer, and says no more (ARXIV.md 2.2). An answer without any
  /// entry may thus be true, or the fault of a busy server (ARXIV.md 13). It is asked for twice more;
  /// one id that stays away is then believed not to exist. Of several none is hardly the truth, for
  /// ids are mostly copied from where the paper is known: that is `.emptyPage`, and nothing is called
  /// missing. With `papersAreDue` false they are missing, for callers who know the papers from
  /// elsewhere. Throws `FeedError` and what `onPage` throws.
  @discardableResult
  package func papers(
    _ references: [ArXivReference], papersAreDue: Bool = true,
    onPage: @Sendable ([Paper], _ received: Int, _ expected: Int) async throws -> Void
  ) async throws -> IDOutcome {
    var wanted: [ArXivReference] = []
    var asked: Set<ArXivID> = []
    for reference in references where asked.insert(reference.id).inserted {
      wanted.append(reference)
    }
    var found: Set<ArXivID> = []
    var outcome = IDOutcome()
    for first in stride(from: 0, to: wanted.count, by: Self.idsPerRequest) {
      let chunk = wanted[first..<min(first + Self.idsPerRequest, wanted.count)]
      let page = try await filledPage(of: .ids(Array(chunk)))
      if page.isEmpty, papersAreDue, chunk.count > 1 { throw FeedError.emptyPage }
      outcome.skipped.add(page.skipped)
      let papers = page.papers.filter { asked.contains($0.id) && found.insert($0.id).inserted }
      try await onPage(papers, found.count, wanted.count)
    }
    outcome.missing = wanted.map(\.id).filter { !found.contains($0) }
    return outcome
  }
}
