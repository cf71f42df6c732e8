/// The names of an `author` field.
enum BibTeXNames {
  /// The names in the order of speech, as arXiv has them: `Vaswani, Ashish and Shazeer, N.` are
  /// `Ashish Vaswani` and `N. Shazeer`. Names in braces stay whole; `others` is nobody.
  static func names(in field: String) -> [String] {
    split(field).compactMap { words in
      guard words != ["others"] else { return nil }
      let name = spoken(words.joined(separator: " ")).withoutOuterBraces
      return name.isEmpty ? nil : name
    }
  }

  /// The words of each name. An `and` in braces joins nothing.
  private static func split(_ field: String) -> [[String]] {
    var names: [[String]] = [[]]
    var depth = 0
    for word in field.split(whereSeparator: \.isWhitespace) {
      if depth == 0, word.lowercased() == "and" {
        names.append([])
      } else {
        names[names.count - 1].append(String(word))
        depth = Self.depth(after: word, from: depth)
      }
    }
    return names.filter { !$0.isEmpty }
  }

  /// `Last, First` and `Last, Jr, First` in the order of speech.
  private static func spoken(_ name: String) -> String {
    var parts: [String] = [""]
    var depth = 0
    for character in name {
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
        if character == "{" { depth += 1 } else if character == "}" { depth = max(0, depth - 1) }
      }
    }
    let words = parts.map(\.collapsed)
    switch words.count {
    case 1: return words[0]
    case 2: return [words[1], words[0]].filter { !$0.isEmpty }.joined(separator: " ")
    default:
      return ([words[2], words[0], words[1]] + words[3...]).filter { !$0.isEmpty }
        .joined(separator: " ")
    }
  }

  private static func depth(after word: Substring, from depth: Int) -> Int {
    word.reduce(depth) { depth, character in
      character == "{" ? depth + 1 : character == "}" ? max(0, depth - 1) : depth
    }
  }
}
