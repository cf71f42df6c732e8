/// Why a paper is in a daily announcement of arXiv (ARXIV.md 7).
package enum AnnouncementType: String, CaseIterable, Comparable, Sendable {
  case new, cross, replace
  case replaceCross = "replace-cross"

  /// Whether the paper was announced before, in an earlier version.
  package var isReplacement: Bool { self == .replace || self == .replaceCross }

  /// In the order in which a feed has them.
  package static func < (left: AnnouncementType, right: AnnouncementType) -> Bool {
    left.place < right.place
  }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
