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
    return word.isFound(in: beginning) && beginsWithdrawn(Array(words(beginning).prefix(12)))
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

  private static func isAnnounced(words: [String]) -> Bool {
    words.indices.contains { words[$0] == "withdrawn" && isAnnounced(at: $0, of: words) }
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
    return before.allSatisfy { ["administratively", "has", "been"].contains($0) }
      || !things.isDisjoint(with: before)
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

  /// Whether a text begins by saying so: anything else in an abstract is prose.
  private static func beginsWithdrawn(_ words: [String]) -> Bool {
    guard let at = words.firstIndex(of: "withdrawn") else { return false }
    let fillers: Set<String> = [
      "this", "the", "our", "has", "have", "had", "been", "was", "is", "being", "now",
      "administratively", "temporarily", "present", "by",
    ]
    return !isFromElsewhere(words[(at + 1)...])
      && words[..<at].allSatisfy { fillers.contains($0) || things.contains($0) }
  }

  private static func words(_ text: UnsafeBufferPointer<UInt8>) -> [String] {
    text.split { !$0.isWordByte && $0 != UInt8(ascii: "-") }
      .map { String(decoding: $0, as: UTF8.self) }
  }
}

extension Needle {
  static let withdrawn = Needle("withdrawn")
}
