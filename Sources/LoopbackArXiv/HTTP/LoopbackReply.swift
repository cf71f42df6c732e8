/// What the server sends for one request, and how well it does so.
package struct LoopbackReply: Sendable {
  /// Ways in which the sending goes wrong.
  package enum Delivery: Equatable, Sendable {
    case whole
    /// The head promises the whole body, and the connection closes after this many bytes of it.
    case cut(afterBytes: Int)
    /// The body comes in pieces of `bytes` bytes with a pause between them.
    case dribbled(bytes: Int, pauseMilliseconds: Int)
    /// The head promises the whole body, and after this many bytes of it nothing more is sent; the
    /// connection stays open until the client leaves.
    case stalled(afterBytes: Int)
    /// The connection is reset before anything is sent.
    case reset
    /// The answer goes on until the client leaves; the reply's body is its beginning.
    case endless(Endless)
    /// Nothing is ever sent; the connection stays open until the client leaves.
    case silence
  }

  /// What an answer that never ends goes on with.
  package enum Endless: Equatable, Sendable {
    /// Header after header; the body never begins.
    case headers
    /// These bytes over and over.
    case body([UInt8])
    /// Zero bytes under `Content-Encoding: gzip`, over a hundred for each that is sent.
    case packedBody
  }

  package var status: Int
  /// Beside `Content-Length`, which comes by itself where the body has an end.
  package var headers: [String: String]
  package var body: [UInt8]
  package var delivery: Delivery

  package init(
    status: Int = 200, headers: [String: String] = [:], body: [UInt8] = [],
    delivery: Delivery = .whole
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.delivery = delivery
  }

  /// An Atom feed.
  package static func feed(_ body: [UInt8], status: Int = 200) -> LoopbackReply {
    LoopbackReply(
      status: status, headers: ["Content-Type": "application/atom+xml; charset=utf-8"], body: body)
  }

  /// A web page, as arXiv's front sends for most failures.
  package static func html(_ text: String, status: Int) -> LoopbackReply {
    let page =
      "<!DOCTYPE html>\n<html><head><title>\(text)</title></head><body>\(text)</body></html>\n"
    return LoopbackReply(
      status: status, headers: ["Content-Type": "text/html; charset=utf-8"], body: Array(page.utf8))
  }

  /// Status line, headers and the blank line after them.
  var head: [UInt8] {
    var text = "HTTP/1.1 \(status) \(Self.reason(status))\r\n"
    var isEndless = false
    if case .endless = delivery { isEndless = true }
    // Without a length the body goes on until the connection ends.
    text += isEndless ? "Connection: close\r\n" : "Content-Length: \(body.count)\r\n"
    for (name, value) in headers.sorted(by: { $0.key < $1.key }) { text += "\(name): \(value)\r\n" }
    return Array((text + "\r\n").utf8)
  }

  private static func reason(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 206: "Partial Content"
    case 301: "Moved Permanently"
    case 302: "Found"
    case 304: "Not Modified"
    case 400: "Bad Request"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 429: "Too Many Requests"
    case 500: "Internal Server Error"
    case 503: "Service Unavailable"
    default: "Status"
    }
  }
}

extension LoopbackReply.Endless {
  /// What is sent first: the head, or as much of it as has an end, and the beginning of the body.
  func beginning(head: [UInt8]) -> [UInt8] {
    switch self {
    case .headers: Array(head.dropLast(2))
    case .body: head
    case .packedBody:
      Array(head.dropLast(2)) + Array("Content-Encoding: gzip\r\n\r\n".utf8) + Gzip.zeros
    }
  }

  /// What is sent then, over and over; about 64 kB.
  var piece: [UInt8] {
    let unit =
      switch self {
      case .headers: Array("X-More: \(String(repeating: "x", count: 1000))\r\n".utf8)
      case .body(let bytes): bytes.isEmpty ? [0x20] : bytes
      case .packedBody: Gzip.moreZeros
      }
    return Array(repeatElement(unit, count: max(1, 65_536 / unit.count)).joined())
  }
}
