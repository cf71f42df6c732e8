/// How the library was found at the start.
package struct LibraryOpening: Equatable, Sendable {
  /// What was wrong with its files and was mended, one line each.
  package var warnings: [String]
  /// Of a newer format: nothing can be changed.
  package var isReadOnly: Bool

  package init(warnings: [String] = [], isReadOnly: Bool = false) {
    self.warnings = warnings
    self.isReadOnly = isReadOnly
  }
}
