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
    /// How many papers are due at least, as an earlier answer named them.
    var named = 0
  }

  /// What came of a window, beside the answer for the ledger.
  struct WindowOutcome {
    var answer: WindowAnswer
    var skipped: SkippedEntries
    /// Why it is not whole, if it is not.
    var failure: FeedError?
  }

  /// Asks for what was submitted within a window, newest first, as far as arXiv goes; where it goes
  /// no further, the rest is asked for as a narrower window (ARXIV.md 2).
  ///
  /// A failure of arXiv is returned and not thrown, beside the answer that says how far it came.
  /// `onPage` returns how many of its papers could not be saved. `known` counts the papers of the
  /// window that are on the disk afterwards, whichever fetch brought them. Throws what they throw.
  func answer(
    to request: WindowSearch, now: Timestamp,
    known: @Sendable (ClosedRange<Timestamp>) async throws -> Int,
    onPage: @Sendable ([Paper], _ received: Int, _ expected: Int) async throws -> Int
  ) async throws -> WindowOutcome {
    let harvest = Harvest()
    var answer = WindowAnswer(window: request.window, fillsGap: request.fillsGap, at: now)
    var failure: FeedError?
    var until = request.window.upperBound
    var isLimited = false
    do {
      while true {
        let limit = request.limit - harvest.state.received
        let isWhole = until == request.window.upperBound
        harvest.beginList()
        let outcome = try await search(
          FeedQuery.windowed(request.search, from: request.window.lowerBound, until: until),
          limit: limit, pageSize: request.pageSize,
          papersAreDue: request.papersAreDue && harvest.state.received == 0
        ) { page, _, _ in
          let fresh = harvest.fresh(page.papers)
          let expected = min(request.limit, harvest.state.total ?? page.totalResults)
          let lost = try await onPage(fresh, harvest.state.received + fresh.count, expected)
          harvest.take(fresh, lost: lost, of: page, isWholeWindow: isWhole)
        }
        isLimited = outcome.received >= limit && outcome.named > limit
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
    answer.stored = state.stored
    answer.expected = max(state.stored, min(request.limit, state.total ?? 0))
    answer.isLimitBound = state.named > request.limit
    // Out of order, the oldest paper does not tell how far we came.
    answer.reached = state.isInOrder ? state.reached : nil
    if failure == nil, isLimited, !state.isInOrder { failure = .otherOrder }
    let named = min(request.limit, max(state.named, request.named))
    let given = state.received + state.skipped.count
    if let failure {
      answer.ending = .failed(cause: failure.cause)
    } else if state.lost > 0 {
      let papers = state.lost == 1 ? "1 paper" : "\(state.lost.grouped) papers"
      answer.ending = .failed(cause: "\(papers) could not be saved")
    } else if isLimited {
      answer.ending = .limited
    } else if given < named {
      // What did not come now may have come before.
      let stored = max(state.stored, try await known(request.window))
      let missing = named - state.skipped.count - stored
      if missing > 0 {
        let error = FeedError.incomplete(named: named, given: given)
        answer.stored = stored
        answer.expected = named
        answer.ending = .short(missing: missing, cause: error.cause)
        failure = error
      }
    }
    return WindowOutcome(answer: answer, skipped: state.skipped, failure: failure)
  }
}

/// What came of a window so far.
private final class Harvest: Sendable {
  struct State {
    var seen: Set<ArXivID> = []
    /// How many papers the whole window has, by arXiv's latest word.
    var total: Int?
    /// The most that it named for the whole window.
    var named = 0
    var oldest: Timestamp?
    var isInOrder = true
    /// Entries that could not be read.
    var skipped = SkippedEntries()
    /// Papers that could not be saved.
    var lost = 0
    /// Papers that came in pages without such papers, as long as arXiv's list stayed the same: where
    /// it moves between two pages, what lies between them is missed.
    var stored = 0
    /// The oldest of them.
    var reached: Timestamp?
    var isSteady = true
    /// What the page before said of the same list.
    var previousTotal: Int?

    var received: Int { seen.count }
  }

  private let mutex = Mutex(State())

  var state: State { mutex.withLock { $0 } }

  /// Another list begins, whose total is another one.
  func beginList() {
    mutex.withLock { $0.previousTotal = nil }
  }

  /// The papers that did not come before.
  func fresh(_ papers: [Paper]) -> [Paper] {
    mutex.withLock { state in papers.filter { !state.seen.contains($0.id) } }
  }

  /// Notes a page of which these papers are new and, but for those lost, on the disk.
  func take(_ fresh: [Paper], lost: Int, of page: FeedPage, isWholeWindow: Bool) {
    mutex.withLock { state in
      // A narrower window has only what is left.
      if isWholeWindow {
        state.total = page.totalResults
        state.named = max(state.named, page.totalResults)
      }
      let hasMoved = state.previousTotal.map { $0 != page.totalResults } ?? false
      state.previousTotal = page.totalResults
      for paper in fresh {
        state.seen.insert(paper.id)
        if let oldest = state.oldest, paper.published > oldest { state.isInOrder = false }
        state.oldest = min(state.oldest ?? paper.published, paper.published)
      }
      state.lost += lost
      state.skipped.add(page.skipped)
      if hasMoved || state.lost > 0 { state.isSteady = false }
      guard state.isSteady else { return }
      state.stored = state.received
      state.reached = state.oldest
    }
  }
}
