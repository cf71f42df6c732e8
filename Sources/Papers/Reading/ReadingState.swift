/// Where a paper stands between arriving and being read.
package enum ReadingState: String, CaseIterable, Sendable {
  case unread, queued, reading, read, dismissed

  /// What a paper is in this state, in words: "being read".
  package var participle: String { self == .reading ? "being read" : rawValue }
}

/// How well a paper was understood, which is something else than having read it.
package enum ReadingDepth: Int, CaseIterable, Comparable, Sendable {
  case notYet = 0
  case skimmed, read, understood

  package static func < (left: ReadingDepth, right: ReadingDepth) -> Bool {
    left.rawValue < right.rawValue
  }

  /// Its name beside its number, or where nothing else is named.
  package var name: String {
    switch self {
    case .notYet: "not yet"
    case .skimmed: "skimmed"
    case .read: "read"
    case .understood: "understood"
    }
  }

  /// Its number with its name, which alone may be taken for a state: "2 (read)".
  package var words: String { "\(rawValue) (\(name))" }
}
