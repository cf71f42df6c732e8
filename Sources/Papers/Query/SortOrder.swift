/// How papers of a list are ordered.
package struct SortOrder: Hashable, Sendable, CustomStringConvertible {
  /// What papers are ordered by.
  package enum Key: String, CaseIterable, Sendable {
    /// Submission of version 1.
    case published
    /// When the paper came into the library.
    case added
    /// Submission of the present version.
    case updated
    /// Place in the queue; papers without one come last.
    case rank
    /// Title, folded for case and diacritics.
    case title
    /// Last name of the first author, folded for case and diacritics.
    case author
    /// Place in the starter list; papers without one come last.
    case starter
  }

  /// What decides; equal papers come newest first by id.
  package var key: Key
  /// Whether the greatest comes first; papers without a key come last either way.
  package var isDescending: Bool

  package init(_ key: Key, isDescending: Bool = false) {
    self.key = key
    self.isDescending = isDescending
  }

  /// Newest first.
  package static let newest = SortOrder(.published, isDescending: true)

  /// Reads `published` or `-published`, where the sign means descending; nil for an unknown key.
  package init?(_ text: String) {
    let isDescending = text.hasPrefix("-")
    guard let key = Key(rawValue: String(isDescending ? text.dropFirst() : text[...])) else {
      return nil
    }
    self.init(key, isDescending: isDescending)
  }

  /// The text that `init(_:)` reads.
  package var description: String { (isDescending ? "-" : "") + key.rawValue }
}
