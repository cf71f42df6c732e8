import Papers

/// Keeps requests to arXiv apart: one at a time, and a pause from the end of one to the beginning of
/// the next, across all copies of paperq that share a stamp file.
package actor RequestPace {
  /// The pause, in milliseconds.
  package nonisolated let pauseMilliseconds: Int64
  private let stampFile: String?
  private let clock: any FeedClock

  private var isBusy = false
  private var waiting: [(ticket: Int, continuation: CheckedContinuation<Bool, Never>)] = []
  private var lastTicket = 0
  private var nextStart = Timestamp(milliseconds: 0)
  private var stamp: PaceStamp?

  /// A time further ahead than this in the stamp comes from a clock that was set back.
  private static let longestHold: Int64 = 150_000

  /// `stampFile` is a path in a folder that exists; nil, or a path that cannot be written, keeps
  /// the pace in this process only.
  package init(
    secondsBetweenRequests: Double, stampFile: String? = nil,
    clock: any FeedClock = SystemClock()
  ) {
    let seconds = secondsBetweenRequests.isFinite ? min(max(0, secondsBetweenRequests), 3600) : 3
    pauseMilliseconds = Int64((seconds * 1000).rounded())
    self.stampFile = stampFile
    self.clock = clock
  }

  /// Why a request does not begin yet.
  package enum Wait: Equatable, Sendable {
    /// Its turn comes in `milliseconds`.
    case turn(milliseconds: Int64)
    /// Another copy of paperq has been asking for some time.
    case otherCopy
  }

  /// Shorter waits than this, in milliseconds, are not worth a word.
  static let noticeableWait: Int64 = 5000

  /// Waits until a request may begin. Each return must be followed by one `end()`.
  ///
  /// `onWait` is told of waits that are long enough to be noticed.
  package func begin(
    onWait: @Sendable (Wait) -> Void = { _ in }
  ) async throws(CancellationError) {
    try await enter()
    do {
      if let stampFile {
        stamp = try await PaceStamp.locked(at: stampFile, clock: clock) { onWait(.otherCopy) }
      }
      var start = nextStart
      if let shared = stamp?.nextStart { start = max(start, shared) }
      let wait = start.milliseconds - clock.now.milliseconds
      if wait > 0, wait <= max(Self.longestHold, pauseMilliseconds) {
        if wait >= Self.noticeableWait { onWait(.turn(milliseconds: wait)) }
        try await clock.sleep(milliseconds: wait)
      }
      try Task.checkCancellation()
    } catch {
      leave()
      throw CancellationError()
    }
    // Should this process be killed in the middle, the next one still keeps its distance.
    stamp?.write(clock.now.advanced(byMilliseconds: pauseMilliseconds))
  }

  /// The request is over, whatever came of it.
  package func end() {
    nextStart = max(nextStart, clock.now.advanced(byMilliseconds: pauseMilliseconds))
    stamp?.write(nextStart)
    leave()
  }

  /// Holds back every copy of paperq for so long, because arXiv asked for it. To be called before
  /// `end()`.
  package func postpone(milliseconds: Int64) {
    let asked = clock.now.advanced(byMilliseconds: min(milliseconds, Self.longestHold))
    nextStart = max(nextStart, asked)
  }

  private func enter() async throws(CancellationError) {
    guard isBusy else {
      isBusy = true
      return
    }
    lastTicket += 1
    let ticket = lastTicket
    let isMine = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if Task.isCancelled {
          continuation.resume(returning: false)
        } else {
          waiting.append((ticket, continuation))
        }
      }
    } onCancel: {
      Task { await self.giveUp(ticket) }
    }
    guard isMine else { throw CancellationError() }
  }

  private func giveUp(_ ticket: Int) {
    guard let index = waiting.firstIndex(where: { $0.ticket == ticket }) else { return }
    waiting.remove(at: index).continuation.resume(returning: false)
  }

  private func leave() {
    stamp?.unlock()
    stamp = nil
    if waiting.isEmpty {
      isBusy = false
    } else {
      waiting.removeFirst().continuation.resume(returning: true)
    }
  }
}

extension Timestamp {
  fileprivate func advanced(byMilliseconds milliseconds: Int64) -> Timestamp {
    Timestamp(milliseconds: self.milliseconds + milliseconds)
  }
}
