import LoopbackArXiv
import Papers
import TestSupport
import Testing

@testable import ArXivFeed

/// New versions of papers that were submitted before the window.
struct UpdateFetchTests {
  private let now = Timestamp(milliseconds: 1_795_000_000_000)
  private let papers: [Paper]

  init() {
    papers = GeneratedPapers.make(
      count: 300, seed: 9, endingAt: Timestamp(milliseconds: 1_795_000_000_000), days: 60
    ).map { paper in
      var paper = paper
      paper.categories = ["cs.LG"]
      paper.version = 1
      paper.updated = paper.published
      return paper
    }
  }

  private func source(limit: Int = 1000, days: Int = 40) throws -> Source.Kind {
    .query(try Query(parsing: "cat:cs.LG"), windowDays: days, limit: limit)
  }

  /// Papers of which these, of the given numbers, have a second version.
  private func revised(_ numbers: some Collection<Int>, at time: Timestamp) -> [Paper] {
    papers.enumerated().map { number, paper in
      guard numbers.contains(number) else { return paper }
      var paper = paper
      paper.version = 2
      paper.updated = time
      return paper
    }
  }

  private func versions(_ fetch: LoopbackFetch, of numbers: [Int]) -> [Int?] {
    numbers.map { fetch.library.paper(papers[$0].id)?.version }
  }

  @Test func theFirstFetchNeedsNoPass() async throws {
    var fetch = try LoopbackFetch(papers, try source())
    let run = try await fetch.fetch(at: now)
    #expect(run.requests.allSatisfy { $0["sortBy"] == "submittedDate" })
    #expect(fetch.ledger.updates == .init(since: now))
    #expect(run.entries.last == .complete(at: now, request: "cat:cs.LG, 40d, 1000"))
  }

  @Test func anOldPaperWithANewVersionIsUpdatedAndStrangersAreLeftAlone() async throws {
    var fetch = try LoopbackFetch(papers, try source())
    let start = now.advanced(byDays: -1)
    _ = try await fetch.fetch(at: start)
    fetch.source.kind = try source(days: 7)
    // 190 is in the window of the first fetch and before that of the second, 299 is in none.
    fetch.arXiv.papers = revised([190, 299], at: now.advanced(byDays: -2))
    let run = try await fetch.fetch(at: now)
    #expect(versions(fetch, of: [190, 299]) == [2, nil])
    let pass = run.requests.filter { $0["sortBy"] == "lastUpdatedDate" }
    #expect(pass.map { $0["start"] } == ["0", "20"])
    #expect(
      run.updates.map(\.from)
        == [start.advanced(byDays: -SourceLedger.updateOverlapInDays)])
    #expect(fetch.ledger.updates == .init(since: now))
    #expect(fetch.ledger.isOwedNothing)
  }

  @Test func aPaperThatAnotherSourceBroughtIsUpdatedToo() async throws {
    var fetch = try LoopbackFetch(papers, try source(days: 7))
    _ = try await fetch.fetch(at: now.advanced(byDays: -1))
    fetch.hold([papers[299]])
    fetch.arXiv.papers = revised([299], at: now)
    _ = try await fetch.fetch(at: now)
    #expect(versions(fetch, of: [299]) == [2])
    #expect(fetch.library.paper(papers[299].id)?.sources == [])
  }

  @Test func oneOldEntryOnAPageEndsNothing() async throws {
    var fetch = try LoopbackFetch(papers, try source())
    _ = try await fetch.fetch(at: now.advanced(byDays: -1))
    fetch.source.kind = try source(days: 7)
    fetch.arXiv.papers = revised(100..<140, at: now.advanced(byDays: -1))
    // arXiv ignores the order: new versions are anywhere in its list.
    fetch.arXiv.answer(with: .unsorted) { $0["sortBy"] == "lastUpdatedDate" }
    let run = try await fetch.fetch(at: now)
    #expect(run.failure == nil)
    #expect(versions(fetch, of: Array(100..<140)).allSatisfy { $0 == 2 })
    #expect(fetch.ledger.isOwedNothing)
  }

  @Test func withoutOrderAndWithALimitNothingIsSaidToBeTakenIn() async throws {
    var fetch = try LoopbackFetch(papers, try source())
    let start = now.advanced(byDays: -1)
    _ = try await fetch.fetch(at: start)
    fetch.source.kind = try source(limit: 60, days: 7)
    fetch.arXiv.answer(with: .unsorted) { $0["sortBy"] == "lastUpdatedDate" }
    let run = try await fetch.fetch(at: now)
    #expect(run.failure == .otherOrder && run.failure?.exitClass == .badAnswer)
    #expect(fetch.ledger.updates == .init(since: start))
    #expect(fetch.ledger.last?.outcome == "arXiv answered in another order than asked")
    #expect(fetch.ledger.completion == nil)
  }

  @Test func whatTheLimitLeavesOutIsSaidAndMadeUpForByTheNextFetch() async throws {
    var fetch = try LoopbackFetch(papers, try source())
    let start = now.advanced(byDays: -3)
    _ = try await fetch.fetch(at: start)
    fetch.source.kind = try source(limit: 50, days: 7)
    fetch.arXiv.papers = revised(100..<190, at: now.advanced(byDays: -2))
    _ = try await fetch.fetch(at: now)
    let owed = try #require(fetch.ledger.updates?.owed)
    #expect(owed.position == 50 && owed.until == now.advanced(byDays: -2))
    #expect(
      owed.cause == "only 50 papers were looked through, as many as the limit allows")
    #expect(fetch.ledger.updates?.since == now && !fetch.ledger.isOwedNothing)
    #expect(versions(fetch, of: Array(100..<190)).count { $0 == 2 } == 50)

    for _ in 0..<2 where fetch.ledger.updates?.owed != nil {
      _ = try await fetch.fetch(at: now.advanced(byDays: 1))
    }
    #expect(versions(fetch, of: Array(100..<190)).allSatisfy { $0 == 2 })
  }

  @Test(arguments: [1, 2, 3])
  func aFailureOnTheWayIsMadeUpForByTheNextFetch(page: Int) async throws {
    var fetch = try LoopbackFetch(papers, try source())
    let start = now.advanced(byDays: -1)
    _ = try await fetch.fetch(at: start)
    fetch.source.kind = try source(days: 7)
    fetch.arXiv.papers = revised(100..<160, at: now)
    fetch.arXiv.answer(with: .status(503)) {
      $0["sortBy"] == "lastUpdatedDate" && Int($0["start"] ?? "") ?? 0 >= 20 * (page - 1)
    }
    let run = try await fetch.fetch(at: now)
    #expect(run.failure?.exitClass == .unreachable)
    #expect(fetch.ledger.updates?.since == (page == 1 ? start : now))
    #expect(fetch.ledger.updates?.owed?.position == (page == 1 ? nil : 20 * (page - 1)))
    #expect(fetch.ledger.last?.outcome == "arXiv answered 503 four times")

    fetch.arXiv.clearFaults()
    _ = try await fetch.fetch(at: now)
    #expect(versions(fetch, of: Array(100..<160)).allSatisfy { $0 == 2 })
    #expect(fetch.ledger.isOwedNothing)
  }
}
