import Papers

/// The authors of a daily feed, which stand in one text: `A B, C D (Affil, Place), E F, Jr.`
enum AuthorList {
  /// Splits at commas outside parentheses; `Jr.` and the like belong to the name before them.
  static func parse(_ text: String) -> [Paper.Author] {
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    var depth = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      case "," where depth == 0:
        parts.append(FeedText.collapsed(String(part)))
        part = String.UnicodeScalarView()
        continue
      default: break
      }
      part.append(scalar)
    }
    parts.append(FeedText.collapsed(String(part)))
    var authors: [Paper.Author] = []
    for part in parts where !part.isEmpty {
      if suffixes.contains(part), let last = authors.indices.last {
        let name = authors[last].name + ", " + part
        if name.utf8.count <= FieldBound.name { authors[last].name = name }
      } else {
        let author = author(part)
        authors.take(author.name, affiliations: author.affiliations)
      }
    }
    return authors
  }

  /// A name, and behind it the affiliations, each in parentheses of its own.
  private static func author(_ text: String) -> Paper.Author {
    var name = text[...]
    var affiliations: [String] = []
    while let open = beginningOfParenthesis(endingAt: name), open > name.startIndex {
      let affiliation = FeedText.collapsed(String(name[name.index(after: open)...].dropLast()))
      if !affiliation.isEmpty { affiliations.insert(affiliation, at: 0) }
      name = name[..<open]
      while name.last == " " { name.removeLast() }
    }
    return Paper.Author(String(name), affiliations: affiliations)
  }

  /// Where the parenthesis opens that closes at the end of a text; nil where none does.
  private static func beginningOfParenthesis(endingAt text: Substring) -> Substring.Index? {
    guard text.last == ")" else { return nil }
    var depth = 0
    for index in text.indices.reversed() {
      if text[index] == ")" { depth += 1 }
      if text[index] == "(" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  private static let suffixes: Set<String> = [
    "Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", "V",
  ]
}
