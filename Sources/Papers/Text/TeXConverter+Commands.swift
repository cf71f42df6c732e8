extension TeXConverter {
  /// The letters behind a backslash at `start`; empty when something else follows.
  func commandName(at start: Int) -> String {
    var view = String.UnicodeScalarView()
    for scalar in source[(start + 1)..<max(end, start + 1)] {
      guard ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) else { break }
      view.append(scalar)
    }
    return String(view)
  }

  /// A command, with the position at its backslash.
  mutating func command() {
    let name = commandName(at: position)
    if name.isEmpty { return symbolCommand() }
    let next = position + 1 + name.unicodeScalars.count
    if let text = TeXSymbol.text(of: name) { return put(text.unicodeScalars, upTo: next) }
    if let letter = TeXCommand.letters[name], !isMath {
      return put(letter.unicodeScalars, upTo: afterControlWord(next))
    }
    if !isMath, let accent = TeXAccent(command: name) {
      if applyAccent(accent, at: next) { return }
    } else if isMath, let accent = TeXAccent(mathCommand: name) {
      if applyMathAccent(accent, name: name, at: next) { return }
    } else if let alphabet = TeXAlphabet(command: name) {
      if let (range, stop) = argument(at: next) {
        return put(alphabet.letters(of: converted(range, isMath: true).scalars), upTo: stop)
      }
    } else if TeXCommand.fonts.contains(name) {
      if applyFont(name, at: next) { return }
    } else if TeXCommand.spaces.contains(name) {
      return put(" ".unicodeScalars, upTo: next)
    } else if TeXCommand.operators.contains(name) {
      return operatorName(name, at: next)
    } else if name == "sqrt" || name == "frac" || name == "dfrac" || name == "tfrac" {
      if rootOrFraction(name, at: next) { return }
    } else if isMath {
      if mathCommand(name, at: next) { return }
    }
    switch name {
    case "url", "path":
      if let (range, stop) = bracedArgument(at: next) { return put(source[range], upTo: stop) }
    case "href":
      if applyLink(at: next) { return }
    case "textsuperscript", "textsubscript":
      if let (range, stop) = bracedArgument(at: next),
        let script = TeXScript.scalars(
          converted(range, isMath: false).scalars, isUpper: name == "textsuperscript")
      {
        return put(script, upTo: stop)
      }
    case "ensuremath":
      if let (range, stop) = bracedArgument(at: next) {
        return put(converted(range, isMath: true).scalars, upTo: stop)
      }
    default:
      if repairAccent(name) { return }
    }
    copyUnknown(until: next)
  }

  /// Copies a command that is not known, with the arguments that stick to it.
  private mutating func copyUnknown(until next: Int) {
    var stop = next
    while stop < end {
      if source[stop] == "{", let close = closingBraces[stop], close < end {
        stop = close + 1
      } else if source[stop] == "[",
        let close = source[stop..<min(end, stop + 80)].firstIndex(of: "]")
      {
        stop = close + 1
      } else {
        break
      }
    }
    copy(stop - position)
  }

  /// A backslash and a character that is no letter.
  private mutating func symbolCommand() {
    guard let symbol = peek(1) else { return copy(1) }
    if !isMath, let accent = TeXAccent(symbol: symbol), applyAccent(accent, at: position + 2) {
      return
    }
    switch symbol {
    case "%", "&", "_", "$", "#", "{", "}": put(String(symbol), for: 2)
    case ",", ";", ":", ">", " ": put(" ", for: 2)
    case "!", "/", "-": put("", for: 2)
    case "|": put("‖", for: 2)
    case "\\": put(" ", for: 2)
    case "(" where !isMath: delimitedMath(closing: ")")
    case "[" where !isMath: delimitedMath(closing: "]")
    default: copy(2)
    }
  }

  /// `\(…\)` or `\[…\]`.
  private mutating func delimitedMath(closing: Unicode.Scalar) {
    var index = position + 2
    // So far a formula may reach; looking further would make many lone openings slow.
    let limit = min(end, position + 2000)
    while index + 1 < limit {
      if source[index] == "\\" {
        if source[index + 1] == closing { return math(position + 2..<index, until: index + 2) }
        index += 1
      }
      index += 1
    }
    copy(2)
  }

  // MARK: - Arguments

  /// A group that follows at once or after blanks.
  private func bracedArgument(at start: Int) -> (range: Range<Int>, next: Int)? {
    var start = start
    while start < end, source[start] == " " { start += 1 }
    guard start < end, source[start] == "{" else { return nil }
    return argument(at: start)
  }

  /// A font command gives its argument; in mathematics that may be a single letter.
  private mutating func applyFont(_ name: String, at next: Int) -> Bool {
    let start = next < end && source[next] == "*" ? next + 1 : next
    guard let (range, stop) = isMath ? argument(at: start) : bracedArgument(at: start) else {
      return false
    }
    let isText = name.hasPrefix("text") || name == "mbox" || name == "emph"
    put(converted(range, isMath: isMath && !isText).scalars, upTo: stop)
    return true
  }

  /// `\href{ADDRESS}{TEXT}`: the text, and the address behind it.
  private mutating func applyLink(at next: Int) -> Bool {
    guard let (address, after) = bracedArgument(at: next),
      let (text, stop) = bracedArgument(at: after)
    else { return false }
    let shown = converted(text, isMath: false).scalars
    let isSame = source[address].elementsEqual(shown)
    put(isSame ? shown : shown + [" ", "("] + source[address] + [")"], upTo: stop)
    return true
  }

  /// After a letter like `\o`, TeX swallows blanks and an empty group: `S\o ren`, `\O{}rsted`.
  private func afterControlWord(_ next: Int) -> Int {
    if next + 1 < end, source[next] == "{", source[next + 1] == "}" { return next + 2 }
    if next + 1 < end, source[next] == " ",
      source[next + 1].properties.isAlphabetic || source[next + 1] == "\\"
    {
      return next + 1
    }
    return next
  }

  // MARK: - Accents

  /// Puts an accent on the letter at `start`; false when there is none.
  private mutating func applyAccent(_ accent: TeXAccent, at start: Int) -> Bool {
    guard start < end else { return false }
    if source[start] == " " {
      // `\v c` needs its blank; `Poincar\' e` is a habit that only makes sense within a word.
      guard accent.isLetter || output.scalars.last?.properties.isAlphabetic ?? false,
        start + 1 < end, source[start + 1].properties.isAlphabetic
      else { return false }
    }
    guard let (range, stop) = argument(at: start) else { return false }
    let base = converted(range, isMath: false).scalars
    guard let first = base.first, let accented = accent.on(first),
      base.count == 1 || accented.count == 1
    else { return false }
    put(accented + base.dropFirst(), upTo: stop)
    return true
  }

  /// `\hat{x}` on a single letter.
  private mutating func applyMathAccent(_ accent: TeXAccent, name: String, at start: Int) -> Bool {
    guard let (range, stop) = argument(at: start) else { return false }
    let base = converted(range, isMath: true)
    if base.scalars.count == 1, let accented = accent.on(base.scalars[0]) {
      put(accented, upTo: stop)
    } else {
      output.isConverted = output.isConverted || base.isConverted
      output.scalars += Array("\\\(name){".unicodeScalars) + base.scalars + ["}"]
      position = stop
    }
    return true
  }

  /// Damaged names, whose accent has run into the letters behind it: `Ji\vrí`, `Jean-Fran\ccois`.
  private mutating func repairAccent(_ name: String) -> Bool {
    guard !isMath, let before = output.scalars.last, before.properties.isAlphabetic,
      let mark = name.unicodeScalars.first, let accent = TeXAccent(command: String(mark)),
      let base = name.unicodeScalars.dropFirst().first, let accented = accent.composed(with: base)
    else { return false }
    put([accented], upTo: position + 3)
    return true
  }

  // MARK: - Mathematics

  /// The name of a function, apart from the letters around it.
  private mutating func operatorName(_ name: String, at next: Int) {
    let touches = output.scalars.last.map { $0.properties.isAlphabetic || $0.isDigit } ?? false
    put(((touches ? " " : "") + name + (continues(at: next) ? " " : "")).unicodeScalars, upTo: next)
  }

  /// Whether a letter, a digit or a command follows.
  private func continues(at next: Int) -> Bool {
    guard next < end else { return false }
    return source[next].properties.isAlphabetic || source[next].isDigit
      || (source[next] == "\\" && !commandName(at: next).isEmpty)
  }

  /// Commands that mean something in mathematics alone.
  private mutating func mathCommand(_ name: String, at next: Int) -> Bool {
    if TeXCommand.invisible.contains(name) {
      let isOpen = (name == "left" || name == "right") && next < end && source[next] == "."
      put([], upTo: isOpen ? next + 1 : next)
    } else if let (declaration, start) = declaration(at: position) {
      let rest = converted(start..<end, isMath: true).scalars
      put(TeXAlphabet(declaration: declaration)?.letters(of: rest) ?? rest, upTo: end)
    } else if name == "not" {
      guard let (range, stop) = argument(at: next) else { return false }
      let symbol = converted(range, isMath: true).scalars
      guard symbol.count == 1 else { return false }
      put(TeXSymbol.negated(symbol[0]), upTo: stop)
    } else {
      return false
    }
    return true
  }

  /// `\sqrt{n+1}` is √(n+1) and `\frac{a+b}{2}` is (a+b)/2, unless something in them has no Unicode
  /// form.
  private mutating func rootOrFraction(_ name: String, at next: Int) -> Bool {
    guard next < end, source[next] != "[", let (first, after) = argument(at: next) else {
      return false
    }
    let upper = converted(first, isMath: true).scalars
    if upper.isEmpty || upper.contains("\\") { return false }
    if name == "sqrt" {
      put(["√"] + Self.operand(upper, alone: !continues(at: after)), upTo: after)
      return true
    }
    guard let (second, stop) = argument(at: after) else { return false }
    let lower = converted(second, isMath: true).scalars
    if lower.isEmpty || lower.contains("\\") { return false }
    let fraction = Self.operand(upper) + ["/"] + Self.operand(lower)
    let touches = output.scalars.last.map {
      $0.properties.isAlphabetic || $0.isDigit || TeXScript.isScript($0)
    }
    let isAlone = !(touches ?? false) && !continues(at: stop)
    put(isAlone ? fraction : ["("] + fraction + [")"], upTo: stop)
    return true
  }

  /// `scalars` in parentheses, unless they are a number or a letter, perhaps with a script.
  private static func operand(
    _ scalars: [Unicode.Scalar], alone: Bool = true
  ) -> [Unicode.Scalar] {
    let isAtom =
      scalars.allSatisfy(\.isDigit)
      || scalars[0].properties.isAlphabetic
        && scalars.dropFirst().allSatisfy { TeXScript.isScript($0) }
    return isAtom && alone ? scalars : ["("] + scalars + [")"]
  }
}

extension Unicode.Scalar {
  /// Whether it is one of the ten digits of ASCII.
  var isDigit: Bool { ("0"..."9").contains(self) }
}
