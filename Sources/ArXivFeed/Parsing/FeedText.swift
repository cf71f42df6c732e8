import Papers

/// Texts of feeds as the library keeps them.
///
/// All of it works on UTF-8 bytes: XML's white space is ASCII, and a feed has millions of characters.
enum FeedText {
  /// `text` without white space at its ends, each run of it inside as one blank, and no control
  /// characters.
  static func collapsed(_ text: String) -> String {
    let text = text.withoutControls
    guard hasLooseBlanks(text) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var hasBlank = false
    for byte in text.utf8 {
      if isWhiteSpace(byte) {
        hasBlank = !result.isEmpty
      } else {
        if hasBlank { result.append(space) }
        hasBlank = false
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `text` collapsed and cut, nil when nothing is left of it.
  static func filled(_ text: String, atMost bound: Int) -> String? {
    let text = collapsed(text).cut(at: bound)
    return text.isEmpty ? nil : text
  }

  /// An abstract with its lines unwrapped, its paragraphs separated by one newline, and no other
  /// control characters.
  ///
  /// A line that begins with a blank, or follows an empty one, begins a paragraph; any other goes on
  /// with the one before (ARXIV.md 3.2, both generations).
  static func paragraphs(_ text: String) -> String {
    let text = text.withoutControls
    guard hasLooseBlanks(text) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var newlines = 0
    var blanks = 0
    for byte in text.utf8 {
      if byte == newline {
        newlines += 1
        blanks = 0
      } else if isWhiteSpace(byte) {
        if byte != carriageReturn { blanks += 1 }
      } else {
        if !result.isEmpty, newlines > 0 || blanks > 0 {
          let begins = newlines > 1 || newlines == 1 && blanks > 0
          result.append(begins ? newline : space)
        }
        newlines = 0
        blanks = 0
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether `text` has white space other than single blanks between words. Most texts of the
  /// present server have none, and are taken as they are.
  private static func hasLooseBlanks(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let first = bytes.first, let last = bytes.last else { return false }
      if isWhiteSpace(first) || isWhiteSpace(last) { return true }
      // Without a branch for each byte, many are looked at in one step.
      var found: UInt8 = 0
      for index in 0..<(bytes.count - 1) {
        let byte = bytes[index]
        let isDouble: UInt8 = byte == space && bytes[index + 1] == space ? 1 : 0
        let isOther: UInt8 = byte == newline || byte == carriageReturn || byte == 0x09 ? 1 : 0
        found |= isDouble | isOther
      }
      return found != 0
    }
  }

  /// `text` for an error message or warning: one line without control characters, white space
  /// collapsed, of at most `limit` characters.
  static func inMessage(_ text: String, limit: Int = 200) -> String {
    // What is cut off need not be looked at, however long a feed makes it.
    let beginning = String(text.unicodeScalars.prefix(limit * 4))
    let line = collapsed(beginning.onOneLine)
    return line.count > limit ? line.prefix(limit - 1) + "…" : line
  }

  static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == space || byte == newline || byte == carriageReturn || byte == 0x09
  }

  private static let space: UInt8 = 0x20
  private static let newline: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D
}
