import Foundation
import Papers
import Synchronization

/// A small HTTP/1.1 server on 127.0.0.1: a thread for each connection, which is enough for one
/// polite client, and lets a reply be cut, slow or reset at will.
final class LoopbackServer: Sendable {
  private struct State {
    var listener: LoopbackSocket?
    var connections: [Int32: LoopbackSocket] = [:]
    var requestCount = 0
  }

  private let state = Mutex(State())
  private let reply: @Sendable (LoopbackRequest) -> LoopbackReply

  init(reply: @escaping @Sendable (LoopbackRequest) -> LoopbackReply) {
    self.reply = reply
  }

  /// Begins to listen and gives the port; nil when the system has no socket for us.
  func start() -> Int? {
    guard let (listener, port) = LoopbackSocket.listening() else { return nil }
    state.withLock { $0.listener = listener }
    Thread.detachNewThread { [self] in
      while let connection = listener.accepted() {
        let isWanted = state.withLock { state in
          guard state.listener != nil else { return false }
          state.connections[connection.descriptor] = connection
          return true
        }
        guard isWanted else {
          connection.closeNow()
          break
        }
        Thread.detachNewThread { [self] in serve(connection) }
      }
      state.withLock { $0.listener = nil }
      listener.closeNow()
    }
    return port
  }

  /// Stops listening and breaks every connection.
  func stop() {
    state.withLock { state in
      state.listener?.shutDown()
      state.listener = nil
      for connection in state.connections.values { connection.shutDown() }
    }
  }

  private func serve(_ connection: LoopbackSocket) {
    var buffer: [UInt8] = []
    var isOpen = true
    while isOpen, let request = nextRequest(on: connection, buffer: &buffer) {
      let answer = reply(request)
      if answer.delivery == .reset {
        forget(connection)
        connection.reset()
        return
      }
      isOpen = deliver(answer, to: connection, headOnly: request.method == "HEAD")
      if request.headers["connection"]?.lowercased() == "close" { isOpen = false }
    }
    forget(connection)
    connection.shutDown()
    connection.closeNow()
  }

  /// Takes the descriptor out of the list before it is closed, so that `stop` never shuts down a
  /// number that means something else by then.
  private func forget(_ connection: LoopbackSocket) {
    state.withLock { $0.connections[connection.descriptor] = nil }
  }

  private func nextRequest(
    on connection: LoopbackSocket, buffer: inout [UInt8]
  ) -> LoopbackRequest? {
    var end = Self.endOfHead(buffer)
    while end == nil {
      guard buffer.count < 1_048_576, let bytes = connection.received() else { return nil }
      buffer += bytes
      end = Self.endOfHead(buffer)
    }
    guard let end else { return nil }
    let number = state.withLock { state in
      state.requestCount += 1
      return state.requestCount
    }
    let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    let request = LoopbackRequest(head: Array(buffer[..<end]), number: number, time: now)
    buffer.removeFirst(end + 4)
    guard var request else { return nil }
    if let length = request.headers["content-length"].flatMap({ Int($0) }), length > 0,
      length < 1_048_576
    {
      while buffer.count < length {
        guard let bytes = connection.received() else { return nil }
        buffer += bytes
      }
      let body = String(decoding: buffer[..<length], as: UTF8.self)
      request.queryItems += LoopbackRequest.items(of: body[...])
      buffer.removeFirst(length)
    }
    return request
  }

  /// Whether the connection can serve another request afterwards.
  private func deliver(
    _ answer: LoopbackReply, to connection: LoopbackSocket, headOnly: Bool
  ) -> Bool {
    if answer.delivery == .silence {
      while connection.received() != nil {}
      return false
    }
    if case .endless(let more) = answer.delivery {
      let piece = more.piece
      guard connection.send(more.beginning(head: answer.head)) else { return false }
      while connection.send(piece) {}
      return false
    }
    guard connection.send(answer.head) else { return false }
    if headOnly { return true }
    switch answer.delivery {
    case .cut(let count):
      _ = connection.send(answer.body.prefix(max(0, count)))
      return false
    case .stalled(let count):
      _ = connection.send(answer.body.prefix(max(0, count)))
      while connection.received() != nil {}
      return false
    case .dribbled(let count, let pause):
      var rest = answer.body[...]
      while !rest.isEmpty {
        guard connection.send(rest.prefix(max(1, count))) else { return false }
        rest = rest.dropFirst(max(1, count))
        Thread.sleep(forTimeInterval: Double(pause) / 1000)
      }
      return true
    case .whole, .reset, .silence, .endless: return connection.send(answer.body)
    }
  }

  private static func endOfHead(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 4 else { return nil }
    for index in 0...bytes.count - 4
    where bytes[index] == 0x0D && bytes[index..<index + 4].elementsEqual([0x0D, 0x0A, 0x0D, 0x0A]) {
      return index
    }
    return nil
  }
}
