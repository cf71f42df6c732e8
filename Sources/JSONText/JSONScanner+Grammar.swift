extension JSONScanner {
  /// Whether the bytes are a number of RFC 8259: no leading zero, plus sign or bare point.
  static func isNumber(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var rest = bytes
    func digits() -> Int {
      let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let leadsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, !(leadsWithZero && whole > 1) else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// The text behind a raw one with escapes.
  ///
  /// A surrogate without its other half becomes U+FFFD, for arXiv's titles are worth more than a
  /// damaged character in them. `isLenient` leaves unknown escapes as they are written.
  static func unescaped(
    _ raw: UnsafeBufferPointer<UInt8>, at start: Int, isLenient: Bool = false
  ) throws(JSONError) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      let byte = raw[index]
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        index += 1
        continue
      }
      let escape = index + 1 < raw.count ? raw[index + 1] : 0
      index += 2
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "'"):
        result.append(escape)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "u"):
        guard let first = codeUnit(raw, at: index) else {
          if isLenient {
            result.append(contentsOf: raw[(index - 2)..<index])
            continue
          }
          throw JSONError("'\\u' needs four hexadecimal digits", offset: start + index)
        }
        index += 4
        var units = [first]
        if UTF16.isLeadSurrogate(first), index + 1 < raw.count, raw[index] == UInt8(ascii: "\\"),
          raw[index + 1] == UInt8(ascii: "u"), let second = codeUnit(raw, at: index + 2),
          UTF16.isTrailSurrogate(second)
        {
          units.append(second)
          index += 6
        }
        result.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
      case _ where isLenient:
        result.append(byte)
        // The next byte may be the first of a character of several, or an end.
        index -= 1
      default:
        throw JSONError("a text holds an unknown escape", offset: start + index - 1)
      }
    }
    guard let text = String(validating: result, as: UTF8.self) else {
      throw JSONError("a text is not valid UTF-8", offset: start)
    }
    return text
  }

  static func codeUnit(_ raw: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt16? {
    guard index + 4 <= raw.count else { return nil }
    var value: UInt16 = 0
    for byte in raw[index..<index + 4] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt16(byte - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt16(byte - 0x57)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt16(byte - 0x37)
      default: return nil
      }
    }
    return value
  }
}

extension JSONValue {
  /// Reads a whole text; anything after the value is an error.
  package static func parse(
    _ bytes: [UInt8], dialect: JSONScanner.Dialect = .strict
  ) throws(JSONError) -> JSONValue {
    try bytes.withScanner(dialect: dialect) { (scanner) throws(JSONError) in
      let value = try scanner.value()
      try scanner.expectEnd()
      return value
    }
  }
}

extension [UInt8] {
  /// Calls `body` with a scanner over these bytes.
  package func withScanner<Result>(
    dialect: JSONScanner.Dialect = .strict,
    _ body: (inout JSONScanner) throws(JSONError) -> Result
  ) throws(JSONError) -> Result {
    do {
      return try withUnsafeBufferPointer { bytes in
        var scanner = JSONScanner(bytes, dialect: dialect)
        return try body(&scanner)
      }
    } catch let error as JSONError {
      throw error
    } catch {
      preconditionFailure("a scanner throws nothing but JSONError")
    }
  }
}
