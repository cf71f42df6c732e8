#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A text that is looked for in folded bytes.
struct Needle: Equatable, Sendable {
  let bytes: [UInt8]
  /// The places of three bytes of the text, in order: the two that are rarest in English, and the
  /// next one. To find all of them is rare enough that little is compared in vain.
  private let rare: (first: Int, second: Int, third: Int)

  /// Folds `text`. One that folds to nothing is found everywhere.
  init(_ text: String) {
    self.init(folded: text.foldedBytes)
  }

  /// A text that is folded already.
  init(folded bytes: [UInt8]) {
    self.bytes = bytes
    let ranked = bytes.indices.sorted { bytes[$0].frequency < bytes[$1].frequency }
    let places = ranked.prefix(3).sorted()
    rare = (places.first ?? 0, places.dropFirst().first ?? places.last ?? 0, places.last ?? 0)
  }

  static func == (left: Needle, right: Needle) -> Bool { left.bytes == right.bytes }

  /// Where it first occurs in `text`, from `start` on. `ignoringCase` finds ASCII capitals too.
  ///
  /// Sixteen places are tested at once for the rare bytes.
  func firstOffset(
    in text: UnsafeBufferPointer<UInt8>, from start: Int = 0, ignoringCase: Bool = false
  ) -> Int? {
    if bytes.isEmpty { return start }
    guard let base = UnsafeRawPointer(text.baseAddress), start + bytes.count <= text.count else {
      return nil
    }
    let end = text.count - bytes.count + 1
    return bytes.withUnsafeBytes { needle in
      guard end - start >= 16 else {
        return (start..<end).first { Self.matches(needle, base + $0, ignoringCase) }
      }
      let first = RareByte(needle[rare.first], at: rare.first, ignoringCase)
      let second = RareByte(needle[rare.second], at: rare.second, ignoringCase)
      let third = RareByte(needle[rare.third], at: rare.third, ignoringCase)
      var at = start
      while true {
        let places = base + at
        var found = unsafeBitCast(
          first.isFound(from: places) .& second.isFound(from: places)
            .& third.isFound(from: places), to: SIMD2<UInt64>.self)
        while found.x | found.y != 0 {
          // A place that was found is a byte with all bits set.
          let half = found.x != 0 ? 0 : 1
          let bit = found[half].trailingZeroBitCount
          let place = at + half * 8 + bit / 8
          if Self.matches(needle, base + place, ignoringCase) { return place }
          found[half] &= ~(0xFF << UInt64(bit))
        }
        if at + 16 == end { return nil }
        // The last step goes over some places again rather than over single ones.
        at = min(at + 16, end - 16)
      }
    }
  }

  /// A byte that is looked for at sixteen places at once.
  private struct RareByte {
    private let offset: Int
    private let byte: SIMD16<UInt8>
    /// The bit that a letter and its capital differ in, where it is not to be compared.
    private let ignored: SIMD16<UInt8>

    @inline(__always)
    init(_ byte: UInt8, at offset: Int, _ ignoringCase: Bool) {
      self.offset = offset
      self.byte = SIMD16(repeating: byte)
      ignored = SIMD16(repeating: ignoringCase && byte.isSmallLetter ? 0x20 : 0)
    }

    @inline(__always)
    func isFound(from text: UnsafeRawPointer) -> SIMDMask<SIMD16<Int8>> {
      (text.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self) | ignored) .== byte
    }
  }

  @inline(__always)
  private static func matches(
    _ needle: UnsafeRawBufferPointer, _ text: UnsafeRawPointer, _ ignoringCase: Bool
  ) -> Bool {
    if ignoringCase {
      for offset in 0..<needle.count
      where text.load(fromByteOffset: offset, as: UInt8.self).lowercased != needle[offset] {
        return false
      }
      return true
    }
    guard let base = needle.baseAddress, text.load(as: UInt8.self) == needle[0] else {
      return false
    }
    return memcmp(text, base, needle.count) == 0
  }

  func isFound(in text: UnsafeBufferPointer<UInt8>, ignoringCase: Bool = false) -> Bool {
    firstOffset(in: text, ignoringCase: ignoringCase) != nil
  }

  /// Whether it occurs at the beginning of a word.
  func beginsWord(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while let at = firstOffset(in: text, from: start) {
      if at == 0 || !text[at - 1].isWordByte { return true }
      start = at + 1
    }
    return false
  }
}

extension UInt8 {
  /// How common a folded byte is in English text, the rarest 0.
  fileprivate var frequency: Int {
    Self.commonFirst.firstIndex(of: self).map { Self.commonFirst.count - $0 } ?? 0
  }

  private static let commonFirst = Array(" etaoinsrhlcdumpfgybvw-.,kxq012zj".utf8)

  /// An ASCII letter in lower case; any other byte as it is.
  var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

  fileprivate var isSmallLetter: Bool { (0x61...0x7A).contains(self) }

  /// Whether a folded word goes on with this byte: letters, digits and all of UTF-8 beyond ASCII,
  /// but not the bytes that separate values.
  var isWordByte: Bool {
    switch self {
    case 0x30...0x39, 0x61...0x7A: true
    default: self >= 0x80 && self < FoldedColumn.separator
    }
  }
}

/// A name that is compared whole, in any case, with `*` for any text.
struct NamePattern: Equatable, Sendable {
  private let bytes: [UInt8]
  private let isLiteral: Bool

  init(_ text: String) {
    bytes = text.foldedBytes
    isLiteral = !bytes.contains(UInt8(ascii: "*"))
  }

  func matches(_ name: String) -> Bool {
    let folded = name.foldedBytes
    return folded.withUnsafeBufferPointer { matches($0) }
  }

  /// Whether it matches a folded name.
  func matches(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    if isLiteral { return name.elementsEqual(bytes) }
    // After a mismatch, the last `*` takes one byte more.
    var at = 0
    var pattern = 0
    var retry: (at: Int, pattern: Int)?
    while at < name.count {
      if pattern < bytes.count, bytes[pattern] == UInt8(ascii: "*") {
        pattern += 1
        retry = (at, pattern)
      } else if pattern < bytes.count, bytes[pattern] == name[at] {
        at += 1
        pattern += 1
      } else if let last = retry {
        at = last.at + 1
        pattern = last.pattern
        retry = (at, pattern)
      } else {
        return false
      }
    }
    return bytes[pattern...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// Whether it matches one of several folded names that stand one behind another.
  func matches(anyOf names: UnsafeBufferPointer<UInt8>) -> Bool {
    names.split(separator: FoldedColumn.separator).contains {
      matches(UnsafeBufferPointer(rebasing: $0))
    }
  }
}
