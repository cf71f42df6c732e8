/// A comment or a journal reference taken apart into words, with what stands between them.
///
/// Addresses are left out: `www` of a host is no conference. Letters and the digits behind them are
/// two words, so that `UAI2010`, `ICML'24` and `12pp` are read like `UAI 2010`, `ICML 24` and `12 pp`.
struct CommentWords {
  /// What stands between a word and the one before it.
  struct Gap: OptionSet {
    let rawValue: UInt16
    static let blank = Gap(rawValue: 1)
    static let comma = Gap(rawValue: 2)
    /// The end of a sentence or clause.
    static let stop = Gap(rawValue: 4)
    static let opening = Gap(rawValue: 8)
    static let closing = Gap(rawValue: 16)
    static let hyphen = Gap(rawValue: 32)
    static let apostrophe = Gap(rawValue: 64)
    static let colon = Gap(rawValue: 128)
    static let at = Gap(rawValue: 256)
    static let plus = Gap(rawValue: 512)
    /// A full stop that ends no sentence: of an abbreviation or a number.
    static let dot = Gap(rawValue: 1024)
    static let other = Gap(rawValue: 2048)

    /// What parts a list: `9 pages, AAAI 2015`.
    static let segment: Gap = [.comma, .stop, .colon, .opening]
  }

  struct Word {
    /// As it is written.
    var text: String
    /// In small letters.
    var lower: String
    /// What stands before it; empty where letters and digits touch.
    var gap: Gap

    /// The number, when it is one of at most four digits.
    var number: Int? {
      text.utf8.count <= 4 && text.utf8.allSatisfy(\.isASCIIDigit) ? Int(text) : nil
    }

    var isCapitalised: Bool { text.unicodeScalars.first?.properties.isUppercase ?? false }

    /// Whether it looks like the short name of a venue: `CoNEXT`, `NeurIPS`, `ICML`.
    var isAcronym: Bool {
      (2...15).contains(text.utf8.count) && text.utf8.allSatisfy(\.isASCIILetter)
        && text.utf8.filter { (0x41...0x5A).contains($0) }.count >= 2
    }
  }

  private(set) var words: [Word] = []

  /// More bytes of a comment than this are not looked at: nobody writes so much about a venue.
  private static let longest = 4096

