/// What is done with each command.
extension TeXConverter {
  /// A command, with the position at its backslash.
  mutating func command() {
    let name = commandName(at: position)
    if name.isEmpty { return symbolCommand() }
    let next = position + 1 + name.utf8.count
    let isDone =
      if let command = TeXCommand.named(name) {
        apply(command, name: name, at: next)
      } else {
        repairWord(name, at: next)
      }
    if !isDone { copyUnknown(until: next) }
  }

  /// Does what `command` says, with its arguments at `next`; false when it cannot, and nothing has
  /// been written.
  private mutating func apply(_ command: TeXCommand, name: String, at next: Int) -> Bool {
    switch command {
    case .sign(let sign): put(sign, upTo: afterEmptyGroup(next))
    case .prefix(let sign): spaced(sign, isInfix: false, upTo: next)
    case .infix(let sign): spaced(sign, isInfix: true, upTo: next)
    case .suffix(let sign):
      if isMath, output.scalars.last == " " { output.scalars.removeLast() }
      put(sign, upTo: next)
    case .letter(let letter):
      // In mathematics `\O` and `\L` are the author's own.
      if isMath, name.utf8.count == 1 { return false }
      put(letter, upTo: afterControlWord(next))
    case .accent(let accent): return !isMath && applyAccent(accent, at: next)
    case .mathAccent(let accent): return applyMathAccent(accent, name: name, at: next)
    case .alphabet(let alphabet): return applyAlphabet(alphabet, at: next)
    case .font(let isText): return applyFont(isText: isText, at: next)
    case .declaration(let alphabet): declare(alphabet, at: next)
    case .space: put([" "], upTo: afterBlanks(next))
    case .measuredSpace: return measuredSpace(at: next)
    case .shift:
      guard let stop = length(at: next) else { return false }
      put([], upTo: afterBlanks(stop))
    case .invisible: put([], upTo: afterBlanks(afterEmptyGroup(next)))
    case .delimiterSize: return delimiterSize(name, at: next)
    case .function(let name): functionName(name, upTo: next)
    case .operatorName:
      let start = next < end && source[next] == "*" ? next + 1 : next
      guard let (range, stop) = bracedArgument(at: start) else { return false }
      functionName(converted(range, isMath: true).scalars, upTo: stop)
    case .fraction: return fraction(isBinomial: false, at: next)
    case .binomial: return fraction(isBinomial: true, at: next)
    case .over: return isMath && division(isBinomial: false, at: next)
    case .choose: return isMath && division(isBinomial: true, at: next)
    case .root: return root(at: next)
    case .modulus: return modulus(at: next)
    case .negation: return negation(at: next)
    case .stacked(let isUpper): return stacked(isUpper: isUpper, at: next)
    case .script(let isUpper): return textScript(isUpper: isUpper, at: next)
    case .address:
      guard let (range, stop) = bracedArgument(at: next) else { return false }
      put(Array(source[range]), upTo: stop)
    case .link: return link(at: next)
    case .mathematics:
      guard let (range, stop) = bracedArgument(at: next) else { return false }
      put(converted(range, isMath: true).scalars, upTo: stop)
    case .color:
      guard let (_, stop) = bracedArgument(at: next) else { return false }
      put([], upTo: afterBlanks(stop))
    case .coloredText:
      guard let (_, after) = bracedArgument(at: next), let (range, stop) = bracedArgument(at: after)
      else { return false }
      put(converted(range, isMath: isMath).scalars, upTo: stop)
    case .unconvertible: return false
    }
    return true
  }

