package import Papers

/// What was said in the status line, the newest last.
package struct MessageHistory: Equatable, Sendable {
  /// A message, however often it was said in a row.
  package struct Entry: Equatable, Sendable {
    /// One line.
    package var text: String
    /// Whether something went wrong.
    package var isError: Bool
    /// When it was said, or said last.
    package var time: Timestamp
    /// How many times it was said in a row.
    package var count = 1
  }

  /// The newest last, at most 500.
  package private(set) var entries: [Entry] = []

  /// Older messages are forgotten.
  private static let most = 500

  mutating func note(_ text: String, isError: Bool, at time: Timestamp) {
    if let last = entries.last, last.text == text, last.isError == isError {
      entries[entries.count - 1].count += 1
      entries[entries.count - 1].time = time
      return
    }
    entries.append(Entry(text: text, isError: isError, time: time))
    if entries.count > Self.most { entries.removeFirst() }
  }
}
