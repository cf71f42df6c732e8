package import Papers

/// One answer of arXiv's query API, whole.
package struct FeedPage: Equatable, Sendable {
  /// In the order of the feed; a paper may be there twice (ARXIV.md 13).
  package var papers: [Paper]
  /// How many papers the server says the query has; an estimate that may change between pages.
  package var totalResults: Int
  /// The index of the first paper, from 0.
  package var startIndex: Int
  /// What was asked for, not what came.
  package var itemsPerPage: Int
  /// The number of entries that could not be read.
  package var leftOut: Int
  /// One line for each entry that could not be read and was left out.
  package var warnings: [String]

  package init(
    papers: [Paper], totalResults: Int, startIndex: Int = 0, itemsPerPage: Int = 0,
    leftOut: Int = 0, warnings: [String] = []
  ) {
    self.papers = papers
    self.totalResults = totalResults
    self.startIndex = startIndex
    self.itemsPerPage = itemsPerPage
    self.leftOut = leftOut
    self.warnings = warnings
  }

  /// How many results it stands for, each paper once; no more than were asked for, whatever came.
  func entryCount(atMost asked: Int) -> Int {
    min(Set(papers.map(\.id)).count + leftOut, asked)
  }

  /// Whether the feed has no entries at all.
  package var isEmpty: Bool { papers.isEmpty && leftOut == 0 }
}
