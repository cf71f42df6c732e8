import Papers

/// Letters of TeX before and after its conversion, in a form in which they can be compared.
enum TeXLetters {
  /// The letters of `source` that are text: all but names of commands, lengths and colours.
  static func ofText(in source: String) -> [Unicode.Scalar] {
    var rest = source.unicodeScalars[...]
    var text = ""
    while let backslash = rest.firstIndex(of: "\\") {
      text += String(rest[..<backslash]) + " "
      rest = rest[backslash...].dropFirst()
      let name = String(rest.prefix { $0.isASCII && $0.properties.isAlphabetic })
      rest = rest.dropFirst(max(name.unicodeScalars.count, 1))
      if name.hasSuffix("color") {
        rest = withoutColor(rest)
      } else if ["hspace", "vspace", "hskip", "vskip", "kern", "mkern", "mskip"].contains(name) {
        rest = withoutLength(rest)
      }
    }
    return all(in: text + String(rest))
  }

  private typealias Rest = Substring.UnicodeScalarView

  /// What follows `{red}`.
  private static func withoutColor(_ rest: Rest) -> Rest {
    let group = rest.drop { $0 == " " }
    guard group.first == "{",
      let stop = group.dropFirst().firstIndex(where: { "{}\\".unicodeScalars.contains($0) }),
      group[stop] == "}"
    else { return rest }
    return group[stop...]
  }

  /// What follows `-2mu` or `{1cm}`.
  private static func withoutLength(_ rest: Rest) -> Rest {
    let unit = rest.drop { "*{ +-.0123456789".unicodeScalars.contains($0) }
    let isLength = ["pt", "em", "ex", "cm", "mm", "in", "mu"].contains(String(unit.prefix(2)))
    return isLength ? unit.dropFirst(2) : rest
  }

  /// All letters of `text`: folded, so that they are the same raised, in another alphabet or with
  /// an accent, and no more dotless.
  static func all(in text: String) -> [Unicode.Scalar] {
    text.folded.unicodeScalars.lazy.map { $0 == "ı" ? "i" : $0 == "ȷ" ? "j" : $0 }
      .filter(\.properties.isAlphabetic)
  }

  /// The first letter of `source` that is not found, in its turn, in `result`.
  static func lost(of source: String, in result: String) -> Unicode.Scalar? {
    let letters = all(in: result)
    var next = 0
    for letter in ofText(in: source) {
      while next < letters.count, letters[next] != letter { next += 1 }
      if next == letters.count { return letter }
      next += 1
    }
    return nil
  }
}