  init(_ text: String) {
    let bytes = Array(text.utf8.prefix(Self.longest))
    var gap: Gap = .stop
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if Self.isInWord(byte) {
        if let end = Self.endOfAddress(bytes, at: index) {
          // What follows an address is another matter.
          index = end
          gap.insert(.comma)
          continue
        }
        let end = Self.endOfWord(bytes, at: index)
        append(bytes[index..<end], gap)
        gap = []
        index = end
      } else {
        gap.insert(Self.gap(bytes, at: index, after: words.last))
        // Of a sign of several bytes, those behind the first say nothing.
        repeat { index += 1 } while index < bytes.count && (0x80..<0xC0).contains(bytes[index])
      }
    }
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>, _ gap: Gap) {
    let text = String(decoding: bytes, as: UTF8.self)
    words.append(Word(text: text, lower: text.lowercased(), gap: gap))
  }

  /// Letters, digits, and what is not ASCII but for the signs of U+0080 to U+00BF and U+2000 to U+2FFF.
  private static func isInWord(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte >= 0x80 && byte != 0xC2 && byte != 0xE2
  }

  /// A run of letters, `&` among them, or a run of digits.
  private static func endOfWord(_ bytes: [UInt8], at start: Int) -> Int {
    let isNumber = bytes[start].isASCIIDigit
    var end = start + 1
    while end < bytes.count {
      let byte = bytes[end]
      let joins = byte == UInt8(ascii: "&") && end + 1 < bytes.count && bytes[end + 1].isASCIILetter
      guard isNumber ? byte.isASCIIDigit : !byte.isASCIIDigit && isInWord(byte) || joins else {
        break
      }
      end += 1
    }
    return end
  }

  private static func endOfAddress(_ bytes: [UInt8], at start: Int) -> Int? {
    let rest = bytes[start...]
    guard
      ["http://", "https://", "www."].contains(where: {
        rest.starts(with: $0.utf8, ignoringCase: true)
      })
    else { return nil }
    var end = start
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ")") { end += 1 }
    return end
  }

  private static func gap(_ bytes: [UInt8], at index: Int, after word: Word?) -> Gap {
    switch bytes[index] {
    case 0...0x20, UInt8(ascii: "\\"): .blank
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "|"): .stop
    case UInt8(ascii: "("), UInt8(ascii: "["): .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"): .closing
    case UInt8(ascii: "-"), UInt8(ascii: "_"): .hyphen
    case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "@"): .at
    case UInt8(ascii: "+"): .plus
    case 0xE2 where bytes[index...].starts(with: [0xE2, 0x80]):
      switch bytes[index...].dropFirst(2).first ?? 0 {
      case 0x90...0x95: .hyphen
      case 0x98, 0x99: .apostrophe
      default: .other
      }
    case UInt8(ascii: "."): endsSentence(bytes, at: index, after: word) ? .stop : .dot
    default: .other
    }
  }

  /// A full stop ends a sentence unless a word goes on behind it or an abbreviation stands before it.
  private static func endsSentence(_ bytes: [UInt8], at index: Int, after word: Word?) -> Bool {
    guard index + 1 < bytes.count else { return true }
    guard bytes[index + 1] <= 0x20 else { return false }
    guard let word else { return true }
    return word.text.utf8.count > 1 && !abbreviations.contains(word.lower)
  }

  private static let abbreviations: Set<String> = [
    "adv", "am", "ann", "appl", "astron", "astrophys", "bull", "chem", "comm", "commun", "comp",
    "comput", "conf", "dept", "disc", "ed", "eds", "eng", "fig", "figs", "grav", "inf", "inform",
    "inst", "instrum", "int", "intell", "intl", "jour", "lect", "lett", "mach", "math", "mech",
    "meth", "mod", "no", "nos", "nucl", "opt", "phil", "phys", "pp", "prob", "proc", "quant", "rev",
    "roy", "sci", "ser", "soc", "stat", "symp", "syst", "theor", "theoret", "trans", "univ", "vol",
    "vs", "zh", "process", "lang", "learn", "res", "sel", "acad", "nat", "natl", "anal", "topol",
    "geom", "combin", "bulg", "europhys", "intnl", "colloq", "sept", "jan", "feb", "mar", "apr",
    "aug",
    "oct", "nov", "dec", "jun", "jul", "sign", "inc", "dr", "st", "ieee", "nonlin",
  ]
}

extension CommentWords {
  var count: Int { words.count }

  subscript(index: Int) -> Word { words[index] }

  /// Whether words in small letters stand at a place.
  func matches(_ phrase: [String], at index: Int) -> Bool {
    guard index >= 0, index + phrase.count <= words.count else { return false }
    for (offset, word) in phrase.enumerated() where words[index + offset].lower != word {
      return false
    }
    return true
  }

  /// A year of four digits, or of two behind an apostrophe or hyphen; nil where none stands or
  /// where the number is one of a range.
  func year(at index: Int) -> Int? {
    guard index < words.count else { return nil }
    let word = words[index]
    guard let number = word.number else { return nil }
    if word.text.utf8.count == 2,
      !word.gap.isDisjoint(with: [.apostrophe, .hyphen]) || word.gap.isEmpty
    {
      return number < 70 ? 2000 + number : 1900 + number
    }
    guard word.text.utf8.count == 4, (1950...2099).contains(number) else { return nil }
    // `pp. 1995-2010`, `123:1999`
    if index > 0 {
      let previous = words[index - 1]
      if ["p", "pp", "page", "pages"].contains(previous.lower) { return nil }
      if previous.number != nil, !word.gap.isDisjoint(with: [.hyphen, .colon]) { return nil }
    }
    if index + 1 < words.count, words[index + 1].gap == .hyphen, words[index + 1].number != nil {
      return nil
    }
    return number
  }
}
