/// How arXiv says that a paper was withdrawn: in words, for it has no flag (ARXIV.md 11).
package enum Withdrawal {
  /// Whether the comment speaks of a withdrawal, or the abstract begins with one. Both are folded.
  static func isAnnounced(
    comment: UnsafeBufferPointer<UInt8>, abstract: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let word = Needle.withdrawn
    if word.isFound(in: comment), isAnnounced(words: words(comment)) { return true }
    let beginning = UnsafeBufferPointer(rebasing: abstract.prefix(160))
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

  /// By whom, or as what: words that follow a withdrawal from arXiv.
  private static let agents: Set<String> = [
    "arxiv", "administrators", "admin", "author", "authors",
  ]

  /// What comes before the reason for a withdrawal.
  private static let reasons: Set<String> = ["due", "because", "owing", "since"]

  private static func isAnnounced(words: [String]) -> Bool {
    for (index, word) in words.enumerated() where word == "withdrawn" {
      // "submitted to and withdrawn from NATURE" is about a journal.
      let following = words[(index + 1)...].prefix(2)
      if following.first == "from", !agents.contains(following.last ?? "") { continue }
      let before = words[..<index].suffix(8)
      if before.contains("not") || before.contains("never") { continue }
      let isStart = before.allSatisfy { ["administratively", "has", "been"].contains($0) }
      let after = words[(index + 1)...].prefix(4)
      if isStart || before.contains(where: things.contains)
        || after.contains(where: { things.contains($0) || agents.contains($0) })
        || reasons.contains(following.first ?? "")
      {
        return true
      }
    }
    return false
  }

  /// Whether a text begins by saying so: anything else in an abstract is prose.
  private static func beginsWithdrawn(_ words: [String]) -> Bool {
    guard let at = words.firstIndex(of: "withdrawn") else { return false }
    let fillers: Set<String> = [
      "this", "the", "our", "has", "have", "had", "been", "was", "is", "being", "now",
      "administratively", "temporarily", "present", "by",
    ]
    guard
      words[(at + 1)...].first != "from"
        || agents.contains(words[(at + 1)...].dropFirst().first ?? "")
    else { return false }
    return words[..<at].allSatisfy { fillers.contains($0) || things.contains($0) }
  }

  private static func words(_ text: UnsafeBufferPointer<UInt8>) -> [String] {
    text.split { !$0.isWordByte && $0 != UInt8(ascii: "-") }
      .map { String(decoding: $0, as: UTF8.self) }
  }
}

extension Needle {
  fileprivate static let withdrawn = Needle("withdrawn")
}
