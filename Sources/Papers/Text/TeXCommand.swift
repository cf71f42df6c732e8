/// Commands by what is done with them.
enum TeXCommand {
  /// Give their argument: it is in another font, or marked in another way that text cannot show.
  static let fonts = words(
    """
    emph textit textbf texttt textsc textrm textsf textsl textup textnormal textmd text mbox hbox
    mathrm mathbf mathit mathsf mathtt mathnormal mathop mathrel mathbin boldsymbol bm pmb bold
    operatorname underline uline textulc gls Gls glspl Glspl acrshort acrfull acrlong ac enquote
    """)

  /// Govern the rest of their group.
  static let declarations = words(
    """
    rm it bf tt sc sf sl em cal frak rmfamily itshape bfseries ttfamily scshape sffamily slshape
    normalfont upshape mdseries
    """)

  /// Blanks of any width.
  static let spaces = words("quad qquad thinspace enspace enskip space medspace thickspace")

  /// Names of functions, which are read as words.
  static let operators = words(
    """
    log ln lg exp sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan max min sup inf
    lim limsup liminf arg det dim ker deg gcd hom Pr mod bmod argmax argmin
    """)

  /// Say only how large or where something is set.
  static let invisible = words(
    """
    left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr limits nolimits
    displaystyle textstyle scriptstyle
    """)

  /// Letters of European languages.
  static let letters: [String: String] = [
    "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "o": "ø", "O": "Ø", "oe": "œ", "OE": "Œ",
    "ss": "ß", "SS": "ẞ", "l": "ł", "L": "Ł", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ",
    "th": "þ", "TH": "Þ", "ng": "ŋ", "NG": "Ŋ", "i": "ı", "j": "ȷ",
  ]

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
