/// A position in the reading queue: a fraction between 0 and 1, written as digits of base 62.
///
/// Between any two positions there is another, so moving a paper writes that paper alone. Positions
/// compare as their digits do (`0`-`9` before `A`-`Z` before `a`-`z`), and a position never ends in
/// `0`, so that each fraction has one spelling.
package struct QueueRank: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The digits behind the point, at least one.
  package let description: String

  private static let digits = Array(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
  /// Positions at the ends of the queue have this many digits at most: room for 119,000 papers on
  /// either side of the first before a position grows longer.
  private static let endDigits = 3
  private static let endCount = 62 * 62 * 62

  /// Reads the digits; nil when there is none, another character, or a final `0`.
  package init?(_ text: String) {
    guard !text.isEmpty, text.utf8.allSatisfy({ Self.digits.contains($0) }), text.utf8.last != 0x30
    else { return nil }
    description = text
  }

  private init(values: [Int]) {
    description = String(decoding: values.map { Self.digits[$0] }, as: UTF8.self)
  }

  private var values: [Int] {
    description.utf8.map { Self.digits.firstIndex(of: $0) ?? 0 }
  }

  package static func < (left: QueueRank, right: QueueRank) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }

  /// A position between two others; nil stands for the beginning or the end of the queue. When
  /// `lower` is not below `upper` (two programs chose the same), the result follows `lower`.
  ///
  /// At the ends positions count up and down, so that a queue of thousands keeps short ranks; in
  /// between, the middle is taken.
  package static func between(_ lower: QueueRank?, _ upper: QueueRank?) -> QueueRank {
    switch (lower?.values, upper?.values) {
    case (nil, nil): return QueueRank(values: [31])
    case (let low?, nil): return after(low)
    case (nil, let high?): return before(high)
    case (let low?, let high?):
      guard let lower, let upper, lower < upper else { return after(low) }
      return middle(low, high)
    }
  }

  private static func after(_ low: [Int]) -> QueueRank {
    let next = leadingNumber(low) + 1
    return next < endCount ? QueueRank(leadingNumber: next) : middle(low, [])
  }

  private static func before(_ high: [Int]) -> QueueRank {
    let next = leadingNumber(high) - 1
    return next > 0 ? QueueRank(leadingNumber: next) : middle([], high)
  }

  private static func leadingNumber(_ values: [Int]) -> Int {
    (0..<endDigits).reduce(0) { $0 * 62 + ($1 < values.count ? values[$1] : 0) }
  }

  /// The position whose first digits are a number from 1 to `endCount - 1`.
  private init(leadingNumber: Int) {
    let values = [leadingNumber / (62 * 62), leadingNumber / 62 % 62, leadingNumber % 62]
    self.init(values: Array(values.prefix((values.lastIndex { $0 != 0 } ?? 0) + 1)))
  }

  /// A fraction strictly between two; `low` empty is 0, and `high` empty is 1.
  private static func middle(_ low: [Int], _ high: [Int]) -> QueueRank {
    var result: [Int] = []
    var index = 0
    var isBelowHigh = false
    while true {
      let left = index < low.count ? low[index] : 0
      let right = isBelowHigh ? 62 : index < high.count ? high[index] : 62
      if right - left > 1 {
        result.append((left + right) / 2)
        return QueueRank(values: result)
      }
      result.append(left)
      if right > left { isBelowHigh = true }
      index += 1
    }
  }
}
