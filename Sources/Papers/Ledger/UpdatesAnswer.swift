/// What looking for new versions of a query's older papers came to.
///
/// arXiv has no filter on the time of an update, but lists by it, the latest first. So a pass goes
/// down that list, from its top or from where an earlier pass was cut off, to a time.
package struct UpdatesAnswer: Equatable, Sendable {
  /// How a pass ended.
  package enum Ending: Equatable, Sendable {
    /// It came down to `from`, or to the end of the list.
    case whole
    /// It stopped before, for this reason in words.
    case stopped(cause: String)
  }

  /// When it began.
  package var at: Timestamp
  /// The time of update down to which it was to go.
  package var from: Timestamp
  /// The place in the list where it began, from 0.
  package var start: Int
  /// The place in the list where it ended.
  package var position: Int
  /// The time of update of the last papers that came; nil when none did.
  package var reached: Timestamp?
  /// Whether it came down to where it should.
  package var ending = Ending.whole

  package init(at: Timestamp, from: Timestamp, start: Int) {
    self.at = at
    self.from = from
    self.start = start
    position = start
  }
}
