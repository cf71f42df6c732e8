/// What stands before the root element of an answer, looked at byte by byte before the XML parser
/// sees it.
///
/// A document type can only stand there, so one that is refused here cannot declare entities later.
enum FeedProlog {
  /// Throws unless `bytes` begin as an XML document without a document type.
  static func check(_ bytes: [UInt8]) throws(FeedError) {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    rest = rest.drop(while: FeedText.isWhiteSpace)
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
