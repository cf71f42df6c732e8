import PaperExport
import Papers

/// The papers that came from files and that arXiv has yet to complete.
enum ImportedPapers {
  /// The source that its papers name: `source:import`.
  static let sourceName = ImportedPaper.sourceName

  /// The source that completes the papers; nil when there are none.
  static func source(completing library: Library) -> Source? {
    let query: Query
    do throws(QueryError) {
      query = try Query(parsing: "source:\(sourceName)")
    } catch {
      preconditionFailure("the query for imported papers is refused: \(error.message)")
    }
    let ids = library.ids(matching: query, now: Workspace.now)
      .filter(library.isIncomplete)
    return ids.isEmpty ? nil : Source(name: sourceName, kind: .ids(ids))
  }
}

extension Library {
  /// Whether a paper is as a file described it, and not as arXiv does.
  func isIncomplete(_ id: ArXivID) -> Bool { paper(id)?.isPlaceholder ?? false }
}
