import ArXivFeed
import ArgumentParser
import LibraryStore
import PaperExport
import Papers

/// `paperq search`: asks arXiv's search.
struct SearchCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Ask arXiv's search.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Queue what is found.")
  var add = false

  @Option(help: ArgumentHelp("At most this many papers, the newest first.", valueName: "number"))
  var limit = 50

  @Argument(help: "What to look for; words that begin with '-' come after '--'.")
  var query: [String]

  func validate() throws {
    guard (1...30_000).contains(limit) else {
      throw ValidationError("'--limit' takes a number from 1 to 30000")
    }
  }

  func run(in context: CommandContext) async throws {
    let query = try context.query(query)
    let search: String
    do throws(QueryError) {
      search = try query.searchQuery(now: Workspace.now)
    } catch {
      throw CommandFailure(.badInput, "cannot ask arXiv, column \(error.column): \(error.message)")
    }
    let library = try context.openLibrary()
    let (papers, failure) = try await Interruption.cancelling {
      await find(search, library)
    }
    if add, !papers.isEmpty {
      let held = Set(papers.map(\.id).filter(library.library.shows))
      try library.merge(papers)
      let present = papers.map(\.id).filter(library.library.contains)
      try library.queue(present, held: held)
    }
    try PaperPrinter(console: context.console).list(
      papers.lazy.map { ExportItem(paper: $0, reading: library.library.reading($0.id)) })
    if let failure { throw failure }
    if papers.isEmpty {
      context.console.remark("arXiv finds no paper")
      throw CommandFailure(.nothing)
    }
  }

  /// What arXiv finds, and what cut it short.
  @MainActor
  private func find(
    _ search: String, _ library: OpenLibrary
  ) async -> (papers: [Paper], failure: CommandFailure?) {
    let found = Found()
    let client = library.workspace.makeClient(onRetry: library.console.announce)
    let pageSize = library.workspace.settings.configuration.arxiv.pageSize
    let progress = ProgressLine(console: library.console, title: "search")
    defer { progress.clear() }
    do {
      try await client.search(search, limit: limit, pageSize: pageSize, papersAreDue: false) {
        @MainActor page, received, expected in
        found.papers += page.papers
        if expected > pageSize { progress.show(received, of: expected) }
      }
      return (found.papers, nil)
    } catch let error as FeedError {
      return (found.papers, CommandFailure(error))
    } catch {
      return (found.papers, CommandFailure(.interrupted, "stopped"))
    }
  }

  /// Papers while they come in.
  @MainActor
  private final class Found {
    var papers: [Paper] = []
  }
}
