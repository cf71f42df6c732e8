package import Papers

/// One day's announcement of one or more categories.
package struct DailyFeed: Equatable, Sendable {
  package struct Announcement: Equatable, Sendable {
    /// What the feed says: no comment, TeX in names and texts, and in place of the dates of submission,
    /// which it does not tell, the latest that they can be: the day of the announcement, and for the
    /// first version the end of the identifier's month if that is earlier.
    package var paper: Paper
    package var kind: AnnouncementType
  }

  /// In the order of the feed.
  package var announcements: [Announcement]
  /// When the feed was made, by its own word.
  package var built: Timestamp?
  /// The day of the announcement; nil when nothing is announced.
  package var day: Timestamp?
  /// What tells this answer from later ones (`ETag`), to be sent back with the next request.
  package var mark: String?
  /// One line for each item that could not be read and was left out.
  package var warnings: [String]

  package init(announcements: [Announcement], warnings: [String] = []) {
    self.announcements = announcements
    self.warnings = warnings
  }

  /// The same for feeds that announce the same versions of the same papers, whatever their date
  /// (ARXIV.md 13); nil when there are none.
  package var digest: String? {
    guard !announcements.isEmpty else { return nil }
    // FNV-1a: nobody gains anything from two feeds that look the same.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for line in announcements.map({ "\($0.paper.reference) \($0.kind.rawValue)\n" }).sorted() {
      for byte in line.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }
    return String(hash, radix: 16)
  }
}
