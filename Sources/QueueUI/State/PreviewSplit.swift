/// How list and preview share the screen, as the user has set it.
///
/// It is remembered from run to run. Whatever the numbers are, both parts keep enough to be of use,
/// see ``Layout``.
package struct PreviewSplit: Equatable, Sendable {
  /// What the list has of the columns where the preview is beside it, in percent.
  package var listWidth: Int { didSet { listWidth = Self.bounded(listWidth) } }
  /// What the list has of the rows where the preview is below it, in percent.
  package var listHeight: Int { didSet { listHeight = Self.bounded(listHeight) } }
  /// Whether there is no preview at any size.
  package var isHidden: Bool

  /// Percentages out of 10 to 90 are brought there.
  package init(listWidth: Int = 60, listHeight: Int = 55, isHidden: Bool = false) {
    self.listWidth = Self.bounded(listWidth)
    self.listHeight = Self.bounded(listHeight)
    self.isHidden = isHidden
  }

  /// As the screen is without having been changed.
  package static let standard = PreviewSplit()

  private static func bounded(_ percent: Int) -> Int { min(max(percent, 10), 90) }
}
