import CNcurses
import Glibc

/// The way of ncurses' output to the terminal: what one drawing writes arrives as one piece.
///
/// ncurses 6.4 writes each time that it moves the cursor, some forty times for a new preview. A terminal
/// would show the halves of a frame, and a connection carry each in a packet of its own. So while
/// something is drawn, the descriptor that ncurses knows leads to a file in memory.
final class FrameOutput {
  /// What ncurses is given to write to.
  let file: UnsafeMutablePointer<FILE>

  private let terminal: Int32
  private let descriptor: Int32
  /// A file in memory; -1 where there is none to be had, and everything goes straight on.
  private let memory: Int32

  /// A way to the terminal that a descriptor is open for; nil when there are no more descriptors.
  init?(terminal: Int32) {
    let descriptor = fcntl(terminal, F_DUPFD_CLOEXEC, 3)
    guard descriptor >= 0 else { return nil }
    guard let file = fdopen(descriptor, "w") else {
      Glibc.close(descriptor)
      return nil
    }
    self.terminal = terminal
    self.descriptor = descriptor
    self.file = file
    memory = paperq_memory_file("frame")
  }

  deinit {
    fclose(file)
    if memory >= 0 { Glibc.close(memory) }
  }

  /// Sends what ncurses writes in `draw` when all of it is there.
  ///
  /// What ncurses asks of the line meanwhile finds no terminal; so it is to be in its state for
  /// programs (`reset_prog_mode`) before something is drawn.
  func collecting(_ draw: () -> Void) {
    guard memory >= 0, lead(to: memory) else { return draw() }
    draw()
    fflush(file)
    // Nothing but an interruption keeps a terminal that is open from being led to again.
    while !lead(to: terminal), errno == EINTR || errno == EBUSY {}
    send(collected())
  }

  /// Sends bytes past ncurses, whose own output is never held back between our calls.
  ///
  /// What a terminal that is gone does not take is lost.
  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        // Another program has left the terminal so that it does not wait.
        var writable = pollfd(fd: terminal, events: Int16(POLLOUT), revents: 0)
        poll(&writable, 1, -1)
      } else if errno != EINTR {
        return
      }
    }
  }

  private func lead(to target: Int32) -> Bool {
    paperq_dup3(target, descriptor, O_CLOEXEC) >= 0
  }

  /// Takes out what was written into memory.
  private func collected() -> [UInt8] {
    let count = lseek(memory, 0, SEEK_CUR)
    guard count > 0 else { return [] }
    lseek(memory, 0, SEEK_SET)
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = max(pread(memory, buffer.baseAddress, count, 0), 0)
    }
  }
}
