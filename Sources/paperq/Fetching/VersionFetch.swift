import ArXivFeed
import LibraryStore
import Papers

/// Asking arXiv for one version of a paper (ARXIV.md 2.2), for the command and the screen alike.
struct VersionFetch: Sendable {
  let workspace: Workspace
  /// Called before each wait of a retry.
  var onRetry: @Sendable (ArXivClient.Retry) -> Void = { _ in }

  /// Hands the version to `take`; gives what went wrong otherwise.
  func fetch(
    _ reference: ArXivReference, take: @escaping @Sendable ([Paper]) async throws -> Void
  ) async -> FetchFailure? {
    do {
      let client = workspace.makeClient(onRetry: onRetry)
      let outcome = try await client.papers([reference]) { papers, _, _ in
        try await take(papers.filter { $0.reference == reference })
      }
      return outcome.missing.isEmpty
        ? nil : FetchFailure(.noSuchPaper, "arXiv has no '\(reference)'")
    } catch let error as FeedError {
      var failure = FetchFailure(error)
      failure.message = "cannot ask arXiv about '\(reference)': \(error.message)"
      return failure
    } catch let error as StoreError {
      return FetchFailure(error)
    } catch {
      return .stopped
    }
  }
}
