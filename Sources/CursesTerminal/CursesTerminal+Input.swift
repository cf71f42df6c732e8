import Glibc
package import TerminalGrid

/// How long the rest of a key's bytes may take to come; Escape alone is told by nothing following.
private let escapeDelayMilliseconds: Int32 = 25

extension CursesTerminal {
  /// All input there is. Waits 25 ms at most, and only after an ESC, to see whether more belongs to it.
  ///
  /// `.closed` comes once when the keyboard is gone, and for a first SIGTERM, SIGHUP or SIGINT.
  package func readInput() -> [TerminalInput] {
    var inputs: [TerminalInput] = []
    for event in signals.drain() {
      switch event {
      case .stopRequested: stopProcess()
      case .continued: reclaim()
      case .resized:
        takeSize()
        forgetScreen()
        inputs.append(.resized(size))
      case .endRequested: inputs.append(.closed)
      }
    }
    guard !isSuspended, !inputHasEnded else { return inputs }
    readKeys(into: &inputs)
    return inputs
  }

  private func readKeys(into inputs: inout [TerminalInput]) {
    // More than this at once is read by the next call, after the screen has been painted.
    var room = InputDecoder.pasteLimit
    while room > 0, waitForKeys(milliseconds: decoder.awaitsMore ? escapeDelayMilliseconds : 0) {
      guard let bytes = readBytes() else {
        inputHasEnded = true
        inputs += decoder.finish() + [.closed]
        return
      }
      room -= bytes.count
      inputs += decoder.decode(bytes)
    }
    if room > 0, decoder.awaitsMore { inputs += decoder.finish() }
  }

  private func waitForKeys(milliseconds: Int32) -> Bool {
    var keyboard = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    // Hang-up and error count as readable: reading then says what is the matter.
    return poll(&keyboard, 1, milliseconds) > 0
  }

  /// Bytes of a readable keyboard; nil when it has ended or broken.
  private func readBytes() -> ArraySlice<UInt8>? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count > 0 { return bytes[..<count] }
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? [] : nil
  }
}
