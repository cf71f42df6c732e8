/// Formulas and what lies in them.
extension TeXConverter {
  /// `$…$` or `$$…$$`, or a dollar.
  mutating func dollar() {
    guard let formula = delimitedFormula() else { return copy(dollarWidth) }
    mathematics(formula.content, until: formula.stop)
  }

  /// `\(…\)` or `\[…\]`.
  mutating func delimitedMathematics() {
    guard let formula = delimitedFormula() else { return copy(2) }
    mathematics(formula.content, until: formula.stop)
  }

  /// How many dollars stand here, of the two that may open a formula.
  var dollarWidth: Int { peek(1) == "$" ? 2 : 1 }

  /// The formula that begins at the position, between its delimiters, and where it ends.
  func delimitedFormula() -> (content: Range<Int>, stop: Int)? {
    switch (peek(), peek(1)) {
    case ("$", _):
      let width = dollarWidth
      guard let close = closingDollar(from: position + width, width: width),
        width == 2 || isMathematics(position + 1..<close)
      else { return nil }
      return (position + width..<close, close + width)
    case ("\\", "("): return formula(closing: ")")
    case ("\\", "["): return formula(closing: "]")
    default: return nil
    }
  }

  /// The formula that begins at the position with a backslash and the partner of `closing`.
  private func formula(closing: Unicode.Scalar) -> (content: Range<Int>, stop: Int)? {
    var index = position + 2
    // So far a formula may reach; looking further would make many lone openings slow.
    let limit = min(end, position + 1000)
    while index + 1 < limit {
      if source[index] == "\\" {
        if source[index + 1] == closing { return (position + 2..<index, index + 2) }
        // Another opening: this one is alone.
        if source[index + 1] == source[position + 1] { return nil }
        index += 1
      }
      index += 1
    }
    return nil
  }

