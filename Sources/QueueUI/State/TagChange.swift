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
    text.quotedWords.compactMap { word in
      let isAdded = word.first != "-"
      let tag = word.drop { $0 == (isAdded ? "+" : "-") }.filter { $0 != "\"" }
      return tag.allSatisfy(\.isWhitespace) ? nil : TagChange(tag: tag, isAdded: isAdded)
    }
  }
}

extension String {
  /// A tag as it stands in a line of tags: in quotes when it would come apart there.
  var asTagWord: String {
    contains { $0.isWhitespace || $0 == "," } ? "\"\(self)\"" : self
  }

  /// The tags of a line, parted by blanks and commas outside of quotes.
  var tagWords: [String] {
    var tags: [String] = []
    for (index, part) in split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if index.isMultiple(of: 2) {
        tags += part.split { $0.isWhitespace || $0 == "," }.map(String.init)
      } else if part.contains(where: { !$0.isWhitespace }) {
        tags.append(String(part))
      }
    }
    return tags
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
