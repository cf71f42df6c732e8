package import Papers

extension ArXivClient {
  /// A page of a search, for who pages on demand.
  package struct ResultPage: Equatable, Sendable {
    package var papers: [Paper]
    /// How many papers the search finds, by arXiv's word.
    package var total: Int
    /// Where the next page begins; nil at the end, or where arXiv goes no further.
    package var next: Int?
    /// Entries of the page that could not be read.
    package var skipped = SkippedEntries()
  }

  /// Asks for at most `count` results of a search, newest submission first, from index `start` on.
  ///
  /// `promised` is the total of the page before, 0 for the first page. An empty page is asked for
  /// twice more (ARXIV.md 13); where papers are due it is then an error. Throws `FeedError`.
  package func results(
    of searchQuery: String, from start: Int, count: Int, promised: Int = 0
  ) async throws(FeedError) -> ResultPage {
    let query = FeedQuery.search(searchQuery, start: start, maxResults: count)
    guard let page = try await reachablePage(of: query, promised: promised) else {
      return ResultPage(papers: [], total: promised, next: nil)
    }
    guard !page.isEmpty else {
      if start < max(promised, page.totalResults) { throw .emptyPage }
      return ResultPage(papers: [], total: page.totalResults, next: nil)
    }
    let next = start + page.entryCount(atMost: query.maxResults)
    return ResultPage(
      papers: page.papers, total: page.totalResults, next: next < page.totalResults ? next : nil,
      skipped: page.skipped)
  }
}
