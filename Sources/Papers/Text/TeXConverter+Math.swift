extension TeXConverter {
  /// `$…$` or `$$…$$`, or a dollar.
  mutating func dollar() {
    let width = peek(1) == "$" ? 2 : 1
    guard let close = closingDollar(from: position + width, width: width),
      width == 2 || isMathematics(position + 1..<close)
    else { return copy(width) }
    math(position + width..<close, until: close + width)
  }

  /// Mathematics in `range`, with the position before what opens it.
  ///
  /// It stays as written, with its dollars, when it is all commands that have no Unicode form.
  mutating func math(_ range: Range<Int>, until stop: Int) {
    var range = range
    while let first = range.first, source[first].properties.isWhitespace { range.removeFirst() }
    while let last = range.last, source[last].properties.isWhitespace { range.removeLast() }
    let inner = converted(range, isMath: true)
    if range.isEmpty || (!inner.isConverted && inner.scalars.contains("\\")) {
      copy(stop - position)
    } else {
      put(inner.scalars, upTo: stop)
    }
  }

  /// Where the next `$` or `$$` lies in this paragraph.
  private func closingDollar(from start: Int, width: Int) -> Int? {
    var index = start
    while index < end {
      switch source[index] {
      case "\\": index += 1
      case "\n": return nil
      case "$":
        if width == 1 { return index }
        if index + 1 < end, source[index + 1] == "$" { return index }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Whether what stands between two dollars is mathematics, and not `$5 billion to $10 billion`.
  private func isMathematics(_ range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last else { return false }
    let isBlankFirst = source[first].properties.isWhitespace
    let isBlankLast = source[last].properties.isWhitespace
    let beginsWithDigit = ("0"..."9").contains(source[first])
    let hasTeX = range.contains { "\\^_{".unicodeScalars.contains(source[$0]) }
    let after = range.upperBound + 1
    if beginsWithDigit || !hasTeX, after < end, ("0"..."9").contains(source[after]) {
      return false
    }
    if !hasTeX, isBlankFirst != isBlankLast { return false }
    return (hasTeX && !beginsWithDigit) || !hasProse(range)
  }

  /// Whether two words of two letters or more stand side by side.
  private func hasProse(_ range: Range<Int>) -> Bool {
    source[range].split(whereSeparator: \.properties.isWhitespace).lazy
      .map { $0.count >= 2 && $0.allSatisfy { $0.properties.isAlphabetic || $0 == "," } }
      .reduce((previous: false, found: false)) { ($1, $0.found || ($0.previous && $1)) }
      .found
  }

  /// `^` or `_` and what belongs to it, with the position before it.
  mutating func script() {
    let isUpper = source[position] == "^"
    guard let (argument, next) = argument(at: position + 1) else { return copy(1) }
    let isGroup = source[argument.lowerBound - 1] == "{" && argument.lowerBound > position + 1
    let inner = converted(argument, isMath: true)
    if let script = TeXScript.scalars(inner.scalars, isUpper: isUpper) {
      return put(script, upTo: next)
    }
    output.isConverted = output.isConverted || inner.isConverted
    output.scalars.append(source[position])
    output.scalars += isGroup ? ["{"] + inner.scalars + ["}"] : inner.scalars
    position = next
  }

  /// The argument of a command or a script that ends before `start`: a group without its braces, a
  /// command with its own arguments, or one scalar; and where the text goes on.
  func argument(at start: Int) -> (range: Range<Int>, next: Int)? {
    var start = start
    while start < end, source[start] == " " { start += 1 }
    guard start < end else { return nil }
    switch source[start] {
    case "{":
      guard let close = closingBraces[start], close < end else { return nil }
      return (start + 1..<close, close + 1)
    case "}", "$", "^", "_":
      return nil
    case "\\":
      let name = commandName(at: start)
      var stop = start + 1 + max(name.unicodeScalars.count, 1)
      guard stop <= end else { return nil }
      while !name.isEmpty, stop < end, source[stop] == "{", let close = closingBraces[stop],
        close < end
      {
        stop = close + 1
      }
      return (start..<stop, stop)
    default:
      return (start..<start + 1, start + 1)
    }
  }
}
