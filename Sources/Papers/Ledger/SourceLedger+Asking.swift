extension SourceLedger {
  /// How far windows overlap at least, for papers are announced days after they are submitted.
  package static let overlapInDays = 7

  /// The window that a fetch at `now` begins with.
  ///
  /// It goes back by `windowDays`, and to a week before the end of what is covered, so that nothing
  /// is missed after a longer pause. Gaps that it touches become part of it: that asks for less than
  /// a window of their own would.
  package func windowToAsk(now: Timestamp, windowDays: Int) -> ClosedRange<Timestamp> {
    var from = now.advanced(byDays: -max(0, windowDays))
    if let end = windows.last?.until {
      from = min(from, min(end, now).advanced(byDays: -Self.overlapInDays))
    }
    for gap in gaps.reversed() where gap.until >= from { from = min(from, gap.from) }
    return from...now
  }
}

extension SourceLedger.Gap {
  /// The window to ask for: the gap, and the minute that it ends in, for arXiv counts in minutes.
  package func windowToAsk(now: Timestamp) -> ClosedRange<Timestamp> {
    from...max(from, min(until.endOfMinute, max(now, until)))
  }
}

extension Timestamp {
  /// A minute later, which is sure to include the whole minute of this time.
  package var endOfMinute: Timestamp {
    let (sum, isTooFar) = milliseconds.addingReportingOverflow(60_000)
    return Timestamp(milliseconds: isTooFar ? .max : sum)
  }
}