  /// Copies a command that is not known, with the arguments that stick to it.
  private mutating func copyUnknown(until next: Int) {
    var stop = next
    while stop < end {
      if let close = closingBrace(of: stop) {
        stop = close + 1
      } else if let (_, after) = optionalArgument(at: stop) {
        stop = after
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
    case "!", "/", "-", "@": put("", for: 2)
    case "|": put("‖", for: 2)
    case "\\": put(" ", for: 2)
    case "(" where !isMath, "[" where !isMath: delimitedMathematics()
    default: copy(2)
    }
  }

  // MARK: - Signs and spacing

  /// A sign of mathematics, where TeX drops the blank behind its command: after an infix there is one
  /// when there is one before.
  private mutating func spaced(_ sign: [Unicode.Scalar], isInfix: Bool, upTo next: Int) {
    let hasBlank = isInfix && output.scalars.last == " "
    put(sign, upTo: isMath && !hasBlank ? afterBlanks(next) : afterEmptyGroup(next))
    if isMath, hasBlank, peek() == "\\" { put(" ", for: 0) }
  }

  /// The name of a function, apart from the letters around it.
  private mutating func functionName(_ name: [Unicode.Scalar], upTo next: Int) {
    let isApart = touchesWord || output.scalars.last == ")" || output.scalars.last == "]"
    put((isApart ? [" "] : []) + name + (continues(at: next) ? [" "] : []), upTo: next)
  }

  /// `{}` behind a command ends its name.
  private func afterEmptyGroup(_ next: Int) -> Int {
    closingBrace(of: next) == next + 1 ? next + 2 : next
  }

  /// After a letter like `\o`, TeX swallows blanks and an empty group: `S\o ren`, `\O{}rsted`.
  private func afterControlWord(_ next: Int) -> Int {
    guard next + 1 < end, source[next] == " ",
      source[next + 1].isLetter || source[next + 1] == "\\"
    else { return afterEmptyGroup(next) }
    return next + 1
  }

  /// `\hspace{1cm}` or `\hskip 1pt`.
  private mutating func measuredSpace(at next: Int) -> Bool {
    let start = next < end && source[next] == "*" ? next + 1 : next
    let inner = bracedArgument(at: start)
    guard let stop = length(at: inner?.range.lowerBound ?? start),
      inner == nil || stop == inner?.range.upperBound
    else { return false }
    let isBack = source[next..<stop].contains("-")
    put(isBack ? [] : [" "], upTo: isBack ? inner?.next ?? stop : afterBlanks(inner?.next ?? stop))
    return true
  }

  /// Where a length such as `-2mu` or `1.5 em` ends.
  private func length(at start: Int) -> Int? {
    var stop = afterBlanks(start)
    if stop < end, source[stop] == "-" || source[stop] == "+" { stop += 1 }
    let digits = stop
    while stop < end, source[stop].isDigit || source[stop] == "." { stop += 1 }
    let unit = afterBlanks(stop)
    guard stop > digits, unit + 1 < end,
      ["pt", "em", "ex", "cm", "mm", "in", "mu"].contains(
        String(String.UnicodeScalarView(source[unit...unit + 1])))
    else { return nil }
    return unit + 2
  }

  private mutating func delimiterSize(_ name: String, at next: Int) -> Bool {
    guard isMath else { return false }
    let isOpen = (name == "left" || name == "right") && next < end && source[next] == "."
    put([], upTo: isOpen ? next + 1 : next)
    return true
  }

  // MARK: - Fonts

  /// A font command gives its argument; in mathematics that may be a single letter.
  private mutating func applyFont(isText: Bool, at next: Int) -> Bool {
    let start = next < end && source[next] == "*" ? next + 1 : next
    guard let (range, stop) = isMath ? argument(at: start) : bracedArgument(at: start) else {
      return false
    }
    put(converted(range, isMath: isMath && !isText).scalars, upTo: stop)
    return true
  }

  private mutating func applyAlphabet(_ alphabet: TeXAlphabet, at next: Int) -> Bool {
    guard let (range, stop) = argument(at: next) else { return false }
    let inner = converted(range, isMath: true)
    if inner.hasCommands { return false }
    put(alphabet.letters(of: inner.scalars), upTo: stop)
    return true
  }

  /// A declaration such as `\rm`, which governs the rest of the group, or the group behind it.
  private mutating func declare(_ alphabet: TeXAlphabet?, at next: Int) {
    guard let alphabet else { return put([], upTo: afterBlanks(afterEmptyGroup(next))) }
    if closingBrace(of: afterBlanks(next)) != nil, applyAlphabet(alphabet, at: next) { return }
    let rest = converted(afterBlanks(next)..<end, isMath: true)
    put(rest.hasCommands ? rest.scalars : alphabet.letters(of: rest.scalars), upTo: end)
  }

  // MARK: - Mathematics

  /// `\pmod{p}` is (mod p).
  private mutating func modulus(at next: Int) -> Bool {
    guard let (range, stop) = argument(at: next) else { return false }
    let isApart = output.scalars.isEmpty || output.scalars.last == " "
    let opening: [Unicode.Scalar] = Array((isApart ? "(mod " : " (mod ").unicodeScalars)
    put(opening + converted(range, isMath: true).scalars + [")"], upTo: stop)
    return true
  }

  /// `\not\in` is ∉.
  private mutating func negation(at next: Int) -> Bool {
    guard isMath, let (range, stop) = argument(at: next) else { return false }
    let symbol = converted(range, isMath: true).scalars
    guard symbol.count == 1 else { return false }
    spaced(TeXSymbol.negated(symbol[0]), isInfix: true, upTo: stop)
    return true
  }

  /// `\underset{x}{\min}` is minₓ, as `\min_x` would be.
  private mutating func stacked(isUpper: Bool, at next: Int) -> Bool {
    guard let (small, after) = argument(at: next), let (base, stop) = argument(at: after) else {
      return false
    }
    let scalars = converted(small, isMath: true).scalars
    guard let script = TeXScript.scalars(scalars, isUpper: isUpper) else { return false }
    put(converted(base, isMath: true).scalars + script, upTo: stop)
    return true
  }

  // MARK: - Text

  private mutating func textScript(isUpper: Bool, at next: Int) -> Bool {
    guard let (range, stop) = bracedArgument(at: next),
      let script = TeXScript.scalars(converted(range, isMath: false).scalars, isUpper: isUpper)
    else { return false }
    put(script, upTo: stop)
    return true
  }

  /// `\href{ADDRESS}{TEXT}`: the text, and the address behind it.
  private mutating func link(at next: Int) -> Bool {
    guard let (address, after) = bracedArgument(at: next),
      let (text, stop) = bracedArgument(at: after)
    else { return false }
    let shown = converted(text, isMath: false).scalars
    let isSame = source[address].elementsEqual(shown)
    put(isSame ? shown : shown + [" ", "("] + source[address] + [")"], upTo: stop)
    return true
  }
}
