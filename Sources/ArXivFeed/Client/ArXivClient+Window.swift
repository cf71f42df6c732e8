import Papers
import Synchronization

extension ArXivClient {
  /// A search of arXiv within a window.
  struct WindowSearch: Sendable {
    /// In arXiv's grammar.
    var search: String
    var window: ClosedRange<Timestamp>
    var fillsGap = false
    /// The most papers.
    var limit: Int
    var pageSize: Int
    /// Whether an answer without papers is an error.
    var papersAreDue: Bool
  }

  /// Asks for what was submitted within a window, newest first, as far as arXiv goes; where it goes
  /// no further, the rest is asked for as a narrower window (ARXIV.md 2).
  ///
  /// A failure of arXiv is returned and not thrown, beside the answer that says how far it came.
  /// Throws what `onPage` throws.
  func answer(
    to request: WindowSearch, now: Timestamp,
    onPage: @Sendable ([Paper], _ received: Int, _ expected: Int) async throws -> Void
  ) async throws -> (answer: WindowAnswer, skipped: SkippedEntries, failure: FeedError?) {
    let harvest = Harvest()
    var answer = WindowAnswer(window: request.window, fillsGap: request.fillsGap, at: now)
    var skipped = SkippedEntries()
    var failure: FeedError?
    var until = request.window.upperBound
    var isLimited = false
    do {
      while true {
        let limit = request.limit - harvest.state.received
        let isWhole = until == request.window.upperBound
        let outcome = try await search(
          FeedQuery.windowed(request.search, from: request.window.lowerBound, until: until),
          limit: limit, pageSize: request.pageSize,
          papersAreDue: request.papersAreDue && harvest.state.received == 0
        ) { page, _, _ in
          let fresh = harvest.fresh(page.papers)
          let expected = min(request.limit, harvest.state.total ?? page.totalResults)
          try await onPage(fresh, harvest.state.received + fresh.count, expected)
          harvest.take(fresh, of: page, isWholeWindow: isWhole)
        }
        skipped.add(outcome.skipped)
        isLimited = outcome.received >= limit && harvest.state.latestTotal > limit
        guard outcome.reachedServerLimit else { break }
        guard let oldest = harvest.state.oldest, oldest.endOfMinute < until else {
          throw FeedError.refused("it lists no more papers of one minute")
        }
        until = oldest.endOfMinute
      }
    } catch let error as FeedError {
      failure = error
    }
    let state = harvest.state
    answer.stored = state.received
    answer.expected = max(state.received, min(request.limit, state.total ?? 0))
    // Out of order, the oldest paper does not tell how far we came.
    answer.reached = state.isInOrder ? state.oldest : nil
    if let failure {
      answer.ending = .failed(cause: failure.cause)
    } else if isLimited {
      answer.ending =
        state.isInOrder ? .limited : .failed(cause: "arXiv answered in another order than asked")
    }
    return (answer, skipped, failure)
  }
}

/// What came of a window so far.
private final class Harvest: Sendable {
  struct State {
    var seen: Set<ArXivID> = []
    /// How many papers the whole window has, by arXiv's latest word.
    var total: Int?
    /// The same of the narrower window that is asked for at present.
    var latestTotal = 0
    var oldest: Timestamp?
    var isInOrder = true

    var received: Int { seen.count }
  }

  private let mutex = Mutex(State())

  var state: State { mutex.withLock { $0 } }

  /// The papers that did not come before.
  func fresh(_ papers: [Paper]) -> [Paper] {
    mutex.withLock { state in papers.filter { !state.seen.contains($0.id) } }
  }

  /// Notes a page of which these papers are new and on the disk.
  func take(_ fresh: [Paper], of page: FeedPage, isWholeWindow: Bool) {
    mutex.withLock { state in
      state.latestTotal = page.totalResults
      // A narrower window has only what is left.
      if isWholeWindow { state.total = page.totalResults }
      for paper in fresh {
        state.seen.insert(paper.id)
        if let oldest = state.oldest, paper.published > oldest { state.isInOrder = false }
        state.oldest = min(state.oldest ?? paper.published, paper.published)
      }
    }
  }
}
