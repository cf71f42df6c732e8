import Foundation
import LoopbackArXiv
import Papers
import TestSupport
import Testing

@testable import ArXivFeed

/// Answers without an end or a measure, through the real transport.
@Suite(.serialized) struct HostileServerTests {
  private let arXiv: LoopbackArXiv

  init() throws {
    arXiv = LoopbackArXiv(
      papers: GeneratedPapers.make(
        count: 5, endingAt: Timestamp(milliseconds: 1_795_000_000_000)))
    try arXiv.start()
  }

  private func answer(
    timeoutSeconds: Double = 10, maximumBytes: Int = 1 << 20
  ) async throws -> FeedResponse {
    try await URLSessionTransport().response(
      to: FeedRequest(
        url: arXiv.api + "?search_query=all:the", timeoutSeconds: timeoutSeconds,
        maximumBytes: maximumBytes))
  }

  /// The most memory that this process has held so far, in kilobytes.
  private var peakMemory: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }

  @Test func packedAnswersAreUnpacked() async throws {
    func page() async throws -> FeedPage {
      try AtomFeedParser.parse(try await answer().body, receivedAt: Timestamp(milliseconds: 0))
    }
    let plain = try await page()
    arXiv.answerAll(with: .packed)
    #expect(try await page() == plain)
    #expect(plain.papers.count == 5)
  }

  @Test(arguments: [
    LoopbackReply.Endless.body(Array("<!-- more -->".utf8)), .packedBody,
  ])
  func bodiesWithoutEndAreLeftAtTheCapAndHoldNoMoreMemory(
    more: LoopbackReply.Endless
  ) async throws {
    _ = try await answer()
    let before = peakMemory
    arXiv.answerAll(with: .endless(more))
    await #expect(throws: TransportError.tooLarge) { try await answer() }
    #expect(peakMemory - before < 32 * 1024)
  }

  @Test func afterABodyWithoutEndTheSameTransportGoesOn() async throws {
    let transport = URLSessionTransport()
    let request = FeedRequest(
      url: arXiv.api + "?search_query=all:the", timeoutSeconds: 10, maximumBytes: 1 << 20)
    for _ in 1...3 {
      arXiv.answerAll(with: .endless(.packedBody))
      await #expect(throws: TransportError.tooLarge) { try await transport.response(to: request) }
      arXiv.clearFaults()
      #expect(try await transport.response(to: request).status == 200)
    }
  }

  @Test func aFetchOfABodyWithoutEndCanBeStopped() async throws {
    arXiv.answerAll(with: .endless(.packedBody))
    let task = Task { try await answer(maximumBytes: 64 << 20) }
    while arXiv.requests.isEmpty { await Task.yield() }
    task.cancel()
    await #expect(throws: TransportError.self) { try await task.value }
    arXiv.clearFaults()
    #expect(try await answer().status == 200)
  }

  @Test func headersWithoutEndAreAnError() async throws {
    let before = peakMemory
    arXiv.answerAll(with: .endless(.headers))
    await #expect(throws: TransportError.self) { try await answer() }
    #expect(peakMemory - before < 32 * 1024)
  }

  @Test(.timeLimit(.patientMinute)) func aBodyThatDribblesForEverIsATimeOut() async throws {
    arXiv.answerAll(with: .slowBody(bytes: 1, pauseMilliseconds: 5))
    await #expect(throws: TransportError.timedOut) { try await answer(timeoutSeconds: 0.05) }
  }

  @Test(arguments: [
    "file:///etc/passwd", "javascript:alert(1)", "ftp://127.0.0.1/", "data:text/plain,x",
    "http://evil.example/", "//evil.example/", "http://[::1/", "", "mailto:x",
  ])
  func redirectsToOtherSchemesAndHostsAreRefused(target: String) async throws {
    arXiv.answerAll(with: .redirect(status: 302, to: target))
    let client = try client()
    await #expect { try await client.page(of: .search("x", maxResults: 1)) } throws: { error in
      guard let error = error as? FeedError else { return false }
      return error.exitClass == .badAnswer && error.message == error.message.onOneLine
    }
    #expect(Set(arXiv.requests.map(\.path)) == ["/api/query"])
  }

  @Test(arguments: ["--help", "\u{1B}]0;x\u{7}", "../../etc/passwd", "?x=$(id)"])
  func oddPathsOfRedirectsAreOnlyPathsOfTheSameServer(target: String) async throws {
    arXiv.answerAll(with: .redirect(status: 302, to: target))
    let client = try client()
    await #expect(throws: FeedError.tooManyRedirects) {
      try await client.page(of: .search("x", maxResults: 1))
    }
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func redirectsWithoutEndAreAnError(status: Int) async throws {
    arXiv.answerAll(with: .redirect(status: status, to: arXiv.api + "?again"))
    let client = try client()
    await #expect(throws: FeedError.tooManyRedirects) {
      try await client.page(of: .search("x", maxResults: 1))
    }
    #expect(arXiv.requests.count == 6)
  }

  private func client() throws -> ArXivClient {
    ArXivClient(
      endpoints: try #require(
        ArXivEndpoints(api: arXiv.api, feeds: arXiv.site, site: arXiv.site)),
      transport: URLSessionTransport(), pace: RequestPace(secondsBetweenRequests: 0),
      timeoutSeconds: 5)
  }
}
