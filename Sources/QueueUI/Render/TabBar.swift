import TerminalGrid

/// The row of tabs: as many around the active one as fit, which is always whole, and a sign at each
/// end where others are left out.
struct TabBar: Equatable {
  struct Tab: Equatable {
    /// Which tab it is, from 0.
    var index: Int
    /// Where it is drawn.
    var columns: Range<Int>
    /// Number and name, with a blank at each side.
    var text: String
    /// The number of papers behind the name, with a blank behind it; empty for none.
    var count: String
  }

  private(set) var tabs: [Tab] = []
  /// Whether there are tabs to the left of the first one shown.
  var isCutLeft: Bool { (tabs.first?.index ?? 0) > 0 }
  /// Whether there are tabs to the right of the last one shown.
  private(set) var isCutRight = false
  let active: Int

  /// `counts` are those of the first tabs, or fewer where they are not known or not wanted.
  init(names: [String], counts: [Int] = [], active: Int, columns: Int) {
    self.active = active
    let texts = names.enumerated().map { index, name in
      let count = counts.indices.contains(index) ? Self.text(ofCount: counts[index]) : ""
      let head = index < 9 ? " \(index + 1) " : " "
      // A sign of one column at each end, and a blank behind the name.
      let room = max(1, columns - 3 - head.displayWidth - count.displayWidth)
      return (name: head + name.truncated(toColumns: room) + " ", count: count)
    }
    let widths = texts.map { $0.name.displayWidth + $0.count.displayWidth }
    func width(_ range: Range<Int>) -> Int {
      widths[range].reduce(0, +) + (range.lowerBound > 0 ? 1 : 0)
        + (range.upperBound < widths.count ? 1 : 0)
    }
    // From the first tab on if the active one is among what fits then, else up to the active one.
    var shown = 0..<min(names.count, active + 1)
    while shown.count > 1, width(shown) > columns { shown.removeFirst() }
    while shown.upperBound < widths.count,
      width(shown.lowerBound..<shown.upperBound + 1) <= columns
    {
      shown = shown.lowerBound..<shown.upperBound + 1
    }
    isCutRight = shown.upperBound < names.count
    var column = shown.lowerBound > 0 ? 1 : 0
    for index in shown {
      tabs.append(
        Tab(
          index: index, columns: column..<column + widths[index], text: texts[index].name,
          count: texts[index].count))
      column += widths[index]
    }
  }

  /// The tab at a column; nil where there is none.
  func tab(atColumn column: Int) -> Int? {
    tabs.first { $0.columns.contains(column) }?.index
  }

  /// At most four digits: who has more to read gains nothing by knowing it exactly.
  private static func text(ofCount count: Int) -> String {
    switch count {
    case ...0: ""
    case ..<10_000: "\(count) "
    default: "\(count / 1000)k "
    }
  }
}
