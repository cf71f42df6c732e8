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
  /// Why there is nothing new, where that is worth a word: "no announcement at weekends".
  package var note: String?

  package init() {}
}

extension ArXivClient {
  /// Fetches what a source of the configuration names, newest first.
  ///
  /// Papers come with `sources` and `added` set, a request's papers at a time and whole; a later
  /// failure takes nothing back. `progress` is told how many papers came of how many expected.
  /// `heldVersion` says which version of a paper the library has, nil for none: new versions of other
  /// papers are left alone (SPEC.md 7). `known` counts the papers of the source on the disk that were
  /// submitted in a window, and `unsaved` names those handed over that are not. A query for categories
  /// alone always has papers; any other may have none. `onSkipped` is told of entries that could not be
  /// read, also when the fetch fails later.
  ///
  /// `ledger` says what was asked for before, and what is owed; `onAnswer` is told what to take into
  /// it, also before a failure is thrown, and last whether all is done. Throws `FeedError` and what
  /// the closures throw.
  package func fetch(
    _ source: Source, now: Timestamp, pageSize: Int = 200,
    ledger: SourceLedger = SourceLedger(),
    heldVersion: @escaping @Sendable (ArXivID) -> Int? = { _ in nil },
    known: @escaping @Sendable (ClosedRange<Timestamp>) async throws -> Int = { _ in 0 },
    unsaved: @escaping @Sendable () -> Set<ArXivID> = { [] },
    progress: @escaping @Sendable (_ received: Int, _ expected: Int) -> Void = { _, _ in },
    onSkipped: @escaping @Sendable (SkippedEntries) -> Void = { _ in },
    onAnswer: @escaping @Sendable (LedgerEntry) async throws -> Void = { _ in },
    onPapers: @escaping @Sendable ([Paper]) async throws -> Void
  ) async throws -> SourceFetch {
    let exchange = SourceExchange(
      source: source, now: now, pageSize: pageSize, heldVersion: heldVersion, known: known,
      unsaved: unsaved, progress: progress, onSkipped: onSkipped, onAnswer: onAnswer,
      onPapers: onPapers)
    let ledger = ledger.about(source.subject)
    let result: SourceFetch
    switch source.kind {
    case .query(let query, let windowDays, let limit):
      result = try await fetchQuery(
        query, windowDays: windowDays, limit: limit, ledger: ledger, exchange)
    case .ids(let ids):
      result = try await fetchList(ids, exchange)
    case .daily(let categories, let types):
      result = try await fetchAnnouncement(
        of: categories, types: types, ledger: ledger, exchange)
    }
    if unsaved().isEmpty { try await onAnswer(.complete(at: now, request: source.request)) }
    return result
  }

  private func fetchList(
    _ ids: [ArXivID], _ exchange: SourceExchange
  ) async throws -> SourceFetch {
    var result = SourceFetch()
    result.expected = Set(ids).count
    let stored = Counter()
    do {
      let outcome = try await papers(ids.map { ArXivReference(id: $0) }) {
        papers, received, expected in
        let lost = try await exchange.hand(over: papers)
        stored.add(papers.count - lost)
        exchange.progress(received, expected)
      }
      result.missing = outcome.missing
      exchange.onSkipped(outcome.skipped)
    } catch let error as FeedError {
      try await exchange.answer(
        .failed(
          cause: error.cause,
          SourceLedger.Listing(expected: result.expected, stored: stored.value)))
      throw error
    }
    result.received = result.expected - result.missing.count
    try await exchange.answer(
      .listed(
        SourceLedger.Listing(
          expected: result.expected, stored: stored.value,
          missing: result.missing.map { ArXivReference(id: $0) })))
    return result
  }
}
