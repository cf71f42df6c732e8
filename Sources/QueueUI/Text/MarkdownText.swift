import TerminalGrid

/// A note in Markdown, shown as it was written and lightly styled.
///
/// Nothing is taken away and no line moves: headings, lists, quotes, code, emphasis and links only
/// look like what they are. What is not well-formed is plain text.
struct MarkdownText {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  /// Its lines, each wrapped to so many columns; what follows in a list or a quote is set in.
  func lines(columns: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    var fence: Substring?
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let content = line.drop { $0 == " " }
      if let open = fence {
        lines += StyledLine.wrapped(String(line), .code, columns: columns)
        let isEnd =
          content.hasPrefix(open) && content.drop { $0 == open.first }.allSatisfy(\.isWhitespace)
        if isEnd { fence = nil }
      } else if let open = Self.fence(of: content) {
        fence = open
        lines += StyledLine.wrapped(String(line), .code, columns: columns)
      } else if Self.isHeading(content) {
        lines += StyledLine.wrapped(String(line), .heading, columns: columns)
      } else {
        lines += Self.wrapped(line, columns: columns)
      }
    }
    return lines
  }

  // MARK: - Lines

  /// The signs that begin a block of code, and end it.
  private static func fence(of line: Substring) -> Substring? {
    guard let sign = line.first, sign == "`" || sign == "~" else { return nil }
    let signs = line.prefix { $0 == sign }
    return signs.count >= 3 && !line.dropFirst(signs.count).contains("`") ? signs : nil
  }

  private static func isHeading(_ line: Substring) -> Bool {
    let signs = line.prefix { $0 == "#" }
    let next = line.dropFirst(signs.count).first
    return (1...6).contains(signs.count) && (next == nil || next == " " || next == "\t")
  }

  /// A line with what marks it as one of a list or a quote set apart.
  private static func wrapped(_ line: Substring, columns: Int) -> [StyledLine] {
    var head = line.prefix { $0 == " " }
    var rest = line.dropFirst(head.count)
    var base = Role.text
    while let first = rest.first, first == ">" {
      let sign = rest.prefix(rest.dropFirst().first == " " ? 2 : 1)
      head = line[line.startIndex..<sign.endIndex]
      rest = line[sign.endIndex...]
      base = .quote
    }
    if let bullet = bullet(of: rest) {
      head = line[line.startIndex..<bullet.endIndex]
      rest = line[bullet.endIndex...]
    }
    let indent = String(head).displayWidth
    let spans = MarkdownSpans.spans(of: rest, base: base)
    guard !head.isEmpty, columns - indent >= 10 else {
      return StyledLine.wrapped(
        [.init(text: String(head), role: .listMark)] + spans, columns: columns)
    }
    return StyledLine.wrapped(spans, columns: columns - indent).enumerated().map { row, wrapped in
      let margin = row == 0 || base == .quote ? String(head) : String(repeating: " ", count: indent)
      return StyledLine([.init(text: margin, role: .listMark)] + wrapped.spans)
    }
  }

  /// `- `, `* `, `+ `, `1. ` or `2) ` at the beginning of a line, a box to be ticked included.
  private static func bullet(of line: Substring) -> Substring? {
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let sign = line.dropFirst(digits.count).first
    let isBullet =
      digits.isEmpty
      ? sign == "-" || sign == "*" || sign == "+"
      : digits.count <= 4 && (sign == "." || sign == ")")
    guard isBullet else { return nil }
    let length = digits.count + 1
    let blanks = line.dropFirst(length).prefix { $0 == " " }
    guard !blanks.isEmpty, blanks.count <= 4 else { return nil }
    let rest = line.dropFirst(length + blanks.count)
    let hasBox = ["[ ] ", "[x] ", "[X] "].contains { rest.hasPrefix($0) }
    return line.prefix(length + blanks.count + (hasBox ? 4 : 0))
  }
}
