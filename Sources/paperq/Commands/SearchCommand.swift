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
    let found = try await Interruption.cancelling {
      await find(search, library)
    }
    let papers = found.papers
    for line in found.skipped.lines { context.console.say(line) }
    if add, !papers.isEmpty {
      let held = Set(papers.map(\.id).filter(library.library.shows))
      try library.merge(papers)
      let present = papers.map(\.id).filter(library.library.contains)
      try library.queue(present, held: held)
    }
    try PaperPrinter(console: context.console).list(
      papers.lazy.map { ExportItem(paper: $0, reading: library.library.reading($0.id)) })
    if let failure = found.failure { throw failure }
    if papers.isEmpty {
      if found.skipped.count > 0 {
        throw CommandFailure(.badAnswer, "arXiv finds papers, but none that can be read")
      }
      context.console.remark("arXiv finds no paper")
      throw CommandFailure(.nothing)
    }
  }

  /// What arXiv finds.
  private struct Findings {
    var papers: [Paper] = []
    /// What cannot be read of it.
    var skipped = SkippedEntries()
    /// What cut it short.
    var failure: CommandFailure?
  }

  @MainActor
  private func find(_ search: String, _ library: OpenLibrary) async -> Findings {
    let found = Found()
    let client = library.workspace.makeClient(onRetry: library.console.announce)
    let pageSize = library.workspace.settings.configuration.arxiv.pageSize
    let progress = ProgressLine(console: library.console, title: "search")
    defer { progress.clear() }
    do {
      let outcome = try await client.search(
        search, limit: limit, pageSize: pageSize, papersAreDue: false
      ) { @MainActor page, received, expected in
        found.findings.papers += page.papers
        found.findings.skipped.add(page.skipped)
        if expected > pageSize { progress.show(received, of: expected) }
      }
      if outcome.isCutShort {
        let given = outcome.received + outcome.skipped.count
        let shortfall = FeedError.incomplete(named: outcome.expected, given: given)
        found.findings.failure = CommandFailure(.badAnswer, shortfall.cause)
      }
    } catch let error as FeedError {
      found.findings.failure = CommandFailure(error)
    } catch {
      found.findings.failure = CommandFailure(.interrupted, "stopped")
    }
    return found.findings
  }

  /// Findings while they come in.
  @MainActor
  private final class Found {
    var findings = Findings()
  }
}
