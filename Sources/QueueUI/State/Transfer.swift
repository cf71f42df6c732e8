import Papers

/// How far something is that comes bit by bit, and how fast it comes.
struct Transfer: Equatable, Sendable {
  private(set) var received: Int64 = 0
  /// How much will have come; nil while that is unknown.
  private(set) var expected: Int64?
  private(set) var pulse = Pulse()

  mutating func note(_ news: ProgressNews, at now: Timestamp) {
    if case .came(let received, let expected) = news {
      (self.received, self.expected) = (received, expected)
    }
    pulse.note(news, at: now)
  }

  /// Whether anything is known of it.
  var hasBegun: Bool { received > 0 || expected != nil }

  /// The part that is there, from 0 to 1; nil while that is unknown.
  var share: Double? {
    guard let expected, expected > 0 else { return nil }
    return Double(min(received, expected)) / Double(expected)
  }

  /// The whole seconds until all is there; nil until that can be told.
  func secondsLeft(at now: Timestamp) -> Int? {
    expected.flatMap { pulse.secondsLeft(of: $0, at: now) }
  }
}
