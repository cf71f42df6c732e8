import JSONText

extension SourceLedger {
  /// How far back a pass over new versions looks beyond the time of the last one: a version is
  /// announced some days after it was submitted when a weekend and a holiday lie between.
  package static let updateOverlapInDays = 4

  /// How far new versions of older papers were looked for.
  package struct Updates: Equatable, Sendable {
    /// What was updated before this time was taken in, but for what is owed.
    package var since: Timestamp
    /// What a pass left out.
    package var owed: Owed?
    var unknown = JSONObject()

    package init(since: Timestamp, owed: Owed? = nil) {
      self.since = since
      self.owed = owed
    }
  }

  /// A stretch of update times that was not gone through to its end.
  package struct Owed: Equatable, Sendable {
    /// The earliest time of update that counts.
    package var from: Timestamp
    /// The latest time of update that counts.
    package var until: Timestamp
    /// The place in arXiv's list, the latest update first, where it began when it was left out. The
    /// list only grows above it, so that what is owed never lies before.
    package var position: Int
    /// Why, in words.
    package var cause: String

    package init(from: Timestamp, until: Timestamp, position: Int, cause: String) {
      self.from = from
      self.until = until
      self.position = position
      self.cause = cause
    }
  }

  /// The time of update down to which a pass has to go; nil before the first fetch, which brings
  /// everything in its present version.
  package var updatesToAskFrom: Timestamp? {
    (updates?.since ?? windows.last?.until)?.advanced(byDays: -Self.updateOverlapInDays)
  }

  /// Takes in a pass over new versions.
  mutating func record(_ answer: UpdatesAnswer) {
    var cut: Owed?
    if case .stopped(let cause) = answer.ending {
      last = LastAnswer(at: answer.at, outcome: cause)
      // Nothing came: what was owed before is owed still.
      guard answer.position > answer.start, let reached = answer.reached else { return }
      cut = Owed(
        from: answer.from, until: max(answer.from, reached), position: answer.position,
        cause: cause)
    }
    let before = updates?.owed
    if answer.start > 0 {
      updates?.owed = cut
    } else {
      let left = before.flatMap { $0.from < answer.from ? $0 : nil }
      var updates = updates ?? Updates(since: answer.at)
      updates.since = answer.at
      updates.owed = cut.map { $0.joined(with: before) } ?? left
      self.updates = updates
    }
  }
}

extension SourceLedger.Owed {
  /// Both, as one stretch.
  fileprivate func joined(with other: SourceLedger.Owed?) -> SourceLedger.Owed {
    guard let other else { return self }
    return SourceLedger.Owed(
      from: min(from, other.from), until: max(until, other.until),
      position: min(position, other.position), cause: cause)
  }
}
