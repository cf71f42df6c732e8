import ArXivFeed
import LibraryStore
import Papers
import QueueUI
import Synchronization

/// Fetching for the screen, with what it has to tell on the way.
struct FetchJob: Sendable {
  let workspace: Workspace
  /// Nil means all sources.
  let names: [String]?
  /// Whether to ask even where arXiv has announced nothing since its last answer.
  let isForced: Bool
  /// The library at the beginning.
  let library: Library

  /// Fetches to the end, or until the task is cancelled; what came is kept either way.
  func run(
    progress: @escaping @Sendable (_ source: String, ProgressNews) -> Void,
    merge: @escaping @Sendable ([Paper]) async throws(StoreError) -> FeedMerge,
    record: @escaping @Sendable (SourceAnswer) async throws(StoreError) -> Void,
    count: @escaping @Sendable (Source, ClosedRange<Timestamp>) async -> Int
  ) async -> FetchOutcome {
    let titles = NewTitles()
    let fetching = SourceFetching(
      workspace: workspace, library: library, isForced: isForced,
      progress: { source, received, expected in
        progress(source.name, .came(Int64(received), of: Int64(expected)))
      },
      retry: { source, retry in
        progress(source.name, .waits(ProgressWait(retry)))
      },
      wait: { source, wait in
        progress(source.name, .waits(ProgressWait(wait)))
      },
      merge: { source, papers in
        let merge = try await merge(papers)
        if source.isAlert { titles.note(merge.new) }
        return merge
      },
      record: { answer in try await record(answer) },
      count: { source, window in await count(source, window) })
    let results: [SourceResult]
    do throws(SourceFetching.UnknownSource) {
      results = await fetching.fetch(try fetching.sources(named: names))
    } catch {
      return FetchOutcome(failures: [error.message])
    }
    let failures = results.compactMap { result in
      result.failure.flatMap { $0.kind == .stopped ? nil : $0.message }
        .map { "\(result.source.name.onOneLine): \($0)" }
    }
    let alerts = results.filter { $0.source.isAlert && !$0.newIDs.isEmpty }.map { result in
      SourceAlert(
        source: result.source.name.onOneLine,
        titles: result.newIDs.sorted(by: >).compactMap { titles[$0] })
    }
    return FetchOutcome(
      new: results.reduce(0) { $0 + $1.newIDs.count },
      updated: results.reduce(0) { $0 + $1.updated },
      failures: failures, alerts: alerts, notAskedText: Self.notAskedText(results),
      isCancelled: results.contains { $0.failure?.kind == .stopped })
  }

  /// Which sources were not asked, in a line; nil when all were.
  private static func notAskedText(_ results: [SourceResult]) -> String? {
    let fresh = results.compactMap { result in result.fresh.map { (result.source.name, $0) } }
    guard let latest = fresh.max(by: { $0.1.askedAt < $1.1.askedAt }) else { return nil }
    let who = fresh.count == 1 ? latest.0 : "\(fresh.count) sources"
    return "\(who): \(latest.1.words(now: Workspace.now))"
  }
}

/// The titles of papers that came from sources with an alert, in Unicode.
private final class NewTitles: Sendable {
  private let titles = Mutex<[ArXivID: String]>([:])

  func note(_ papers: [Paper]) {
    titles.withLock { titles in
      for paper in papers { titles[paper.id] = paper.titleText.onOneLine }
    }
  }

  subscript(id: ArXivID) -> String? { titles.withLock { $0[id] } }
}

extension ProgressWait {
  /// The wait before a request is sent again.
  init(_ retry: ArXivClient.Retry) {
    self.init(
      "trying again in", milliseconds: retry.waitMilliseconds, reason: retry.error.message)
  }

  /// The wait for our turn at arXiv.
  init(_ wait: RequestPace.Wait) {
    switch wait {
    case .turn(let milliseconds):
      self.init("arXiv's pace: asking in", milliseconds: milliseconds)
    case .otherCopy: self.init("another paperq is asking arXiv")
    }
  }
}
