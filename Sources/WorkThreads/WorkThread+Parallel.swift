import Dispatch
import Synchronization

extension WorkThread {
  /// Calls `body` once with each number below `count`, on all processors at once, and returns when
  /// all calls are over. Numbers are begun in order; the calling thread takes its share.
  package static func forEach(below count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let round = Round(count)
    let run: @Sendable () -> Void = { while let number = round.takeNext() { body(number) } }
    var helpers = 0
    while helpers + 1 < min(processors, count),
      start({
        run()
        round.ended.signal()
      })
    {
      helpers += 1
    }
    run()
    for _ in 0..<helpers { round.ended.wait() }
  }

  /// What `body` gives for each number below `count`, in their order; calls are made as by `forEach`.
  package static func map<Result: Sendable>(
    below count: Int, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    let results = Results<Result>(count)
    forEach(below: count) { results.set($0, body($0)) }
    return results.all
  }

  private final class Results<Result: Sendable>: Sendable {
    private let results: Mutex<[Result?]>

    init(_ count: Int) { results = Mutex(Array(repeating: nil, count: count)) }

    var all: [Result] { results.withLock { $0.compactMap(\.self) } }

    func set(_ number: Int, _ result: Result) {
      results.withLock { $0[number] = result }
    }
  }

  private final class Round: Sendable {
    let ended = DispatchSemaphore(value: 0)
    private let count: Int
    private let next = Atomic(0)

    init(_ count: Int) { self.count = count }

    func takeNext() -> Int? {
      let number = next.add(1, ordering: .relaxed).oldValue
      return number < count ? number : nil
    }
  }
}
