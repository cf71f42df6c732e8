/// The words of a text as numbers: for comparing many texts fast, where two words that share a
/// number once in a blue moon do no harm.
///
/// Words are found 64 bytes at a time and read 8 at a time: a step for each byte would take longer than
/// a user should wait for 100,000 abstracts.
enum WordHashes {
  /// Calls `body` for each word of at least three letters or digits, in any case, the plural as the
  /// singular. The text may be folded, or stand encoded in a JSON string.
  @inline(__always)
  static func forEach(in text: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void) {
    let bytes = UnsafeRawBufferPointer(text)
    var start: Int?
    // Whether the block before ended in a word.
    var carry: UInt64 = 0
    var base = 0
    while base < bytes.count {
      let letters = letters(in: bytes, from: base)
      // Words begin and end, by turns, where a byte is not what the one before it is.
      var edges = letters ^ (letters &<< 1 | carry)
      carry = letters &>> 63
      while edges != 0 {
        let edge = base &+ edges.trailingZeroBitCount
        edges &= edges &- 1
        if let word = start {
          if let hash = hash(of: bytes, word, edge) { body(hash) }
          start = nil
        } else {
          start = edge
        }
      }
      base &+= 64
    }
    if let start, let hash = hash(of: bytes, start, bytes.count) { body(hash) }
  }

  /// The number of a word; nil for one that is too short.
  @inline(__always)
  private static func hash(of text: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> UInt64? {
    var start = start
    // The letter behind a backslash is an escape, or begins a command of TeX.
    if start > 0, text[start &- 1] == backslash, isEscaped(text, start) { start &+= 1 }
    var length = end &- start
    guard length >= 3 else { return nil }
    // `class` and `process` are no plurals.
    let isPlural = text[end &- 1] | 0x20 == plural && text[end &- 2] | 0x20 != plural
    length &-= isPlural && length > 3 ? 1 : 0
    var hash = UInt64(truncatingIfNeeded: length)
    while length > 8 {
      hash = mixed(hash ^ word(in: text, at: start))
      start &+= 8
      length &-= 8
    }
    return mixed(hash ^ word(in: text, at: start) & (~0 &>> UInt64(64 &- 8 &* length)))
  }

  /// Whether an odd number of backslashes stands before a place.
  @inline(never)
  private static func isEscaped(_ text: UnsafeRawBufferPointer, _ place: Int) -> Bool {
    text[..<place].reversed().prefix { $0 == backslash }.count % 2 == 1
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64) -> UInt64 {
    let product = hash &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }

  /// Eight bytes in lower case, the first one lowest; digits have the bit of lower case anyway. What is
  /// behind the end of the text is 0.
  @inline(__always)
  private static func word(in text: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
    if index &+ 8 <= text.count { return eight(text, index) | 0x20 &* everyByte }
    return text[index...].reversed().reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
  }

  /// A bit for each of the next 64 bytes: whether it is a letter, a digit or beyond ASCII.
  @inline(__always)
  private static func letters(in text: UnsafeRawBufferPointer, from base: Int) -> UInt64 {
    let count = min(64, text.count - base)
    var letters: UInt64 = 0
    var offset = 0
    while offset + 8 <= count {
      letters |= Self.letters(in: eight(text, base + offset)) &<< UInt64(offset)
      offset += 8
    }
    if offset < count {
      letters |= Self.letters(in: word(in: text, at: base + offset)) &<< UInt64(offset)
    }
    return letters
  }

  /// A bit for each of eight bytes, the lowest first; 0 is no letter.
  @inline(__always)
  private static func letters(in bytes: UInt64) -> UInt64 {
    let low = bytes & (0x7F &* everyByte)
    let found =
      areIn("a", "z", low | 0x20 &* everyByte) | areIn("0", "9", low) | bytes
    // The top bits of the bytes, side by side.
    return ((found & (0x80 &* everyByte)) >> 7 &* 0x0102_0408_1020_4080) >> 56
  }

  /// Sets the top bit of each byte, all under 0x80, that lies between two.
  @inline(__always)
  private static func areIn(
    _ first: Unicode.Scalar, _ last: Unicode.Scalar, _ bytes: UInt64
  ) -> UInt64 {
    let fromFirst = bytes &+ UInt64(0x80 - first.value) &* everyByte
    let behindLast = bytes &+ UInt64(0x7F - last.value) &* everyByte
    return fromFirst & ~behindLast
  }

  @inline(__always)
  private static func eight(_ text: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  private static let everyByte: UInt64 = 0x0101_0101_0101_0101
  private static let plural = UInt8(ascii: "s")
  private static let backslash = UInt8(ascii: "\\")
}

/// Words that say nothing of what a paper is about.
enum StopWords {
  /// In a large library they are too common to count anyway; in a small one this must be known.
  static let hashes: Set<UInt64> = {
    var hashes: Set<UInt64> = []
    var text = words
    text.withUTF8 { WordHashes.forEach(in: $0) { hashes.insert($0) } }
    return hashes
  }()

  private static let words = """
    the and for that with this are from which can our has have been was were not but its such than
    also into more these their they when where while who how what over under between both each other
    some only then there thus may will would could should well new novel paper propose proposed
    present show shown study work result based using use used approach method methods model models
    problem problems however further first second two one three many most very much often given
    provide introduce achieve demonstrate perform performance state art task tasks data different
    including across few deep learning learn learned network neural without within through via per
    due able large
    """
}
