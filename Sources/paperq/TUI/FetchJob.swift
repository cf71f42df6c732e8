import ArXivFeed
import LibraryStore
import Papers
import QueueUI

/// Fetching for the screen, with what it has to tell on the way.
struct FetchJob: Sendable {
  let workspace: Workspace
  /// Nil means all sources.
  let names: [String]?
  /// The library at the beginning.
  let library: Library

  /// Fetches to the end, or until the task is cancelled; what came is kept either way.
  func run(
    progress: @escaping @Sendable (FetchProgress) -> Void,
    merge: @escaping @Sendable ([Paper]) async throws(StoreError) -> FeedMerge,
    record: @escaping @Sendable (SourceAnswer) async throws(StoreError) -> Void
  ) async -> FetchOutcome {
    let fetching = SourceFetching(
      workspace: workspace, library: library,
      progress: { source, received, expected in
        progress(FetchProgress(source: source.name, received: received, expected: expected))
      },
      retry: { retry in
        let seconds = (retry.waitMilliseconds + 999) / 1000
        progress(FetchProgress(source: "arXiv", waiting: "trying again in \(seconds) s"))
      },
      merge: { papers in try await merge(papers) },
      record: { answer in try await record(answer) })
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
      failures: failures, isCancelled: results.contains { $0.failure?.code == .interrupted })
  }
}
