import Glibc
import Synchronization

/// The two ends of a pipe, which are closed with it if not before. No other program inherits an end
/// unless it is given it.
final class PipeEnds: Sendable {
  let reading: Int32
  let writing: Int32
  private let open = Mutex((reading: true, writing: true))

  /// Nil when the system has none to give.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    (reading, writing) = (ends[0], ends[1])
    // pipe2(2) would mark them at once, but Swift does not see it without `_GNU_SOURCE`.
    // `Program.spawn` marks all that is open once more, for programs that other threads start.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    closeReading()
    closeWriting()
  }

  /// Has reading, or writing, never wait on our side; the other side is not concerned.
  static func keepFromWaiting(_ end: Int32) {
    _ = fcntl(end, F_SETFL, O_NONBLOCK)
  }

  func closeReading() {
    open.withLock { open in
      if open.reading { close(reading) }
      open.reading = false
    }
  }

  func closeWriting() {
    open.withLock { open in
      if open.writing { close(writing) }
      open.writing = false
    }
  }

  /// Makes the reading end readable.
  func signal() {
    open.withLock { open in
      var byte: UInt8 = 1
      if open.writing { _ = write(writing, &byte, 1) }
    }
  }

  /// Waits for something to be read, or for the time to be over.
  func isReadable(within milliseconds: Int32) -> Bool {
    var polled = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, milliseconds) > 0
  }
}
