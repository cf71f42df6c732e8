import Glibc
import Testing

@testable import CursesTerminal

/// A connection that keeps what was written at once apart from what was written before.
private struct Packets {
  let near: Int32
  let far: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    try #require(socketpair(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue), 0, &ends) == 0)
    (near, far) = (ends[0], ends[1])
  }

  func close() {
    Glibc.close(near)
    Glibc.close(far)
  }

  /// The next packet; nil when none has come.
  func next() -> String? {
    var bytes = [UInt8](repeating: 0, count: 1000)
    let count = recv(far, &bytes, bytes.count, Int32(MSG_DONTWAIT))
    return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}

@Test func whatIsWrittenInPiecesArrivesAsOne() throws {
  let packets = try Packets()
  defer { packets.close() }
  let output = try #require(FrameOutput(terminal: packets.near))
  for text in ["one", "another"] {
    output.collecting {
      _ = write(fileno(output.file), text, text.utf8.count)
      fputs(", ", output.file)
      fflush(output.file)
      _ = write(fileno(output.file), text, text.utf8.count)
      // Left in the C library's buffer.
      fputs(".", output.file)
      #expect(packets.next() == nil)
    }
    #expect(packets.next() == "\(text), \(text).")
    #expect(packets.next() == nil)
  }
}

@Test func whatIsWrittenBetweenDrawingsArrivesAtOnce() throws {
  let packets = try Packets()
  defer { packets.close() }
  let output = try #require(FrameOutput(terminal: packets.near))
  output.collecting {}
  _ = write(fileno(output.file), "end", 3)
  #expect(packets.next() == "end")
  output.send(Array("title".utf8))
  #expect(packets.next() == "title")
  #expect(packets.next() == nil)
}

@Test func aTerminalThatDoesNotWaitGetsEverything() async throws {
  var ends: [Int32] = [-1, -1]
  try #require(pipe(&ends) == 0)
  let (far, near) = (ends[0], ends[1])
  _ = fcntl(near, F_SETFL, O_NONBLOCK)
  let text = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
  let reader = Task.detached {
    var received: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 4096)
    while case let count = read(far, &bytes, bytes.count), count > 0 {
      received += bytes.prefix(count)
    }
    return received
  }
  try #require(FrameOutput(terminal: near)).send(text)
  close(near)
  #expect(await reader.value == text)
  close(far)
}

@Test func whatATerminalThatIsGoneDoesNotTakeIsLost() throws {
  let gone = open("/dev/full", O_WRONLY)
  let output = try #require(FrameOutput(terminal: gone))
  var drawn = 0
  for _ in 0..<2 {
    output.collecting { drawn += write(fileno(output.file), "lost", 4) }
    output.send(Array("lost".utf8))
  }
  #expect(drawn == 8)
  close(gone)
}
