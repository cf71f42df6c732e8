import Glibc
import QueueUI
import Synchronization

/// Where other threads leave events for the main thread, and a descriptor that wakes it.
final class EventInbox: Sendable {
  /// Readable while there are events; to be polled beside the keyboard.
  let descriptor: Int32
  private let events = Mutex<[Event]>([])

  init() throws(ProgramError) {
    descriptor = eventfd(0, Int32(EFD_CLOEXEC.rawValue | EFD_NONBLOCK.rawValue))
    guard descriptor >= 0 else {
      throw ProgramError(program: "paperq", reason: SystemError(code: errno).reason)
    }
  }

  deinit {
    close(descriptor)
  }

  func post(_ event: Event) {
    events.withLock { $0.append(event) }
    // Only an overflow of the counter could refuse this, and then the main thread is awake anyway.
    _ = eventfd_write(descriptor, 1)
  }

  /// Takes all events, in the order in which they came.
  func drain() -> [Event] {
    var count: eventfd_t = 0
    _ = eventfd_read(descriptor, &count)
    return events.withLock { waiting in
      let taken = waiting
      waiting = []
      return taken
    }
  }
}
