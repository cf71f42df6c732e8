#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads JSON out of bytes in memory, one token at a time, without copying what is skipped.
///
/// It is what makes a library of 100,000 papers open at once: a record's long texts are stepped
/// over with `memchr`, and only the fields that are asked for become values. A scanner must not
/// outlive the buffer it was made of.
package struct JSONScanner {
  /// How strictly the grammar is taken.
  package enum Dialect: Sendable {
    /// RFC 8259.
    case strict
    /// Also comments, trailing commas, keys without quotes and texts in single quotes: the part of
    /// JSON5 that people use in configuration files.
    case relaxed
    /// RFC 8259, but texts may hold anything: control characters, and unknown escapes, which stay as
    /// they are written. For what can still be read of a damaged file.
    case lenient
  }

  /// Lists and objects may lie this deep in one another; more is refused, so that a hostile file
  /// cannot exhaust the stack.
  package static let deepest = 200

  let bytes: UnsafeBufferPointer<UInt8>
  let dialect: Dialect
  /// The next byte to be read, counted from the beginning of the buffer.
  package private(set) var offset: Int

  package init(
    _ bytes: UnsafeBufferPointer<UInt8>, from offset: Int = 0, dialect: Dialect = .strict
  ) {
    self.bytes = bytes
    self.dialect = dialect
    self.offset = min(max(offset, 0), bytes.count)
  }

  /// Goes on at another place, which must be the beginning of a token.
  package mutating func move(to offset: Int) {
    self.offset = min(max(offset, 0), bytes.count)
  }

  /// The next byte that is no white space (or comment), without reading it; nil at the end.
  package mutating func peek() throws(JSONError) -> UInt8? {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      case UInt8(ascii: "/") where dialect == .relaxed: try skipComment()
      default: return bytes[offset]
      }
    }
    return nil
  }

  /// Reads `byte` if it is what comes next.
  package mutating func take(_ byte: UInt8) throws(JSONError) -> Bool {
    guard try peek() == byte else { return false }
    offset += 1
    return true
  }

  /// An error at the present place.
  package func failure(_ message: String) -> JSONError {
    JSONError(message, offset: offset)
  }

  private mutating func skipComment() throws(JSONError) {
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
    if next == UInt8(ascii: "/") {
      while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
    } else if next == UInt8(ascii: "*") {
      let start = offset
      offset += 2
      while offset + 1 < bytes.count {
        if bytes[offset] == UInt8(ascii: "*"), bytes[offset + 1] == UInt8(ascii: "/") {
          offset += 2
          return
        }
        offset += 1
      }
      throw JSONError("the comment is not closed", offset: start)
    } else {
      throw failure("unexpected '/'")
    }
  }

  /// Whether nothing but white space follows; throws when something does.
  package mutating func expectEnd() throws(JSONError) {
    guard try peek() == nil else { throw failure("text follows after the end of the value") }
  }

  // MARK: - Objects and lists

  /// Reads an object, handing over each key with the scanner standing before its value, which
  /// `body` must read or skip.
  package mutating func object(
    _ body: (String, inout JSONScanner) throws(JSONError) -> Void
  ) throws(JSONError) {
    guard try take(UInt8(ascii: "{")) else { throw failure("an object is expected") }
    if try take(UInt8(ascii: "}")) { return }
    while true {
      let key = try key()
      guard try take(UInt8(ascii: ":")) else { throw failure("a ':' is missing after a key") }
      try body(key, &self)
      if try take(UInt8(ascii: ",")) {
        if dialect == .relaxed, try take(UInt8(ascii: "}")) { return }
        continue
      }
      guard try take(UInt8(ascii: "}")) else { throw failure("a ',' or '}' is missing") }
      return
    }
  }

  /// Reads a list, calling `body` with the scanner before each element.
  package mutating func array(
    _ body: (inout JSONScanner) throws(JSONError) -> Void
  ) throws(JSONError) {
    guard try take(UInt8(ascii: "[")) else { throw failure("a list is expected") }
    if try take(UInt8(ascii: "]")) { return }
    while true {
      try body(&self)
      if try take(UInt8(ascii: ",")) {
        if dialect == .relaxed, try take(UInt8(ascii: "]")) { return }
        continue
      }
      guard try take(UInt8(ascii: "]")) else { throw failure("a ',' or ']' is missing") }
      return
    }
  }

  private mutating func key() throws(JSONError) -> String {
    let first = try peek()
    if dialect == .relaxed, let first, first != UInt8(ascii: "\""), first != UInt8(ascii: "'") {
      let start = offset
      while offset < bytes.count, bytes[offset].isNameByte { offset += 1 }
      if offset > start { return String(decoding: bytes[start..<offset], as: UTF8.self) }
    }
    return try string()
  }

  // MARK: - Skipping

  /// Steps over one value of any kind; throws where ``value(depth:)`` would.
  package mutating func skipValue(depth: Int = 0) throws(JSONError) {
    guard depth <= Self.deepest else { throw failure("values lie too deep in one another") }
    switch try peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      try skipText()
    case UInt8(ascii: "{") where dialect == .strict:
      try skipObject(depth: depth)
    case UInt8(ascii: "{"):
      try object { (_, scanner) throws(JSONError) in try scanner.skipValue(depth: depth + 1) }
    case UInt8(ascii: "["):
      try array { (scanner) throws(JSONError) in try scanner.skipValue(depth: depth + 1) }
    default:
      _ = try literal()
    }
  }

  /// Steps over an object without making texts of its keys.
  private mutating func skipObject(depth: Int) throws(JSONError) {
    offset += 1
    if try take(UInt8(ascii: "}")) { return }
    while true {
      try skipText()
      guard try take(UInt8(ascii: ":")) else { throw failure("a ':' is missing after a key") }
      try skipValue(depth: depth + 1)
      if try take(UInt8(ascii: ",")) { continue }
      guard try take(UInt8(ascii: "}")) else { throw failure("a ',' or '}' is missing") }
      return
    }
  }

  // MARK: - Texts

  /// Where the bytes of the next text lie, without its quotes, and whether it has escapes.
  package mutating func rawString() throws(JSONError) -> (range: Range<Int>, hasEscapes: Bool) {
    let range = try rawText()
    let start = bytes.baseAddress.map { $0 + range.lowerBound }
    let backslash = start.flatMap { memchr($0, Int32(UInt8(ascii: "\\")), range.count) }
    return (range, backslash != nil)
  }

  /// Where the bytes of the next text lie, without its quotes.
  mutating func rawText() throws(JSONError) -> Range<Int> {
    guard let quote = try peek(),
      quote == UInt8(ascii: "\"") || (dialect == .relaxed && quote == UInt8(ascii: "'"))
    else { throw failure("a text in quotes is expected") }
    let start = offset + 1
    var end = start
    guard let base = bytes.baseAddress else { throw failure("a text in quotes is expected") }
    while end < bytes.count,
      let found = memchr(base + end, Int32(quote), bytes.count - end)
    {
      let at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      var backslashes = 0
      while at - backslashes > start, base[at - backslashes - 1] == UInt8(ascii: "\\") {
        backslashes += 1
      }
      if backslashes % 2 == 0 {
        offset = at + 1
        return start..<at
      }
      end = at + 1
    }
    throw failure("the text is not closed")
  }

  /// Reads a text, its escapes resolved.
  package mutating func string() throws(JSONError) -> String {
    let (range, hasEscapes) = try rawString()
    let raw = UnsafeBufferPointer(
      start: bytes.baseAddress.map { $0 + range.lowerBound }, count: range.count)
    if dialect == .strict, let control = raw.firstIndex(where: { $0 < 0x20 }) {
      throw JSONError(
        "a text holds a control character", offset: range.lowerBound + control)
    }
    guard hasEscapes else {
      // `String(validating:as:)` takes twice as long, for it is not specialised.
      guard let text = try? UTF8Span(validating: raw.span) else {
        throw JSONError("a text is not valid UTF-8", offset: range.lowerBound)
      }
      return String(copying: text)
    }
    return try Self.unescaped(raw, at: range.lowerBound, isLenient: dialect == .lenient)
  }

  // MARK: - Values

  /// Reads one value of any kind.
  package mutating func value(depth: Int = 0) throws(JSONError) -> JSONValue {
    guard depth <= Self.deepest else { throw failure("values lie too deep in one another") }
    switch try peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return .string(try string())
    case UInt8(ascii: "{"):
      var result = JSONObject()
      try object { (key, scanner) throws(JSONError) in
        result.members.append(.init(key: key, value: try scanner.value(depth: depth + 1)))
      }
      return .object(result)
    case UInt8(ascii: "["):
      var values: [JSONValue] = []
      try array { (scanner) throws(JSONError) in
        values.append(try scanner.value(depth: depth + 1))
      }
      return .array(values)
    default:
      return try literal()
    }
  }

  /// Reads a number, `true`, `false` or `null`.
  private mutating func literal() throws(JSONError) -> JSONValue {
    guard try peek() != nil else { throw failure("the text ends where a value is expected") }
    let start = offset
    var end = start
    while end < bytes.count, bytes[end].isLiteralByte { end += 1 }
    let word = String(decoding: bytes[start..<end], as: UTF8.self)
    let value: JSONValue? =
      switch word {
      case "null": .null
      case "true": .bool(true)
      case "false": .bool(false)
      default: Self.isNumber(bytes[start..<end]) ? .number(word) : nil
      }
    guard let value else {
      throw JSONError(
        word.isEmpty ? "a value is expected" : "'\(word.prefix(20))' is no JSON value",
        offset: start)
    }
    offset = end
    return value
  }
}

extension UInt8 {
  fileprivate var isLiteralByte: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "$"):
      true
    default: false
    }
  }
}
