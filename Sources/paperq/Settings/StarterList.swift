import ArXivFeed
import Papers

/// The bundled list of papers to begin with.
enum StarterList {
  /// The source that its papers name: `source:starter`.
  static let sourceName = "starter"

  /// The papers of the list in reading order, without their abstracts, read as a live answer is.
  static func papers(added: Timestamp) -> [Paper] {
    let page: FeedPage
    do {
      page = try AtomFeedParser.parse(PackageResources.starter_atom_xml, receivedAt: added)
    } catch {
      preconditionFailure("the bundled starter list cannot be read: \(error.message)")
    }
    return page.papers.map { paper in
      var paper = paper
      paper.sources = [sourceName]
      return paper
    }
  }
}
