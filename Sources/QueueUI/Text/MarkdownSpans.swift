/// The emphasis, code and links of a line of Markdown; its text stays as it is.
enum MarkdownSpans {
  /// `base` is what the text is besides.
  static func spans(of line: Substring, base: Role) -> [StyledLine.Span] {
    var spans: [StyledLine.Span] = []
    var plain = line.startIndex
    var index = line.startIndex
    var ends = MarkdownEnds(of: line)
    func add(_ range: Range<Substring.Index>, _ role: Role) {
      guard !range.isEmpty else { return }
      spans.append(.init(text: String(line[range]), role: role))
    }
    while index < line.endIndex {
      if line[index] == "\\" {
        index = line.index(index, offsetBy: 2, limitedBy: line.endIndex) ?? line.endIndex
      } else if let (end, role) = styled(line, at: index, &ends) {
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
    _ line: Substring, at start: Substring.Index, _ ends: inout MarkdownEnds
  ) -> (end: Substring.Index, role: Role)? {
    switch line[start] {
    case "`": return code(line, at: start, &ends).map { ($0, .code) }
    case "*", "_": return emphasis(line, at: start, &ends)
    case "[": return link(line, at: start, &ends).map { ($0, .link) }
    case "h": return address(line, at: start).map { ($0, .link) }
    default: return nil
    }
  }

  /// As many backquotes as at the beginning end it.
  private static func code(
    _ line: Substring, at start: Substring.Index, _ ends: inout MarkdownEnds
  ) -> Substring.Index? {
    let signs = line[start...].prefix { $0 == "`" }
    return ends.next("`", count: signs.count, from: signs.endIndex)?.upperBound
  }

  private static func emphasis(
    _ line: Substring, at start: Substring.Index, _ ends: inout MarkdownEnds
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
    return ends.next(sign, count: signs.count, from: signs.endIndex).map {
      ($0.upperBound, signs.count == 1 ? .emphasis : .strong)
    }
  }

  /// `[text](address)`.
  private static func link(
    _ line: Substring, at start: Substring.Index, _ ends: inout MarkdownEnds
  ) -> Substring.Index? {
    guard let close = ends.next("]", from: start), line[close.upperBound...].first == "(" else {
      return nil
    }
    return ends.next(")", from: close.upperBound)?.upperBound
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
