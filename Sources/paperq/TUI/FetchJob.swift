import ArXivFeed
import LibraryStore
import Papers
import QueueUI

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
    progress: @escaping @Sendable (FetchProgress) -> Void,
    merge: @escaping @Sendable ([Paper]) async throws(StoreError) -> FeedMerge,
    record: @escaping @Sendable (SourceAnswer) async throws(StoreError) -> Void,
    count: @escaping @Sendable (Source, ClosedRange<Timestamp>) async -> Int
  ) async -> FetchOutcome {
    let fetching = SourceFetching(
      workspace: workspace, library: library, isForced: isForced,
      progress: { source, received, expected in
        progress(FetchProgress(source: source.name, received: received, expected: expected))
      },
      retry: { retry in
        let seconds = (retry.waitMilliseconds + 999) / 1000
        progress(FetchProgress(source: "arXiv", waiting: "trying again in \(seconds) s"))
      },
      wait: { source, wait in
        progress(FetchProgress(source: source.name, waiting: wait.words))
      },
      merge: { papers in try await merge(papers) },
      record: { answer in try await record(answer) },
      count: { source, window in await count(source, window) })
    let results: [SourceResult]
    do throws(SourceFetching.UnknownSource) {
      results = await fetching.fetch(try fetching.sources(named: names))
    } catch {
      return FetchOutcome(failures: [error.message])
    }
    let failures = results.compactMap { result in
      result.failure.flatMap { $0.code == .interrupted ? nil : $0.message }
    }
    return FetchOutcome(
      new: results.reduce(0) { $0 + $1.newIDs.count },
      changed: results.reduce(0) { $0 + $1.changed },
      failures: failures, fresh: Self.fresh(results),
      isCancelled: results.contains { $0.failure?.code == .interrupted })
  }
  /// Which sources were not asked, in a line; nil when all were.
  private static func fresh(_ results: [SourceResult]) -> String? {
    let fresh = results.compactMap { result in result.fresh.map { (result.source.name, $0) } }
    guard let latest = fresh.max(by: { $0.1.askedAt < $1.1.askedAt }) else { return nil }
    let who = fresh.count == 1 ? latest.0 : "\(fresh.count) sources"
    return "\(who): \(latest.1.words(now: Workspace.now))"
  }
}
