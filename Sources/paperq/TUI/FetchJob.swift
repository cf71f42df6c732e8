import LibraryStore
import Papers
import QueueUI
struct FetchJob: Sendable {
  let workspace: Workspace
  let names: [String]?
  func run(progress: @escaping @Sendable (FetchProgress) -> Void, merge: @escaping @Sendable ([Paper]) async throws(StoreError) -> FeedMerge) async -> FetchOutcome { FetchOutcome(failures: ["not built"]) }
}
