package import Papers

/// A request as it came over the wire.
package struct LoopbackRequest: Equatable, Sendable {
  /// A parameter of a query, decoded.
  package struct QueryItem: Equatable, Sendable {
    package var name: String
    package var value: String
  }

  /// Counted from 1, in the order of arrival.
  package var number: Int
  /// `GET` or another method of HTTP.
  package var method: String
  /// The path, percent-decoded, without the query.
  package var path: String
  /// Names and values decoded, `+` as a blank; of a form body too.
  package var queryItems: [QueryItem]
  /// Names in lower case.
  package var headers: [String: String]
  /// When it came.
  package var time: Timestamp

  /// The first value of a query item, nil when it was not sent.
  package subscript(_ name: String) -> String? {
    queryItems.first { $0.name == name }?.value
  }
}

extension LoopbackRequest {
  /// Reads the head of a request, without the blank line that ends it; nil when it is none.
  init?(head: [UInt8], number: Int, time: Timestamp) {
    var lines = String(decoding: head, as: UTF8.self).split(
      whereSeparator: { $0 == "\r\n" || $0 == "\n" })
    guard !lines.isEmpty else { return nil }
    let words = lines.removeFirst().split(separator: " ")
    guard words.count == 3, words[2].hasPrefix("HTTP/1.") else { return nil }
    var target = words[1]
    if target.lowercased().hasPrefix("http://") {
      let afterScheme = target.dropFirst(7)
      target = afterScheme.firstIndex(of: "/").map { afterScheme[$0...] } ?? "/"
    }
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    self.number = number
    self.time = time
    method = String(words[0])
    path = Self.decoded(parts[0], plusIsBlank: false)
    queryItems = parts.count > 1 ? Self.items(of: parts[1]) : []
    headers = [:]
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      headers[line[..<colon].lowercased()] = String(value)
    }
  }

  /// Names and values of a query or a form body.
  static func items(of text: Substring) -> [QueryItem] {
    text.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return QueryItem(
        name: decoded(parts[0], plusIsBlank: true),
        value: parts.count > 1 ? decoded(parts[1], plusIsBlank: true) : "")
    }
  }

  private static func decoded(_ text: Substring, plusIsBlank: Bool) -> String {
    var result: [UInt8] = []
    var rest = Substring(text).utf8
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte == UInt8(ascii: "+") && plusIsBlank ? 0x20 : byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
