extension Withdrawal {
  /// Why a paper was withdrawn, as its comment says, or else the beginning of its abstract: `due to a
  /// crucial sign error in equations (45)-(49)`. Nil when neither gives a reason. It is asked of
  /// papers that ``isAnnounced(comment:abstract:)`` holds for.
  package static func reason(comment: String, abstract: String) -> String? {
    [comment, String(abstract.prefix(600))].lazy.compactMap(reason).first
  }

  private static func reason(in text: String) -> String? {
    let sentences = sentences(of: text)
    for (index, words) in sentences.enumerated() {
      guard let place = words.firstIndex(where: { $0.bare == "withdrawn" }) else { continue }
      let after = words[(place + 1)...]
      if let start = after.firstIndex(where: { beginnings.contains($0.bare) }) {
        return phrase(words[start...])
      }
      // "Due to an error, this paper has been withdrawn."
      let before = words[..<place]
      if let start = before.firstIndex(where: { causes.contains($0.bare) }),
        let comma = before[start...].lastIndex(where: { $0.hasSuffix(",") })
      {
        return phrase(before[start...comma])
      }
      if index + 1 < sentences.count, isReason(sentences[index + 1]) {
        return phrase(sentences[index + 1])
      }
      return after.contains { $0.bare == "arxiv" } ? phrase(after) : nil
    }
    return nil
  }

  /// Words that begin a reason wherever they stand.
  private static let causes: Set<String> = ["due", "because", "owing", "since"]

  /// Words that begin a reason behind "withdrawn by the author".
  private static let beginnings = causes.union([
    "as", "for", "in", "pending", "following", "after", "until", "to", "on", "while", "so", "and",
  ])

  /// Whether the sentence that follows goes on about the withdrawal: it is neither the size of the
  /// paper nor a note on something else.
  private static func isReason(_ sentence: ArraySlice<Substring>) -> Bool {
    let words = sentence.map(\.bare)
    return !words.starts(with: ["arxiv", "admin", "note"]) && !words.contains("withdrawn")
      && !words.contains { ["pages", "page", "pp", "figures", "figure"].contains($0) }
  }

  /// Words as a text, without the sign at their end.
  private static func phrase(_ words: ArraySlice<Substring>) -> String? {
    var text = words.joined(separator: " ")
    while let last = text.last, ".,;:! ".contains(last) { text.removeLast() }
    return text.isEmpty ? nil : text
  }

  /// The sentences of a text in words. A full stop behind an abbreviation ends none (`Eq. (5)`,
  /// `J. Comput.`), nor does one that neither a capital nor a number follows.
  private static func sentences(of text: String) -> [ArraySlice<Substring>] {
    let words = text.split(whereSeparator: \.isWhitespace)
    var sentences: [ArraySlice<Substring>] = []
    var start = 0
    for (index, word) in words.enumerated() where index + 1 < words.count {
      guard let end = word.last, ".!?;".contains(end) else { continue }
      let isInitial = word.bare.count == 1 && word.bare.allSatisfy(\.isLetter)
      let isAbbreviation = end == "." && (isInitial || abbreviations.contains(word.bare))
      let next = words[index + 1]
      let isBeginning = next.first.map { $0.isUppercase || $0.isNumber } ?? false
      if !isAbbreviation, end == ";" || isBeginning || next == "arXiv" {
        sentences.append(words[start...index])
        start = index + 1
      }
    }
    return sentences + [words[start...]]
  }

  private static let abbreviations: Set<String> = [
    "eq", "eqs", "fig", "figs", "sec", "thm", "lem", "prop", "cor", "def", "no", "vol", "dr",
    "prof", "al", "cf", "vs", "ref", "refs", "proc", "int", "conf", "i.e", "e.g",
  ]
}

extension Substring {
  /// The word in lower case, without the signs around it.
  fileprivate var bare: String {
    var word = self
    while let first = word.first, !first.isLetter, !first.isNumber { word.removeFirst() }
    while let last = word.last, !last.isLetter, !last.isNumber { word.removeLast() }
    return word.lowercased()
  }
}

extension Paper {
  /// Whether arXiv says that it was withdrawn; as `is:withdrawn` finds it.
  package var isWithdrawn: Bool {
    mentionsWithdrawal
      && Withdrawal.isAnnounced(comment: comment?.texAsUnicode ?? "", abstract: abstractText)
  }

  /// That the paper is withdrawn and why, in a line: `withdrawn: due to an error in Lemma 2`. Nil
  /// when it is not.
  package var withdrawalNotice: String? {
    guard isWithdrawn else { return nil }
    let (comment, abstract) = (comment?.texAsUnicode ?? "", abstractText)
    let reason = Withdrawal.reason(comment: comment, abstract: abstract)
    return "withdrawn" + (reason.map { ": \($0)" } ?? "")
  }

  /// Whether the word is there at all, so that others are told apart at the cost of a glance.
  private var mentionsWithdrawal: Bool {
    [comment ?? "", abstract].contains { text in
      let lowered = text.utf8.prefix(1000).map { $0 | 0x20 }
      return lowered.withUnsafeBufferPointer { Needle.withdrawn.isFound(in: $0) }
    }
  }
}
