import LoopbackArXiv
import Papers
import TestSupport
import Testing

@testable import ArXivFeed

/// Announcements that nobody asked for on their day.
struct MissedAnnouncementTests {
  private let saturday = Timestamp(literal: "2026-11-21T12:00:00Z")
  private let papers: [Paper]

  init() {
    papers = GeneratedPapers.make(
      count: 60, endingAt: Timestamp(literal: "2026-11-20T23:00:00Z"), days: 3)
  }

  /// A daily source whose last announcement was taken in whole, and now a feed of a Saturday.
  private func source(
    lastAnnouncement day: String, _ categories: [String] = ["cs"],
    types: Set<AnnouncementType> = Set(AnnouncementType.allCases)
  ) throws -> LoopbackFetch {
    var fetch = try LoopbackFetch(papers, .daily(categories, types: types))
    let listing = SourceLedger.Listing(
      day: Timestamp(literal: "\(day)T00:00:00Z"), expected: 1, stored: 1, digest: "1")
    fetch.ledger = SourceLedger(query: fetch.source.subject)
    fetch.ledger.record(
      .listing(ListingAnswer(at: saturday.advanced(byDays: -2), ending: .listed(listing)))
    ) { _ in 0 }
    serveFeed(of: fetch.arXiv)
    return fetch
  }

  private func serveFeed(of arXiv: LoopbackArXiv) {
    let feed =
      "<rss version='2.0'><channel><title>cs updates on arXiv.org</title>"
      + "<lastBuildDate>Sat, 21 Nov 2026 00:00:00 -0500</lastBuildDate></channel></rss>"
    arXiv.answer(
      with: .reply(status: 200, contentType: "application/rss+xml", body: Array(feed.utf8))
    ) { $0.path.hasPrefix("/rss/") }
  }

  /// The first search that arXiv was asked for.
  private func search(in run: LoopbackFetch.Run) -> String? {
    run.requests.lazy.flatMap(\.queryItems).first { $0.name == "search_query" }?.value
  }

  private func isComputing(_ paper: Paper) -> Bool {
    paper.categories.contains { $0.hasPrefix("cs.") }
  }

  @Test func whatWasAnnouncedMeanwhileIsAskedForBySubmission() async throws {
    var fetch = try source(lastAnnouncement: "2026-11-18")
    let run = try await fetch.fetch(at: saturday)
    #expect(run.failure == nil)
    guard case .window(let missed) = run.entries.first else {
      Issue.record("the gap is not known first: \(run.entries)")
      return
    }
    #expect(missed.ending == .failed(cause: "the announcements of 19 to 20 Nov were missed"))
    #expect(
      search(in: run) == "(cat:cs.*) AND submittedDate:[202611110000 TO 202611210001]")
    #expect(fetch.ledger.gaps == [] && fetch.ledger.isOwedNothing)
    #expect(papers.contains(where: isComputing))
    #expect(papers.allSatisfy { fetch.library.contains($0.id) == isComputing($0) })
    #expect(fetch.ledger.last?.outcome == "complete")

    let next = try await fetch.fetch(at: saturday)
    #expect(next.requests.map(\.path) == ["/rss/cs"])
  }

  @Test func whatFailsIsAGapUntilTheNextFetch() async throws {
    var fetch = try source(lastAnnouncement: "2026-11-19")
    fetch.arXiv.answer(with: .status(503)) { $0.path == "/api/query" }
    let failed = try await fetch.fetch(at: saturday)
    #expect(failed.failure?.exitClass == .unreachable)
    #expect(fetch.ledger.gaps.map(\.cause) == ["arXiv answered 503 four times"])
    #expect(fetch.library.count == 0)
    #expect(fetch.ledger.completion == nil)

    fetch.arXiv.clearFaults()
    serveFeed(of: fetch.arXiv)
    let mended = try await fetch.fetch(at: saturday.advanced(byDays: 1))
    #expect(mended.failure == nil && fetch.ledger.gaps == [])
    #expect(papers.allSatisfy { fetch.library.contains($0.id) == isComputing($0) })
  }

  @Test func nothingIsMissedOverAWeekend() async throws {
    var fetch = try source(lastAnnouncement: "2026-11-20")
    let run = try await fetch.fetch(at: saturday)
    #expect(run.requests.map(\.path) == ["/rss/cs"])
    #expect(fetch.ledger.last?.outcome == "no announcement at weekends")
  }

  @Test func onlyWantedTypesAreMadeUpFor() async throws {
    var fetch = try source(lastAnnouncement: "2026-11-18", ["cs.LG"], types: [.new])
    _ = try await fetch.fetch(at: saturday)
    #expect(papers.contains { $0.categories.dropFirst().contains("cs.LG") })
    #expect(
      papers.allSatisfy { fetch.library.contains($0.id) == ($0.primaryCategory == "cs.LG") })
  }

  @Test(arguments: [
    (["cs.LG"], "(cat:cs.LG)"), (["CS.lg", "math"], "(cat:cs.LG OR cat:math.*)"),
    (["hep-th"], "(cat:hep-th)"), (["astro-ph"], "(cat:astro-ph OR cat:astro-ph.*)"),
  ])
  func archivesAreAskedForWithTheirClasses(categories: [String], search: String) async throws {
    var fetch = try source(lastAnnouncement: "2026-11-18", categories)
    let run = try await fetch.fetch(at: saturday)
    let asked = try #require(self.search(in: run))
    #expect(asked.hasPrefix(search + " AND submittedDate:"))
  }
}
