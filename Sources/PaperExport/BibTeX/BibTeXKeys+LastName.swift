/// The last name in a key: arXiv's guess, which is not that of ``AuthorName``, so that an entry has
/// the key that arxiv.org gives it.
extension BibTeXKeys {
  /// The word that the first name in `name` ends in, without `Jr.` and the like, and with one or two
  /// prefixes right before it: `Adrian Del Maestro` gives `Del Maestro`, but `Jan van den Heuvel`
  /// gives `Heuvel`, for `den` is no prefix to arXiv. A group stays whole: `The ATLAS Collaboration`.
  static func lastName(of name: String) -> String {
    let parts = name.split { $0 == "," || $0 == ":" }
    guard let first = parts.first else { return "" }
    if let group = group(in: first) { return group }
    // `J.Smith` is two words.
    var words = first.replacing(".", with: ". ").split(separator: " ").map(String.init)
    if parts.count > 1, let addition = parts[1].split(separator: " ").first,
      juniors.contains(addition.lowercased())
    {
      words.append(String(addition))
    }
    guard let last = words.popLast() else { return "" }
    // What a name begins with is no prefix.
    let prefixed = words.dropFirst().suffix(2).reversed().prefix {
      prefixes.contains($0.lowercased())
    }
    if !prefixed.isEmpty { return (prefixed.reversed() + [last]).joined(separator: " ") }
    let hasGeneration = words.count > 1 && generations.contains(last.lowercased())
    return hasGeneration ? words[words.count - 1] : last
  }

  /// The words in ASCII up to one that begins with `collaboration`, `group` or `team`.
  private static func group(in name: Substring) -> String? {
    for run in name.split(whereSeparator: { !$0.isPartOfGroup }) {
      let words = run.split(separator: " ").map { $0.lowercased() }
      for end in words.indices.dropFirst().reversed() {
        if let group = groups.first(where: { words[end].hasPrefix($0) }) {
          return (words[..<end] + [group]).joined(separator: " ")
        }
      }
    }
    return nil
  }

  private static let prefixes: Set = [
    "van", "der", "de", "la", "von", "del", "della", "da", "mac", "ter", "dem", "di", "vaziri",
  ]
  private static let juniors: Set = ["jr", "jr.", "sr", "sr."]
  private static let generations = juniors.union(["i", "ii", "iii", "iv", "v"])
  private static let groups = ["collaboration", "group", "team"]
}

extension Character {
  fileprivate var isPartOfGroup: Bool { self == " " || isASCII && (isLetter || isNumber) }
}
