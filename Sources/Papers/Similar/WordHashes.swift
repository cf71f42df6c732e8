/// The words of a text as numbers: for comparing many texts fast, where two words that share a
/// number once in a blue moon do no harm.
enum WordHashes {
  /// Calls `body` for each word of at least three letters or digits, in any case, the plural as the
  /// singular. The text may be folded, or stand encoded in a JSON string.
  @inline(__always)
  static func forEach(in text: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void) {
    table.withUnsafeBufferPointer { table in
      var hash = start
      // The number of the word without its last letter.
      var shorter = start
      var length = 0
      var last: UInt8 = 0
      var index = 0
      while index < text.count {
        let byte = text[index]
        index += 1
        let letter = table[Int(byte)]
        if letter != 0 {
          shorter = hash
          hash = (hash ^ UInt64(letter)) &* 0x9E37_79B9_7F4A_7C15
          length += 1
          // `class` and `process` are no plurals.
          if letter == plural, last == plural { shorter = hash }
          last = letter
          continue
        }
        if length >= 3 {
          body(last == plural && length > 3 ? shorter : hash)
        }
        hash = start
        length = 0
        last = 0
        // The letter behind a backslash is an escape, or begins a command of TeX.
        if byte == UInt8(ascii: "\\") { index += 1 }
      }
      if length >= 3 { body(last == plural && length > 3 ? shorter : hash) }
    }
  }

  private static let start: UInt64 = 0x51_7C_C1_B7_27_22_0A_95
  private static let plural = UInt8(ascii: "s")

  /// What each byte is in a word: lower case, letters beyond ASCII as they are, 0 between words.
  private static let table: [UInt8] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) | 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
      UInt8(byte)
    default: 0
    }
  }
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
