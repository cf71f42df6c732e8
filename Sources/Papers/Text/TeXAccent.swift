/// An accent of TeX, which stands before the letter that carries it.
struct TeXAccent {
  /// The character of its command: `'` in `\'e`, `v` in `\v{c}`.
  private let key: Unicode.Scalar
  /// The combining mark, for letters that Unicode does not have with the accent.
  private let mark: Unicode.Scalar

  /// Whether its command is a letter, which needs a blank or brace behind it.
  var isLetter: Bool { key.properties.isAlphabetic }

  /// Accents like `\'`.
  init?(symbol: Unicode.Scalar) {
    guard !symbol.properties.isAlphabetic, let mark = Self.marks[symbol] else { return nil }
    self.init(key: symbol, mark: mark)
  }

  /// Accents like `\v`.
  init?(command: String) {
    guard command.unicodeScalars.count == 1, let key = command.unicodeScalars.first,
      key.properties.isAlphabetic, let mark = Self.marks[key]
    else { return nil }
    self.init(key: key, mark: mark)
  }

  /// Accents of mathematics, like `\hat`.
  init?(mathCommand: String) {
    guard let (key, mark) = Self.mathMarks[mathCommand] else { return nil }
    self.init(key: key, mark: mark)
  }

  private init(key: Unicode.Scalar, mark: Unicode.Scalar) {
    self.key = key
    self.mark = mark
  }

  /// A letter with this accent; nil for what carries none.
  func on(_ letter: Unicode.Scalar) -> [Unicode.Scalar]? {
    guard letter.properties.isAlphabetic else { return nil }
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
    ".": "\u{307}", "\"": "\u{308}", "r": "\u{30A}", "H": "\u{30B}", "v": "\u{30C}", "d": "\u{323}",
    "c": "\u{327}", "k": "\u{328}", "b": "\u{331}",
  ]

  /// The second scalar of a mark without letters of its own; the first is an accent of text.
  private static let mathMarks: [String: (Unicode.Scalar, Unicode.Scalar)] = [
    "grave": ("`", "\u{300}"), "acute": ("'", "\u{301}"), "hat": ("^", "\u{302}"),
    "widehat": ("^", "\u{302}"), "tilde": ("~", "\u{303}"), "widetilde": ("~", "\u{303}"),
    "bar": ("=", "\u{304}"), "breve": ("u", "\u{306}"), "dot": (".", "\u{307}"),
    "ddot": ("¨", "\u{308}"), "mathring": ("r", "\u{30A}"), "check": ("v", "\u{30C}"),
    "vec": ("→", "\u{20D7}"), "overline": ("¯", "\u{305}"),
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
    letters["¨"] = letters["\""]
    return letters
  }()
}
