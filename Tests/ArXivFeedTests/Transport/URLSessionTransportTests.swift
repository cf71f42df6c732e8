import LoopbackArXiv
import Papers
import TestSupport
import Testing

@testable import ArXivFeed

/// The one real transport, against an arXiv on the loopback interface.
struct URLSessionTransportTests {
  private let papers = GeneratedPapers.make(
    count: 45, endingAt: Timestamp(milliseconds: 1_795_000_000_000))

  /// Runs `body` with a server and a client that keeps no pause.
  private func withServer(
    generation: ArXivGeneration = .current, timeoutSeconds: Double = 5,
    _ body: (LoopbackArXiv, ArXivClient) async throws -> Void
  ) async throws {
    let server = LoopbackArXiv(papers: papers, generation: generation)
    try server.start()
    defer { server.stop() }
    let endpoints = try #require(
      ArXivEndpoints(api: server.api, feeds: server.site, site: server.site))
    let client = ArXivClient(
      endpoints: endpoints, transport: URLSessionTransport(),
      pace: RequestPace(secondsBetweenRequests: 0), timeoutSeconds: timeoutSeconds)
    try await body(server, client)
  }

  private func allPapers(_ client: ArXivClient, pageSize: Int = 20) async throws -> [Paper] {
    let notes = Notes<[Paper]>()
    _ = try await client.search("cat:cs.* OR cat:stat.ML", limit: 100, pageSize: pageSize) {
      page, _, _ in notes.add(page.papers)
    }
    return notes.items.flatMap { $0 }
  }

  private func described(_ papers: [Paper]) -> [ScannedEntry] { papers.map(ScannedEntry.init) }

  @Test(arguments: [ArXivGeneration.current, .legacy])
  func papersArriveAsTheyWereServed(generation: ArXivGeneration) async throws {
    try await withServer(generation: generation) { server, client in
      let received = try await allPapers(client)
      #expect(described(received) == described(papers))
      #expect(server.requests.count == 3)
      #expect(server.requests.map { $0["start"] } == ["0", "20", "40"])
      #expect(server.requests[0].headers["user-agent"] == ArXivClient.userAgent)
      #expect(server.requests[0].headers["cookie"] == nil)
    }
  }

  @Test(arguments: [
    LoopbackFault.status(503), .status(429), .status(429, retryAfter: "0"), .html, .reset,
    .cutBody(afterBytes: 2000), .truncatedXML(afterBytes: 2000), .truncatedXML(afterBytes: 0),
    .emptyPage(), .emptyPage(totalResults: 0),
  ])
  func oneFaultIsOvercome(fault: LoopbackFault) async throws {
    try await withServer { server, client in
      server.answerNext(with: [nil, fault])
      let received = try await allPapers(client).map(\.id)
      #expect(received == papers.map(\.id))
      #expect(server.requests.count == 4)
    }
  }

  @Test(arguments: [
    (LoopbackFault.status(503), FeedError.ExitClass.unreachable, 4),
    (.status(429), .rateLimited, 4), (.status(429, retryAfter: "600"), .rateLimited, 1),
    (.status(404), .badAnswer, 1), (.status(403), .badAnswer, 1), (.html, .badAnswer, 4),
    (.cutBody(afterBytes: 500), .badAnswer, 4), (.reset, .unreachable, 4),
    (.truncatedXML(afterBytes: 500), .badAnswer, 4), (.emptyPage(), .badAnswer, 3),
    (.redirect(status: 302, to: "http://evil.example/"), .badAnswer, 1),
  ])
  func lastingFaultsEndWithTheirExitClass(
    fault: LoopbackFault, exit: FeedError.ExitClass, requests: Int
  ) async throws {
    try await withServer { server, client in
      server.answerAll(with: fault)
      await #expect { try await allPapers(client) } throws: { error in
        (error as? FeedError)?.exitClass == exit
      }
      #expect(server.requests.count >= requests)
    }
  }

  @Test func duplicatesAndWrongTotalsHideNothing() async throws {
    try await withServer { server, client in
      server.answerAll(with: .duplicates)
      let once = try await allPapers(client).map(\.id)
      #expect(once == papers.map(\.id))
      server.answerAll(with: .totalResults(3))
      let all = try await allPapers(client).map(\.id)
      #expect(all == papers.map(\.id))
    }
  }

  @Test(.enabled(if: RecordedReplies.areThere))
  func recordedRepliesAreReadOverHTTP() async throws {
    try await withServer { server, client in
      for name in RecordedReplies.apiReplies {
        let bytes = try RecordedReplies.bytes(name)
        server.serve(bytes)
        let page = try await client.page(of: .search("all:x", maxResults: 10))
        let truth = try AtomFeedParser.parse(bytes, receivedAt: Timestamp(milliseconds: 0))
        #expect(described(page.papers) == described(truth.papers))
        #expect(page.totalResults == truth.totalResults)
      }
      server.serve(
        try RecordedReplies.bytes("api-error-400-incorrect-id-format.xml"), status: 400)
      await #expect(throws: FeedError.refused("incorrect id format for abc")) {
        try await client.page(of: .search("all:x", maxResults: 10))
      }
    }
  }

  @Test func redirectsOnTheSameHostAreFollowed() async throws {
    try await withServer { server, client in
      server.answerNext(with: [.redirect(status: 301, to: server.api + "?search_query=all:the")])
      let page = try await client.page(of: .search("x", maxResults: 1))
      #expect(page.itemsPerPage == 10)
    }
  }

  @Test func aSlowBodyIsReceivedWhole() async throws {
    try await withServer { server, client in
      server.answerAll(with: .slowBody(bytes: 8192, pauseMilliseconds: 2))
      let received = try await allPapers(client, pageSize: 100)
      #expect(received.count == 45)
    }
  }

  @Test func silenceIsATimeOut() async throws {
    try await withServer { server, _ in
      server.answerAll(with: .silence)
      await #expect(throws: TransportError.timedOut) {
        try await URLSessionTransport().response(
          to: FeedRequest(url: server.api, timeoutSeconds: 0.2))
      }
    }
  }

  @Test func bodiesOverTheCapAreRefused() async throws {
    try await withServer { server, _ in
      let url = server.api + "?search_query=all:the&max_results=45"
      await #expect(throws: TransportError.tooLarge) {
        try await URLSessionTransport().response(to: FeedRequest(url: url, maximumBytes: 20_000))
      }
    }
  }

  @Test func answersMayBePacked() async throws {
    try await withServer { server, client in
      _ = try await client.page(of: .search("all:the", maxResults: 1))
      #expect(server.requests[0].headers["accept-encoding"]?.contains("gzip") == true)
    }
  }

  @Test func nobodyAtThePortMeansNoConnection() async throws {
    try await withServer { server, client in
      server.stop()
      await #expect { try await allPapers(client) } throws: { error in
        guard case .unreachable(host: "127.0.0.1", _) = error as? FeedError else { return false }
        return true
      }
    }
  }

  @Test(.timeLimit(.patientMinute)) func cancellationEndsARequestAtOnce() async throws {
    try await withServer(timeoutSeconds: 60) { server, client in
      server.answerAll(with: .silence)
      let task = Task { try await client.page(of: .search("x", maxResults: 1)) }
      while server.requests.isEmpty { await Task.yield() }
      task.cancel()
      await #expect(throws: FeedError.cancelled) { try await task.value }
    }
  }
}
