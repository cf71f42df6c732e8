/// What the server sends for one request, and how well it does so.
package struct LoopbackReply: Sendable {
  /// Ways in which the sending goes wrong.
  package enum Delivery: Equatable, Sendable {
    case whole
    /// The head promises the whole body, and the connection closes after so many bytes of it.
    case cut(afterBytes: Int)
    /// The body comes in pieces of so many bytes with a pause between them.
    case dribbled(bytes: Int, pauseMilliseconds: Int)
    /// The connection is reset before anything is sent.
    case reset
    /// Nothing is ever sent; the connection stays open until the client leaves.
    case silence
  }

  package var status: Int
  /// Beside `Content-Length`, which comes by itself.
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
    var text = "HTTP/1.1 \(status) \(Self.reason(status))\r\nContent-Length: \(body.count)\r\n"
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
