import Papers

extension ArXivClient {
  /// The windows of a query that its ledger asks for, the news first, and then new versions of the
  /// papers before them.
  ///
  /// Throws `FeedError` where arXiv failed, after the exchange was told; a list that ended too early
  /// keeps nothing else from being asked for, and is thrown at the end.
  func fetchQuery(
    _ query: Query, windowDays: Int, limit: Int, ledger: SourceLedger, _ exchange: SourceExchange
  ) async throws -> SourceFetch {
    let now = exchange.now
    let search = try searchQuery(query, now: now)
    var result = SourceFetch()
    var ledger = ledger
    let window = ledger.windowToAsk(now: now, windowDays: windowDays)
    result.window = window
    let isCategories = Self.asksForCategoriesAlone(search)
    var requests = [
      WindowSearch(
        search: search, window: window, limit: limit, pageSize: exchange.pageSize,
        papersAreDue: isCategories)
    ]
    let updatesFrom = ledger.updatesToAskFrom
    let owed = ledger.updates?.owed
    var shortfall: FeedError?
    var newest: WindowAnswer?
    while let request = requests.popLast() {
      let before = result
      let outcome = try await answer(to: request, now: now, known: exchange.known) {
        papers, received, expected in
        let lost = try await exchange.hand(over: papers)
        exchange.progress(before.received + received, before.expected + expected)
        return lost
      }
      let answer = outcome.answer
      try await exchange.onAnswer(.window(answer))
      ledger.record(.window(answer)) { _ in 0 }
      exchange.onSkipped(outcome.skipped)
      result.received += answer.stored
      result.expected += answer.expected
      if case .short = answer.ending {
        let isOpen = ledger.gaps.contains { $0.isShortfall && $0.touches(request.window) }
        if isOpen { shortfall = shortfall ?? outcome.failure }
      } else if let failure = outcome.failure {
        throw failure
      }
      guard newest == nil else { continue }
      newest = answer
      // News come first: a gap that stays one must not keep them from coming. What this window left
      // open is for the next fetch.
      requests = ledger.gaps.filter { answer.ending == .limited || !$0.touches(window) }
        .map { $0.request(search: search, limit: limit, exchange) }
    }
    if let updatesFrom, let newest {
      let isLimited = newest.ending == .limited
      var request = UpdateSearch(
        search: search,
        submittedUntil: isLimited ? newest.reached ?? window.lowerBound : window.lowerBound,
        from: updatesFrom, limit: limit, pageSize: exchange.pageSize)
      try await fetchUpdates(request, ledger, exchange)
      if let owed {
        request.from = min(owed.from, updatesFrom)
        request.start = max(1, owed.position - exchange.pageSize)
        try await fetchUpdates(request, ledger, exchange)
      }
    }
    if let shortfall { throw shortfall }
    return result
  }

  /// New versions of papers that are held, or that were in a window and did not come.
  private func fetchUpdates(
    _ request: UpdateSearch, _ ledger: SourceLedger, _ exchange: SourceExchange
  ) async throws {
    let windows = ledger.windows.map { $0.from...$0.until }
    let outcome = try await updates(of: request, now: exchange.now) { papers in
      func isOurs(_ paper: Paper) -> Bool { windows.contains { $0.contains(paper.published) } }
      // Papers that another source brought stay papers of that one.
      try await exchange.hand(
        over: papers.filter { exchange.isHeld($0.id) || isOurs($0) }, isOurs: isOurs)
    }
    try await exchange.onAnswer(.updates(outcome.answer))
    exchange.onSkipped(outcome.skipped)
    if let failure = outcome.failure { throw failure }
  }

  func searchQuery(_ query: Query, now: Timestamp) throws(FeedError) -> String {
    do {
      return try query.searchQuery(now: now)
    } catch {
      throw .untranslatableQuery(error)
    }
  }

  /// Such a query always has papers; any other may have none.
  private static func asksForCategoriesAlone(_ search: String) -> Bool {
    let words = search.split { " ()".contains($0) }
    return words.contains { $0.hasPrefix("cat:") }
      && words.allSatisfy { $0.hasPrefix("cat:") || $0 == "OR" }
  }
}

extension SourceLedger.Gap {
  /// What is asked to fill it, for at most `limit` papers.
  fileprivate func request(
    search: String, limit: Int, _ exchange: SourceExchange
  ) -> ArXivClient.WindowSearch {
    ArXivClient.WindowSearch(
      search: search, window: windowToAsk(now: exchange.now), fillsGap: true,
      limit: isLimited ? min(limit, max(1, expected ?? limit)) : limit,
      pageSize: exchange.pageSize, papersAreDue: false, named: isShortfall ? 0 : expected ?? 0)
  }

  /// Whether it lies in a window at least in part.
  fileprivate func touches(_ window: ClosedRange<Timestamp>) -> Bool {
    window.overlaps(from...until)
  }
}