  /// Mathematics in `range`, with the position before what opens it.
  ///
  /// It stays as written, with its dollars, when it is all commands that have no Unicode form.
  private mutating func mathematics(_ range: Range<Int>, until stop: Int) {
    let range = trimmed(range)
    let inner = converted(range, isMath: true)
    if range.isEmpty || (!inner.isConverted && inner.hasCommands) {
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
    let hasTeX = range.contains { isTeX(at: $0) }
    let after = range.upperBound + 1
    let isBeforeDigit = after < end && source[after].isDigit
    let hasBlank = range.contains { source[$0].isBlank }
    let isBlankFirst = source[first].isBlank
    let isBlankLast = source[last].isBlank
    if source[first].isDigit {
      return (hasTeX || !isBlankLast) && !isBeforeDigit && !hasProse(range)
    }
    if hasTeX { return true }
    return isBlankFirst == isBlankLast && !(isBeforeDigit && hasBlank) && !hasProse(range)
  }

  /// Whether what is there has a meaning in mathematics; `\$` and `\%` have theirs in prices, too.
  private func isTeX(at index: Int) -> Bool {
    switch source[index] {
    case "^", "_", "{": true
    case "\\": !"$%&#".unicodeScalars.contains(source[index + 1])
    default: false
    }
  }

  /// Whether two words of two letters or more stand side by side.
  private func hasProse(_ range: Range<Int>) -> Bool {
    source[range].split(whereSeparator: \.isBlank).lazy
      .map { $0.count >= 2 && $0.allSatisfy { $0.isLetter || $0 == "," } }
      .reduce((previous: false, found: false)) { ($1, $0.found || ($0.previous && $1)) }
      .found
  }

  // MARK: - Scripts

  /// Whether `^` or `_` in text is TeX: behind something that was, or with braces or a command, as
  /// in `10^{-5}` and `90^\circ`. `R^3` and `snake_case` stay.
  var isScriptInText: Bool {
    if position == lastReplaced { return true }
    guard let before, let next = peek(1), next == "{" || next == "\\" else { return false }
    return before.isLetter || before.isDigit
      || ")]}|".unicodeScalars.contains(before)
  }

  /// `^` or `_` and what belongs to it, with the position before it.
  mutating func script() {
    let isUpper = source[position] == "^"
    guard let (argument, next) = argument(at: position + 1) else { return copy(1) }
    let isGroup = source[argument.lowerBound - 1] == "{" && argument.lowerBound > position + 1
    let inner = converted(argument, isMath: true)
    if isMath, output.scalars.count > 1, output.scalars.last == " " { output.scalars.removeLast() }
    if let script = TeXScript.scalars(inner.scalars, isUpper: isUpper) {
      return put(script, upTo: next)
    }
    output.isConverted = output.isConverted || inner.isConverted
    output.scalars.append(source[position])
    let needsBraces = isGroup && inner.scalars.count != 1
    output.scalars += needsBraces ? ["{"] + inner.scalars + ["}"] : inner.scalars
    position = next
  }

  // MARK: - Fractions and roots

  /// `\frac{a+b}{2}` is (a+b)/2 and `\binom{n}{k}` is (n choose k), unless something in them has no
  /// Unicode form.
  mutating func fraction(isBinomial: Bool, at next: Int) -> Bool {
    guard let (first, after) = argument(at: next), let (second, stop) = argument(at: after) else {
      return false
    }
    let upper = converted(first, isMath: true)
    let lower = converted(second, isMath: true)
    guard let fraction = Self.fraction(upper, lower, isBinomial: isBinomial) else { return false }
    let isBetween = !isBinomial && (touchesWord || continues(at: stop))
    put(isBetween ? ["("] + fraction + [")"] : fraction, upTo: stop)
    return true
  }

  /// `{a \over b}` and `{n \choose k}`: all before it in its group, and all behind it.
  mutating func division(isBinomial: Bool, at next: Int) -> Bool {
    var upper = output
    while upper.scalars.last == " " { upper.scalars.removeLast() }
    let lower = converted(trimmed(next..<end), isMath: true)
    guard let fraction = Self.fraction(upper, lower, isBinomial: isBinomial) else { return false }
    output.scalars = []
    put(fraction, upTo: end)
    output.isFraction = !isBinomial
    return true
  }

  private static func fraction(
    _ upper: Part, _ lower: Part, isBinomial: Bool
  ) -> [Unicode.Scalar]? {
    if upper.scalars.isEmpty || lower.scalars.isEmpty || upper.hasCommands || lower.hasCommands {
      return nil
    }
    return isBinomial
      ? ["("] + upper.scalars + Array(" choose ".unicodeScalars) + lower.scalars + [")"]
      : operand(upper.scalars) + ["/"] + operand(lower.scalars)
  }

  /// `\sqrt{n+1}` is √(n+1) and `\sqrt[3]{x}` is ∛x.
  mutating func root(at next: Int) -> Bool {
    var sign: [Unicode.Scalar] = ["√"]
    var next = next
    if let (index, after) = optionalArgument(at: next) {
      let degree = converted(index, isMath: true).scalars
      guard let raised = TeXScript.scalars(degree, isUpper: true) else { return false }
      sign = degree == ["3"] ? ["∛"] : degree == ["4"] ? ["∜"] : raised + sign
      next = after
    }
    guard let (range, stop) = argument(at: next) else { return false }
    let inner = converted(range, isMath: true)
    if inner.scalars.isEmpty || inner.hasCommands { return false }
    let isAlone = !continues(at: stop)
    put(sign + Self.operand(inner.scalars, alone: isAlone), upTo: stop)
    return true
  }

  /// `scalars` in parentheses, unless they are a number or a letter, perhaps with a script.
  private static func operand(
    _ scalars: [Unicode.Scalar], alone: Bool = true
  ) -> [Unicode.Scalar] {
    let isAtom =
      scalars.allSatisfy(\.isDigit)
      || scalars[0].isLetter
        && scalars.dropFirst().allSatisfy {
          TeXScript.isScript($0) || $0.properties.isDiacritic
            || $0.properties.generalCategory == .nonspacingMark
        }
    return isAtom && alone ? scalars : ["("] + scalars + [")"]
  }
}
