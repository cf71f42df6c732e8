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

  private static func author(_ text: String) -> Paper.Author {
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "("), open != text.startIndex else {
      return Paper.Author(text)
    }
    let affiliation = text[text.index(after: open)...].dropLast()
    return Paper.Author(
      FeedText.collapsed(String(text[..<open])),
      affiliations: [FeedText.collapsed(String(affiliation))])
  }

  private static let suffixes: Set<String> = [
    "Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", "V",
  ]
}
