import Dispatch
import Glibc

/// Ctrl-C and a request to end, as the cancellation of long work.
@MainActor
enum Interruption {
  /// Runs `work` in a task that SIGINT and SIGTERM cancel, so that it can keep what came.
  static func cancelling<Result: Sendable>(
    _ work: @escaping @MainActor () async throws -> Result
  ) async throws -> Result {
    let task = Task { @MainActor in try await work() }
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { @Sendable in task.cancel() }
      source.resume()
      return source
    }
    defer {
      for source in sources { source.cancel() }
      for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
    return try await task.value
  }
}
