import ArgumentParser
import JSONText
import LibraryStore
import Papers
import TerminalGrid

import struct QueueUI.SourceReport

/// `paperq sources`: where papers come from, and how many came.
struct SourcesCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Show the sources, what each brought, which times are covered and what is missing.")

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) throws {
    let library = try context.openLibrary()
    let workspace = library.workspace
    guard context.console.showsTables else { return try printJSON(of: library, in: context) }
    let reports = try workspace.sourceReports(of: library.library, now: Workspace.now)
    let columns = min(reports.map(\.name.displayWidth).max() ?? 0, 24)
    for report in reports {
      let left = report.name.truncated(toColumns: columns).padded(toColumns: columns + 2)
      let line = left + report.papers.papers.padded(toColumns: 14) + report.summary
      try context.console.print(line.truncated(toColumns: context.console.columns))
      for line in report.lines { try context.console.print("  \(line)") }
    }
  }

  private func printJSON(of library: OpenLibrary, in context: CommandContext) throws {
    let brought = library.library.countBySource()
    let ledgers = try LibraryStore.ledgers(inLibrary: library.workspace.settings.paths.library)
    for source in library.workspace.sources {
      try context.console.print(
        source.json(papers: brought[source.name] ?? 0, ledger: source.ledger(in: ledgers)))
    }
    for name in [StarterList.sourceName, ImportedPapers.sourceName] {
      guard let papers = brought[name] else { continue }
      try context.console.print(.object(["name": .string(name), "papers": .integer(papers)]))
    }
  }
}

extension Source {
  fileprivate func json(papers: Int, ledger: SourceLedger) -> JSONValue {
    var object: JSONObject = ["name": .string(name)]
    switch kind {
    case .query(let query, let days, let limit):
      object["query"] = .string(query.description)
      object["window"] = .string("\(days)d")
      object["limit"] = .integer(limit)
    case .daily(let categories, let types):
      object["daily"] = .array(categories.map { .string($0) })
      object["types"] = .array(types.sorted().map { .string($0.rawValue) })
    case .ids(let ids): object["ids"] = .array(ids.map { .string($0.description) })
    }
    object["alert"] = .bool(isAlert)
    object["papers"] = .integer(papers)
    object["covered"] = .array(ledger.windows.map(\.json))
    object["gaps"] = .array(ledger.gaps.map(\.json))
    object["updates"] = ledger.updates?.json
    object["listing"] = ledger.listing?.json
    object["last"] = ledger.last?.json
    return .object(object)
  }
}
