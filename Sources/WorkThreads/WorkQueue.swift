import Dispatch
import Synchronization

/// Work that is done in order, a piece at a time, on a thread of its own, which sleeps without a
/// timer while there is nothing to do.
package final class WorkQueue: Sendable {
  package typealias Work = @Sendable () -> Void

  private let channel = Channel()
  private let hasStarted = Mutex(false)

  package init() {}

  deinit {
    // What waits is done before the thread ends.
    channel.put(nil)
  }

  /// Puts work behind what waits already. The thread starts with the first piece.
  package func async(_ work: @escaping Work) {
    channel.put(work)
    hasStarted.withLock { hasStarted in
      if hasStarted { return }
      hasStarted = WorkThread.start { [channel] in channel.run() }
      if !hasStarted { fatalError("cannot start a thread: the system has none to give") }
    }
  }

  /// What waits; nil ends the thread.
  private final class Channel: Sendable {
    private let waiting = Mutex<[Work?]>([])
    private let count = DispatchSemaphore(value: 0)

    func put(_ work: Work?) {
      waiting.withLock { $0.append(work) }
      count.signal()
    }

    func run() {
      while true {
        count.wait()
        guard let work = waiting.withLock({ $0.removeFirst() }) else { return }
        work()
      }
    }
  }
}
