/// How commands and their arguments are read.
extension TeXConverter {
  /// The letters behind a backslash at `start`; empty when something else follows.
  func commandName(at start: Int) -> String {
    var stop = start + 1
    while stop < end, source[stop].isCommandLetter { stop += 1 }
    return stop == start + 1 ? "" : String(String.UnicodeScalarView(source[start + 1..<stop]))
  }

  /// The argument of a command or a script that ends before `start`: a group without its braces, a
  /// command with its own arguments, or one scalar; and where the text goes on.
  func argument(at start: Int) -> (range: Range<Int>, next: Int)? {
    let start = afterBlanks(start)
    guard start < end else { return nil }
    switch source[start] {
    case "{":
      guard let close = closingBrace(of: start) else { return nil }
      return (start + 1..<close, close + 1)
    case "}", "$", "^", "_":
      return nil
    case "\\":
      var stop = start + 1
      while stop < end, source[stop].isCommandLetter { stop += 1 }
      if stop == start + 1 { return stop < end ? (start..<stop + 1, stop + 1) : nil }
      while let close = closingBrace(of: stop) { stop = close + 1 }
      return (start..<stop, stop)
    default:
      return (start..<start + 1, start + 1)
    }
  }

  /// A group that follows at once or after blanks.
  func bracedArgument(at start: Int) -> (range: Range<Int>, next: Int)? {
    let start = afterBlanks(start)
    return closingBrace(of: start).map { (start + 1..<$0, $0 + 1) }
  }

  /// `[…]` right at `start`.
  func optionalArgument(at start: Int) -> (range: Range<Int>, next: Int)? {
    guard start < end, source[start] == "[",
      let close = source[start..<min(end, start + 80)].firstIndex(of: "]")
    else { return nil }
    return (start + 1..<close, close + 1)
  }

  /// Where the next scalar other than a blank is.
  func afterBlanks(_ start: Int) -> Int {
    var start = start
    while start < end, source[start] == " " { start += 1 }
    return start
  }

  /// Where the next scalar is that is neither a blank nor of `\!`, `\,` and other spaces of
  /// mathematics.
  func afterSpacing(_ start: Int) -> Int {
    var start = afterBlanks(start)
    while start + 1 < end, source[start] == "\\", "!,:;>".unicodeScalars.contains(source[start + 1])
    {
      start = afterBlanks(start + 2)
    }
    return start
  }

  /// `range` without blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, source[first].isBlank { range.removeFirst() }
    while let last = range.last, source[last].isBlank { range.removeLast() }
    return range
  }

  /// Whether a letter, a digit or a command follows.
  func continues(at next: Int) -> Bool {
    guard next < end else { return false }
    return source[next].isLetter || source[next].isDigit
      || source[next] == "\\" && next + 1 < end && source[next + 1].isCommandLetter
  }

  /// Whether the last that was written is a letter, a digit or a script.
  var touchesWord: Bool {
    output.scalars.last.map {
      $0.isLetter || $0.isDigit || TeXScript.isScript($0)
    } ?? false
  }
}

extension Unicode.Scalar {
  /// Whether it can stand in the name of a command.
  var isCommandLetter: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self)
  }
}
