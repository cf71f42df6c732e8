import JSONText

/// What was asked of arXiv in the name of a source, what came of it, and what is still owed.
///
/// A query has windows, times of submission, and gaps; a daily feed and a list of ids have their
/// last listing. Windows are in order and apart from each other, and so are gaps. A gap is what the next fetch has
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
    /// Whether arXiv answered to the end, but with fewer papers than it named. When it does so
    /// again, it is believed.
    package var isShortfall: Bool
    /// Whether only the `expected` newest papers are wanted, as many as the source's limit left.
    package var isLimited: Bool
    var unknown = JSONObject()

    package init(
      from: Timestamp, until: Timestamp, cause: String, expected: Int? = nil,
      isShortfall: Bool = false, isLimited: Bool = false
    ) {
      self.from = from
      self.until = until
      self.cause = cause
      self.expected = expected
      self.isShortfall = isShortfall
      self.isLimited = isLimited
    }
  }

  /// The latest answer, good or bad.
  package struct LastAnswer: Equatable, Sendable {
    /// When arXiv answered.
    package var at: Timestamp
    /// `complete`, `limited`, why there is nothing new, or the cause of a failure, in words.
    package var outcome: String

    package init(at: Timestamp, outcome: String) {
      self.at = at
      self.outcome = outcome
    }
  }

  /// A fetch that asked for everything and is owed nothing.
  package struct Completion: Equatable, Sendable {
    /// When it began.
    package var at: Timestamp
    /// What it asked for, as ``Source/request``.
    package var request: String

    package init(at: Timestamp, request: String) {
      self.at = at
      self.request = request
    }
  }

  /// What was asked for, as ``Source/subject``; another one makes the rest worthless.
  package var query: String?
  /// What was asked for and answered, apart and in order of time.
  package internal(set) var windows: [Window] = []
  /// What was asked for and did not come, in order of time.
  package internal(set) var gaps: [Gap] = []
  /// How far new versions of older papers were looked for; nil before the first answer to a query.
  package internal(set) var updates: Updates?
  /// What the last announcement, or a list of ids, brought.
  package internal(set) var listing: Listing?
  /// The last fetch, when it is owed nothing.
  package internal(set) var completion: Completion?
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

  /// Takes in what a fetch has to tell; `held` is that of ``record(_:held:)``.
  package mutating func record(_ entry: LedgerEntry, held: (ClosedRange<Timestamp>) -> Int) {
    completion = nil
    switch entry {
    case .window(let answer): record(answer, held: held)
    case .updates(let answer): record(answer)
    case .listing(let answer): record(answer)
    case .complete(let time, let request):
      guard isOwedNothing else { return }
      completion = Completion(at: time, request: request)
    }
  }

  /// Whether the next fetch has nothing to make up for.
  package var isOwedNothing: Bool {
    gaps.isEmpty && updates?.owed == nil && listing?.isWhole ?? true
  }

  /// Whether arXiv has no newer answer to a request than the last one, because it announced nothing
  /// since; nil when it is to be asked.
  package func freshAnswer(
    to source: Source, now: Timestamp
  ) -> (askedAt: Timestamp, nextAnnouncement: Timestamp)? {
    guard query == source.subject, let completion, completion.request == source.request,
      isOwedNothing
    else { return nil }
    let schedule = source.schedule
    guard schedule.isFresh(answerAt: completion.at, now: now) else { return nil }
    return (completion.at, schedule.next(after: now))
  }

  /// Takes in an answer.
  ///
  /// `held` counts the papers of the source that were known before the answer, by submission, both
  /// ends included; without them, papers of overlapping windows would be counted twice. The order of
  /// answers does not matter to the windows covered.
  package mutating func record(
    _ answer: WindowAnswer, held: (ClosedRange<Timestamp>) -> Int
  ) {
    completion = nil
    last = LastAnswer(at: answer.at, outcome: answer.outcome)
    if updates == nil, answer.stored > 0 || answer.ending == .whole {
      // What comes first comes in its present version; what came before this was kept is as old
      // as the windows are.
      updates = Updates(since: windows.last?.until ?? answer.at)
    }
    let end = answer.window.upperBound
    var covered = Window(
      from: answer.window.lowerBound, until: end, expected: answer.expected,
      stored: answer.stored)
    if answer.ending == .whole { return cover(covered, held: held) }
    if case .short(let missing, let cause) = answer.ending {
      let isBelieved = knowsShortfall(of: missing, in: answer.window)
      covered.expected = answer.stored + missing
      cover(covered, held: held)
      guard !isBelieved else { return }
      return leave(
        Gap(
          from: answer.window.lowerBound, until: end, cause: cause, expected: missing,
          isShortfall: true))
    }

    if let reached = answer.reached {
      covered.from = min(reached, end)
      covered.expected = answer.stored
      covered.isLimited = answer.ending == .limited
      cover(covered, held: held)
    }
    switch answer.ending {
    case .whole, .short: break
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
          until: min(answer.reached ?? end, end), cause: cause, expected: rest > 0 ? rest : nil,
          isLimited: rest > 0 && answer.isLimitBound))
    }
  }

  /// The end of the covered window around a time; the time itself where there is none. Where nothing
  /// came, what was known before is known still.
  private func known(from time: Timestamp) -> Timestamp {
    windows.first { $0.from <= time && time <= $0.until }?.until ?? time
  }

  /// Whether arXiv named as many papers too many before, so that it is believed not to have them.
  private func knowsShortfall(of missing: Int, in window: ClosedRange<Timestamp>) -> Bool {
    let open = gaps.filter { $0.isShortfall && window.overlaps($0.from...$0.until) }
    guard open.isEmpty else { return open.contains { $0.expected == missing } }
    return windows.contains { old in
      old.shortfall == missing && window.overlaps(old.from...old.until)
    }
  }

  private mutating func cover(_ new: Window, held: (ClosedRange<Timestamp>) -> Int) {
    var merged = new
    var shortfall = new.shortfall
    var apart: [Window] = []
    for old in windows {
      let start = max(old.from, new.from)
      let end = min(old.until, new.until)
      guard start <= end else {
        apart.append(old)
        continue
      }
      let both = held(start...end)
      // Where all of the old window was asked for anew, its shortfall is that of the new answer.
      let isReplaced = new.from <= old.from && old.until <= new.until
      shortfall = max(shortfall, isReplaced ? 0 : old.shortfall)
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
    merged.expected = merged.stored + shortfall
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
      merged.isLimited = merged.isLimited && old.isLimited && merged.expected != nil
      merged.from = min(merged.from, old.from)
      merged.until = max(merged.until, old.until)
      for member in old.unknown.members { merged.unknown[member.key] = member.value }
    }
    gaps = (apart + [merged]).sorted { $0.from < $1.from }
  }
}

extension SourceLedger.Window {
  /// How many papers arXiv named and did not give.
  package var shortfall: Int { max(0, expected - stored) }
}

extension Source {
  /// When arXiv has something new for it.
  package var schedule: AnnouncementSchedule {
    if case .daily = kind { .feeds } else { .papers }
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
