import Papers
import TestSupport

/// Papers with long abstracts, authors and comments, no two of which look the same.
enum LongPapers {
  /// 90 of them, the newest first, each a minute older than the one before.
  static func papers(now: Timestamp) -> [Paper] {
    let words = ["diffusion", "of", "models", "the", "learning", "and", "reward", "we", "show"]
    return (1...90).map { number in
      let abstract = (0..<220).map { words[($0 * number + $0 / 7) % words.count] }
      return Paper(
        id: ArXivID(literal: "2611.\(10_000 + number)"),
        title: "Paper \(number) on \(abstract[..<9].joined(separator: " "))",
        abstract: abstract.joined(separator: " "),
        authors: (1...6).map { .init("Ada \(words[($0 + number) % 9].uppercased())") },
        categories: ["cs.LG"],
        published: Timestamp(milliseconds: now.milliseconds - Int64(number) * 60_000),
        comment: "Accepted at ICML 2026, \(number) pages")
    }
  }
}
