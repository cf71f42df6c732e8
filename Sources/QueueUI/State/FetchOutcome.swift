/// How a fetch ended.
package struct FetchOutcome: Equatable, Sendable {
  /// Papers that the library did not have.
  package var new: Int
  /// Papers that it had and of which there is a newer version.
  package var updated: Int
  /// What went wrong, one line a source that begins with its name.
  package var failures: [String]
  /// New papers of the sources that have an alert.
  package var alerts: [SourceAlert]
  /// Which sources were not asked because arXiv has announced nothing since, and when it does next,
  /// in a line; nil when all were asked.
  package var notAskedText: String?
  /// Whether the user stopped it; what had come is kept.
  package var isCancelled: Bool

  package init(
    new: Int = 0, updated: Int = 0, failures: [String] = [], alerts: [SourceAlert] = [],
    notAskedText: String? = nil, isCancelled: Bool = false
  ) {
    self.alerts = alerts
    self.new = new
    self.updated = updated
    self.failures = failures
    self.notAskedText = notAskedText
    self.isCancelled = isCancelled
  }
}
