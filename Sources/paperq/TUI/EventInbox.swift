import Glibc
import QueueUI
import Synchronization

/// Where other threads leave events for the main thread, and a descriptor that wakes it.
final class EventInbox: Sendable {
  /// Readable while there are events; to be polled beside the keyboard.
  let descriptor: Int32
  private let writingEnd: Int32
  private let events = Mutex<[Event]>([])

  init() throws(ProgramError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw ProgramError(program: "paperq", reason: SystemError(code: errno).reason)
    }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (descriptor, writingEnd) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(writingEnd)
  }

  func post(_ event: Event) {
    events.withLock { $0.append(event) }
    // A full pipe refuses the byte, and then the main thread is awake anyway.
    var byte: UInt8 = 1
    _ = write(writingEnd, &byte, 1)
  }

  /// Takes all events, in the order in which they came.
  func drain() -> [Event] {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) > 0 {}
    return events.withLock { waiting in
      let taken = waiting
      waiting = []
      return taken
    }
  }
}
