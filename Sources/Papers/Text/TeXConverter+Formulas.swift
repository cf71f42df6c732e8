/// A piece of mathematics in a text with TeX.
package struct TeXFormula: Equatable, Sendable {
  /// Its place among the scalars of the text, with the delimiters.
  package var range: Range<Int>
  /// Whether it has delimiters, such as dollars; TeX wants some around what has none.
  package var isDelimited: Bool
}

extension String {
  /// The mathematics in this text, in order: formulas in `$…$`, `$$…$$`, `\(…\)` and `\[…\]`, and
  /// commands and scripts of mathematics outside of them, such as `\ell_1` and the `^{-5}` of
  /// `10^{-5}`. A dollar that ``texAsUnicode`` takes for money begins none.
  package var texFormulas: [TeXFormula] {
    var reader = TeXConverter(self)
    return reader.formulas()
  }
}

extension TeXConverter {
  fileprivate mutating func formulas() -> [TeXFormula] {
    var formulas: [TeXFormula] = []
    while let next = peek() {
      let start = position
      if let stop = delimitedFormula()?.stop ?? ensuredMathematics() {
        position = stop
        formulas.append(TeXFormula(range: start..<position, isDelimited: true))
      } else if let stop = undelimitedFormula() {
        position = stop
        formulas.append(TeXFormula(range: start..<position, isDelimited: false))
      } else if next == "$" {
        position += dollarWidth
      } else {
        position = min(position + (next == "\\" ? 2 : 1), end)
      }
    }
    return formulas
  }

  /// Where `\ensuremath{…}` ends.
  private func ensuredMathematics() -> Int? {
    let name = "ensuremath"
    guard peek() == "\\", commandName(at: position) == name else { return nil }
    return bracedArgument(at: position + 1 + name.utf8.count)?.next
  }

  /// Where the commands and scripts of mathematics end that begin here, outside of any formula.
  private func undelimitedFormula() -> Int? {
    var stop = position
    if peek() == "^" || peek() == "_" {
      guard isScriptInText, let (_, next) = argument(at: position + 1) else { return nil }
      stop = next
    }
    while stop < end {
      if source[stop] == "\\", let next = mathematicalCommand(at: stop) {
        stop = next
      } else if stop > position, source[stop] == "^" || source[stop] == "_",
        let (_, next) = argument(at: stop + 1)
      {
        stop = next
      } else {
        break
      }
    }
    // Dollars would end the ones around it.
    return stop > position && !source[position..<stop].contains("$") ? stop : nil
  }

  /// Where a command that TeX takes in mathematics alone ends, with its arguments.
  private func mathematicalCommand(at start: Int) -> Int? {
    let name = commandName(at: start)
    guard !name.isEmpty, let count = TeXCommand.argumentsInMathematics(of: name) else { return nil }
    var stop = start + 1 + name.utf8.count
    if name == "sqrt", let (_, next) = optionalArgument(at: stop) { stop = next }
    for _ in 0..<count {
      guard let (_, next) = argument(at: stop) else { return nil }
      stop = next
    }
    return stop
  }
}

extension TeXCommand {
  /// How many arguments a command of mathematics has; nil for those that TeX takes in text, or that
  /// are not known.
  fileprivate static func argumentsInMathematics(of name: String) -> Int? {
    if name.hasPrefix("text") || ofTextToo.contains(name) { return nil }
    switch named(name) {
    case .sign, .prefix, .suffix, .infix, .function: return 0
    case .mathAccent, .alphabet, .font(isText: false), .root, .modulus, .negation, .operatorName:
      return 1
    case .fraction, .binomial, .stacked: return 2
    default: return nil
    }
  }

  /// Signs and the like that TeX, or the package that has them, takes in text.
  private static let ofTextToo = Set(
    """
    S P dag ddag pounds euro EUR copyright degree degr arcdeg arcmin arcsec micron ohm male female
    Sun astrosun Earth earth checkmark maltese eth dots ldots slash lq rq flqq frqq quotedblbase
    quotesinglbase guillemotleft guillemotright guilsinglleft guilsinglright TeX LaTeX LaTeXe BibTeX
    nicefrac sfrac slashed
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
