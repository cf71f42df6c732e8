import LoopbackArXiv
import Papers
import TestSupport
import Testing

@testable import ArXivFeed

/// Replacements that are announced before arXiv's API has them.
struct ReplacementTests {
  private let friday = Timestamp(literal: "2026-11-20T12:00:00Z")
  private let saturday = Timestamp(literal: "2026-11-21T12:00:00Z")
  private let id = ArXivID(literal: "2611.00001")
  private var fetch: LoopbackFetch

  init() throws {
    fetch = try LoopbackFetch([], .daily(["cs"]))
    announce(3)
  }

  /// A version as the API gives it.
  private func paper(_ version: Int) -> Paper {
    Paper(
      id: id, version: version, title: "Glaciers", abstract: "As the API has version \(version).",
      authors: [Paper.Author("A B")], categories: ["cs.AI"],
      published: Timestamp(literal: "2026-11-01T10:00:00Z"),
      updated: Timestamp(literal: "2026-11-0\(version)T10:00:00Z"), comment: "9 pages")
  }

  private func announce(_ version: Int?) {
    let item = version.map { version in
      """
      <item><title>Glaciers</title><guid>oai:arXiv.org:\(id)v\(version)</guid>\
      <description>arXiv:\(id)v\(version) Announce Type: replace
      Abstract: As the feed has it.</description><category>cs.AI</category>\
      <pubDate>Fri, 20 Nov 2026 00:00:00 -0500</pubDate>\
      <arxiv:announce_type>replace</arxiv:announce_type><dc:creator>A B</dc:creator></item>
      """
    }
    let feed = """
      <rss xmlns:arxiv="http://arxiv.org/schemas/atom" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel>\
      <title>cs updates on arXiv.org</title>\
      <lastBuildDate>\(item == nil ? "Sat, 21" : "Fri, 20") Nov 2026 00:00:00 -0500</lastBuildDate>\
      \(item ?? "")</channel></rss>
      """
    fetch.arXiv.answer(
      with: .reply(status: 200, contentType: "application/rss+xml", body: Array(feed.utf8))
    ) { $0.path.hasPrefix("/rss/") }
  }

  private func asked(_ run: LoopbackFetch.Run) -> [String] {
    run.requests.compactMap { $0["id_list"] }
  }

  @Test mutating func isKeptAsTheFeedGaveItAndOwedUntilItCame() async throws {
    fetch.hold([paper(2)])
    let first = try await fetch.fetch(at: friday)
    #expect(asked(first) == ["2611.00001v3", "2611.00001v3", "2611.00001v3"])
    #expect(first.result?.received == 1 && first.result?.missing == [id])
    let asFed = try #require(fetch.library.paper(id))
    #expect(asFed.version == 3 && asFed.abstract == "As the feed has it.")
    #expect(asFed.published == paper(2).published && asFed.hasApproximateDates)
    let owed = [ArXivReference(id: id, version: 3)]
    #expect(fetch.ledger.listing?.missing == owed && !fetch.ledger.isOwedNothing)

    // The API lags behind.
    announce(nil)
    fetch.arXiv.papers = [paper(2)]
    let second = try await fetch.fetch(at: saturday)
    #expect(asked(second) == ["2611.00001"])
    #expect(fetch.library.paper(id)?.version == 3)
    #expect(fetch.ledger.listing?.missing == owed && !fetch.ledger.isOwedNothing)

    fetch.arXiv.papers = [paper(3)]
    _ = try await fetch.fetch(at: saturday)
    var complete = paper(3)
    complete.sources = ["mine"]
    #expect(fetch.library.paper(id) == complete)
    #expect(fetch.ledger.listing?.missing == [] && fetch.ledger.isOwedNothing)
  }

  @Test mutating func aNewerVersionPaysTheDebtToo() async throws {
    fetch.hold([paper(2)])
    _ = try await fetch.fetch(at: friday)
    announce(nil)
    fetch.arXiv.papers = [paper(4)]
    _ = try await fetch.fetch(at: saturday)
    #expect(fetch.library.paper(id)?.version == 4)
    #expect(fetch.ledger.isOwedNothing)
  }

  @Test mutating func whatTheLibraryHasInThatVersionStays() async throws {
    fetch.hold([paper(3)])
    let run = try await fetch.fetch(at: friday)
    #expect(run.result?.received == 0)
    #expect(fetch.library.paper(id) == paper(3))
  }
}
