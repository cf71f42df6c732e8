import Dispatch
import WorkThreads

extension DispatchGroup {
  /// Has a queue do work that whoever waits for the group waits for.
  func run(on queue: WorkQueue, _ work: @escaping WorkQueue.Work) {
    enter()
    queue.async {
      work()
      self.leave()
    }
  }
}
