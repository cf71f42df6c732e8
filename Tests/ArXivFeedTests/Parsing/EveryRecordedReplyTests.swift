import Foundation
import Papers
import Testing

@testable import ArXivFeed

/// One row for each file of the recordings, so that none is there without being read.
@Suite("Every recorded reply", .enabled(if: RecordedReplies.areThere))
struct EveryRecordedReplyTests {
  /// What a file is to be read as.
  enum Content {
    /// How many papers, the first and the last of them, and how many the query has.
    case api(Int, String, String, total: Int)
    /// How many announcements, the first and the last of them.
    case daily(Int, String, String)
    case error(FeedError)
  }

  private static let contents: [String: Content] = [
    "api-error-400-incorrect-id-format.xml": .error(.refused("incorrect id format for abc")),
    "api-idlist-1605.08386-two-authors.xml": .api(1, "1605.08386v1", "1605.08386v1", total: 1),
    "api-idlist-collaboration-34-authors.xml": .api(1, "1707.08567v1", "1707.08567v1", total: 1),
    "api-idlist-missing-empty.xml": .api(0, "", "", total: 0),
    "api-idlist-nonexistent-0808.05394-empty.xml": .api(0, "", "", total: 0),
    "api-idlist-oldscheme-astro-ph-0601001-affiliations.xml":
      .api(1, "astro-ph/0601001v1", "astro-ph/0601001v1", total: 1),
    "api-idlist-oldscheme-hep-ex-0406020v1.xml":
      .api(1, "hep-ex/0406020v1", "hep-ex/0406020v1", total: 1),
    "api-idlist-one-missing-one-found.xml": .api(1, "1707.08567v1", "1707.08567v1", total: 1),
    "api-idlist-title-is-zero.xml": .api(1, "2104.12255v1", "2104.12255v1", total: 1),
    "api-query-attention-2017.xml": .api(1, "1706.03762v7", "1706.03762v7", total: 1),
    "api-search-attention-or-transformer-3.xml":
      .api(3, "2201.00978v1", "2404.05657v1", total: 173_566),
    "api-search-cat-astro-ph-wildcard-63.xml":
      .api(63, "2604.21920v1", "2604.21013v1", total: 382_624),
    "api-search-glacier-2.xml": .api(2, "1107.0825v1", "2409.12034v2", total: 230),
    "api-search-llm-or-agents-20.xml": .api(20, "2605.22823v1", "2605.22732v1", total: 122_848),
    "api-search-math-NT-or-math-AG-5.xml": .api(5, "2606.28256v1", "2606.28085v1", total: 101_536),
    "api-search-phrase-llm-agents-5.xml": .api(5, "2603.20075v1", "2603.19798v1", total: 2379),
    "api-search-testing-start0-max10.xml": .api(10, "2202.12139v1", "1812.11470v1", total: 214_881),
    "api-search-testing-start0-max100.xml":
      .api(100, "2202.12139v1", "gr-qc/0103067v1", total: 214_881),
    "api-search-testing-start10-max10.xml":
      .api(10, "2403.16981v2", "2202.06271v1", total: 214_881),
    "api-search-testing-start20-max10.xml":
      .api(10, "2008.01944v1", "2602.15552v1", total: 214_881),
    "http-429-body.txt": .error(.notXML("Rate exceeded.")),
    "legacy-api-error-incorrect-id-format-from-manual.xml":
      .error(.refused("incorrect id format for 1234.12345")),
    "legacy-api-idlist-1111.2011v2.xml": .api(1, "1111.2011v2", "1111.2011v2", total: 1),
    "legacy-api-search-andnot-group-10.xml": .api(10, "1201.4869v1", "1111.2011v2", total: 24),
    "legacy-api-search-cs-RO-neural-2.xml": .api(2, "2510.14968v1", "2510.14827v1", total: 5619),
    "legacy-api-search-del_maestro-10.xml": .api(10, "1201.4869v1", "0807.2873v1", total: 31),
    "legacy-api-search-phrase-quantum-criticality-2.xml":
      .api(2, "1111.2011v2", "cond-mat/0607501v2", total: 2),
    "malformed-truncated-rss-atom.xml": .error(.cutShort),
    "oai-cs-2016-metadata-sample.jsonl.gz": .error(.notXML("")),
    "oai-listrecords-arXiv-withdrawn-excerpt.xml": .error(.notAFeed(root: "OAI-PMH")),
    "rss-atom-cs.AI-2025-08-20-first86.xml": .daily(86, "2508.13167v1", "2508.13434v1"),
    "rss-cs.AI-2026-04-27-excerpt-3.xml": .daily(3, "2604.21935v1", "2604.21937v1"),
    "rss-multi-category-2026-09-24-excerpt-4.xml": .daily(4, "2609.26811v1", "2009.13987v3"),
  ]

  private let received = Timestamp(milliseconds: 1_795_000_000_000)

  @Test func everyFileHasARow() throws {
    let folder = try #require(RecordedReplies.existingFolder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.sorted() == (Self.contents.keys + ["SOURCES.md"]).sorted())
  }

  @Test(arguments: contents.keys.sorted())
  func theFileIsWhatItsRowSays(name: String) throws {
    let bytes = try RecordedReplies.bytes(name)
    switch try #require(Self.contents[name]) {
    case .api(let count, let first, let last, let total):
      let page = try AtomFeedParser.parse(bytes, receivedAt: received)
      #expect(page.papers.count == count && page.totalResults == total)
      #expect(page.papers.first?.reference.description ?? "" == first)
      #expect(page.papers.last?.reference.description ?? "" == last)
      #expect(page.leftOut == 0 && page.warnings == [])
      expectWhole(page.papers)
    case .daily(let count, let first, let last):
      let feed = try DailyFeedParser.parse(bytes, receivedAt: received)
      #expect(feed.announcements.count == count && feed.warnings == [])
      #expect(feed.announcements.first?.paper.reference.description == first)
      #expect(feed.announcements.last?.paper.reference.description == last)
      expectWhole(feed.announcements.map(\.paper))
    case .error(let error):
      #expect { try AtomFeedParser.parse(bytes, receivedAt: received) } throws: { thrown in
        if case .notXML("") = error, case .notXML = thrown as? FeedError { return true }
        return thrown as? FeedError == error
      }
    }
  }

  /// Real papers are far below the bounds, and have what every paper has.
  private func expectWhole(_ papers: [Paper]) {
    for paper in papers {
      let texts =
        [paper.title, paper.abstract, paper.comment ?? "", paper.journalRef ?? ""]
        + paper.authors.map(\.name)
      #expect(texts.allSatisfy { !$0.hasSuffix(FieldBound.mark) })
      #expect(!paper.title.isEmpty && !paper.abstract.isEmpty && !paper.authors.isEmpty)
      #expect(!paper.categories.isEmpty && paper.primaryCategory == paper.categories[0])
    }
  }

  @Test func anExcerptOfRSSIsReadFieldByField() throws {
    let feed = try DailyFeedParser.parse(
      RecordedReplies.bytes("rss-cs.AI-2026-04-27-excerpt-3.xml"), receivedAt: received)
    #expect(feed.announcements.map(\.kind) == [.new, .new, .new])
    #expect(feed.announcements.map(\.paper.version) == [1, 1, 1])
    #expect(
      feed.announcements.allSatisfy {
        $0.paper.published.description == "2026-04-27T04:00:00.000Z"
      })
  }
}
