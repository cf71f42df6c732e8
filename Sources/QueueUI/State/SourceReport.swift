/// What is known of a source, in words for the user.
package struct SourceReport: Equatable, Sendable {
  package var name: String
  /// Papers of the library that it brought.
  package var papers: Int
  /// What it asks for: `cat:cs.LG, 7 days, at most 500`.
  package var summary: String
  /// What was fetched and what is owed, a line each.
  package var lines: [String]

  package init(name: String, papers: Int, summary: String, lines: [String]) {
    self.name = name
    self.papers = papers
    self.summary = summary
    self.lines = lines
  }
}
