import ArgumentParser
import Papers

/// `paperq show`: papers with their notes.
struct ShowCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show papers with their notes.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Show what changed since the version you saw, [-like-]{+so+}.")
  var changes = false

  @Argument(help: "Papers, by identifier or URL.")
  var id: [String]

  func run(in context: CommandContext) async throws {
    let library = try context.openLibrary()
    let printer = PaperPrinter(
      console: context.console, site: library.workspace.settings.site)
    if changes { return try await showChanges(of: library.ids(named: id), library, printer) }
    for (index, id) in try library.ids(named: id).enumerated() {
      guard let item = library.item(id) else { continue }
      if index > 0, context.console.showsTables { try context.console.print("") }
      try printer.show(item)
    }
  }
}

extension ShowCommand {
  /// What changed in papers; a version whose text the library does not hold is asked of arXiv.
  ///
  /// One that does not come keeps the other papers from nothing: it is named, and the command fails
  /// at the end. When arXiv is out of reach, or the user has had enough, nothing more is asked.
  @MainActor
  private func showChanges(
    of ids: [ArXivID], _ library: OpenLibrary, _ printer: PaperPrinter
  ) async throws {
    var failure: CommandFailure?
    for (index, id) in ids.enumerated() {
      guard let paper = library.library.paper(id) else { continue }
      do {
        let changes = try await changes(of: paper, library)
        if index > 0, library.console.showsTables { try library.console.print("") }
        if let changes {
          try printer.show(changes, of: paper)
        } else {
          try printer.showFirstVersion(of: paper)
        }
      } catch let reason as CommandFailure where [.noSuchPaper, .badAnswer].contains(reason.code) {
        if let message = reason.message { library.console.say(message) }
        failure = failure ?? CommandFailure(reason.code)
      }
    }
    if let failure { throw failure }
  }

  /// What changed in a paper since the version that the user knows; nil for a first version.
  @MainActor
  private func changes(of paper: Paper, _ library: OpenLibrary) async throws -> PaperChanges? {
    guard let compared = library.library.comparedVersion(of: paper.id) else { return nil }
    if let held = library.library.changes(of: paper.id) { return held }
    let old = try await fetch(ArXivReference(id: paper.id, version: compared), library)
    return PaperChanges(from: PaperVersion(of: old), to: PaperVersion(of: paper))
  }

  /// A version of a paper from arXiv. It is kept if it is the one that the user had seen.
  @MainActor
  private func fetch(_ reference: ArXivReference, _ library: OpenLibrary) async throws -> Paper {
    let answer = Answer()
    let fetch = VersionFetch(workspace: library.workspace, onRetry: library.console.announce)
    let failure = try await Interruption.cancelling {
      await fetch.fetch(reference) { @MainActor papers in
        answer.paper = papers.first
        _ = try library.merge(papers)
      }
    }
    if let failure { throw CommandFailure(failure) }
    guard let paper = answer.paper else {
      throw CommandFailure(.noSuchPaper, "arXiv has no '\(reference)'")
    }
    return paper
  }

  @MainActor
  private final class Answer {
    var paper: Paper?
  }
}

/// `paperq next`: the paper to read next, which is the first of the queue.
struct NextCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "Show the paper to read next.")

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) throws {
    let library = try context.openLibrary()
    let queue = library.ids(
      matching: try context.query(["is:queued OR is:reading"]), sortedBy: SortOrder(.rank))
    guard let item = queue.first.flatMap(library.item) else {
      throw CommandFailure(.nothing, "the queue is empty; 'paperq add ID' fills it")
    }
    try PaperPrinter(console: context.console, site: library.workspace.settings.site)
      .show(item)
  }
}
