import LoopbackArXiv
import Papers
import Synchronization
import Testing

@testable import ArXivFeed

/// A source, its ledger and the papers that it brought, with an arXiv on the loopback interface.
struct LoopbackFetch {
  /// A fetch's entries for the ledger, and what it failed with.
  struct Run {
    var entries: [LedgerEntry] = []
    var result: SourceFetch?
    var failure: FeedError?
    var requests: ArraySlice<LoopbackRequest> = []

    var updates: [UpdatesAnswer] {
      entries.compactMap { entry in
        if case .updates(let answer) = entry { answer } else { nil }
      }
    }
  }

  let arXiv: LoopbackArXiv
  var source: Source
  var ledger = SourceLedger()
  /// Papers whose file cannot be written.
  var blocked: Set<ArXivID> = []
  private let kept = Kept()

  init(_ papers: [Paper], _ kind: Source.Kind) throws {
    arXiv = LoopbackArXiv(papers: papers)
    source = Source(name: "mine", kind: kind)
    try arXiv.start()
  }

  /// What was brought so far, and what the user did with it.
  var library: Library { kept.library }

  func change(_ change: LibraryChange) { kept.apply(change) }

  /// Adds papers as another source brings them.
  func hold(_ papers: [Paper]) { kept.take(papers, but: [], isMine: false) }

  /// How many papers the source brought that were submitted in a window.
  func count(submitted window: ClosedRange<Timestamp>) -> Int { kept.count(submitted: window) }

  /// Fetches, and takes everything into the library and the ledger.
  mutating func fetch(at now: Timestamp, pageSize: Int = 20) async throws -> Run {
    let endpoints = try #require(
      ArXivEndpoints(api: arXiv.api, feeds: arXiv.site, site: arXiv.site))
    let clock = ManualClock()
    let client = ArXivClient(
      endpoints: endpoints, transport: URLSessionTransport(),
      pace: RequestPace(secondsBetweenRequests: 0, clock: clock), clock: clock)
    let (kept, blocked) = (kept, blocked)
    let before = kept.library
    let brought = kept.submissions
    let asked = arXiv.requests.count
    var run = Run()
    var ledger = ledger.about(source.subject)
    let entries = Notes<LedgerEntry>()
    do {
      run.result = try await client.fetch(
        source, now: now, pageSize: pageSize, ledger: ledger,
        heldVersion: { before.version(of: $0) },
        known: { kept.count(submitted: $0) },
        unsaved: { blocked },
        onAnswer: { entries.add($0) },
        onPapers: { kept.take($0, but: blocked, isMine: true) })
    } catch let error as FeedError {
      run.failure = error
    }
    run.entries = entries.items
    for entry in run.entries {
      ledger.record(entry) { window in brought.count { window.contains($0) } }
    }
    self.ledger = ledger
    run.requests = arXiv.requests[asked...]
    return run
  }

  private final class Kept: Sendable {
    private struct State {
      var library = Library()
      /// Submissions of what the source brought: to decode all papers for them takes long.
      var brought: [ArXivID: Timestamp] = [:]
    }

    private let state = Mutex(State())

    var library: Library { state.withLock(\.library) }
    var submissions: [Timestamp] { state.withLock { Array($0.brought.values) } }

    func count(submitted window: ClosedRange<Timestamp>) -> Int {
      submissions.count { window.contains($0) }
    }

    func take(_ papers: [Paper], but blocked: Set<ArXivID>, isMine: Bool) {
      state.withLock { state in
        let papers = papers.filter { !blocked.contains($0.id) }
        state.library.apply(state.library.merging(papers))
        guard isMine else { return }
        for paper in papers { state.brought[paper.id] = paper.published }
      }
    }

    func apply(_ change: LibraryChange) { state.withLock { $0.library.apply(change) } }
  }
}
