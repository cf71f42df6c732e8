package import Papers

/// A paper as a file to import describes it.
package struct ImportedPaper: Equatable, Sendable {
  /// The paper, and its version if the file names one.
  package var reference: ArXivReference
  /// What the file says about it; nil when it gives no more than the identifier.
  package var description: Paper?
  /// Whether arXiv has yet to complete the description.
  package var isApproximate: Bool
  /// Its keywords.
  package var keywords: [String] = []
  /// What the user did with it; nil when the file does not tell.
  package var reading: ReadingRecord?

  /// The paper.
  package var id: ArXivID { reference.id }

  package init(
    _ reference: ArXivReference, description: Paper? = nil, isApproximate: Bool = true
  ) {
    self.reference = reference
    self.description = description
    self.isApproximate = isApproximate
  }

  /// The name of the source that imported papers have: `source:import`.
  package static let sourceName = Paper.placeholderSource

  /// The sources that the paper names by being imported, sorted.
  package var sources: [String] {
    Set((description?.sources ?? []) + (isApproximate ? [Self.sourceName] : [])).sorted()
  }

  /// A description to go on with until arXiv gives a better one: what the file says, without control
  /// characters, or the identifier for a title.
  package func placeholder(at now: Timestamp) -> Paper {
    var paper =
      description?.cleaned
      ?? Paper(
        id: id, version: reference.version ?? 1, title: id.placeholderTitle,
        published: id.month.end(by: now))
    paper.hasApproximateDates = isApproximate
    paper.sources = sources
    paper.added = now
    return paper
  }
}

extension Paper {
  /// The paper without control characters in its texts, which a file of anyone's may hold.
  fileprivate var cleaned: Paper {
    var paper = self
    paper.title = title.cleanedLine
    paper.abstract = abstract.cleanedText
    paper.authors = authors.map { author in
      Author(author.name.cleanedLine, affiliations: author.affiliations.map(\.cleanedLine))
    }
    paper.categories = categories.map(\.cleanedLine)
    paper.primaryCategory = primaryCategory.cleanedLine
    paper.comment = comment?.cleanedLine
    paper.journalRef = journalRef?.cleanedLine
    paper.dois = dois.map(\.cleanedLine)
    paper.sources = sources.map(\.cleanedLine)
    return paper
  }
}
