import Papers

/// What a paper was before `r`, `w`, `x` or `i` gave it its state, so that the same key leads back
/// to it.
///
/// The record does not tell; it is known while the program runs.
struct FormerState: Equatable, Sendable {
  /// What it was given then.
  var given: ReadingState
  var state: ReadingState
  /// Its place in the queue.
  var rank: QueueRank?
  /// When the state was changed; a record with another time was changed again, or elsewhere.
  var time: Timestamp?
}
