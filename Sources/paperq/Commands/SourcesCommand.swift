import ArgumentParser
import JSONText
import LibraryStore
import Papers
import TerminalGrid

/// `paperq sources`: where papers come from, and how many came.
struct SourcesCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Show the sources, what each brought, which times are covered and what is missing.")

  @OptionGroup var options: GlobalOptions

  func run(in session: Session) throws {
    let library = try session.openLibrary()
    let brought = library.countBySource()
    let ledgers = try LibraryStore.ledgers(inLibrary: library.workspace.settings.paths.library)
    let starter = brought[StarterList.sourceName] ?? 0
    guard session.console.showsTables else {
      for source in library.workspace.sources {
        try session.console.print(
          source.json(papers: brought[source.name] ?? 0, ledger: source.ledger(in: ledgers)))
      }
      guard starter > 0 else { return }
      return try session.console.print(
        .object(["name": .string(StarterList.sourceName), "papers": .integer(starter)]))
    }
    let now = Workspace.now
    var rows = library.workspace.sources.map { source in
      let words = source.ledger(in: ledgers).words(now: now)
      return (source.name, brought[source.name] ?? 0, source.summary, words)
    }
    if starter > 0 { rows.append((StarterList.sourceName, starter, "the list to begin with", [])) }
    let columns = min(rows.map(\.0.onOneLine.displayWidth).max() ?? 0, 24)
    for (name, count, summary, words) in rows {
      let left = name.onOneLine.truncated(toColumns: columns).padded(toColumns: columns + 2)
      let line = left + count.papers.padded(toColumns: 14) + summary.onOneLine
      try session.console.print(line.truncated(toColumns: session.console.columns))
      for words in words { try session.console.print("  \(words)") }
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
    case .daily(let categories, let types):
      let names = types.count == AnnouncementType.allCases.count ? [] : types.sorted()
      let kinds = names.isEmpty ? "" : ", \(names.map(\.rawValue).joined(separator: " "))"
      return "daily \(categories.joined(separator: " "))\(kinds)\(alert)"
    case .ids(let ids): return ids.count.papers + alert
    }
  }

  /// What is known of its fetches.
  fileprivate func ledger(in ledgers: SourceLedgers) -> SourceLedger {
    ledgers[name].about(subject)
  }

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
    if case .query = kind {
      object["covered"] = .array(ledger.windows.map(\.json))
      object["gaps"] = .array(ledger.gaps.map(\.json))
      object["updates"] = ledger.updates?.json
    } else {
      object["listing"] = ledger.listing?.json
    }
    object["last"] = ledger.last?.json
    return .object(object)
  }
}
