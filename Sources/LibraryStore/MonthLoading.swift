import Dispatch
import Papers
import Synchronization
import WorkThreads

/// A month as it was read from disk.
struct LoadedMonth: Sendable {
  let month: ArXivMonth
  let papers: PapersFile
  let reading: ReadingFile

  init(_ month: ArXivMonth, from folder: LibraryFolder) {
    self.month = month
    papers = PapersFile(folder.papers(month), month: month)
    reading = ReadingFile(folder.reading(month), month: month)
  }
}

/// Reads months on all processors.
enum MonthLoading {
  /// Reads `months` and hands them over in their order, each as soon as it and those before it are
  /// there. Returns when all have been handed over; `body` runs on the calling thread.
  static func load(
    _ months: [ArXivMonth], from folder: LibraryFolder, _ body: (LoadedMonth) -> Void
  ) {
    let work = Work(count: months.count)
    let load: @Sendable () -> Void = {
      while let index = work.takeNext() {
        work.finish(index, LoadedMonth(months[index], from: folder))
      }
    }
    let threads = min(WorkThread.processors, months.count)
    let started = threads > 1 ? (0..<threads).count { _ in WorkThread.start(load) } : 0
    if started == 0 { load() }
    for index in months.indices { body(work.result(at: index)) }
  }

  /// What is still to be read, and what was.
  private final class Work: Sendable {
    private struct State {
      var next = 0
      var results: [LoadedMonth?]
    }

    private let state: Mutex<State>
    private let finished: [DispatchSemaphore]

    init(count: Int) {
      state = Mutex(State(results: Array(repeating: nil, count: count)))
      finished = (0..<count).map { _ in DispatchSemaphore(value: 0) }
    }

    func takeNext() -> Int? {
      state.withLock { state in
        guard state.next < state.results.count else { return nil }
        defer { state.next += 1 }
        return state.next
      }
    }

    func finish(_ index: Int, _ month: LoadedMonth) {
      state.withLock { $0.results[index] = month }
      finished[index].signal()
    }

    /// Waits for a result and gives it away.
    func result(at index: Int) -> LoadedMonth {
      finished[index].wait()
      let month = state.withLock { state in
        defer { state.results[index] = nil }
        return state.results[index]
      }
      guard let month else { preconditionFailure("a month was asked for twice") }
      return month
    }
  }
}
