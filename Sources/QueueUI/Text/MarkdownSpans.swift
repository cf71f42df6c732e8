/// The emphasis, code and links of a line of Markdown; its text stays as it is.
enum MarkdownSpans {
  /// How far the end of an emphasis is looked for, so that a line of asterisks costs no more than a
  /// line of letters.
  private static let reach = 1000

  /// `base` is what the text is besides.
  static func spans(of line: Substring, base: Role) -> [StyledLine.Span] {
    var spans: [StyledLine.Span] = []
    var plain = line.startIndex
    var index = line.startIndex
    func add(_ range: Range<Substring.Index>, _ role: Role) {
      guard !range.isEmpty else { return }
      spans.append(.init(text: String(line[range]), role: role))
    }
    while index < line.endIndex {
      if line[index] == "\\" {
        index = line.index(index, offsetBy: 2, limitedBy: line.endIndex) ?? line.endIndex
      } else if let (end, role) = styled(line, at: index) {
        add(plain..<index, base)
        add(index..<end, role)
        (index, plain) = (end, end)
      } else {
        // All of a run that begins nothing: its second sign begins nothing either.
        let sign = line[index]
        repeat {
          line.formIndex(after: &index)
        } while index < line.endIndex && line[index] == sign
          && (sign == "*" || sign == "_" || sign == "`")
      }
    }
    add(plain..<line.endIndex, base)
    return spans
  }

  /// Where what begins at a place ends, and what it is; nil when nothing begins there.
  private static func styled(
    _ line: Substring, at start: Substring.Index
  ) -> (end: Substring.Index, role: Role)? {
    switch line[start] {
    case "`": return code(line, at: start).map { ($0, .code) }
    case "*", "_": return emphasis(line, at: start)
    case "[": return link(line, at: start).map { ($0, .link) }
    case "h": return address(line, at: start).map { ($0, .link) }
    default: return nil
    }
  }

  /// As many backquotes as at the beginning end it.
  private static func code(
    _ line: Substring, at start: Substring.Index
  ) -> Substring.Index? {
    let signs = line[start...].prefix { $0 == "`" }
    var rest = line[signs.endIndex...].prefix(reach)
    while let open = rest.firstIndex(of: "`") {
      let run = rest[open...].prefix { $0 == "`" }
      if run.count == signs.count { return run.endIndex }
      rest = rest[run.endIndex...]
    }
    return nil
  }

  private static func emphasis(
    _ line: Substring, at start: Substring.Index
  ) -> (end: Substring.Index, role: Role)? {
    let sign = line[start]
    let signs = line[start...].prefix { $0 == sign }
    guard signs.count <= 3, let first = line[signs.endIndex...].first, !first.isWhitespace else {
      return nil
    }
    // snake_case is no emphasis.
    if sign == "_", start > line.startIndex, line[line.index(before: start)].isWordPart {
      return nil
    }
    var rest = line[signs.endIndex...].prefix(reach)
    while let place = rest.firstIndex(of: sign) {
      let run = rest[place...].prefix { $0 == sign }
      let before = line[line.index(before: place)]
      let after = line[run.endIndex...].first
      if run.count == signs.count, !before.isWhitespace, before != "\\",
        sign == "*" || after?.isWordPart != true
      {
        return (run.endIndex, signs.count == 1 ? .emphasis : .strong)
      }
      rest = rest[run.endIndex...]
    }
    return nil
  }

  /// `[text](address)`.
  private static func link(_ line: Substring, at start: Substring.Index) -> Substring.Index? {
    let rest = line[start...].prefix(reach)
    guard let close = rest.firstIndex(of: "]"), rest[close...].hasPrefix("]("),
      let end = rest[close...].firstIndex(of: ")")
    else { return nil }
    return line.index(after: end)
  }

  /// `https://…` up to a blank, without the punctuation of the sentence behind it.
  private static func address(_ line: Substring, at start: Substring.Index) -> Substring.Index? {
    let rest = line[start...]
    guard rest.hasPrefix("https://") || rest.hasPrefix("http://"),
      start == line.startIndex || !line[line.index(before: start)].isWordPart
    else { return nil }
    var address = rest.prefix { !$0.isWhitespace && $0 != "<" && $0 != ">" && $0 != "\"" }
    while let last = address.last, ".,;:!?)]}'*_".contains(last) { address.removeLast() }
    return address.endIndex
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber }
}
