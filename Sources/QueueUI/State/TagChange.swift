/// A tag that is added to papers or taken away, as `edit-tags` takes it.
struct TagChange: Equatable {
  var tag: String
  var isAdded: Bool

  /// What to say when they change nothing.
  static func idleText(_ changes: [TagChange], papers count: Int) -> String {
    let tags = changes.map { "'\($0.tag)'" }.joined(separator: ", ")
    switch (changes.contains(where: \.isAdded), changes.contains { !$0.isAdded }) {
    case (true, false): return "tagged \(tags) already"
    case (false, true): return "there is no tag \(tags) to take away"
    default: return count == 1 ? "it has these tags already" : "they have these tags already"
    }
  }

  /// The changes of a text such as `+later -"to skim" theory`; a word without a sign is added.
  static func all(in text: String) -> [TagChange] {
    text.quotedWords.compactMap(TagChange.init)
  }

  /// The change of a word with its quotes; nil when it names no tag.
  fileprivate init?(_ word: String) {
    isAdded = word.first != "-"
    let sign: Character = isAdded ? "+" : "-"
    tag = word.drop { $0 == sign }.filter { $0 != "\"" }
    if tag.allSatisfy(\.isWhitespace) { return nil }
  }
}

/// A line of tags as it is edited: all tags that there shall be, or, with signs, what is added and
/// taken away.
struct TagLine: Equatable {
  /// The tags without a sign; nil where all words have one.
  private let tags: [String]?
  private let changes: [TagChange]

  init(_ text: String) {
    let words = text.quotedWords
    let signed = words.filter { word in word.first.map { "+-".contains($0) } ?? false }
    let plain = words.filter { !signed.contains($0) }.compactMap(TagChange.init).map(\.tag)
    tags = plain.isEmpty && !signed.isEmpty ? nil : plain
    changes = signed.compactMap(TagChange.init)
  }

  /// What it adds to papers that have these tags in common, and what it takes away, from those of them
  /// too that alone have it. Where all words have signs, the other tags stay.
  func changes(of common: [String]) -> (adding: [String], removing: [String]) {
    let wanted = changes.reduce(tags ?? common) { tags, change in
      tags.filter { $0 != change.tag } + (change.isAdded ? [change.tag] : [])
    }
    let removed = changes.filter { !$0.isAdded }.map(\.tag)
    return (
      adding: wanted.filter { !common.contains($0) },
      removing: (common + removed.filter { !common.contains($0) }).filter { !wanted.contains($0) }
    )
  }
}

extension String {
  /// A tag as it stands in a line of tags: in quotes when it would come apart there, or be taken for
  /// a change.
  var asTagWord: String {
    let isChange = first.map { "+-".contains($0) } ?? false
    return isChange || contains { $0.isWhitespace || $0 == "," } ? "\"\(self)\"" : self
  }

  /// The words of a text with their quotes, parted by blanks and commas outside of quotes.
  fileprivate var quotedWords: [String] {
    var isQuoted = false
    return split { character in
      if character == "\"" { isQuoted.toggle() }
      return !isQuoted && (character.isWhitespace || character == ",")
    }.map(String.init)
  }
}
