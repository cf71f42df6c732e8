#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A text that is looked for in folded bytes.
struct Needle: Equatable, Sendable {
  let bytes: [UInt8]

  /// Folds `text`. One that folds to nothing is found everywhere.
  init(_ text: String) {
    bytes = text.foldedBytes
  }

  /// Where it first occurs in `text`, from `start` on.
  func firstOffset(in text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    guard let first = bytes.first else { return start }
    guard let base = text.baseAddress, start + bytes.count <= text.count else { return nil }
    var at = start
    let last = text.count - bytes.count
    while at <= last, let found = memchr(base + at, Int32(first), last - at + 1) {
      at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(found, bytes, bytes.count) == 0 { return at }
      at += 1
    }
    return nil
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
