import Papers
import TerminalGrid

/// The authors of a paper in little room.
struct AuthorNames {
  private let authors: [Paper.Author]

  /// arXiv parts a collaboration from its members by an author called ":", who is left out.
  init(_ authors: [Paper.Author]) {
    self.authors =
      authors.contains { $0.name.count < 3 }
      ? authors.filter { $0.name.contains(where: \.isLetter) } : authors
  }

  /// As many last names as fit, and how many more authors there are: `Vaswani, Shazeer +6`. A
  /// collaboration is named in full.
  func short(columns: Int) -> String {
    guard let first = authors.first else { return "" }
    func shortName(_ author: Paper.Author) -> String { Self.shortName(author.name.texAsUnicode) }
    var text = shortName(first)
    // A paper may have thousands; only those that fit are looked at.
    for (index, author) in authors.enumerated().dropFirst() {
      let longer = "\(text), \(shortName(author))"
      let rest = authors.count - index - 1
      let tail = rest > 0 ? " +\(rest)" : ""
      if longer.displayWidth + tail.displayWidth > columns {
        let more = " +\(authors.count - index)"
        return text.truncated(toColumns: max(1, columns - more.displayWidth)) + more
      }
      text = longer
    }
    return text
  }

  /// Up to six names, and how many more there are.
  var abridged: String {
    func names(_ authors: some Sequence<Paper.Author>) -> String {
      authors.map(\.name.texAsUnicode).joined(separator: ", ")
    }
    guard authors.count > 7 else { return names(authors) }
    return names(authors.prefix(6)) + " and \(authors.count - 6) more"
  }

  /// All names, and behind each where its owner works if the feed tells.
  var full: String {
    authors.map { author in
      let places = author.affiliations.map(\.texAsUnicode).joined(separator: "; ")
      return author.name.texAsUnicode + (places.isEmpty ? "" : " (\(places))")
    }.joined(separator: ", ")
  }

  /// A collaboration's name without what only introduces it, else the last word of a name but for
  /// what stands behind a family name.
  static func shortName(_ name: String) -> String {
    let words = name.split(separator: " ")
    if words.count > 1, let last = words.last, groups.contains(last.lowercased()) {
      let introduction = words.prefix { introductions.contains($0.lowercased()) }
      return words.dropFirst(min(introduction.count, words.count - 2)).joined(separator: " ")
    }
    return words.last { !suffixes.contains($0) }.map(String.init) ?? name
  }

  private static let groups: Set<String> = [
    "collaboration", "collaborations", "consortium", "team", "group", "alliance",
  ]

  private static let introductions: Set<String> = ["the", "for", "on", "behalf", "of"]

  private static let suffixes: Set<Substring> = ["Jr.", "Jr", "Sr.", "II", "III", "IV"]
}
