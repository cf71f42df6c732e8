import ArgumentParser
import Glibc
import JSONText
import Papers

/// Standard output and error of a command.
///
/// A reader who closes the pipe early, as `head` does, ends the command quietly; a standard output
/// that cannot take what is written is a disk error.
struct Console: Sendable {
  /// Whether papers are shown as tables rather than as JSON lines.
  var showsTables: Bool
  /// The width of the terminal; 80 where there is none.
  var columns: Int
  /// Whether messages go to a terminal, where a line may be drawn over.
  var messagesAreSeen: Bool

  init(showsTables: Bool, columns: Int = 80, messagesAreSeen: Bool = false) {
    self.showsTables = showsTables
    self.columns = columns
    self.messagesAreSeen = messagesAreSeen
  }

  /// The console of this process.
  init(json: Bool) {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    var size = winsize()
    let isSized = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    self.init(
      showsTables: isTerminal && !json, columns: isSized ? Int(size.ws_col) : 80,
      messagesAreSeen: isatty(STDERR_FILENO) == 1)
  }

  /// Writes one line of text, without control characters.
  func print(_ line: String) throws(CommandFailure) {
    try write(Array((line.onOneLine + "\n").utf8))
  }

  /// Writes one JSON value on a line.
  func print(_ json: JSONValue) throws(CommandFailure) {
    var bytes = json.encoded
    bytes.append(UInt8(ascii: "\n"))
    try write(bytes)
  }

  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    let code = Self.write(bytes, to: STDOUT_FILENO)
    if code == EPIPE { throw CommandFailure(.success) }
    if code != 0 {
      let reason = SystemError(code: code).reason
      throw CommandFailure(.disk, "cannot write to standard output: \(reason)")
    }
  }

  /// Says something on standard error: `paperq: …`, on one line, without control characters.
  ///
  /// There is nobody to tell when that fails.
  func say(_ message: String) {
    Self.say(message)
  }

  /// Says what went well, to people alone: a script hears it from the exit code.
  func remark(_ message: String) {
    if messagesAreSeen { say(message) }
  }

  /// Replaces the line that the cursor of the messages is in.
  func drawOver(_ line: String) {
    _ = Self.write(Array("\r\u{1B}[K\(line)".utf8), to: STDERR_FILENO)
  }

  static func say(_ message: String) {
    _ = write(Array("paperq: \(message.onOneLine)\n".utf8), to: STDERR_FILENO)
  }

  /// Writes all bytes; the result is 0 or the system's error.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let slice = UnsafeRawBufferPointer(rebasing: rest)
        let count = Glibc.write(descriptor, slice.baseAddress, slice.count)
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if errno == EAGAIN {
          var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&wait, 1, -1)
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }
}
