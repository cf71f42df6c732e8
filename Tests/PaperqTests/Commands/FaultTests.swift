import Foundation
import LibraryStore
import LoopbackArXiv
import Papers
import TestSupport
import Testing

/// What lasting faults of arXiv leave behind, one by one: the papers that came whole, the user's
/// notes, the knowledge of the gap, and an exit code; and that the next fetch fills the gap.
struct FaultTests {
  private let paperq: BuiltProgram
  private let arXiv: LoopbackArXiv
  private static let feed = "application/atom+xml"

  init() throws {
    paperq = try BuiltProgram()
    arXiv = LoopbackArXiv(papers: try Self.papers())
    try arXiv.start()
    try paperq.configure(
      #"""
      {
        "arxiv": {"api": "\#(arXiv.api)", "feeds": "\#(arXiv.site)", "site": "\#(arXiv.site)",
                  "secondsBetweenRequests": 0, "pageSize": 2, "timeoutSeconds": \#(Patience.factor)},
        "sources": [{"name": "all", "query": "cat:cs.LG", "window": "30d"}]
      }
      """#)
    // Papers of the starter list would be asked for too.
    try paperq.home.write(
      #"{"format": 1, "created": "2026-11-22T01:02:03Z"}"#,
      to: ".local/share/paperq/library.json")
  }

  /// Six papers of the last days, the first the newest.
  private static func papers() throws -> [Paper] {
    let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970) * 1000)
    return try (1...6).map { number in
      Paper(
        id: try #require(ArXivID("2611.0000\(7 - number)")), title: "Part \(number)",
        abstract: "The abstract.", authors: [.init("Ada Lovelace")], categories: ["cs.LG"],
        published: Timestamp(milliseconds: now.milliseconds - Int64(number) * 86_400_000))
    }
  }

  /// The papers on the disk, newest first.
  private func ids() throws -> [String] {
    let store = try paperq.openStore()
    return (1...6).map { "2611.0000\(7 - $0)" }.filter { id in
      ArXivID(id).map(store.library.contains) ?? false
    }
  }

  private func gaps() throws -> [SourceLedger.Gap] {
    try LibraryStore.ledgers(inLibrary: paperq.home.path + "/.local/share/paperq")["all"].gaps
  }

  /// Faults of the second page of three, and the exit code that they end in.
  private static let lastingFaults: [(LoopbackFault, Int32)] = [
    (.redirect(status: 301, to: "http://evil.example/"), 76),
    (.redirect(status: 302, to: "https://evil.example/"), 76),
    (.redirect(status: 307, to: "file:///etc/passwd"), 76),
    (.redirect(status: 302, to: "/again"), 76),
    (.status(400), 76), (.status(403), 76), (.status(404), 76), (.status(418), 76),
    (.status(429), 75), (.status(429, retryAfter: "0"), 75), (.status(429, retryAfter: "121"), 75),
    (.status(429, retryAfter: "Fri, 01 Jan 2100 00:00:00 GMT"), 75),
    (.status(429, retryAfter: "Sun, 06 Nov 1994 08:49:37 GMT"), 75),
    (.status(500), 69), (.status(502), 69), (.status(503), 69),
    (.status(503, retryAfter: "600"), 75), (.status(504), 69),
    (.html, 76), (.cutBody(afterBytes: 900), 76), (.truncatedXML(afterBytes: 900), 76),
    (.truncatedXML(afterBytes: 0), 76), (.reset, 69), (.silence, 69),
    (.emptyPage(), 76), (.emptyPage(totalResults: 0), 76),
    (.endless(.body(Array("<!-- more -->".utf8))), 76), (.endless(.packedBody), 76),
    (.endless(.headers), 69),
    (.reply(status: 200, contentType: "text/plain", body: Array("Rate exceeded.".utf8)), 76),
    (.reply(status: 200, contentType: feed, body: Array("<rss version='2.0'/>".utf8)), 76),
    (
      .reply(
        status: 200, contentType: feed,
        body: Array("<!DOCTYPE feed [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><feed>&b;</feed>".utf8)),
      76
    ),
    (.reply(status: 200, contentType: feed, body: [0x3C, 0x66, 0xFF, 0xFE, 0, 0x3E]), 76),
    (.reply(status: 200, contentType: feed, body: Array(errorFeed.utf8)), 76),
    (.reply(status: 400, contentType: feed, body: Array(errorFeed.utf8)), 76),
  ]

  private static let errorFeed = """
    <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>https://arxiv.org/api/errors#x</id>
    <summary>bad\u{202E}\u{9B}31m query</summary></entry></feed>
    """

  @Test(arguments: lastingFaults)
  func whatCameIsKeptAndTheRestIsAGapThatTheNextFetchFills(
    fault: LoopbackFault, code: Int32
  ) async throws {
    arXiv.answer(with: fault) { $0["start"] == "2" || $0["search_query"] == nil }
    let failed = try await paperq("fetch")
    #expect(failed.code == code, "\(failed.errors)")
    let said = failed.errors.split(separator: "\n")
    #expect(said.last?.hasPrefix("paperq: source 'all': ") == true)
    #expect(said.allSatisfy { $0.count < 300 && !$0.unicodeScalars.contains(where: \.isControl) })
    #expect(try ids() == ["2611.00006", "2611.00005"])
    #expect(try gaps().count == 1)
    #expect(try gaps().allSatisfy { !$0.cause.isEmpty && $0.cause == $0.cause.onOneLine })

    _ = try await paperq("note", "2611.00006", "Mine.\n\tVerbatim.")
    let notes = try paperq.home.read(".local/share/paperq/reading/2611.json")
    arXiv.clearFaults()
    #expect(try await paperq("fetch").code == 0)
    #expect(try ids() == (1...6).map { "2611.0000\(7 - $0)" })
    #expect(try gaps() == [])
    #expect(try paperq.home.read(".local/share/paperq/reading/2611.json") == notes)
  }

  @Test(arguments: [
    LoopbackFault.status(429), .status(429, retryAfter: "0"), .status(500), .status(502),
    .status(503), .status(504), .html, .cutBody(afterBytes: 900), .truncatedXML(afterBytes: 900),
    .reset, .silence, .emptyPage(), .emptyPage(totalResults: 0), .packed, .duplicates,
    .totalResults(3), .slowBody(bytes: 500, pauseMilliseconds: 1),
    .reply(status: 200, contentType: feed, body: Array("Rate exceeded.".utf8)),
  ])
  func faultsThatPassAreSurvived(fault: LoopbackFault) async throws {
    arXiv.answerNext(with: [nil, fault])
    let outcome = try await paperq("fetch")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try ids() == (1...6).map { "2611.0000\(7 - $0)" })
    #expect(try gaps() == [])
  }

  @Test func moreNamedThanGivenIsAGapUntilTheNextFetch() async throws {
    arXiv.answerNext(with: [nil, .totalResults(100)])
    let failed = try await paperq("fetch")
    #expect(failed.code == 76)
    #expect(failed.errors.contains("arXiv named 100 papers and gave 6; the next fetch asks"))
    #expect(try ids().count == 6)
    #expect(try gaps().count == 1)
    #expect(try await paperq("fetch").code == 0)
    #expect(try gaps() == [])
  }
}
