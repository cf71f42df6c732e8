/// Takes the body of an answer while it comes, so that it need not fit in memory.
///
/// Calls come in order, one at a time, and none after the answer was given to whoever asked.
package protocol BodySink: Sendable {
  /// Whether the body behind this head is wanted; without it the answer ends with its head.
  func begin(_ head: FeedResponse) throws(FeedError) -> Bool
  /// Takes the next bytes; throwing ends the answer.
  func take(_ bytes: [UInt8]) throws(FeedError)
}
