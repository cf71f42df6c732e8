import ArXivFeed
import Papers
import QueueUI

/// Asking arXiv's search for a page on behalf of the screen.
struct SearchJob: Sendable {
  let workspace: Workspace
  let query: Query
  /// The index of the first result.
  let start: Int
  /// How many results there are by arXiv's word so far.
  let promised: Int

  /// Who looks at a list waits for it: smaller pages than a fetch asks for come sooner.
  private static let largestPage = 100

  /// The event to be posted; nil when the task was cancelled.
  func run() async -> Event? {
    do throws(FeedError) {
      let page = try await find()
      return .arXivFound(
        ArXivResults(
          query: query, papers: page.papers, total: page.total, next: page.next,
          warning: page.skipped.lines.isEmpty
            ? nil : "arXiv's answer: \(page.skipped.lines.joined(separator: "; "))"))
    } catch {
      return error == .cancelled ? nil : .arXivSearchFailed(query, message: error.message)
    }
  }

  private func find() async throws(FeedError) -> ArXivClient.ResultPage {
    let search: String
    do throws(QueryError) {
      search = try query.searchQuery(now: Workspace.now)
    } catch {
      throw .untranslatableQuery(error)
    }
    let size = min(workspace.settings.configuration.arxiv.pageSize, Self.largestPage)
    return try await workspace.makeClient()
      .results(of: search, from: start, count: size, promised: promised)
  }
}
