import Foundation
import Papers
import Testing

@testable import ArXivFeed

struct ArXivClientTests {
  @Test func aPageIsAskedForWithNameAndAddress() async throws {
    let run = ScriptedClient([.page(1...2, total: 2)])
    let page = try await run.client.page(
      of: .search("(cat:cs.LG AND ti:\"world model\") OR au:Erdős", start: 5, maxResults: 20))
    #expect(page.papers.map(\.id.description) == ["2401.01001", "2401.01002"])
    let request = try #require(run.transport.requests.first)
    #expect(
      request.url
        == "https://export.arxiv.org/api/query?search_query=%28cat:cs.LG+AND+ti:%22world+model%22"
        + "%29+OR+au:Erd%C5%91s&start=5&max_results=20&sortBy=submittedDate&sortOrder=descending")
    #expect(request.headers == ["User-Agent": "paperq/1.0 (+https://github.com/paperq/paperq)"])
    #expect(run.clock.sleeps == [])
  }

  @Test func requestsKeepThreeSecondsApart() async throws {
    let run = ScriptedClient([.page(1...1, total: 1)])
    _ = try await run.page()
    run.clock.advance(milliseconds: 1200)
    _ = try await run.page()
    run.clock.advance(milliseconds: 3000)
    _ = try await run.page()
    #expect(run.clock.sleeps == [1800])
  }

  @Test(arguments: [
    (ScriptedTransport.Answer.status(429), FeedError.rateLimited(retryAfterSeconds: nil)),
    (.status(500), .serverFailed(host: "export.arxiv.org", status: 500)),
    (.status(503), .serverFailed(host: "export.arxiv.org", status: 503)),
    (.failure(.timedOut), .timedOut(host: "export.arxiv.org")),
    (
      .failure(.connectionLost(reason: "reset")),
      .unreachable(host: "export.arxiv.org", reason: "reset")
    ),
    (.failure(.cutShort), .cutShort), (.feed("<html>busy</html>"), .html),
    (.feed(""), .emptyAnswer),
    (.feed("<feed xmlns='http://www.w3.org/2005/Atom'>"), .cutShort),
  ])
  func passingFailuresAreTriedFourTimes(
    answer: ScriptedTransport.Answer, error: FeedError
  ) async {
    let run = ScriptedClient([answer])
    await #expect(throws: error) { try await run.page() }
    #expect(run.transport.requests.count == 4)
    #expect(run.clock.sleeps == [9000, 18_000, 36_000])
  }

  @Test(arguments: [
    (ScriptedTransport.Answer.status(403), 403), (.status(404), 404), (.status(400), 400),
    (.status(304), 304),
  ])
  func lastingStatusesAreNotTriedAgain(answer: ScriptedTransport.Answer, status: Int) async {
    let run = ScriptedClient([answer])
    let url = FeedQuery.search("cat:cs.LG", maxResults: 10).url(api: ArXivEndpoints.standard.api)
    await #expect(throws: FeedError.unexpectedStatus(status, url: url)) { try await run.page() }
    #expect(run.transport.requests.count == 1)
  }

  @Test(arguments: [
    (
      TransportError.cannotConnect(reason: "unknown host"),
      FeedError.unreachable(host: "export.arxiv.org", reason: "unknown host")
    ),
    (.tooLarge, .tooLarge(bytes: 67_108_864)), (.cancelled, .cancelled),
  ])
  func failuresThatWaitingDoesNotMendAreToldAtOnce(cause: TransportError, error: FeedError) async {
    let run = ScriptedClient([.failure(cause)])
    await #expect(throws: error) { try await run.page() }
    #expect(run.transport.requests.count == 1)
  }

  @Test(arguments: ["unknown host", "no network", "connection refused"])
  func whoMayBeOfflineIsAskedSo(reason: String) {
    let question = reason == "connection refused" ? "" : "; are you online?"
    #expect(
      FeedError.unreachable(host: "arxiv.org", reason: reason).message
        == "cannot reach 'arxiv.org': \(reason)\(question)")
  }

  @Test(arguments: [200, 400])
  func anErrorFeedIsARefusalWhateverItsStatus(status: Int) async {
    let error =
      "<entry><id>http://arxiv.org/api/errors#x</id><summary>bad id</summary></entry>"
    let run = ScriptedClient([.feed(feed(error), status: status)])
    await #expect(throws: FeedError.refused("bad id")) { try await run.page() }
    #expect(run.transport.requests.count == 1)
  }

  @Test func aLaterTryMaySucceed() async throws {
    let retries = Notes<ArXivClient.Retry>()
    let run = ScriptedClient(
      [.status(503), .failure(.timedOut), .page(1...3, total: 3)], random: 1,
      onRetry: retries.add)
    #expect(try await run.page().papers.count == 3)
    #expect(run.clock.sleeps == [11_250, 22_500])
    #expect(
      retries.items == [
        .init(
          error: .serverFailed(host: "export.arxiv.org", status: 503), waitMilliseconds: 11_250,
          nextTry: 2),
        .init(
          error: .timedOut(host: "export.arxiv.org"), waitMilliseconds: 22_500, nextTry: 3),
      ])
  }

  @Test(
    arguments: [
      ("7", [7000]), (" 120 ", [120_000]), ("0", [9000]),
      ("Wed, 18 Nov 2026 11:00:00 GMT", [9000]), ("soon", [9000]),
      ("-5", [9000]),
    ] as [(String, [Int64])])
  func retryAfterIsObeyed(value: String, waits: [Int64]) async throws {
    let run = ScriptedClient([.status(429, ["retry-after": value]), .page(1...1, total: 1)])
    _ = try await run.page()
    // What asks for no wait at all does not say how long to wait.
    #expect(run.clock.sleeps == waits)
  }

  @Test func aRetryAfterDateIsWaitedFor() async throws {
    let date = "Wed, 18 Nov 2026 11:07:20 GMT"
    let expected = try #require(Timestamp("2026-11-18T11:07:20Z"))
    let late = ScriptedClient([
      .status(503, ["retry-after": date]), .page(1...1, total: 1),
    ])
    late.clock.advance(
      milliseconds: expected.milliseconds - late.clock.now.milliseconds - 42_500)
    _ = try await late.page()
    #expect(late.clock.sleeps == [43_000])
  }

  @Test(arguments: [429, 503])
  func otherCopiesHoldBackAsLongAsWeDo(status: Int) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let stamp = folder.appending(path: "pace").path
    let (clock, stamps) = (ManualClock(), Notes<String>())
    let client = ArXivClient(
      endpoints: .standard,
      transport: ScriptedTransport([.status(status), .status(status), .page(1...1, total: 1)]),
      pace: RequestPace(secondsBetweenRequests: 3, stampFile: stamp, clock: clock), clock: clock,
      randomness: { 0 },
      onRetry: { _ in
        stamps.add((try? String(contentsOfFile: stamp, encoding: .utf8)) ?? "no stamp")
      })
    _ = try await client.page(of: .search("x", maxResults: 1))
    #expect(stamps.items == ["1795000009000", "1795000027000"])
    #expect(clock.sleeps == [9000, 18_000])
  }

  @Test(arguments: ["121", "99999999999999999999", "Fri, 01 Jan 2100 00:00:00 GMT"])
  func aLongRetryAfterIsNotWaitedFor(value: String) async {
    for status in [429, 503] {
      let run = ScriptedClient([.status(status, ["retry-after": value])])
      await #expect { try await run.page() } throws: { error in
        (error as? FeedError)?.exitClass == .rateLimited
      }
      #expect(run.transport.requests.count == 1)
      #expect(run.clock.sleeps == [])
    }
  }

  @Test func redirectsToKnownHostsAreFollowedAtThePace() async throws {
    let run = ScriptedClient([
      .redirect("https://arxiv.org/api/query?moved=1"), .redirect("/elsewhere"),
      .page(1...1, total: 1),
    ])
    #expect(try await run.page().papers.count == 1)
    #expect(
      run.transport.urls.dropFirst() == [
        "https://arxiv.org/api/query?moved=1", "https://arxiv.org/elsewhere",
      ])
    #expect(run.clock.sleeps == [3000, 3000])
  }

  @Test(arguments: [
    "https://evil.example/api/query", "http://export.arxiv.org/api/query", "ftp://arxiv.org/x",
    "https://arxiv.org.evil.example/", "https://user@arxiv.org/", "//evil.example/", "",
  ])
  func redirectsElsewhereAreRefused(target: String) async {
    let run = ScriptedClient([.redirect(target)])
    await #expect(throws: FeedError.redirectRefused(to: target)) { try await run.page() }
    #expect(run.transport.requests.count == 1)
  }

  @Test func aHostMayMoveFromHTTPToHTTPS() async throws {
    let endpoints = try #require(
      ArXivEndpoints(
        api: "http://mirror.example/api", feeds: "http://a.example", site: "http://b.example"))
    let clock = ManualClock()
    let transport = ScriptedTransport([
      .redirect("https://mirror.example/api"), .page(1...1, total: 1),
    ])
    let client = ArXivClient(
      endpoints: endpoints, transport: transport,
      pace: RequestPace(secondsBetweenRequests: 0, clock: clock), clock: clock)
    #expect(try await client.page(of: .search("x", maxResults: 1)).papers.count == 1)
  }

  @Test func redirectsInCirclesEnd() async {
    let run = ScriptedClient([.redirect("https://arxiv.org/again")])
    await #expect(throws: FeedError.tooManyRedirects) { try await run.page() }
    #expect(run.transport.requests.count == 6)
  }

  @Test func cancellationEndsAWait() async {
    let run = ScriptedClient([.status(503)])
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await run.page()
    }
    await #expect(throws: FeedError.cancelled) { try await task.value }
    #expect(run.transport.requests.count == 0)
  }
}
