import ArXivFeed
import Papers
import Testing

@Suite("Recorded replies of arXiv", .enabled(if: RecordedReplies.areThere))
struct RecordedRepliesTests {
  private let received = Timestamp(milliseconds: 1_795_000_000_000)

  private func page(_ name: String) throws -> FeedPage {
    try AtomFeedParser.parse(RecordedReplies.bytes(name), receivedAt: received)
  }

  @Test(arguments: RecordedReplies.apiReplies)
  func everyReplyReadsAsItsTextSays(name: String) throws {
    let page = try page(name)
    let expected = ScannedEntry.scan(
      try RecordedReplies.bytes(name), taxonomy: RecordedReplies.taxonomy)
    #expect(page.warnings == [])
    #expect(page.papers.count == expected.count)
    for (paper, truth) in zip(page.papers, expected) {
      #expect(ScannedEntry(paper) == truth)
      #expect(paper.categories.first == paper.primaryCategory)
      #expect(paper.added == received)
    }
  }

  @Test(arguments: [
    ("api-search-testing-start0-max100.xml", 100, 0, 100),
    ("api-search-testing-start20-max10.xml", 10, 20, 10),
    ("api-search-cat-astro-ph-wildcard-63.xml", 63, 0, 63),
    ("api-idlist-missing-empty.xml", 0, 0, 100),
    ("legacy-api-search-del_maestro-10.xml", 10, 0, 10),
  ])
  func countsOfTheFeedAreRead(name: String, papers: Int, start: Int, asked: Int) throws {
    let page = try page(name)
    #expect([page.papers.count, page.startIndex, page.itemsPerPage] == [papers, start, asked])
  }

  @Test func pagesAgreeWithTheLongPage() throws {
    let long = try page("api-search-testing-start0-max100.xml")
    let pages = try [0, 10, 20].flatMap {
      try page("api-search-testing-start\($0)-max10.xml").papers
    }
    #expect(pages == Array(long.papers.prefix(30)))
  }

  @Test func attentionIsReadWhole() throws {
    let paper = try #require(try page("api-query-attention-2017.xml").papers.first)
    #expect(paper.reference.description == "1706.03762v7")
    #expect(paper.title == "Attention Is All You Need")
    #expect(
      paper.authors.map(\.name) == [
        "Ashish Vaswani", "Noam Shazeer", "Niki Parmar", "Jakob Uszkoreit", "Llion Jones",
        "Aidan N. Gomez", "Lukasz Kaiser", "Illia Polosukhin",
      ])
    #expect(paper.categories == ["cs.CL", "cs.LG"])
    #expect(paper.published.description == "2017-06-12T17:57:34.000Z")
    #expect(paper.updated.description == "2023-08-02T00:41:18.000Z")
    #expect(paper.comment == "15 pages, 5 figures")
    #expect(paper.journalRef == nil)
    #expect(paper.dois == [])
  }

  @Test func affiliationsAndOldIdentifiersAreRead() throws {
    let name = "api-idlist-oldscheme-astro-ph-0601001-affiliations.xml"
    let paper = try #require(try page(name).papers.first)
    #expect(paper.id == ArXivID("astro-ph/0601001"))
    #expect(
      paper.authors == [
        .init("Andrew Gould", affiliations: ["Ohio State"]),
        .init("Susan Dorsher", affiliations: ["Ohio State"]),
        .init("B. Scott Gaudi", affiliations: ["CfA"]),
        .init("Andrzej Udalski", affiliations: ["Warsaw University Observatory"]),
      ])
    #expect(paper.journalRef == "ActaAstron.56:1-50,2006")
    #expect(paper.abstract.hasPrefix("We derive the frequencies of hot Jupiters (HJs) with 3--5"))
    #expect(paper.abstract.contains("V_max<17.5. Hence"))
  }

  @Test func aPaperMayBeTitledZero() throws {
    let page = try page("api-idlist-title-is-zero.xml")
    #expect(page.papers.map(\.title) == ["0"])
    #expect(page.papers.map(\.reference.description) == ["2104.12255v1"])
  }

  @Test func wrappedTitlesAndCommentsAreOneLine() throws {
    let paper = try #require(try page("legacy-api-search-cs-RO-neural-2.xml").papers.first)
    #expect(
      paper.title
        == "RDD: Retrieval-Based Demonstration Decomposer for Planner Alignment in Long-Horizon Tasks"
    )
    #expect(
      paper.comment
        == "39th Conference on Neural Information Processing Systems (NeurIPS 2025); "
        + "Project Website: rdd-neurips.github.io")
    #expect(!paper.abstract.contains("\n"))
    #expect(paper.abstract.hasSuffix("are available at rdd-neurips.github.io."))
    #expect(paper.categories == ["cs.RO", "cs.AI", "cs.CV", "cs.LG", "cs.SY", "eess.SY"])
  }

  @Test func paragraphsOfAbstractsAreKept() throws {
    let papers = try page("api-search-math-NT-or-math-AG-5.xml").papers
    #expect(papers[1].abstract.contains("is a prime number).\nThe proofs of our results use"))
  }

  @Test(arguments: [
    ("api-error-400-incorrect-id-format.xml", "incorrect id format for abc"),
    (
      "legacy-api-error-incorrect-id-format-from-manual.xml",
      "incorrect id format for 1234.12345"
    ),
  ])
  func errorFeedsAreRefusalsInArXivsWords(name: String, words: String) throws {
    #expect(throws: FeedError.refused(words)) { try page(name) }
  }

  @Test func theTextOfARateLimitIsNoFeed() throws {
    #expect(throws: FeedError.notXML("Rate exceeded.")) { try page("http-429-body.txt") }
  }

  @Test func aCutFeedIsAnErrorAsAWhole() throws {
    #expect(throws: FeedError.cutShort) { try page("malformed-truncated-rss-atom.xml") }
  }

  @Test func everyBeginningOfAFeedIsAnError() throws {
    let bytes = try RecordedReplies.bytes("api-search-glacier-2.xml")
    let last = try #require(bytes.lastIndex(of: UInt8(ascii: ">")))
    for length in stride(from: 0, through: last, by: 7) {
      #expect(throws: FeedError.self, "the first \(length) bytes") {
        try AtomFeedParser.parse(Array(bytes.prefix(length)), receivedAt: received)
      }
    }
  }
}
