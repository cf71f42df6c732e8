extension String {
  /// This text with TeX shown as Unicode, and left as written where it has no Unicode form
  /// (ARXIV.md 12): `$\alpha$` is α, `Schr\"odinger` is Schrödinger, `L_q` stays `L_q`.
  ///
  /// Accents, letters and symbols are taken anywhere. Sub- and superscripts count in mathematics
  /// alone, and only when all of them has a Unicode form: `$\chi^2$` is χ², `$x_q$` is `x_q`. Font
  /// and text commands give their argument. A `$` that begins no mathematics (a price, an
  /// unbalanced one) stays, commands that are not known stay with their arguments, and no letter is
  /// ever lost. Text without TeX is returned as it is.
  package var texAsUnicode: String {
    guard hasSignsOfTeX else { return self }
    var converter = TeXConverter(self)
    return converter.convert()
  }

  /// Whether anything in it could be TeX: `\`, `$`, `~`, a grave accent or two hyphens.
  private var hasSignsOfTeX: Bool {
    var text = self
    return text.withUTF8 { bytes in
      var previous: UInt8 = 0
      for byte in bytes {
        if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "~")
          || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "-") && previous == byte
        {
          return true
        }
        previous = byte
      }
      return false
    }
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
