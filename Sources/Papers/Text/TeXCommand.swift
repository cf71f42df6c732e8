/// What a command of TeX means. The tables below are all that paperq knows of TeX's vocabulary;
/// `docs/tex.md` explains them.
enum TeXCommand {
  /// Characters, in text and in mathematics.
  case sign([Unicode.Scalar])
  /// Characters that stand close to what follows, to what precedes, or as spaced as on the left.
  case prefix([Unicode.Scalar]), suffix([Unicode.Scalar]), infix([Unicode.Scalar])
  /// A letter of a European language, which swallows the blank behind it.
  case letter([Unicode.Scalar])
  /// An accent on a letter of text, or on a letter of mathematics.
  case accent(TeXAccent), mathAccent(TeXAccent)
  /// Gives its argument in an alphabet that Unicode has.
  case alphabet(TeXAlphabet)
  /// Gives its argument, which is text even in mathematics when `isText`.
  case font(isText: Bool)
  /// Governs the rest of its group, perhaps in an alphabet.
  case declaration(TeXAlphabet?)
  /// A blank of any width, or one as wide as its argument says.
  case space, measuredSpace
  /// A shift by a length that follows: `\mkern-2mu`.
  case shift
  /// Says only how something is set.
  case invisible
  /// Says how large a bracket is set; means something in mathematics alone.
  case delimiterSize
  /// The name of a function, read as a word; or one that is its argument.
  case function([Unicode.Scalar]), operatorName
  case fraction, binomial, root, modulus, negation
  /// `{a \over b}` and `{n \choose k}`: divide their group.
  case over, choose
  /// Sets its first argument above or below the second.
  case stacked(isUpper: Bool)
  /// Raises or lowers its argument in text.
  case script(isUpper: Bool)
  case address, link, mathematics, color, coloredText
  /// Stays as written, and is not taken for an accent that has run into its letters.
  case unconvertible

  /// What the command of this name means, without its backslash; nil when it is not known.
  static func named(_ name: String) -> TeXCommand? { table[name] }

  private static let table: [String: TeXCommand] = {
    var table: [String: TeXCommand] = [:]
    func add(_ names: String, _ command: TeXCommand) {
      for name in words(names) { table[name] = command }
    }
    func addPairs(_ pairs: String, _ command: ([Unicode.Scalar]) -> TeXCommand) {
      let pairs = words(pairs)
      for index in stride(from: 0, to: pairs.count - 1, by: 2) {
        table[pairs[index]] = command(Array(pairs[index + 1].unicodeScalars))
      }
    }
    addPairs(TeXSymbol.signs, TeXCommand.sign)
    addPairs(TeXSymbol.prefixes, TeXCommand.prefix)
    addPairs(TeXSymbol.suffixes, TeXCommand.suffix)
    addPairs(TeXSymbol.infixes, TeXCommand.infix)
    addPairs(letters, TeXCommand.letter)
    for accent in TeXAccent.ofText { table[String(accent.key)] = .accent(accent) }
    for (names, accent) in TeXAccent.ofMathematics { add(names, .mathAccent(accent)) }
    for alphabet in TeXAlphabet.allCases {
      add(alphabet.commands, .alphabet(alphabet))
      add(alphabet.declarations, .declaration(alphabet))
    }
    add(textFonts, .font(isText: true))
    add(mathFonts, .font(isText: false))
    add(declarations, .declaration(nil))
    add("quad qquad thinspace enspace enskip space medspace thickspace newline par", .space)
    add("hspace vspace hskip vskip", .measuredSpace)
    add("kern mkern mskip", .shift)
    add(invisibleNames, .invisible)
    add(delimiterSizes, .delimiterSize)
    for name in words(functions) { table[name] = .function(Array(name.unicodeScalars)) }
    add("bmod", .function(Array("mod".unicodeScalars)))
    add("operatorname operatornamewithlimits", .operatorName)
    add("frac dfrac tfrac cfrac nicefrac sfrac", .fraction)
    add("binom dbinom tbinom", .binomial)
    add("sqrt", .root)
    add("pmod", .modulus)
    add("not", .negation)
    add("over", .over)
    add("choose", .choose)
    add("overset stackrel", .stacked(isUpper: true))
    add("underset", .stacked(isUpper: false))
    add("textsuperscript textsuper", .script(isUpper: true))
    add("textsubscript textsub", .script(isUpper: false))
    add("url path nolinkurl", .address)
    add("href", .link)
    add("ensuremath", .mathematics)
    add("color", .color)
    add("textcolor", .coloredText)
    add(unconvertibleNames, .unconvertible)
    return table
  }()

  private static let letters = """
    aa å AA Å ae æ AE Æ o ø O Ø oe œ OE Œ ss ß SS ẞ l ł L Ł dh ð DH Ð dj đ DJ Đ th þ TH Þ ng ŋ NG Ŋ
    i ı j ȷ
    """

  private static let textFonts = """
    emph textit textbf texttt textsc textrm textsf textsl textup textnormal textmd text mbox hbox
    underline uline textulc gls Gls glspl Glspl acrshort acrlong acrfull ac acp enquote hl ce num
    lowercase uppercase MakeUppercase MakeLowercase
    """

  private static let mathFonts = """
    mathrm mathbf mathit mathsf mathtt mathnormal mathop mathrel mathbin mathord mathopen mathclose
    boldsymbol boldmath bm pmb bold symbf symbfit symrm
    """

  private static let declarations = """
    rm it bf tt sc sf sl em rmfamily itshape bfseries ttfamily scshape sffamily slshape normalfont
    upshape mdseries tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge
    """

  private static let invisibleNames =
    "protect relax noindent xspace centering ignorespaces allowbreak"

  private static let delimiterSizes = """
    left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm limits
    nolimits displaystyle textstyle scriptstyle scriptscriptstyle nonumber
    """

  private static let functions = """
    log ln lg exp sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan max min sup inf
    lim limsup liminf arg det dim ker deg gcd lcm hom Pr mod argmax argmin sgn
    """

  /// Commands that often follow a word directly.
  private static let unconvertibleNames = """
    begin break centerline chapter cite citep citet clearpage cline def displaylines dotfill end
    footnote label leavevmode lstinline omit raggedright ref underbrace unskip verb overbrace
    """

  private static func words(_ text: String) -> [String] {
    text.unicodeScalars.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}
