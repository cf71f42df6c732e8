import Papers

/// The rows of a list that have what `/` looks for, counted in runs while no key is waiting.
struct SearchMatches: Sendable {
  /// What is looked for.
  let text: String
  /// The rows among which it is.
  let ids: [ArXivID]
  /// The state of the library for which this holds.
  let revision: Int
  /// The rows that have it, from the first on.
  private(set) var rows: [Int] = []
  /// How many rows were looked at.
  private var examined = 0

  /// So many rows take a few milliseconds.
  private static let run = 8192

  init(_ text: String, in ids: [ArXivID], revision: Int) {
    self.text = text
    self.ids = ids
    self.revision = revision
  }

  var isComplete: Bool { examined == ids.count }

  /// Looks at the next rows; `filter` gives those that have the text, in the same order.
  mutating func examineMore(_ filter: ([ArXivID]) -> [ArXivID]) {
    let end = min(ids.count, examined + Self.run)
    var found = filter(Array(ids[examined..<end]))[...]
    for row in examined..<end where found.first == ids[row] {
      rows.append(row)
      found.removeFirst()
    }
    examined = end
  }

  /// Which match a row is, and of how many: "match 2 of 5"; nil for a row that is none.
  func words(atRow row: Int) -> String? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    guard low < rows.count, rows[low] == row else { return nil }
    return "match \(low + 1) of \(rows.count)"
  }
}
