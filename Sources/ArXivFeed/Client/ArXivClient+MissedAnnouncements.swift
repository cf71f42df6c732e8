import Papers

extension ArXivClient {
  /// The most papers of a time without announcements: as many as arXiv lets anyone ask for.
  private static let mostMissed = 30_000

  /// What a ledger has to know when announcements came and went since the last one that was taken
  /// in: a feed is there for a day alone. Nil when none did.
  func missedAnnouncements(
    since last: Timestamp?, until feed: DailyFeed, now: Timestamp
  ) -> WindowAnswer? {
    let end = feed.day ?? (feed.built ?? now).startOfDay
    guard let last else { return nil }
    let days = AnnouncementSchedule.feedDays(after: last, before: end)
    guard let first = days.first, let final = days.last else { return nil }
    let words = (first...final).days(now: now)
    var answer = WindowAnswer(window: last...end, at: now)
    answer.ending = .failed(
      cause: days.count == 1
        ? "the announcement of \(words) was missed" : "the announcements of \(words) were missed")
    return answer
  }

  /// Asks the query API for what was submitted while announcements were missed, and in the week
  /// before, for papers are announced days after they are submitted.
  ///
  /// Throws `FeedError` where arXiv failed, after the exchange was told.
  func makeUpForAnnouncements(
    of categories: [String], types: Set<AnnouncementType>, ledger: SourceLedger,
    _ exchange: SourceExchange
  ) async throws -> SourceFetch {
    let scope = AnnouncementScope(categories)
    var result = SourceFetch()
    for gap in ledger.gaps.reversed() {
      let window = gap.windowToAsk(now: exchange.now)
      let request = WindowSearch(
        search: scope.search,
        window: window.lowerBound.advanced(
          byDays: -SourceLedger.overlapInDays)...window.upperBound,
        fillsGap: true, limit: Self.mostMissed, pageSize: exchange.pageSize, papersAreDue: false)
      let before = result
      let outcome = try await answer(to: request, now: exchange.now, known: exchange.known) {
        papers, received, expected in
        exchange.progress(before.received + received, before.expected + expected)
        return try await exchange.hand(
          over: papers.filter { paper in
            exchange.isHeld(paper.id) || types.contains(scope.includes(paper) ? .new : .cross)
          })
      }
      try await exchange.onAnswer(.window(outcome.answer))
      exchange.onSkipped(outcome.skipped)
      result.received += outcome.answer.stored
      result.expected += outcome.answer.expected
      if let failure = outcome.failure { throw failure }
    }
    return result
  }
}

/// The categories and archives of a daily feed (ARXIV.md 7 and 9).
private struct AnnouncementScope {
  /// As queries name them, with `*` for archives.
  private let names: [String]

  init(_ categories: [String]) {
    names = categories.flatMap { name in
      let name = Category(name)?.id ?? name.lowercased()
      let hasClasses = Category.all.contains { $0.id.hasPrefix(name + ".") }
      return (Category.isKnown(name) ? [name] : []) + (hasClasses ? [name + ".*"] : [])
    }
  }

  /// In arXiv's grammar.
  var search: String { names.map { "cat:\($0)" }.joined(separator: " OR ") }

  /// Whether a paper is new in it, and not listed there from elsewhere.
  func includes(_ paper: Paper) -> Bool {
    names.contains { name in
      name.hasSuffix("*")
        ? paper.primaryCategory.hasPrefix(name.dropLast()) : paper.primaryCategory == name
    }
  }
}
