import Dispatch
import Synchronization
import Testing
import WorkThreads

@Test func workIsDoneInOrder() {
  let queue = WorkQueue()
  let done = Log()
  for number in 0..<1000 { queue.async { done.add(number) } }
  queue.waitForEnd()
  #expect(done.numbers == Array(0..<1000))
}

@Test func workThatWaitsIsDoneWhenItsQueueIsGone() {
  let done = Log()
  let ended = DispatchSemaphore(value: 0)
  let begin = DispatchSemaphore(value: 0)
  do {
    let queue = WorkQueue()
    queue.async { begin.wait() }
    for number in 0..<10 { queue.async { done.add(number) } }
    queue.async { ended.signal() }
  }
  begin.signal()
  ended.wait()
  #expect(done.numbers == Array(0..<10))
}

@Test func workMayPutMoreWorkBehindIt() {
  let queue = WorkQueue()
  let done = Log()
  queue.async {
    done.add(1)
    queue.async { done.add(3) }
    done.add(2)
  }
  queue.waitForEnd()
  queue.waitForEnd()
  #expect(done.numbers == [1, 2, 3])
}

@Test(arguments: [0, 1, 2, 1000])
func eachNumberIsTakenOnce(count: Int) {
  let done = Log()
  WorkThread.forEach(below: count) { done.add($0) }
  #expect(done.numbers.sorted() == Array(0..<count))
}

private final class Log: Sendable {
  private let taken = Mutex<[Int]>([])

  var numbers: [Int] { taken.withLock { $0 } }

  func add(_ number: Int) { taken.withLock { $0.append(number) } }
}

extension WorkQueue {
  /// Waits for the work that was put in so far.
  fileprivate func waitForEnd() {
    let ended = DispatchSemaphore(value: 0)
    async { ended.signal() }
    ended.wait()
  }
}
