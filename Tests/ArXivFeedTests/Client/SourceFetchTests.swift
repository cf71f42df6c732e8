import LoopbackArXiv
import Papers
import Testing

@testable import ArXivFeed

struct SourceFetchTests {
  private let now = Timestamp(milliseconds: 1_795_000_000_000)

  private func fetch(
    _ kind: Source.Kind, from client: ArXivClient,
    heldVersion: @escaping @Sendable (ArXivID) -> Int? = { _ in nil }
  ) async throws -> (SourceFetch, [Paper]) {
    let notes = Notes<[Paper]>()
    let result = try await client.fetch(
      Source(name: "mine", kind: kind), now: now, pageSize: 20, heldVersion: heldVersion,
      onPapers: { notes.add($0) })
    return (result, notes.items.flatMap { $0 })
  }

  @Test func aQueryIsAskedWithinItsWindow() async throws {
    let run = ScriptedClient([.page(1...2, total: 2)])
    let (result, papers) = try await fetch(
      .query(try Query(parsing: "cat:cs.LG"), windowDays: 7, limit: 50), from: run.client)
    #expect(
      run.transport.urls[0].contains(
        "+AND+submittedDate:%5B202611111106+TO+202611181106%5D&start=0&max_results=20"))
    #expect(papers.map(\.sources) == [["mine"], ["mine"]])
    #expect(papers.map(\.added) == [now, now])
    #expect(result.window == now.advanced(byDays: -7)...now)
    #expect([result.received, result.expected] == [2, 2])
  }

  @Test func windowsAreParenthesised() {
    #expect(
      FeedQuery.windowed("a OR b", from: now.advanced(byDays: -1), until: now)
        == "(a OR b) AND submittedDate:[202611171106 TO 202611181106]")
    #expect(
      FeedQuery.windowed("", from: now, until: now)
        == "submittedDate:[202611181106 TO 202611181106]")
  }

  @Test func anAuthorMayHaveNothingNew() async throws {
    let run = ScriptedClient([.empty(total: 0)])
    let (result, papers) = try await fetch(
      .query(try Query(parsing: "au:\"Hill, Felix\""), windowDays: 7, limit: 50),
      from: run.client)
    #expect(papers == [])
    #expect(result.received == 0)
  }

  @Test func aCategoryWithoutPapersIsAnEmptyPage() async throws {
    let run = ScriptedClient([.empty(total: 0)])
    let query = try Query(parsing: "cat:cs.LG")
    await #expect(throws: FeedError.emptyPage) {
      try await fetch(.query(query, windowDays: 7, limit: 50), from: run.client)
    }
  }

  @Test func idsThatDoNotExistAreReported() async throws {
    let run = ScriptedClient([.page(1...2, total: 2)])
    let ids = try ["2401.01002", "2401.01003", "2401.01001"].map {
      try #require(ArXivID($0))
    }
    let (result, papers) = try await fetch(.ids(ids), from: run.client)
    #expect(papers.map(\.id) == [ids[2], ids[0]])
    #expect(result.missing == [ids[1]])
    #expect([result.received, result.expected] == [2, 3])
  }

  @Test func entriesThatCannotBeReadAreCountedAndTheFirstReasonsKept() async throws {
    let bad = (1...5).map { "<entry><id>bad-\($0)</id><title>T</title></entry>" }.joined()
    let good = entry("2401.01001v1")
    let run = ScriptedClient([.feed(feed(bad + good, total: 6))])
    let query = try Query(parsing: "cat:cs.LG")
    let (search, _) = try await fetch(.query(query, windowDays: 7, limit: 6), from: run.client)
    let (list, _) = try await fetch(
      .ids([try #require(ArXivID("2401.01001"))]), from: run.client)
    for skipped in [search.skipped, list.skipped] {
      #expect(skipped.count == 5)
      #expect(skipped.reasons.map { $0.prefix(16) } == (1...3).map { "entry \($0) left out"[...] })
    }
  }

  @Test(arguments: [0, 3])
  func aListWithoutAnyPaperIsAskedForTwiceMoreAndIsThenAnEmptyPage(total: Int) async throws {
    let run = ScriptedClient([.empty(total: total)])
    let ids = try ["2401.01001", "2401.01002", "2401.01003"].map { try #require(ArXivID($0)) }
    await #expect(throws: FeedError.emptyPage) { try await fetch(.ids(ids), from: run.client) }
    #expect(run.transport.requests.count == 3)
    #expect(run.clock.sleeps == [3000, 3000])
  }

  @Test func anEmptyAnswerToAListMayPass() async throws {
    let run = ScriptedClient([.empty(total: 0), .empty(total: 2), .page(1...2, total: 2)])
    let ids = try ["2401.01001", "2401.01002"].map { try #require(ArXivID($0)) }
    let (result, papers) = try await fetch(.ids(ids), from: run.client)
    #expect(papers.map(\.id) == ids)
    #expect(result.missing == [])
  }

  @Test func whatCameBeforeAnEmptyPartOfALongListIsKept() async throws {
    let run = ScriptedClient([.page(1...100, total: 100), .empty(total: 0)])
    let ids = try (1...150).map { try #require(ArXivID("2401.0\(1000 + $0)")) }
    let kept = Notes<Int>()
    await #expect(throws: FeedError.emptyPage) {
      try await run.client.papers(ids.map { ArXivReference(id: $0) }) { papers, _, _ in
        kept.add(papers.count)
      }
    }
    #expect(kept.items == [100])
    #expect(run.transport.requests.count == 4)
  }

  @Test func oneIdThatStaysAwayDoesNotExist() async throws {
    let run = ScriptedClient([.empty(total: 0)])
    let id = try #require(ArXivID("2401.99999"))
    let (result, papers) = try await fetch(.ids([id]), from: run.client)
    #expect(papers == [])
    #expect(result.missing == [id])
    #expect(run.transport.requests.count == 3)
  }

  @Test func aDailyFeedIsCompletedThroughTheAPI() async throws {
    let served = GeneratedPapers.make(count: 40, endingAt: now, days: 2)
    let server = LoopbackArXiv(papers: served)
    try server.start()
    defer { server.stop() }
    let endpoints = try #require(
      ArXivEndpoints(api: server.api, feeds: server.site, site: server.site))
    let client = ArXivClient(
      endpoints: endpoints, transport: URLSessionTransport(),
      pace: RequestPace(secondsBetweenRequests: 0))
    let feed = try await client.dailyFeed(of: ["cs", "stat.ML"])
    let replaced = feed.announcements.filter(\.kind.isReplacement).map(\.paper.id)
    #expect(feed.announcements.count > 10 && !replaced.isEmpty)

    let fresh = feed.announcements.filter { !$0.kind.isReplacement }.map(\.paper.id)
    let (result, papers) = try await fetch(.daily(["cs", "stat.ML"]), from: client)
    #expect(papers.map(\.id).sorted() == fresh.sorted())
    #expect(result.missing == [])
    let truth = served.filter { fresh.contains($0.id) }.sorted { $0.id < $1.id }
    #expect(papers.sorted { $0.id < $1.id }.map(\.comment) == truth.map(\.comment))
    #expect(papers.sorted { $0.id < $1.id }.map(\.published) == truth.map(\.published))

    let (all, _) = try await fetch(.daily(["cs", "stat.ML"]), from: client) { _ in 1 }
    #expect(all.received == feed.announcements.count)

    server.answer(with: .emptyPage(totalResults: 0)) { $0.path == "/api/query" }
    let (partly, kept) = try await fetch(.daily(["cs", "stat.ML"]), from: client)
    #expect(partly.missing.sorted() == fresh.sorted())
    #expect(kept.map(\.id).sorted() == fresh.sorted())
    #expect(kept.allSatisfy { $0.comment == nil && !$0.abstract.isEmpty })
  }

  @Test(arguments: [
    "cat:cs.LG", "cat:cs.* -cat:cs.CV", "cat:cs.LG (ti:for OR abs:regret)", "au:müller OR au:chen",
    "abs:\"open problems\" cat:cs.LG", "-ti:via cat:stat.ML", "attention",
  ])
  func queriesMeanTheSameHereAndThere(text: String) async throws {
    let papers = GeneratedPapers.make(count: 150, seed: 3, endingAt: now, days: 10)
    let query = try Query(parsing: text)
    let library = Library(papers: papers.filter { $0.published >= now.advanced(byDays: -5) })
    let server = LoopbackArXiv(papers: papers)
    try server.start()
    defer { server.stop() }
    let endpoints = try #require(
      ArXivEndpoints(api: server.api, feeds: server.site, site: server.site))
    let client = ArXivClient(
      endpoints: endpoints, transport: URLSessionTransport(),
      pace: RequestPace(secondsBetweenRequests: 0))
    let (_, found) = try await fetch(.query(query, windowDays: 5, limit: 500), from: client)
    #expect(!found.isEmpty)
    #expect(found.map(\.id) == library.ids(matching: query, now: now))
  }
}
