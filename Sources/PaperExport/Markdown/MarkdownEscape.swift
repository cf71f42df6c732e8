/// Text of arXiv that must stay a paragraph of its own in a Markdown document.
///
/// Escaped is what would change the rest of the document or reach out of it: HTML (a comment could
/// hide the notes), links and images, and at the beginning of a line what begins a block (a fence
/// would swallow all that follows). TeX between dollars stays as it is, for many viewers show it.
extension String {
  /// This line, safe after other text on its line.
  var escapedInMarkdown: String {
    let bytes = Array(utf8)
    guard bytes.contains(UInt8(ascii: "<")) || bytes.contains(UInt8(ascii: "]")) else {
      return self
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var backslashes = 0
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      let previous = index > 0 ? bytes[index - 1] : 0
      let opensTag =
        byte == UInt8(ascii: "<") && (next.isLetter || "/!?".utf8.contains(next))
      let opensLink =
        previous == UInt8(ascii: "]") && (byte == UInt8(ascii: "(") || byte == UInt8(ascii: "["))
      if opensTag || opensLink, backslashes % 2 == 0 { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
      backslashes = byte == UInt8(ascii: "\\") ? backslashes + 1 : 0
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// This line, safe at the beginning of a line too.
  var escapedLineInMarkdown: String {
    let text = escapedInMarkdown
    let bytes = text.utf8
    guard let first = bytes.first else { return text }
    if "#>-+*=~`|[_".utf8.contains(first) { return "\\" + text }
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    let rest = bytes.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, ".)".utf8.contains(mark) else { return text }
    return String(Substring(digits)) + "\\" + String(Substring(rest))
  }
}

extension [UInt8] {
  /// Appends a text, safe where this document ends: each of its lines, and the first by what stands
  /// before it on its line.
  mutating func append(markdown text: String) {
    var beginsBlock = endsAtStartOfBlock
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { append(UInt8(ascii: "\n")) }
      let line = String(line)
      let escaped = beginsBlock ? line.escapedLineInMarkdown : line.escapedInMarkdown
      append(contentsOf: escaped.utf8)
      beginsBlock = true
    }
  }

  /// Whether what comes next may begin a block: at the beginning of a line, or behind nothing but
  /// the marks of a quotation or a list.
  private var endsAtStartOfBlock: Bool {
    let character = lastIndex { !" \t>-+*.)0123456789".utf8.contains($0) }
    return character.map { self[$0] == UInt8(ascii: "\n") } ?? true
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x41...0x5A).contains(self & 0xDF) }
}
