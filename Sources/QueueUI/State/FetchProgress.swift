/// How far a fetch is.
package struct FetchProgress: Equatable, Sendable {
  /// The name of the source that is asked.
  package var source: String
  /// Papers received of this source.
  package var received: Int
  /// Papers that the source will bring; nil while that is unknown.
  package var expected: Int?
  /// What it waits for, when it waits.
  package var wait: ProgressWait?

  package init(
    source: String, received: Int = 0, expected: Int? = nil, wait: ProgressWait? = nil
  ) {
    self.source = source
    self.received = received
    self.expected = expected
    self.wait = wait
  }
}
