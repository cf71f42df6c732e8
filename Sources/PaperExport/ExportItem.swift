package import Papers

/// A paper and what the user did with it: what one record of an export is made of.
package struct ExportItem: Equatable, Sendable {
  /// What arXiv says.
  package var paper: Paper
  /// What the user did.
  package var reading: ReadingRecord

  package init(paper: Paper, reading: ReadingRecord = ReadingRecord()) {
    self.paper = paper
    self.reading = reading
  }

  /// The place in the queue; nil for a paper that is not in it, whatever place it may go back to.
  var queueRank: QueueRank? {
    reading.state == .queued || reading.state == .reading ? reading.rank : nil
  }

  /// arXiv's page of the paper, without version, so that it always shows the latest. It is arXiv's
  /// own, whatever site the user reads.
  package var url: String { ArXivSite.standard.address(of: paper.id).description }

  /// The PDF of the latest version.
  package var pdf: String { ArXivSite.standard.address(of: paper.id, page: .pdf).description }

  /// The publisher's page by the first DOI; whatever a DOI holds, it is one word without brackets.
  var publisherURL: String? {
    paper.dois.first.flatMap { DOI($0.cleanedLine) }?.address.description
  }
}
