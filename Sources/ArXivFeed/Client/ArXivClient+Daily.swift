import Foundation
import Papers
import Synchronization

extension ArXivClient {
  /// Today's announcement of categories or archives (ARXIV.md 7). An empty one is no error: there
  /// is none on some days.
  package func dailyFeed(of categories: [String]) async throws(FeedError) -> DailyFeed {
    try await dailyFeed(of: categories, unlessMarked: nil) ?? DailyFeed(announcements: [])
  }

  /// The same, nil when it is still the one of this mark.
  func dailyFeed(
    of categories: [String], unlessMarked mark: String?
  ) async throws(FeedError) -> DailyFeed? {
    let spec = categories.map { category in
      category.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }
    }
    let base = endpoints.feeds.absoluteString
    let url = base + (base.hasSuffix("/") ? "" : "/") + "rss/" + spec.joined(separator: "+")
    return try await answer(from: url, unlessMarked: mark) {
      (response, now) throws(FeedError) in
      if response.status == 304 { return nil }
      var feed = try DailyFeedParser.parse(response.body, receivedAt: now)
      feed.mark = response.headers["etag"].flatMap { $0.isHeaderText ? $0 : nil }
      return feed
    }
  }

  /// The announcement of the day, completed through the API, what the last one was left without, and
  /// what was announced between the two.
  func fetchAnnouncement(
    of categories: [String], types: Set<AnnouncementType>, ledger: SourceLedger,
    _ exchange: SourceExchange
  ) async throws -> SourceFetch {
    let before = ledger.listing
    let feed: DailyFeed?
    do {
      feed = try await dailyFeed(
        of: categories, unlessMarked: before?.isWhole == true ? before?.mark : nil)
    } catch {
      try await exchange.answer(.failed(cause: error.cause, nil))
      throw error
    }
    let isRepeated = feed?.digest != nil && feed?.digest == before?.digest
    var ledger = ledger
    if let feed, !isRepeated,
      let missed = missedAnnouncements(since: before?.day, until: feed, now: exchange.now)
    {
      // It is known to be owed before anything else is asked for.
      try await exchange.onAnswer(.window(missed))
      ledger.record(.window(missed)) { _ in 0 }
    }
    var result = try await take(
      feed, isRepeated: isRepeated, types: types, after: before, exchange)
    let missed = try await makeUpForAnnouncements(
      of: categories, types: types, ledger: ledger, exchange)
    result.received += missed.received
    result.expected += missed.expected
    return result
  }

  /// Takes in the announcement of the day, nil for one that is known, and what the one before was
  /// left without.
  private func take(
    _ feed: DailyFeed?, isRepeated: Bool, types: Set<AnnouncementType>,
    after before: SourceLedger.Listing?, _ exchange: SourceExchange
  ) async throws -> SourceFetch {
    var result = SourceFetch()
    if let feed, !feed.announcements.isEmpty, !isRepeated || before?.isWhole == false {
      let wanted = feed.announcements.filter { announcement in
        types.contains(announcement.kind)
          && (!announcement.kind.isReplacement || exchange.isHeld(announcement.paper.id))
      }
      var skipped = SkippedEntries()
      skipped.add(count: feed.warnings.count, reasons: feed.warnings)
      exchange.onSkipped(skipped)
      result = try await complete(
        wanted.map(\.paper), andOf: before, exchange
      ) { (listing: inout SourceLedger.Listing) in
        listing.day = feed.day
        listing.digest = feed.digest
        listing.mark = feed.warnings.isEmpty ? feed.mark : nil
      }
      return result
    }
    if let before, !before.missing.isEmpty {
      result = try await complete([], andOf: before, exchange) { $0 = before }
    }
    let note =
      feed.map { feed in
        isRepeated ? "repeated announcement: no new papers" : feed.wordsForNone(now: exchange.now)
      } ?? "no new announcement"
    try await exchange.answer(.nothingNew(reason: note, mark: feed?.mark))
    result.note = note
    return result
  }

  /// Asks for announced papers by id, and for those that an earlier listing lacks.
  ///
  /// What the API cannot complete is kept as the feed gave it, unless we hold that version, also when
  /// it fails: the feed will be gone tomorrow. It is owed until that version came, or a newer one, for
  /// the API may lag behind the announcement. `describe` fills in what the listing is about.
  private func complete(
    _ wanted: [Paper], andOf before: SourceLedger.Listing?, _ exchange: SourceExchange,
    describe: (inout SourceLedger.Listing) -> Void
  ) async throws -> SourceFetch {
    let announced = Set(wanted.map(\.id))
    let owed = (before?.missing ?? []).filter { !announced.contains($0.id) }
    let came = Mutex<[ArXivID: Int]>([:])
    let lost = Counter()
    var result = SourceFetch()
    result.expected = announced.count
    var failure: FeedError?
    do {
      let references = wanted.map(\.reference) + owed.map { ArXivReference(id: $0.id) }
      // The feed itself says what the API may leave out.
      let outcome = try await papers(references, papersAreDue: false) {
        papers, received, expected in
        lost.add(try await exchange.hand(over: papers))
        came.withLock { came in
          for paper in papers { came[paper.id] = paper.version }
        }
        exchange.progress(received, expected)
      }
      exchange.onSkipped(outcome.skipped)
    } catch let error as FeedError {
      failure = error
    }
    let versions = came.withLock { $0 }
    func isPaid(_ due: ArXivReference) -> Bool {
      versions[due.id].map { $0 >= due.version ?? 1 } ?? false
    }
    let incomplete = wanted.filter { !isPaid($0.reference) }
    let kept = incomplete.filter { paper in
      exchange.heldVersion(paper.id).map { $0 < paper.version } ?? true
    }
    lost.add(try await exchange.hand(over: kept))
    var listing = SourceLedger.Listing(
      expected: announced.count, stored: max(0, announced.count - lost.value))
    describe(&listing)
    result.missing = Set(incomplete.map(\.id)).sorted()
    result.received = announced.count - result.missing.count + kept.count
    if !kept.isEmpty { exchange.progress(result.received, result.expected) }
    listing.missing = (incomplete.map(\.reference) + owed.filter { !isPaid($0) })
      .sorted { $0.id < $1.id }
    if let failure {
      listing.mark = nil
      try await exchange.answer(.failed(cause: failure.cause, listing))
      throw failure
    }
    try await exchange.answer(.listed(listing))
    return result
  }
}

extension DailyFeed {
  /// Why there is nothing in it.
  fileprivate func wordsForNone(now: Timestamp) -> String {
    // Feeds are made at midnight in New York, which is in the same day of UTC.
    let day = (built ?? now).startOfDay
    return [0, 6].contains(AnnouncementSchedule.weekday(day))
      ? "no announcement at weekends"
      : "no announcement on \((day...day).days(now: now)), as on arXiv's holidays"
  }
}

extension String {
  /// Whether it can stand in a header as it is.
  fileprivate var isHeaderText: Bool {
    utf8.count <= 200 && !isEmpty && utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }
}

/// A number that closures add to.
final class Counter: Sendable {
  private let count = Mutex(0)

  var value: Int { count.withLock { $0 } }

  func add(_ number: Int) { count.withLock { $0 += number } }
}
