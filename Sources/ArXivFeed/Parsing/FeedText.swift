/// Texts of feeds as the library keeps them.
///
/// All of it works on UTF-8 bytes: XML's white space is ASCII, and a feed has millions of characters.
enum FeedText {
  /// `text` without white space at its ends, and each run of it inside as one blank.
  static func collapsed(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var isChanged = false
    var pendingBlank = false
    for byte in text.utf8 {
      if isWhiteSpace(byte) {
        isChanged = isChanged || pendingBlank || byte != space || result.isEmpty
        pendingBlank = !result.isEmpty
      } else {
        if pendingBlank { result.append(space) }
        pendingBlank = false
        result.append(byte)
      }
    }
    guard isChanged || pendingBlank else { return text }
    return String(decoding: result, as: UTF8.self)
  }

  /// An abstract with its lines unwrapped, and its paragraphs separated by one newline.
  ///
  /// A line that begins with a blank, or follows an empty one, begins a paragraph; any other goes on
  /// with the one before (ARXIV.md 3.2, both generations).
  static func paragraphs(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var isChanged = false
    var newlines = 0
    var blanksAfterNewline = 0
    var blanks = 0
    for byte in text.utf8 {
      if byte == newline || byte == carriageReturn {
        if byte == newline { newlines += 1 }
        blanksAfterNewline = 0
        isChanged = true
      } else if isWhiteSpace(byte) {
        isChanged = isChanged || blanks > 0 || byte != space || result.isEmpty
        blanks += 1
        if newlines > 0 { blanksAfterNewline += 1 }
      } else {
        if !result.isEmpty, newlines > 0 || blanks > 0 {
          let begins = newlines > 1 || newlines == 1 && blanksAfterNewline > 0
          result.append(begins ? newline : space)
        }
        newlines = 0
        blanks = 0
        blanksAfterNewline = 0
        result.append(byte)
      }
    }
    guard isChanged || blanks > 0 else { return text }
    return String(decoding: result, as: UTF8.self)
  }

  /// `text` for an error message or warning: one line, no control characters or bidi overrides, and
  /// at most `limit` characters.
  static func inMessage(_ text: String, limit: Int = 200) -> String {
    var result = String.UnicodeScalarView()
    var lastIsBlank = true
    for scalar in text.unicodeScalars.prefix(limit * 4) {
      if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
        if !lastIsBlank { result.append(" ") }
        lastIsBlank = true
      } else if scalar.properties.generalCategory != .format {
        result.append(scalar)
        lastIsBlank = false
      }
    }
    if lastIsBlank, !result.isEmpty { result.removeLast() }
    let line = String(result)
    return line.count > limit ? line.prefix(limit - 1) + "…" : line
  }

  static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == space || byte == newline || byte == carriageReturn || byte == 0x09
  }

  private static let space: UInt8 = 0x20
  private static let newline: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D
}
