package import Papers

/// A paper as one plain line, for a message or a slide:
/// `Vaswani et al. (2017). Attention Is All You Need. arXiv:1706.03762.`
package enum Citation {
  /// The line, without newline and without control characters.
  package static func text(of paper: Paper) -> String {
    let title = paper.titleText.cleanedLine
    let sentence = title.last.map { ".?!…".contains($0) } ?? true ? title : title + "."
    let parts = [authors(of: paper), "(\(paper.published.year)).", sentence, "arXiv:\(paper.id)."]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Up to two family names, or the first of more.
  private static func authors(of paper: Paper) -> String {
    let families = paper.authorParts.map(\.family)
    guard let first = families.first else { return "" }
    return families.count > 2 ? "\(first) et al." : families.joined(separator: " and ")
  }
}

extension Timestamp {
  fileprivate var year: Int { calendarDay.year }
}
