import Papers

extension ArXivClient {
  /// A pass over the papers of a query by the time of their latest version.
  struct UpdateSearch: Sendable {
    /// In arXiv's grammar.
    var search: String
    /// Only papers submitted until then: newer ones come in their present version anyway.
    var submittedUntil: Timestamp
    /// The time of update down to which it goes.
    var from: Timestamp
    /// The place in the list to begin at, from 0.
    var start = 0
    /// The most entries to go through.
    var limit: Int
    var pageSize: Int
  }

  /// What came of a pass, beside the answer for the ledger.
  struct UpdateOutcome {
    var answer: UpdatesAnswer
    var skipped = SkippedEntries()
    var failure: FeedError?
  }

  /// Goes through a query's papers, the latest update first, until a whole page has none that was
  /// updated since `from`: one old entry proves nothing (ARXIV.md 13). Where the order is not the one
  /// asked for, not even a page does, and all of the list has to come.
  ///
  /// A failure of arXiv is returned and not thrown. Throws what `onPage` throws.
  func updates(
    of request: UpdateSearch, now: Timestamp, onPage: @Sendable ([Paper]) async throws -> Void
  ) async throws -> UpdateOutcome {
    var answer = UpdatesAnswer(at: now, from: request.from, start: request.start)
    var outcome = UpdateOutcome(answer: answer)
    let search = FeedQuery.windowed(
      request.search, from: Self.beginning, until: request.submittedUntil)
    var seen: Set<ArXivID> = []
    var named = 0
    var isInOrder = true
    var isAtEnd = false
    var isBehindShortPage = false
    do {
      while !isAtEnd, answer.position - request.start < request.limit {
        let asked = min(
          max(1, request.pageSize), FeedQuery.largestPage,
          request.limit - (answer.position - request.start))
        let query = FeedQuery.search(
          search, start: answer.position, maxResults: asked, sortBy: .lastUpdatedDate)
        guard let page = try await reachablePage(of: query, promised: named) else { break }
        if page.isEmpty {
          let isEnd = isBehindShortPage && page.totalResults > 0
          if answer.position < max(named, page.totalResults), !isEnd { throw FeedError.emptyPage }
          isAtEnd = true
          continue
        }
        named = max(named, page.totalResults)
        outcome.skipped.add(page.skipped)
        let fresh = page.papers.filter { seen.insert($0.id).inserted }
        try await onPage(fresh)
        let entries = page.entryCount(atMost: asked)
        for paper in fresh {
          if let reached = answer.reached, paper.updated > reached { isInOrder = false }
          answer.reached = min(answer.reached ?? paper.updated, paper.updated)
        }
        answer.position += entries
        isBehindShortPage = entries < asked
        let isOld = isInOrder && !page.papers.contains { $0.updated >= request.from }
        isAtEnd = isOld || answer.position >= named && entries < asked
      }
    } catch let error as FeedError {
      outcome.failure = error
    }
    if outcome.failure == nil, !isAtEnd, !isInOrder { outcome.failure = .otherOrder }
    if let failure = outcome.failure {
      answer.ending = .stopped(cause: failure.cause)
    } else if !isAtEnd {
      answer.ending = .stopped(
        cause: "only \((answer.position - request.start).grouped) papers were looked through, "
          + "as many as the limit allows")
    }
    if !isInOrder, !isAtEnd {
      // How far it came cannot be told.
      answer.position = request.start
      answer.reached = nil
    }
    outcome.answer = answer
    return outcome
  }

  /// Before the first paper of arXiv.
  private static let beginning =
    Timestamp(year: 1980, month: 1, day: 1) ?? Timestamp(milliseconds: 0)
}
