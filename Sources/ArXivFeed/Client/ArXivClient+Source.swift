import Foundation
package import Papers

/// What fetching one source came to.
package struct SourceFetch: Equatable, Sendable {
  /// Distinct papers handed over.
  package var received = 0
  /// How many were due, by arXiv's word.
  package var expected = 0
  /// The window that was asked for, both ends included; nil for sources without one.
  package var window: ClosedRange<Timestamp>?
  /// Papers that arXiv does not have, or, of a daily feed, that its API could not complete.
  package var missing: [ArXivID] = []
  /// Entries that could not be read.
  package var skipped = SkippedEntries()

  package init() {}
}

extension ArXivClient {
  /// Fetches what a source of the configuration names, newest first.
  ///
  /// Papers come with `sources` and `added` set, a request's papers at a time and whole; a later
  /// failure takes nothing back. `progress` is told how many papers came of how many expected.
  /// `isHeld` says which papers the library has: a daily feed's replacements of other papers are
  /// left alone (SPEC.md 7). A query for categories alone always has papers; any other may have
  /// none.
  ///
  /// `ledger` says which windows a query was asked for before, and which gaps are to be filled;
  /// `onAnswer` is told how each window ended, also before a failure is thrown. Throws `FeedError`
  /// and what the closures throw.
  package func fetch(
    _ source: Source, now: Timestamp, pageSize: Int = 200,
    ledger: SourceLedger = SourceLedger(),
    isHeld: @Sendable (ArXivID) -> Bool = { _ in false },
    progress: @Sendable (_ received: Int, _ expected: Int) -> Void = { _, _ in },
    onAnswer: (WindowAnswer) async throws -> Void = { _ in },
    onPapers: @Sendable ([Paper]) async throws -> Void
  ) async throws -> SourceFetch {
    var result = SourceFetch()
    switch source.kind {
    case .query(let query, let windowDays, let limit):
      let search = try searchQuery(query, now: now)
      var ledger = ledger.about(query.description)
      let window = ledger.windowToAsk(now: now, windowDays: windowDays)
      result.window = window
      var requests = [
        WindowSearch(
          search: search, window: window, limit: limit, pageSize: pageSize,
          papersAreDue: Self.asksForCategoriesAlone(search))
      ]
      var isFirst = true
      while let request = requests.popLast() {
        let before = result
        let (answer, skipped, failure) = try await answer(to: request, now: now) {
          papers, received, expected in
          try await onPapers(marked(papers, source: source, now: now))
          progress(before.received + received, before.expected + expected)
        }
        try await onAnswer(answer)
        result.skipped.add(skipped)
        if let failure { throw failure }
        result.received += answer.stored
        result.expected += answer.expected
        ledger.record(answer) { _ in 0 }
        guard isFirst else { continue }
        isFirst = false
        // News come first: a gap that stays one must not keep them from coming.
        requests = ledger.gaps.map { gap in
          WindowSearch(
            search: search, window: gap.windowToAsk(now: now), fillsGap: true,
            limit: min(limit, max(1, gap.expected ?? limit)), pageSize: pageSize,
            papersAreDue: false)
        }
      }
    case .ids(let ids):
      let outcome = try await papers(ids.map { ArXivReference(id: $0) }) {
        papers, received, expected in
        try await onPapers(marked(papers, source: source, now: now))
        progress(received, expected)
      }
      result.missing = outcome.missing
      result.skipped = outcome.skipped
      result.expected = Set(ids).count
      result.received = result.expected - result.missing.count
    case .daily(let categories):
      let feed = try await dailyFeed(of: categories)
      let wanted = feed.announcements.filter { !$0.kind.isReplacement || isHeld($0.paper.id) }
      result.expected = wanted.count
      // The feed itself says what the API may leave out.
      let outcome = try await papers(wanted.map(\.paper.reference), papersAreDue: false) {
        papers, received, expected in
        try await onPapers(marked(papers, source: source, now: now))
        progress(received, expected)
      }
      result.missing = outcome.missing
      result.skipped.add(count: feed.warnings.count, reasons: feed.warnings)
      result.skipped.add(outcome.skipped)
      // What the API cannot complete is kept as the feed gave it, unless we hold better.
      let missing = Set(result.missing)
      let incomplete = wanted.filter { missing.contains($0.paper.id) && !isHeld($0.paper.id) }
      if !incomplete.isEmpty {
        try await onPapers(marked(incomplete.map(\.paper), source: source, now: now))
      }
      result.received = result.expected - result.missing.count + incomplete.count
    }
    return result
  }

  /// Today's announcement of categories or archives (ARXIV.md 7). An empty one is no error: there
  /// is none on some days.
  package func dailyFeed(of categories: [String]) async throws(FeedError) -> DailyFeed {
    let spec = categories.map { category in
      category.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }
    }
    let base = endpoints.feeds.absoluteString
    let url = base + (base.hasSuffix("/") ? "" : "/") + "rss/" + spec.joined(separator: "+")
    return try await answer(from: url) {
      (body, now) throws(FeedError) in try DailyFeedParser.parse(body, receivedAt: now)
    }
  }

  private func searchQuery(_ query: Query, now: Timestamp) throws(FeedError) -> String {
    do {
      return try query.searchQuery(now: now)
    } catch {
      throw .untranslatableQuery(error)
    }
  }

  private func marked(_ papers: [Paper], source: Source, now: Timestamp) -> [Paper] {
    papers.map { paper in
      var paper = paper
      paper.sources = [source.name]
      paper.added = now
      return paper
    }
  }

  private static func asksForCategoriesAlone(_ search: String) -> Bool {
    let words = search.split { " ()".contains($0) }
    return words.contains { $0.hasPrefix("cat:") }
      && words.allSatisfy { $0.hasPrefix("cat:") || $0 == "OR" }
  }
}
