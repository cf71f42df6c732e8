extension SourceLedger {
  /// What was fetched and what is owed, a line each, oldest first, without control characters.
  ///
  /// Times of day are those of the clock; days alone are arXiv's, in UTC.
  package func words(now: Timestamp, clock: WallClock = .utc) -> [String] {
    let covered = windows.map { window in
      "covered \((window.from...window.until).days(now: now)), "
        + "\(window.stored.grouped) of \(window.expected.grouped)"
        + (window.isLimited ? "; older ones are left out by the limit" : "")
    }
    let localNow = clock.shown(now)
    let owed = gaps.map { gap in
      "gap \(clock.shown(gap.from...gap.until).minutes(now: localNow)): \(gap.cause)"
    }
    let words =
      covered + owed + (updates?.words(now: now, clock: clock) ?? [])
      + (listing?.words(now: now) ?? [])
      + (last.map { ["last answer \(clock.shown($0.at).minute(now: localNow)): \($0.outcome)"] }
        ?? [])
    return words.map(\.onOneLine)
  }
}

extension SourceLedger.Updates {
  fileprivate func words(now: Timestamp, clock: WallClock) -> [String] {
    let owed = owed.map { owed in
      "new versions of \((owed.from...owed.until).days(now: now)) are still to come: \(owed.cause)"
    }
    return ["new versions taken in up to \(clock.shown(since).minute(now: clock.shown(now)))"]
      + (owed.map { [$0] } ?? [])
  }
}

extension SourceLedger.Listing {
  fileprivate func words(now: Timestamp) -> [String] {
    let count = "\(stored.grouped) of \(expected.grouped)"
    let absent =
      missing.prefix(3).map(\.description).joined(separator: ", ")
      + (missing.count > 3 ? " and \((missing.count - 3).grouped) more" : "")
    guard let day else {
      let note = missing.isEmpty ? "" : "; arXiv does not have \(absent)"
      return ["papers \(count)\(note)"]
    }
    let note = missing.isEmpty ? "" : "; still to be completed: \(absent)"
    return ["announcement of \((day...day).days(now: now)): \(count)\(note)"]
  }
}
