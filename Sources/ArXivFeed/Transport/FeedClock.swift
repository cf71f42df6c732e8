import Foundation
package import Papers

/// The time, and waiting for a later one.
package protocol FeedClock: Sendable {
  var now: Timestamp { get }
  /// Waits; throws `CancellationError` at once when the task is cancelled.
  func sleep(milliseconds: Int64) async throws
}

/// The clock on the wall.
package struct SystemClock: FeedClock {
  package init() {}

  package var now: Timestamp {
    Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }

  package func sleep(milliseconds: Int64) async throws {
    try await Task.sleep(for: .milliseconds(milliseconds))
  }
}
