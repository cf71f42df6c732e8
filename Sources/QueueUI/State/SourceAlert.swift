/// New papers of a source that the user wants to be told of.
package struct SourceAlert: Equatable, Sendable {
  /// The name of the source.
  package var source: String
  /// Titles in Unicode, the newest first.
  package var titles: [String]

  package init(source: String, titles: [String]) {
    self.source = source
    self.titles = titles
  }
}
