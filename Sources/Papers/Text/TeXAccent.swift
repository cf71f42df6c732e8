/// An accent of TeX, which stands before the letter that carries it.
struct TeXAccent {
  /// The character of its command: `'` in `\'e`, `v` in `\v{c}`; the mark itself for one without
  /// letters of its own.
  let key: Unicode.Scalar
  /// The combining mark, for letters that Unicode does not have with the accent.
  private let mark: Unicode.Scalar

  /// Whether its command is a letter, which needs a blank or brace behind it.
  var isLetter: Bool { key.isLetter }

  /// Whether it may run over several letters.
  var isLine: Bool { mark == "\u{305}" }

  /// The accents of text.
  static let ofText = marks.map { TeXAccent(key: $0.key, mark: $0.value) }

  /// The accents of mathematics, after the names of their commands.
  static let ofMathematics: [(names: String, accent: TeXAccent)] = [
    ("grave", .init(key: "`", mark: "\u{300}")), ("acute", .init(key: "'", mark: "\u{301}")),
    ("hat widehat", .init(key: "^", mark: "\u{302}")),
    ("tilde widetilde", .init(key: "~", mark: "\u{303}")),
    ("bar", .init(key: "=", mark: "\u{304}")), ("breve", .init(key: "u", mark: "\u{306}")),
    ("dot", .init(key: ".", mark: "\u{307}")), ("ddot", .init(key: "\u{308}", mark: "\u{308}")),
    ("mathring", .init(key: "r", mark: "\u{30A}")),
    ("check widecheck", .init(key: "v", mark: "\u{30C}")),
    ("overline", .init(key: "\u{305}", mark: "\u{305}")),
    ("vec overrightarrow", .init(key: "\u{20D7}", mark: "\u{20D7}")),
    ("dddot", .init(key: "\u{20DB}", mark: "\u{20DB}")),
    ("slashed", .init(key: "\u{338}", mark: "\u{338}")),
  ]

  /// Accents like `\'`.
  init?(symbol: Unicode.Scalar) {
    guard !symbol.isLetter, let mark = Self.marks[symbol] else { return nil }
    self.init(key: symbol, mark: mark)
  }

  private init(key: Unicode.Scalar, mark: Unicode.Scalar) {
    self.key = key
    self.mark = mark
  }

  /// A letter with this accent; nil for what carries none.
  func on(_ letter: Unicode.Scalar) -> [Unicode.Scalar]? {
    guard letter.isLetter else { return nil }
    // `\"` is an umlaut on vowels; before other letters it is a quote that someone escaped.
    if key == "\"", letter.isASCII, !"aeiouyAEIOUY".unicodeScalars.contains(letter) { return nil }
    return composed(with: letter).map { [$0] } ?? [letter, mark]
  }

  /// The one scalar for a letter with this accent, if Unicode has it.
  func composed(with letter: Unicode.Scalar) -> Unicode.Scalar? {
    // A dotless letter is only written so because of the accent.
    let letter: Unicode.Scalar = letter == "ı" ? "i" : letter == "ȷ" ? "j" : letter
    return Self.letters[key]?[letter]
  }

  private static let marks: [Unicode.Scalar: Unicode.Scalar] = [
    "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}", "u": "\u{306}",
    ".": "\u{307}", "\"": "\u{308}", "h": "\u{309}", "r": "\u{30A}", "H": "\u{30B}",
    "v": "\u{30C}", "d": "\u{323}", "c": "\u{327}", "k": "\u{328}", "b": "\u{331}",
  ]

  /// ``composed`` by accent and letter.
  private static let letters: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = {
    var letters: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = [:]
    for line in composed.unicodeScalars.split(separator: "\n") {
      guard let key = line.first else { continue }
      let pairs = Array(line.dropFirst())
      for index in stride(from: 0, to: pairs.count - 1, by: 2) {
        letters[key, default: [:]][pairs[index]] = pairs[index + 1]
      }
    }
    // The mathematical umlaut has no rule against consonants.
    letters["\u{308}"] = letters["\""]
    return letters
  }()
}
