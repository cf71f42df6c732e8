import Papers

/// What an answer must be before the XML parser may see it: UTF-8, and XML from the first byte to the
/// root element.
///
/// A document type can only stand before the root, so one that is refused here cannot declare
/// entities later. Foundation's parser traps on names that are not UTF-8, so the bytes are checked,
/// and a declaration that would have them taken for something else is refused.
enum FeedProlog {
  /// Throws unless `bytes` begin as an XML document without a document type, and are all UTF-8.
  static func check(_ bytes: [UInt8]) throws(FeedError) {
    try checkBeginning(bytes)
    try checkInstructions(bytes)
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let before = bytes.prefix(error.byteOffsets.lowerBound)
      // A character that the end cuts through is no fault of the writer.
      if error.byteOffsets.upperBound == bytes.count { throw .cutShort }
      let line = 1 + before.count { $0 == UInt8(ascii: "\n") }
      throw .malformed(line: line, reason: "not UTF-8")
    }
  }

  /// Refuses processing instructions of a name alone, e.g. `<?x?>`: Foundation's parser reads the
  /// data that is not there, and dies of it. arXiv has none at all.
  private static func checkInstructions(_ bytes: [UInt8]) throws(FeedError) {
    var line = 1
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\n") { line += 1 }
      guard byte == UInt8(ascii: "?"), index > 0, bytes[index - 1] == UInt8(ascii: "<") else {
        continue
      }
      let data = bytes[(index + 1)...].drop { !FeedText.isWhiteSpace($0) && $0 != 0x3F }
        .drop(while: FeedText.isWhiteSpace)
      if data.starts(with: "?>".utf8) {
        throw .malformed(line: line, reason: "a processing instruction without data")
      }
    }
  }

  private static func checkBeginning(_ bytes: [UInt8]) throws(FeedError) {
    var rest = bytes[bytes.byteOrderMarkLength...].drop(while: FeedText.isWhiteSpace)
    guard !rest.isEmpty else { throw .emptyAnswer }
    // UTF-16 without a mark would hide its declarations from this look.
    guard rest.first == UInt8(ascii: "<"), !rest.prefix(4).contains(0) else {
      throw .notXML(beginning(of: rest))
    }
    while true {
      rest = rest.drop(while: FeedText.isWhiteSpace)
      guard rest.first == UInt8(ascii: "<") else {
        if rest.isEmpty { throw .cutShort }
        throw .notXML(beginning(of: rest))
      }
      if rest.starts(with: "<?".utf8) {
        try checkEncoding(rest)
        try skip(&rest, past: "?>")
      } else if rest.starts(with: "<!--".utf8) {
        try skip(&rest, past: "-->")
      } else if rest.dropFirst().first == UInt8(ascii: "!") {
        throw lowercased(rest.prefix(14)) == "<!doctype html" ? .html : .documentType
      } else {
        if lowercased(rest.prefix(5)) == "<html" { throw .html }
        return
      }
    }
  }

  /// Refuses a declaration of another encoding than UTF-8 or its part ASCII.
  private static func checkEncoding(_ rest: ArraySlice<UInt8>) throws(FeedError) {
    let text = lowercased(rest.prefix(200).prefix { $0 != UInt8(ascii: ">") })
    guard text.hasPrefix("<?xml"), let name = text.firstRange(of: "encoding") else { return }
    let value = text[name.upperBound...].drop { " \t\r\n='\"".contains($0) }
      .prefix { !"'\" \t\r\n?".contains($0) }
    guard ["utf-8", "utf8", "us-ascii", "ascii"].contains(value) else {
      throw .malformed(line: 1, reason: "encoding '\(value)' instead of UTF-8")
    }
  }

  private static func skip(
    _ rest: inout ArraySlice<UInt8>, past mark: String
  ) throws(FeedError) {
    let mark = Array(mark.utf8)
    while rest.count >= mark.count {
      if rest.starts(with: mark) {
        rest = rest.dropFirst(mark.count)
        return
      }
      rest = rest.dropFirst()
    }
    throw .cutShort
  }

  private static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased()
  }

  private static func beginning(of bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix(200), as: UTF8.self)
  }
}
