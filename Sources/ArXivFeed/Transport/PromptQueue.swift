import Foundation

/// A queue that does at once, and on the thread of who asks, what it is asked to do.
///
/// URL loading hands over what it received through the queue of its delegate, and goes on receiving
/// meanwhile: with a queue of the usual kind, all that comes faster than it is looked at is held in
/// memory, and a small packed answer unpacks to gigabytes before the first of them is counted.
final class PromptQueue: OperationQueue, @unchecked Sendable {
  // Without state of its own it is as safe to share as its class.

  override func addOperation(_ block: @escaping @Sendable () -> Void) {
    block()
  }
}
