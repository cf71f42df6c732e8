package import Papers

/// One day's announcement of one or more categories.
package struct DailyFeed: Equatable, Sendable {
  package enum Kind: String, Sendable {
    case new, cross, replace
    case replaceCross = "replace-cross"

    /// Whether the paper was announced before, in an earlier version.
    package var isReplacement: Bool { self == .replace || self == .replaceCross }
  }

  package struct Announcement: Equatable, Sendable {
    /// What the feed says: no comment, TeX in names and texts, and the day of the announcement in
    /// place of the dates of submission, which it does not tell.
    package var paper: Paper
    package var kind: Kind
  }

  /// In the order of the feed.
  package var announcements: [Announcement]
  /// One line for each item that could not be read and was left out.
  package var warnings: [String]

  package init(announcements: [Announcement], warnings: [String] = []) {
    self.announcements = announcements
    self.warnings = warnings
  }
}
