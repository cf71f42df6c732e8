extension JSONScanner {
  /// Steps over a text without making one of it; throws where ``string()`` would.
  ///
  /// A library that opens looks at all of its bytes in this way, so that no record is found to be
  /// unreadable later. Sixteen bytes are looked at in a step as long as they are plain.
  mutating func skipText() throws(JSONError) {
    let range = try rawText()
    var at = range.lowerBound
    while let place = firstByteToCheck(in: at..<range.upperBound) {
      at = try endOfChecked(at: place, in: range)
    }
  }

  /// The first byte that is not plain ASCII of a text: a control character, a backslash, or a byte of
  /// a character of several bytes.
  private func firstByteToCheck(in range: Range<Int>) -> Int? {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return nil }
    // Comparisons with a single number are not specialised, and many times as slow.
    let space = SIMD16<UInt8>(repeating: 0x20)
    let span = SIMD16<UInt8>(repeating: 0x80 - 0x20)
    let backslash = SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
    var at = range.lowerBound
    while at < range.upperBound, at + 16 <= bytes.count {
      let step = base.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self)
      // Below the space, the subtraction wraps around.
      let marks = ((step &- space) .>= span) .| (step .== backslash)
      let found = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
      if found.x | found.y != 0 {
        let place =
          found.x != 0 ? found.x.trailingZeroBitCount / 8 : 8 + found.y.trailingZeroBitCount / 8
        return at + place < range.upperBound ? at + place : nil
      }
      at += 16
    }
    return at < range.upperBound ? bytes[at..<range.upperBound].firstIndex(where: \.isToCheck) : nil
  }

  /// Checks the character or escape at a place; where it ends.
  private func endOfChecked(at place: Int, in range: Range<Int>) throws(JSONError) -> Int {
    let byte = bytes[place]
    if byte == UInt8(ascii: "\\") { return try endOfEscape(at: place, in: range) }
    guard byte >= 0x20 || dialect != .strict else {
      throw JSONError("a text holds a control character", offset: place)
    }
    guard byte >= 0x80 else { return place + 1 }
    let count = Self.lengthOfCharacter(
      UnsafeBufferPointer(rebasing: bytes[place..<range.upperBound]))
    guard count > 0 else {
      throw JSONError("a text is not valid UTF-8", offset: range.lowerBound)
    }
    return place + count
  }

  private func endOfEscape(at place: Int, in range: Range<Int>) throws(JSONError) -> Int {
    let raw = UnsafeBufferPointer(rebasing: bytes[range])
    let next = place + 1 < range.upperBound ? bytes[place + 1] : 0
    switch next {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "'"),
      UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "b"),
      UInt8(ascii: "f"):
      return place + 2
    case UInt8(ascii: "u") where Self.codeUnit(raw, at: place + 2 - range.lowerBound) != nil:
      return place + 6
    case _ where dialect == .lenient: return place + 1
    case UInt8(ascii: "u"):
      throw JSONError("'\\u' needs four hexadecimal digits", offset: place + 2)
    default: throw JSONError("a text holds an unknown escape", offset: place + 1)
    }
  }

  /// How many bytes a character of more than one takes that begins a text; 0 when it is not UTF-8.
  private static func lengthOfCharacter(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let lead = text[0]
    let second: ClosedRange<UInt8>
    let count: Int
    switch lead {
    case 0xC2...0xDF: (count, second) = (2, 0x80...0xBF)
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (count, second) = (3, 0x80...0xBF)
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: (count, second) = (4, 0x80...0xBF)
    default: return 0
    }
    guard text.count >= count, second.contains(text[1]) else { return 0 }
    return text[2..<count].allSatisfy { (0x80...0xBF).contains($0) } ? count : 0
  }
}

extension UInt8 {
  fileprivate var isToCheck: Bool { self < 0x20 || self >= 0x80 || self == UInt8(ascii: "\\") }
}
