import LibraryStore
import Papers
import QueueUI

extension Workspace {
  /// How the sources of the configuration stand, and the starter list when it is held.
  func sourceReports(of library: Library, now: Timestamp) throws(StoreError) -> [SourceReport] {
    let brought = library.countBySource()
    let ledgers = try LibraryStore.ledgers(inLibrary: settings.paths.library)
    var reports = sources.map { source in
      SourceReport(
        name: source.name.onOneLine, papers: brought[source.name] ?? 0,
        summary: source.summary.onOneLine,
        lines: source.ledger(in: ledgers).words(now: now, clock: .local))
    }
    if let starter = brought[StarterList.sourceName] {
      reports.append(
        SourceReport(
          name: StarterList.sourceName, papers: starter, summary: "the list to begin with",
          lines: ledgers[StarterList.sourceName].words(now: now, clock: .local)))
    }
    if let imported = brought[ImportedPapers.sourceName] {
      reports.append(
        SourceReport(
          name: ImportedPapers.sourceName, papers: imported, summary: "papers from files",
          lines: []))
    }
    return reports
  }
}

extension Library {
  /// How many papers each source brought, by its name.
  func countBySource() -> [String: Int] {
    var counts: [String: Int] = [:]
    for shelf in shelves.values {
      for index in shelf.papers.entries.indices {
        for name in shelf.papers.paper(at: index)?.sources ?? [] { counts[name, default: 0] += 1 }
      }
    }
    return counts
  }
}

extension Source {
  /// What it asks for, in the words of the configuration.
  var summary: String {
    let alert = isAlert ? ", alert" : ""
    switch kind {
    case .query(let query, let days, let limit):
      return "\(query), \(days) days, at most \(limit)\(alert)"
    case .daily(let categories, let types):
      let names = types.count == AnnouncementType.allCases.count ? [] : types.sorted()
      let kinds = names.isEmpty ? "" : ", \(names.map(\.rawValue).joined(separator: " "))"
      return "daily \(categories.joined(separator: " "))\(kinds)\(alert)"
    case .ids(let ids):
      return (ids.count == 1 ? "1 identifier" : "\(ids.count) identifiers") + alert
    }
  }

  /// What is known of its fetches.
  func ledger(in ledgers: SourceLedgers) -> SourceLedger { ledgers[name].about(subject) }
}
