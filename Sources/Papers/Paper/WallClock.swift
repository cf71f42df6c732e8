/// The clock on the wall where the user is: what happens here is told to people by it.
///
/// Files, exports and JSON are written in UTC whatever it says, and so is what arXiv dates.
package struct WallClock: Sendable {
  /// How many seconds it is ahead of UTC at a time; less than 0 to the west.
  private let secondsAheadOfUTC: @Sendable (Timestamp) -> Int

  /// A clock that at a time is so far ahead of UTC as `secondsAheadOfUTC` gives for it.
  package init(secondsAheadOfUTC: @escaping @Sendable (Timestamp) -> Int) {
    self.secondsAheadOfUTC = secondsAheadOfUTC
  }

  /// The clock of Greenwich in winter.
  package static let utc = WallClock { _ in 0 }

  /// A time moved so that its parts in UTC are those that this clock shows; only for showing it.
  package func shown(_ time: Timestamp) -> Timestamp {
    let ahead = Int64(secondsAheadOfUTC(time)) * 1000
    let (sum, isTooFar) = time.milliseconds.addingReportingOverflow(ahead)
    return isTooFar ? time : Timestamp(milliseconds: sum)
  }

  /// A span moved so. In the hour in which clocks are put back it may end before it begins; it is
  /// empty then.
  package func shown(_ span: ClosedRange<Timestamp>) -> ClosedRange<Timestamp> {
    let start = shown(span.lowerBound)
    return start...max(start, shown(span.upperBound))
  }
}
