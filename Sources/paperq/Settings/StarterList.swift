import ArXivFeed
import Papers

/// The bundled list of papers to begin with.
enum StarterList {
  /// The source that its papers name: `source:starter`.
  static let sourceName = "starter"

  /// The papers of the list in reading order, without their abstracts, read as a live answer is.
  static func papers(added: Timestamp) -> [Paper] {
    do throws(FeedError) {
      let page = try AtomFeedParser.parse(PackageResources.starter_atom_xml, receivedAt: added)
      return page.papers.map { paper in
        var paper = paper
        paper.sources = [sourceName]
        return paper
      }
    } catch {
      preconditionFailure("the bundled starter list cannot be read: \(error.message)")
    }
  }

  /// The source that completes the papers of the list: those in `library` that have no abstract
  /// yet; nil when there are none.
  static func source(completing library: Library) -> Source? {
    let query: Query
    do throws(QueryError) {
      query = try Query(parsing: "source:\(sourceName)")
    } catch {
      preconditionFailure("the query for the starter list is refused: \(error.message)")
    }
    let ids = library.ids(matching: query, sortedBy: SortOrder(.starter), now: Workspace.now)
      .filter { library.paper($0)?.abstract.isEmpty ?? false }
    return ids.isEmpty ? nil : Source(name: sourceName, kind: .ids(ids))
  }
}
