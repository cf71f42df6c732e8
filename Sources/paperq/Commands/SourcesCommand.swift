import ArgumentParser
import JSONText
import Papers
import TerminalGrid

/// `paperq sources`: where papers come from, and how many came.
struct SourcesCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "Show the sources and how many papers each brought.")

  @OptionGroup var options: GlobalOptions

  func run(in session: Session) throws {
    let library = try session.openLibrary()
    let brought = library.countBySource()
    let starter = brought[StarterList.sourceName] ?? 0
    guard session.console.showsTables else {
      for source in library.workspace.sources {
        try session.console.print(source.json(papers: brought[source.name] ?? 0))
      }
      guard starter > 0 else { return }
      return try session.console.print(
        .object(["name": .string(StarterList.sourceName), "papers": .integer(starter)]))
    }
    var rows = library.workspace.sources.map { ($0.name, brought[$0.name] ?? 0, $0.summary) }
    if starter > 0 { rows.append((StarterList.sourceName, starter, "the list to begin with")) }
    let columns = min(rows.map(\.0.onOneLine.displayWidth).max() ?? 0, 24)
    for (name, count, summary) in rows {
      let left = name.onOneLine.truncated(toColumns: columns).padded(toColumns: columns + 2)
      let line = left + count.papers.padded(toColumns: 14) + summary.onOneLine
      try session.console.print(line.truncated(toColumns: session.console.columns))
    }
  }
}

extension OpenLibrary {
  /// How many papers of the library each source brought, by its name.
  fileprivate func countBySource() -> [String: Int] {
    var counts: [String: Int] = [:]
    for shelf in library.shelves.values {
      for index in shelf.papers.entries.indices {
        for name in shelf.papers.paper(at: index)?.sources ?? [] { counts[name, default: 0] += 1 }
      }
    }
    return counts
  }
}

extension Source {
  /// What it asks for, in the words of the configuration.
  fileprivate var summary: String {
    let alert = isAlert ? ", alert" : ""
    switch kind {
    case .query(let query, let days, let limit):
      return "\(query), \(days) days, at most \(limit)\(alert)"
    case .daily(let categories): return "daily \(categories.joined(separator: " "))\(alert)"
    case .ids(let ids): return ids.count.papers + alert
    }
  }

  fileprivate func json(papers: Int) -> JSONValue {
    var object: JSONObject = ["name": .string(name)]
    switch kind {
    case .query(let query, let days, let limit):
      object["query"] = .string(query.description)
      object["window"] = .string("\(days)d")
      object["limit"] = .integer(limit)
    case .daily(let categories): object["daily"] = .array(categories.map { .string($0) })
    case .ids(let ids): object["ids"] = .array(ids.map { .string($0.description) })
    }
    object["alert"] = .bool(isAlert)
    object["papers"] = .integer(papers)
    return .object(object)
  }
}
