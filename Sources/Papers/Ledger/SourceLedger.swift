import JSONText

/// Which times of submission were asked for in the name of a source, and what is still owed.
///
/// Windows are in order and apart from each other, and so are gaps. A gap is what the next fetch has
/// to ask for. It may lie in a covered window, which was whole when it was asked for before, but may
/// have got papers since: arXiv announces papers days after they were submitted.
package struct SourceLedger: Equatable, Sendable {
  /// A stretch of time that was asked for to its end.
  package struct Window: Equatable, Sendable {
    /// The first time of submission that counts, included.
    package var from: Timestamp
    /// The last time of submission that counts, included.
    package var until: Timestamp
    /// How many papers were due, by arXiv's word.
    package var expected: Int
    /// How many of them came.
    package var stored: Int
    /// Whether papers before `from` were left out because of the source's limit.
    package var isLimited: Bool
    var unknown = JSONObject()

    package init(
      from: Timestamp, until: Timestamp, expected: Int, stored: Int, isLimited: Bool = false
    ) {
      self.from = from
      self.until = until
      self.expected = expected
      self.stored = stored
      self.isLimited = isLimited
    }
  }

  /// A stretch of time that arXiv failed to answer for.
  package struct Gap: Equatable, Sendable {
    /// The first time of submission that counts, included.
    package var from: Timestamp
    /// The last time of submission that counts, included.
    package var until: Timestamp
    /// Why, in words.
    package var cause: String
    /// How many papers are due in it, by arXiv's word; nil when it gave none.
    package var expected: Int?
    var unknown = JSONObject()

    package init(from: Timestamp, until: Timestamp, cause: String, expected: Int? = nil) {
      self.from = from
      self.until = until
      self.cause = cause
      self.expected = expected
    }
  }

  /// The latest answer, good or bad.
  package struct LastAnswer: Equatable, Sendable {
    /// When arXiv answered.
    package var at: Timestamp
    /// `complete`, `limited`, or the cause of a failure in words.
    package var outcome: String

    package init(at: Timestamp, outcome: String) {
      self.at = at
      self.outcome = outcome
    }
  }

  /// What was asked for, as the configuration had it; another query makes the rest worthless.
  package var query: String?
  /// What was asked for and answered, apart and in order of time.
  package internal(set) var windows: [Window] = []
  /// What was asked for and did not come, in order of time.
  package internal(set) var gaps: [Gap] = []
  /// The last answer; nil before the first.
  package internal(set) var last: LastAnswer?
  var unknown = JSONObject()

  package init(query: String? = nil) {
    self.query = query
  }

  /// This ledger if it is about `query`, or else an empty one.
  package func about(_ query: String) -> SourceLedger {
    if self.query == query { return self }
    var fresh = SourceLedger(query: query)
    fresh.unknown = unknown
    return fresh
  }

  /// Takes in an answer.
  ///
  /// `held` counts the papers of the source that were known before the answer, by submission, both
  /// ends included; without them, papers of overlapping windows would be counted twice. The order of
  /// answers does not matter to the windows covered.
  package mutating func record(
    _ answer: WindowAnswer, held: (ClosedRange<Timestamp>) -> Int
  ) {
    last = LastAnswer(at: answer.at, outcome: answer.outcome)
    let end = answer.window.upperBound
    var covered = Window(
      from: answer.window.lowerBound, until: end, expected: answer.expected,
      stored: answer.stored)
    guard answer.ending != .whole else { return cover(covered, held: held) }

    if let reached = answer.reached {
      covered.from = min(reached, end)
      covered.expected = answer.stored
      covered.isLimited = answer.ending == .limited
      cover(covered, held: held)
    }
    switch answer.ending {
    case .whole: break
    case .limited:
      // The rest of a gap is left out as it would have been at first.
      if answer.fillsGap {
        gaps.removeAll { answer.window.contains($0.from) && answer.window.contains($0.until) }
      }
    case .failed(let cause):
      let rest = answer.expected - answer.stored
      leave(
        Gap(
          from: answer.reached == nil
            ? known(from: answer.window.lowerBound) : answer.window.lowerBound,
          until: min(answer.reached ?? end, end), cause: cause, expected: rest > 0 ? rest : nil))
    }
  }

  /// The end of the covered window around a time; the time itself where there is none. Where nothing
  /// came, what was known before is known still.
  private func known(from time: Timestamp) -> Timestamp {
    windows.first { $0.from <= time && time <= $0.until }?.until ?? time
  }

  private mutating func cover(_ new: Window, held: (ClosedRange<Timestamp>) -> Int) {
    var merged = new
    var apart: [Window] = []
    for old in windows {
      let start = max(old.from, new.from)
      let end = min(old.until, new.until)
      guard start <= end else {
        apart.append(old)
        continue
      }
      let both = held(start...end)
      merged.expected = max(merged.expected, merged.expected + old.expected - both)
      merged.stored = max(merged.stored, merged.stored + old.stored - both)
      // What was left out lies before the earliest of them.
      if old.from < merged.from {
        merged.isLimited = old.isLimited
      } else if old.from == merged.from {
        merged.isLimited = old.isLimited && merged.isLimited
      }
      merged.from = min(merged.from, old.from)
      merged.until = max(merged.until, old.until)
      for member in old.unknown.members { merged.unknown[member.key] = member.value }
    }
    windows = (apart + [merged]).sorted { $0.from < $1.from }
    gaps = gaps.flatMap { $0.without(new.from...new.until) }
  }

  private mutating func leave(_ new: Gap) {
    guard new.from < new.until else { return }
    var merged = new
    var apart: [Gap] = []
    for old in gaps {
      guard old.from <= new.until, new.from <= old.until else {
        apart.append(old)
        continue
      }
      if old.from < new.from || old.until > new.until {
        merged.expected = old.expected.flatMap { old in
          merged.expected.map { old.addingReportingOverflow($0).partialValue }
        }
      }
      merged.from = min(merged.from, old.from)
      merged.until = max(merged.until, old.until)
      for member in old.unknown.members { merged.unknown[member.key] = member.value }
    }
    gaps = (apart + [merged]).sorted { $0.from < $1.from }
  }
}

extension SourceLedger.Gap {
  /// What is left of this gap when a stretch of time is covered.
  fileprivate func without(_ covered: ClosedRange<Timestamp>) -> [SourceLedger.Gap] {
    var before = self
    before.until = min(until, covered.lowerBound)
    var after = self
    after.from = max(from, covered.upperBound)
    return [before, after].filter { $0.from < $0.until }
  }
}
