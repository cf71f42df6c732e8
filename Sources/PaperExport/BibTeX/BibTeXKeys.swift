import Papers

/// Gives each entry of an export a key of its own: arXiv's, and a letter behind it when an earlier
/// entry has taken that.
struct BibTeXKeys {
  private var taken: Set<String> = []

  mutating func key(for paper: Paper) -> String {
    let base = Self.base(for: paper)
    var key = base
    var count = 0
    // BibTeX takes keys that differ in case alone for the same; ours are all lower case.
    while !taken.insert(key).inserted {
      key = base + Self.suffix(count)
      count += 1
    }
    return key
  }

  /// The last name of the first author, the year and the first four words of the title that are no
  /// stop words; of these the letters and digits, in lower case.
  ///
  /// Words are cut at blanks and compared before anything is taken off them, as arXiv does, so
  /// that `(a)` is a word. Without any letter or digit, or when no more is known of the paper than
  /// the identifier, the key is made of that.
  static func base(for paper: Paper) -> String {
    let name = paper.authors.first.map { Self.lastName(of: $0.name.texAsUnicode.cleanedLine) } ?? ""
    let words = paper.title.cleanedLine.split(separator: " ")
      .filter { !StopWords.all.contains($0.lowercased()) }
    let text = name + BibTeXEntry.year(of: paper) + words.prefix(4).joined()
    let key = String(text.filter { $0.isLetter || $0.isNumber }.lowercased().filter(\.isKeyPart))
    let isNameless = name.isEmpty && words.isEmpty || paper.isIdentifierAlone
    return isNameless ? "arxiv" + paper.id.fileName : key
  }

  /// `a` to `z`, then `aa`, `ab` and so on.
  private static func suffix(_ index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index % 26)))
    return index < 26 ? letter : suffix(index / 26 - 1) + letter
  }
}

extension Character {
  /// A letter or digit without marks that stand apart, so that a key is no place for anything odd.
  fileprivate var isKeyPart: Bool { unicodeScalars.count == 1 && (isLetter || isNumber) }
}
