/// How arXiv says that a paper was withdrawn: in words, for it has no flag (ARXIV.md 11).
package enum Withdrawal {
  /// How many bytes of an abstract are looked at.
  static let beginning = 160

  /// Whether the comment speaks of a withdrawal, or the abstract begins with one. Both are folded.
  static func isAnnounced(
    comment: UnsafeBufferPointer<UInt8>, abstract: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let word = Needle.withdrawn
    if word.isFound(in: comment), isAnnounced(words: words(comment)) { return true }
    let beginning = UnsafeBufferPointer(rebasing: abstract.prefix(Self.beginning))
    return word.isFound(in: beginning) && beginsWithdrawn(words(beginning))
  }

  /// Whether a comment or the beginning of an abstract says that the paper was withdrawn.
  package static func isAnnounced(comment: String, abstract: String) -> Bool {
    comment.foldedBytes.withUnsafeBufferPointer { comment in
      abstract.foldedBytes.withUnsafeBufferPointer { abstract in
        isAnnounced(comment: comment, abstract: abstract)
      }
    }
  }

  /// What may be withdrawn.
  private static let things: Set<String> = [
    "paper", "article", "submission", "manuscript", "preprint", "document", "work", "version",
    "note", "eprint", "e-print", "letter", "thesis", "draft", "report",
  ]

  /// By whom, or from where: words that follow a withdrawal from arXiv.
  private static let agents: Set<String> = [
    "arxiv", "administrators", "admin", "author", "authors", "archive", "server",
  ]

  /// What comes before the reason for a withdrawal.
  private static let reasons: Set<String> = ["due", "because", "owing", "since"]

  /// Words right before a withdrawn paper that is another one: "supersedes the withdrawn paper".
  private static let determiners: Set<String> = [
    "the", "a", "an", "of", "our", "my", "supersedes", "replaces", "corrects", "extends",
  ]

  /// Words that speak of another paper, or with ``versions`` of another version.
  private static let others: Set<String> = ["previous", "earlier", "former", "older", "prior"]

  private static let versions: Set<String> = ["version", "versions", "draft", "submission"]

  /// What never means a withdrawal in the words before.
  private static let negations: Set<String> = ["not", "never"]

  /// What may stand between "withdrawn" and the beginning of its clause.
  private static let auxiliaries: Set<String> = ["administratively", "has", "been"]

  /// The words of a text, behind which of them a clause ends, and behind which more than a blank
  /// stands.
  private struct Words {
    var texts: [String] = []
    var ends: Set<Int> = []
    var breaks: Set<Int> = []
  }

  private static func isAnnounced(words: Words) -> Bool {
    words.texts.indices.contains { index in
      words.texts[index] == "withdrawn"
        && (isAnnounced(at: index, of: words.texts) || beginsClause(at: index, of: words))
    }
  }

  /// Whether a clause begins with it, as in "10 pages. Withdrawn", and does not go on about a journal.
  private static func beginsClause(at index: Int, of words: Words) -> Bool {
    let start = words.ends.filter { $0 < index }.max().map { $0 + 1 } ?? 0
    let after = words.texts[(index + 1)...]
    let goesOn = after.first.map { continuations.contains($0) } ?? true
    return words.texts[start..<index].allSatisfy { auxiliaries.contains($0) }
      && (start == 0 || words.ends.contains(index) || goesOn) && !isFromElsewhere(after)
  }

  private static func isAnnounced(at index: Int, of words: [String]) -> Bool {
    let before = words[..<index].suffix(8)
    let after = words[(index + 1)...]
    let isAboutOther = zip(before, before.dropFirst()).contains { word, next in
      others.contains(word) && versions.contains(next)
    }
    if isFromElsewhere(after) || isAboutOther || !others.isDisjoint(with: before.suffix(4))
      || !negations.isDisjoint(with: before) || determiners.contains(before.last ?? "")
    {
      return false
    }
    return !things.isDisjoint(with: before)
      || after.prefix(4).contains { things.contains($0) || agents.contains($0) }
      || reasons.contains(after.first ?? "")
  }

  /// Whether what follows names a place other than arXiv: "submitted to and withdrawn from NATURE"
  /// is about a journal.
  private static func isFromElsewhere(_ after: ArraySlice<String>) -> Bool {
    let fillers: Set<String> = ["by", "the", "this", "its", "author", "authors"]
    var rest = after.drop { fillers.contains($0) }
    guard rest.popFirst() == "from" else { return false }
    return !agents.contains(rest.first { !fillers.subtracting(agents).contains($0) } ?? "")
  }

  /// Whether a text begins by saying so: anything else in an abstract is prose, and so are "the
  /// withdrawn stocks" and "withdrawn students".
  private static func beginsWithdrawn(_ words: Words) -> Bool {
    guard let at = words.texts.prefix(12).firstIndex(of: "withdrawn") else { return false }
    let verbs: Set<String> = ["has", "have", "had", "been", "was", "is", "being"]
    let fillers: Set<String> = [
      "this", "the", "our", "now", "administratively", "temporarily", "present", "by",
    ]
    let (before, after) = (words.texts[..<at], words.texts[(at + 1)...])
    let goesOn = after.first.map { continuations.contains($0) } ?? true
    return !isFromElsewhere(after) && !determiners.contains(before.last ?? "")
      && before.allSatisfy { verbs.union(fillers).contains($0) || things.contains($0) }
      && (goesOn || words.breaks.contains(at)
        || !verbs.union(things).isDisjoint(with: before))
  }

  /// Words that go on behind a paper that is withdrawn.
  private static let continuations = reasons.union([
    "by", "from", "as", "for", "pending", "until", "and",
  ])

  private static func words(_ text: UnsafeBufferPointer<UInt8>) -> Words {
    var words = Words()
    var start = text.startIndex
    for index in 0...text.count {
      if index < text.count, text[index].isWordByte || text[index] == UInt8(ascii: "-") { continue }
      if start < index {
        words.texts.append(String(decoding: text[start..<index], as: UTF8.self))
      }
      start = index + 1
      if index < text.count, text[index] != UInt8(ascii: " "), !words.texts.isEmpty {
        words.breaks.insert(words.texts.count - 1)
      }
      // A full stop amid a number or a name ends nothing.
      guard index < text.count, ".!?;:".utf8.contains(text[index]), !words.texts.isEmpty,
        index + 1 == text.count || " \n".utf8.contains(text[index + 1])
      else { continue }
      words.ends.insert(words.texts.count - 1)
    }
    return words
  }
}

extension Needle {
  static let withdrawn = Needle("withdrawn")
}
