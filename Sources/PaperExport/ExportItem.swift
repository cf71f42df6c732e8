package import Papers

/// A paper and what the user did with it: what one record of an export is made of.
package struct ExportItem: Equatable, Sendable {
  package var paper: Paper
  package var reading: ReadingRecord

  package init(paper: Paper, reading: ReadingRecord = ReadingRecord()) {
    self.paper = paper
    self.reading = reading
  }

  /// arXiv's page of the paper, without version, so that it always shows the latest.
  var url: String { "https://arxiv.org/abs/\(paper.id)" }

  /// The PDF of the latest version.
  var pdf: String { "https://arxiv.org/pdf/\(paper.id)" }
}
