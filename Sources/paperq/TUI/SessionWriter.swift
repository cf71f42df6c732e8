import Dispatch
import LibraryStore
import Papers
import QueueUI
import Synchronization
import WorkThreads

/// Writes what the screen remembers, on a thread of its own: what is being typed is kept while it is
/// typed, and no key waits for the disk.
///
/// While one writing is under way, or followed the last one within a second, newer ones replace one
/// another, so that typing costs the disk a writing a second. Nothing wakes while nothing is written.
final class SessionWriter: Sendable {
  private let file: SessionFile
  private let onFailure: @Sendable (String) -> Void
  private let queue = WorkQueue()
  /// Is signalled at the end, when nothing may wait any more.
  private let end = DispatchSemaphore(value: 0)
  private let writings = DispatchGroup()
  private let state: Mutex<State>

  private struct State {
    /// What is to be written next.
    var next: Session?
    /// What this program knows to be in the file.
    var written: Session
    var isBusy = false
    var isEnding = false
    /// Why the last writing failed; nil when it did not.
    var failure: String?
  }

  /// `onFailure` is told why nothing can be written, once until it can be again.
  init(_ file: SessionFile, onFailure: @escaping @Sendable (String) -> Void = { _ in }) {
    self.file = file
    self.onFailure = onFailure
    state = Mutex(State(written: file.session))
  }

  /// Writes this, a moment later; what was to be written and was not yet is left out.
  func write(_ session: Session) {
    let isIdle = state.withLock { state in
      state.next = session
      defer { state.isBusy = true }
      return !state.isBusy
    }
    guard isIdle else { return }
    writings.enter()
    queue.async { [self] in
      defer { writings.leave() }
      while let (session, earlier) = takeNext() {
        do throws(StoreError) {
          try file.write(session, insteadOf: earlier)
          state.withLock { ($0.written, $0.failure) = (session, nil) }
        } catch {
          failed(error)
        }
        let isEnding = state.withLock(\.isEnding)
        if !isEnding { _ = end.wait(timeout: .now() + .seconds(1)) }
      }
    }
  }

  /// Waits until everything is written; tells why the last of it could not be, nil when it could.
  func finish() -> String? {
    state.withLock { $0.isEnding = true }
    end.signal()
    writings.wait()
    return state.withLock(\.failure)
  }

  private func failed(_ error: StoreError) {
    let isFirst = state.withLock { state in
      defer { state.failure = error.message }
      return state.failure == nil
    }
    if isFirst { onFailure(error.message) }
  }

  private func takeNext() -> (Session, Session)? {
    state.withLock { state in
      guard let next = state.next else {
        state.isBusy = false
        return nil
      }
      state.next = nil
      return (next, state.written)
    }
  }
}
