/// Entries of feeds that could not be read and were left out.
package struct SkippedEntries: Equatable, Sendable {
  /// How many there are.
  package private(set) var count = 0
  /// What is wrong with the first of them, one line each, at most `mostReasons`.
  package private(set) var reasons: [String] = []

  /// Enough to see what is wrong; a broken feed would fill the screen.
  package static let mostReasons = 3

  package init() {}

  /// What could not be read, a line each: the first entries, and how many more.
  package var lines: [String] {
    let rest = count - reasons.count
    return reasons + (rest > 0 ? ["\(rest) more left out"] : [])
  }

  /// Takes in those of one answer, in its order.
  package mutating func add(count: Int, reasons: [String]) {
    self.count += count
    self.reasons += reasons.prefix(Self.mostReasons - self.reasons.count)
  }

  /// Takes in those of later answers.
  package mutating func add(_ other: SkippedEntries) {
    add(count: other.count, reasons: other.reasons)
  }
}

extension FeedPage {
  /// The entries of this page that could not be read.
  package var skipped: SkippedEntries {
    var skipped = SkippedEntries()
    // Warnings may be about counts, too.
    if leftOut > 0 { skipped.add(count: leftOut, reasons: warnings) }
    return skipped
  }
}
