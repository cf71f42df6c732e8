import Papers
import Testing

@testable import ArXivFeed

struct DailyFeedParserTests {
  private let received = Timestamp(milliseconds: 1_795_000_000_000)

  private func parsed(_ name: String) throws -> DailyFeed {
    try DailyFeedParser.parse(RecordedReplies.bytes(name), receivedAt: received)
  }

  @Test(.enabled(if: RecordedReplies.areThere))
  func aRecordedRSSFeedIsRead() throws {
    let feed = try parsed("rss-multi-category-2026-09-24-excerpt-4.xml")
    #expect(feed.warnings == [])
    #expect(feed.announcements.map(\.kind) == [.new, .new, .cross, .replace])
    let cross = feed.announcements[2].paper
    #expect(cross.reference.description == "2205.06398v2")
    #expect(cross.title == "Outlier Detection for Multi-Network Data")
    #expect(cross.categories == ["stat.ME", "stat.AP", "stat.ML"])
    #expect(cross.dois == ["10.1093/bioinformatics/btac431"])
    #expect(cross.authors.map(\.name) == ["Pritam Dey", "Zhengwu Zhang", "David B. Dunson"])
    #expect(cross.abstract.hasPrefix("It has become routine in neuroscience studies to measure"))
    #expect(cross.abstract.hasSuffix("in downstream applications."))
    // Announced in 2026, and submitted by the end of its identifier's month.
    #expect(cross.published.description == "2022-05-31T23:59:59.000Z")
    #expect(cross.updated.description == "2026-09-24T04:00:00.000Z")
    let new = feed.announcements[0].paper
    #expect(new.published.description == "2026-09-24T04:00:00.000Z")
    #expect(new.updated == new.published)
    #expect(feed.day?.description == "2026-09-24T00:00:00.000Z")
    #expect(feed.announcements.allSatisfy { $0.paper.hasApproximateDates })
  }

  @Test(.enabled(if: RecordedReplies.areThere))
  func aRecordedAtomFeedIsRead() throws {
    let feed = try parsed("rss-atom-cs.AI-2025-08-20-first86.xml")
    #expect(feed.warnings == [])
    #expect(feed.announcements.filter { $0.kind == .new }.count == 41)
    #expect(feed.announcements.filter { $0.kind == .cross }.count == 45)
    let first = feed.announcements[0].paper
    #expect(first.reference.description == "2508.13167v1")
    #expect(first.authors.count == 30)
    #expect(first.categories == ["cs.AI", "cs.CL"])
    #expect(first.abstract.hasPrefix("Recent advances in large language models (LLMs) and"))
    #expect(feed.announcements.allSatisfy { !$0.paper.abstract.contains("Announce Type") })
  }

  @Test func aDayWithoutAnnouncementIsNoError() throws {
    let text =
      "<rss version='2.0'><channel><title>cs.AI updates on arXiv.org</title></channel></rss>"
    #expect(
      try DailyFeedParser.parse(Array(text.utf8), receivedAt: received)
        == DailyFeed(announcements: []))
  }

  @Test func anErrorFeedIsARefusal() {
    for text in [
      "<rss version='2.0'><channel><title>Feed error for query: x</title>"
        + "<description>Bad archive 'x'.</description></channel></rss>",
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>Feed error for query: x</title>"
        + "<subtitle>Bad archive 'x'.</subtitle></feed>",
    ] {
      #expect(throws: FeedError.refused("Bad archive 'x'.")) {
        try DailyFeedParser.parse(Array(text.utf8), receivedAt: received)
      }
    }
  }

  @Test(arguments: [
    ("Ada Lovelace, Alan Turing", [Paper.Author("Ada Lovelace"), .init("Alan Turing")]),
    (
      "A B (Uni, Place), C D (X (Y, Z))",
      [.init("A B", affiliations: ["Uni, Place"]), .init("C D", affiliations: ["X (Y, Z)"])]
    ),
    ("Martin L. King, Jr., R. Roe, III", [.init("Martin L. King, Jr."), .init("R. Roe, III")]),
    ("Paulo Andr\\'e Lima de Castro", [.init("Paulo Andr\\'e Lima de Castro")]),
    ("(Collaboration), , X", [.init("(Collaboration)"), .init("X")]), ("", []),
    ("Unclosed (Place, More", [.init("Unclosed (Place, More")]),
    (
      "Fermi-LAT Collaboration, :, A B, : (X), C D",
      [.init("Fermi-LAT Collaboration"), .init("A B"), .init("C D")]
    ),
    ("A (X) (Y (Z)), B", [.init("A", affiliations: ["X", "Y (Z)"]), .init("B")]),
    ("A (Sasha) B (X)", [.init("A (Sasha) B", affiliations: ["X"])]),
    ("A B) (X", [.init("A B) (X")]), ("A B () (X)", [.init("A B", affiliations: ["X"])]),
  ])
  func authorsAreSplitAtCommasOutsideParentheses(text: String, authors: [Paper.Author]) {
    #expect(AuthorList.parse(text) == authors)
  }
}
