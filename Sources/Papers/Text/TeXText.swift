extension String {
  /// This text with TeX shown as Unicode, and left as written where it has no Unicode form
  /// (ARXIV.md 12): `$\alpha$` is α, `Schr\"odinger` is Schrödinger, `L_q` stays `L_q`.
  ///
  /// Accents, letters and symbols are taken anywhere. Sub- and superscripts count in mathematics,
  /// and elsewhere with braces, but only when all of them has a Unicode form: `$\chi^2$` is χ²,
  /// `$x_q$` is `x_q`. Font and text commands give their argument. A `$` that begins no mathematics
  /// (a price, an unbalanced one) stays, commands that are not known stay with their arguments, and
  /// no letter is ever lost. Text without TeX is returned as it is. `docs/tex.md` has all of it.
  package var texAsUnicode: String {
    guard hasSignsOfTeX else { return self }
    var converter = TeXConverter(self)
    return converter.convert()
  }

  /// Whether anything in it could be TeX: `\`, `$`, `~`, `{`, a grave accent or two hyphens.
  private var hasSignsOfTeX: Bool {
    var text = self
    return text.withUTF8 { bytes in
      for index in bytes.indices where bytes[index].isSignOfTeX {
        if bytes[index] != UInt8(ascii: "-") { return true }
        if index > 0, bytes[index - 1] == UInt8(ascii: "-") { return true }
      }
      return false
    }
  }
}

extension UInt8 {
  /// Whether it is `$`, `-`, `\`, a grave accent, `{` or `~`.
  fileprivate var isSignOfTeX: Bool {
    // A bit for each character: of the first 64, and of the next.
    let low: UInt64 = 1 << 0x24 | 1 << 0x2D
    let high: UInt64 = 1 << 0x1C | 1 << 0x20 | 1 << 0x3B | 1 << 0x3E
    return self < 0x80 && (self < 0x40 ? low : high) >> UInt64(self & 0x3F) & 1 == 1
  }
}

extension Paper {
  /// The title with TeX as Unicode.
  package var titleText: String { title.texAsUnicode }

  /// The abstract with TeX as Unicode.
  package var abstractText: String { abstract.texAsUnicode }

  /// The names of the authors with TeX as Unicode.
  package var authorNames: [String] { authors.map(\.name.texAsUnicode) }
}
