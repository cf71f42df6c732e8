import LoopbackArXiv
import Papers
import TestSupport
import Testing

@testable import ArXivFeed

/// Ledgers of daily feeds and of lists of ids.
struct AnnouncementFetchTests {
  private let now = Timestamp(milliseconds: 1_795_000_000_000)
  private let papers: [Paper]

  init() {
    papers = GeneratedPapers.make(
      count: 60, endingAt: Timestamp(milliseconds: 1_795_000_000_000), days: 2)
  }

  private func announced() throws -> LoopbackFetch { try LoopbackFetch(papers, .daily(["cs"])) }

  private func emptyFeed(_ date: String) -> LoopbackFault {
    let text =
      "<rss version='2.0'><channel><title>cs updates on arXiv.org</title>"
      + "<lastBuildDate>\(date) 00:00:00 -0500</lastBuildDate></channel></rss>"
    return .reply(status: 200, contentType: "application/rss+xml", body: Array(text.utf8))
  }

  @Test func anAnnouncementIsWholeAndItsMarkIsSentWithTheNextRequest() async throws {
    var fetch = try announced()
    let first = try await fetch.fetch(at: now)
    let count = try #require(first.result?.expected)
    let listing = try #require(fetch.ledger.listing)
    #expect(count > 5 && listing.expected == count && listing.stored == count)
    #expect(listing.isWhole && listing.mark != nil && listing.day == listing.day?.startOfDay)
    #expect(fetch.ledger.last == .init(at: now, outcome: "complete"))
    #expect(fetch.ledger.completion == .init(at: now, request: "daily cs"))

    let second = try await fetch.fetch(at: now)
    #expect(second.requests.map { $0.headers["if-none-match"] } == [listing.mark])
    #expect(second.result?.note == "no new announcement" && second.failure == nil)
    #expect(fetch.ledger.listing == listing)
    #expect(fetch.ledger.completion != nil)
  }

  @Test func aRepeatedAnnouncementIsKnownByItsPapersWhateverItsDate() async throws {
    var fetch = try announced()
    _ = try await fetch.fetch(at: now)
    let feed = try await feed(of: fetch)
    let later = feed.replacing(
      "<lastBuildDate>", with: "<lastBuildDate>Mon, 30 Nov 2026 00:00:00 -0500</lastBuildDate><x>"
    )
    .replacing("</lastBuildDate>\n    <pubDate>", with: "</x>\n    <pubDate>")
    fetch.arXiv.answer(
      with: .reply(status: 200, contentType: "application/rss+xml", body: Array(later.utf8))
    ) { $0.path.hasPrefix("/rss/") }
    let run = try await fetch.fetch(at: now.advanced(byDays: 1))
    #expect(run.requests.map(\.path) == ["/rss/cs"])
    #expect(run.result?.note == "repeated announcement: no new papers")
    #expect(fetch.ledger.last?.outcome == "repeated announcement: no new papers")
    #expect(fetch.ledger.listing?.isWhole == true)
  }

  private func feed(of fetch: LoopbackFetch) async throws -> String {
    let response = try await URLSessionTransport().response(
      to: FeedRequest(url: fetch.arXiv.site + "/rss/cs"))
    return String(decoding: response.body, as: UTF8.self)
  }

  @Test(arguments: [
    ("Sat, 21 Nov 2026", "no announcement at weekends"),
    ("Sun, 22 Nov 2026", "no announcement at weekends"),
    ("Thu, 26 Nov 2026", "no announcement on 26 Nov, as on arXiv's holidays"),
  ])
  func aDayWithoutAnnouncementIsNoErrorAndSaysSo(date: String, words: String) async throws {
    var fetch = try announced()
    _ = try await fetch.fetch(at: now)
    let listing = fetch.ledger.listing
    fetch.arXiv.answer(with: emptyFeed(date)) { $0.path.hasPrefix("/rss/") }
    let run = try await fetch.fetch(at: now.advanced(byDays: 1))
    #expect(run.result?.note == words && run.failure == nil)
    let reasons = run.entries.compactMap { entry in
      if case .listing(let answer) = entry, case .nothingNew(let reason, _) = answer.ending {
        reason
      } else {
        nil
      }
    }
    #expect(reasons == [words])
    #expect(fetch.ledger.listing?.digest == listing?.digest)
  }

  @Test func whatTheAPICannotCompleteIsKeptAndAskedForOnceMore() async throws {
    var fetch = try announced()
    fetch.arXiv.answer(with: .status(503)) { $0.path == "/api/query" }
    let failed = try await fetch.fetch(at: now)
    #expect(failed.failure?.exitClass == .unreachable)
    let listing = try #require(fetch.ledger.listing)
    // The feed will be gone tomorrow: what it said is on the disk.
    #expect(listing.expected == fetch.library.count && listing.stored == listing.expected)
    #expect(listing.missing.count == listing.expected && listing.mark == nil)
    #expect(fetch.ledger.last?.outcome == "arXiv answered 503 four times")
    let ids = listing.missing.map(\.id)
    #expect(ids.allSatisfy { fetch.library.paper($0)?.hasApproximateDates == true })

    fetch.arXiv.clearFaults()
    fetch.arXiv.answer(with: emptyFeed("Sat, 21 Nov 2026")) { $0.path.hasPrefix("/rss/") }
    let mended = try await fetch.fetch(at: now.advanced(byDays: 1))
    #expect(mended.failure == nil)
    #expect(ids.allSatisfy { fetch.library.paper($0)?.hasApproximateDates == false })
    #expect(fetch.ledger.listing?.missing == [] && fetch.ledger.isOwedNothing)
    #expect(fetch.ledger.last?.outcome == "no announcement at weekends")
  }

  @Test func onlyWantedTypesAreTaken() async throws {
    var fetch = try LoopbackFetch(papers, .daily(["cs.LG"], types: [.new, .cross]))
    fetch.hold(papers)
    let most = try #require(try await fetch.fetch(at: now).result?.expected)
    fetch.source.kind = .daily(["cs.LG"], types: [.new])
    let fewer = try #require(try await fetch.fetch(at: now).result?.expected)
    fetch.source.kind = .daily(["cs.LG"])
    let all = try #require(try await fetch.fetch(at: now).result?.expected)
    #expect(0 < fewer && fewer < most && most < all)
    #expect(fetch.ledger.query == "daily cs.LG")
  }

  @Test func aListOfIdsTellsWhichPapersArXivDoesNotHave() async throws {
    let stranger = ArXivID(literal: "2401.99999")
    var fetch = try LoopbackFetch(papers, .ids([papers[0].id, stranger]))
    _ = try await fetch.fetch(at: now)
    #expect(
      fetch.ledger.listing
        == SourceLedger.Listing(expected: 2, stored: 1, missing: [ArXivReference(id: stranger)]))
    #expect(fetch.ledger.completion?.request == "\(papers[0].id) \(stranger)")

    fetch.arXiv.answerAll(with: .status(503))
    _ = try await fetch.fetch(at: now)
    #expect(fetch.ledger.listing == SourceLedger.Listing(expected: 2, stored: 0))
    #expect(fetch.ledger.completion == nil)
    #expect(fetch.ledger.last?.outcome == "arXiv answered 503 four times")
  }
}
