import Papers

extension ArXivClient {
  /// How a search ended.
  package struct SearchOutcome: Equatable, Sendable {
    /// Distinct papers handed over.
    package var received: Int
    /// How many there are at arXiv, by its latest word, at most the limit.
    package var expected: Int
    /// The most papers that arXiv named on any page, whatever the limit.
    package var named = 0
    /// Whether arXiv would go no further (ARXIV.md 2): the rest needs a narrower query.
    package var reachedServerLimit: Bool
    /// Whether arXiv's list ended, with an empty page, before all came that it had named.
    package var isCutShort = false
    /// Entries that could not be read.
    package var skipped = SkippedEntries()
  }

  /// Pages through a search, newest submission first, until `limit` papers or the end.
  ///
  /// Each page is handed over whole as soon as it is there, without papers of earlier pages, with
  /// the number of papers so far and the number expected; a later failure takes nothing back. An
  /// empty page is asked for twice more (ARXIV.md 13); if papers are due, it is then an error. They
  /// are due as long as arXiv promises more, and, unless `papersAreDue` is false, on the first page.
  /// Behind a page that was not full it is the end of the list, and only `isCutShort` tells that arXiv
  /// had named more: who asks on would be told the same for ever.
  /// Throws `FeedError` and what `onPage` throws.
  @discardableResult
  package func search(
    _ searchQuery: String, limit: Int, pageSize: Int = 200, papersAreDue: Bool = true,
    onPage: @Sendable (FeedPage, _ received: Int, _ expected: Int) async throws -> Void
  ) async throws -> SearchOutcome {
    var seen: Set<ArXivID> = []
    var start = 0
    var promised = 0
    var stalePages = 0
    var isBehindShortPage = false
    var outcome = SearchOutcome(received: 0, expected: 0, reachedServerLimit: false)
    while outcome.received < limit {
      let asked = min(max(1, pageSize), FeedQuery.largestPage, limit - outcome.received)
      let query = FeedQuery.search(searchQuery, start: start, maxResults: asked)
      guard var page = try await reachablePage(of: query, promised: promised) else {
        outcome.reachedServerLimit = true
        return outcome
      }
      if page.isEmpty {
        // A total of 0 after papers came is no answer. A smaller one than before ends the list, but
        // what was named before is missed.
        let isDue = page.totalResults == 0 ? start < promised : start < page.totalResults
        let isEnd = isBehindShortPage && page.totalResults > 0
        if isDue && !isEnd || start == 0 && papersAreDue { throw FeedError.emptyPage }
        outcome.isCutShort = isDue
        return outcome
      }
      let isPastEnd = start > 0 && start >= promised
      promised = page.totalResults
      outcome.expected = min(limit, promised)
      outcome.named = max(outcome.named, promised)
      let entries = page.entryCount(atMost: asked)
      start += entries
      isBehindShortPage = entries < asked
      page.papers = page.papers.filter { seen.insert($0.id).inserted }
      // Nothing new beyond the end is the end, whatever the server has to repeat.
      if isPastEnd, page.papers.isEmpty { return outcome }
      // Pages shift, but a server that goes on with what it sent before would do so for ever.
      stalePages = page.isEmpty ? stalePages + 1 : 0
      if stalePages == 3 { throw FeedError.emptyPage }
      if page.papers.count > limit - outcome.received {
        page.papers.removeLast(page.papers.count - (limit - outcome.received))
      }
      outcome.received += page.papers.count
      outcome.skipped.add(page.skipped)
      try await onPage(page, outcome.received, outcome.expected)
      // Past the promised end the promise was wrong; only an empty page ends it then. It may be
      // wrong, too, where the last page is full.
      if start == page.totalResults, entries < asked { return outcome }
    }
    return outcome
  }

  /// A page, nil where arXiv fails because it goes no further.
  func reachablePage(
    of query: FeedQuery, promised: Int
  ) async throws(FeedError) -> FeedPage? {
    do {
      return try await filledPage(of: query, promised: promised)
    } catch {
      let isBeyond = query.start > 0 && query.start + query.maxResults > Self.lastReachableResult
      switch error {
      case .refused, .unexpectedStatus, .serverFailed:
        if isBeyond { return nil }
        throw error
      default: throw error
      }
    }
  }

  /// A page, asked for up to three times while it comes without papers, unless it lies beyond every
  /// promise of papers.
  func filledPage(
    of query: FeedQuery, promised: Int = 0
  ) async throws(FeedError) -> FeedPage {
    for _ in 0..<2 {
      let page = try await page(of: query)
      if !page.isEmpty { return page }
      if query.start > 0, query.start >= max(promised, page.totalResults) { return page }
    }
    return try await page(of: query)
  }

  /// The present server refuses results beyond this index.
  private static let lastReachableResult = 10_000
}
