/// An address that may be given to a browser: http or https, and nothing that could do harm.
///
/// What a feed or a note holds becomes one of these or nothing: there is always a host, never a user
/// or password, no blank, quote, bracket or control character, and it never begins with `-`, so no
/// program takes it for an option. Scheme and host are in lower case.
package struct WebAddress: Hashable, Sendable, CustomStringConvertible {
  /// The whole address, as a browser takes it.
  package let description: String

  /// No more bytes than this are taken for an address.
  static let longest = 2048

  /// Reads an absolute address; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.longest, bytes.allSatisfy(Self.isAllowed),
      let scheme = ["https://", "http://"].first(where: {
        bytes.starts(with: $0.utf8, ignoringCase: true)
      })
    else { return nil }
    let rest = bytes[scheme.utf8.count...]
    let end = rest.firstIndex { [0x2F, 0x3F, 0x23].contains($0) } ?? rest.endIndex  // / ? #
    guard Self.isAuthority(rest[..<end]) else { return nil }
    let authority = String(decoding: rest[..<end], as: UTF8.self).lowercased()
    description = scheme + authority + String(decoding: rest[end...], as: UTF8.self)
  }

  /// An address made of the user's own configuration, which was checked when it was read.
  init(configured text: String) {
    description = text
  }

  /// The host, in lower case, without port.
  package var host: String {
    let authority = withoutScheme.prefix { !"/?#".contains($0) }
    guard !authority.hasPrefix("[") else { return String(authority.prefix { $0 != "]" }) + "]" }
    return String(authority.prefix { $0 != ":" })
  }

  /// What follows the host and port: empty, or beginning with `/`, `?` or `#`.
  var path: Substring { withoutScheme.drop { !"/?#".contains($0) } }

  /// Host and path as people write them: without scheme, `www.` and the last slash.
  package var label: String {
    var text = withoutScheme
    if text.hasPrefix("www.") { text.removeFirst(4) }
    if text.hasSuffix("/") { text.removeLast() }
    return String(text)
  }

  private var withoutScheme: Substring {
    description[...].dropFirst(description.hasPrefix("https") ? 8 : 7)
  }

  /// Printable ASCII without quotes, brackets of markup and the backslash, which browsers read as a
  /// slash.
  static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "|"), UInt8(ascii: "}"):
      false
    default: (0x21...0x7E).contains(byte)
    }
  }

  /// Whether this is a host, perhaps with a port.
  private static func isAuthority(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    var host = text[...]
    if host.hasPrefix("[") {
      guard let end = host.firstIndex(of: "]"), host[..<end].dropFirst().contains(":"),
        host[..<end].dropFirst().allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." })
      else { return false }
      host = host[host.index(after: end)...]
      return host.isEmpty || isPort(host)
    }
    if let colon = host.firstIndex(of: ":") {
      guard isPort(host[colon...]) else { return false }
      host = host[..<colon]
    }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    return host.utf8.count <= 253 && (labels.count > 1 || host == "localhost")
      && labels.allSatisfy { label in
        !label.isEmpty && !label.hasPrefix("-") && !label.hasSuffix("-")
          && label.utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 == 0x2D || $0 == 0x5F }
      }
  }

  private static func isPort(_ text: Substring) -> Bool {
    (2...6).contains(text.utf8.count) && text.first == ":"
      && text.dropFirst().utf8.allSatisfy(\.isASCIIDigit)
  }
}

extension UInt8 {
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }

  var isASCIILetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }

  var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }

  /// The small letter of an ASCII capital; any other byte as it is.
  var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self + 0x20 : self }
}

extension Collection<UInt8> {
  /// Whether these bytes begin with `prefix`, which is given in lower case.
  func starts(with prefix: some Collection<UInt8>, ignoringCase: Bool) -> Bool {
    var index = startIndex
    for byte in prefix {
      guard index < endIndex, (ignoringCase ? self[index].asciiLowercased : self[index]) == byte
      else { return false }
      formIndex(after: &index)
    }
    return true
  }
}
