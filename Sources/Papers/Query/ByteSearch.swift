#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A text that is looked for in folded bytes.
struct Needle: Equatable, Sendable {
  let bytes: [UInt8]
  /// The places of the two bytes of the text that are rarest in English, the first first. To find
  /// both is rare enough that little is compared in vain.
  private let rare: (first: Int, second: Int)

  /// Folds `text`. One that folds to nothing is found everywhere.
  init(_ text: String) {
    self.init(folded: text.foldedBytes)
  }

  /// A text that is folded already.
  init(folded bytes: [UInt8]) {
    self.bytes = bytes
    let ranked = bytes.indices.sorted { bytes[$0].frequency < bytes[$1].frequency }
    let pair = ranked.prefix(2).sorted()
    rare = (pair.first ?? 0, pair.last ?? 0)
  }

  static func == (left: Needle, right: Needle) -> Bool { left.bytes == right.bytes }

  /// Where it first occurs in `text`, from `start` on.
  ///
  /// Sixteen places are tested at once for the two rare bytes.
  func firstOffset(in text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    if bytes.isEmpty { return start }
    guard let base = UnsafeRawPointer(text.baseAddress), start + bytes.count <= text.count else {
      return nil
    }
    let end = text.count - bytes.count + 1
    return bytes.withUnsafeBytes { needle in
      let first = SIMD16<UInt8>(repeating: needle[rare.first])
      let second = SIMD16<UInt8>(repeating: needle[rare.second])
      var at = start
      while at + 16 <= end {
        let isFirst =
          first
          .== base.loadUnaligned(
            fromByteOffset: at + rare.first, as: SIMD16<UInt8>.self)
        let isSecond =
          second
          .== base.loadUnaligned(
            fromByteOffset: at + rare.second, as: SIMD16<UInt8>.self)
        let found = unsafeBitCast(isFirst .& isSecond, to: SIMD2<UInt64>.self)
        if found.x | found.y != 0 {
          for place in at..<at + 16 where Self.matches(needle, base + place) { return place }
        }
        at += 16
      }
      while at < end {
        if Self.matches(needle, base + at) { return at }
        at += 1
      }
      return nil
    }
  }

  @inline(__always)
  private static func matches(_ needle: UnsafeRawBufferPointer, _ text: UnsafeRawPointer) -> Bool {
    guard let base = needle.baseAddress, text.load(as: UInt8.self) == needle[0] else {
      return false
    }
    return memcmp(text, base, needle.count) == 0
  }

  func isFound(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    firstOffset(in: text) != nil
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
