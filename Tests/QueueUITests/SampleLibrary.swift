import Papers
import TestSupport

extension Library {
  /// Three papers of this week, the newest first: a plain one, one with TeX and wide characters,
  /// and one with many authors.
  static let threeUnread = Library(papers: [
    Paper(
      id: ArXivID(literal: "2611.00003"), title: "Attention Is Mostly What You Need",
      abstract: "We show that attention is mostly enough.\nThe rest is engineering.",
      authors: [Paper.Author("Ada Lovelace"), Paper.Author("Alan Turing")],
      categories: ["cs.LG", "cs.CL"], published: day(21)),
    Paper(
      id: ArXivID(literal: "2611.00002"), version: 2,
      title: #"Schr\"odinger Bridges for 拡散モデル with $\alpha$-Divergence"#,
      abstract: "A bridge between two distributions.",
      authors: [Paper.Author(#"Erwin Schr\"odinger"#)],
      categories: ["stat.ML"], published: day(20), comment: "Accepted at ICML 2026"),
    Paper(
      id: ArXivID(literal: "2611.00001"),
      title: "A Very Large Collaboration Reports Its First Results",
      abstract: "Many people did this.",
      authors: (1...9).map { Paper.Author("Author Number\($0)") },
      categories: ["cs.AI"], published: day(19)),
  ])

  private static func day(_ day: Int) -> Timestamp {
    Timestamp(literal: "2026-11-\(day)T09:00:00Z")
  }
}

extension Library {
  /// Unread papers of the last days, "Paper number 1" the oldest.
  static func many(_ count: Int) -> Library {
    Library(
      papers: (1...count).map { number in
        Paper(
          id: ArXivID(literal: "2611.\(10_000 + number)"),
          title: "Paper number \(number)", abstract: "Abstract \(number).",
          authors: [Paper.Author("Grace Hopper")], categories: ["cs.LG"],
          published: Timestamp(
            milliseconds: DrivenApp.start.milliseconds - Int64(count - number + 1) * 60_000))
      })
  }
}
