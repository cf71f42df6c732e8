import Papers
import Testing

@testable import ArXivFeed

struct SearchTests {
  private struct Handed: Equatable {
    var numbers: [Int]
    var received: Int
    var expected: Int

    init(_ numbers: [Int], _ received: Int, _ expected: Int) {
      self.numbers = numbers
      self.received = received
      self.expected = expected
    }
  }

  private func search(
    _ run: ScriptedClient, limit: Int = 100, pageSize: Int = 3, papersAreDue: Bool = true,
    into notes: Notes<Handed>
  ) async throws -> ArXivClient.SearchOutcome {
    try await run.client.search(
      "cat:cs.LG", limit: limit, pageSize: pageSize, papersAreDue: papersAreDue
    ) { page, received, expected in
      notes.add(Handed(page.papers.map { $0.id.number - 1000 }, received, expected))
    }
  }

  /// `start` and `max_results` of each request.
  private func ranges(_ run: ScriptedClient) -> [String] {
    run.transport.urls.map { url in
      url.split(separator: "&").filter { $0.hasPrefix("start=") || $0.hasPrefix("max_results=") }
        .map { $0.split(separator: "=")[1] }.joined(separator: "+")
    }
  }

  @Test func pagesAreHandedOverOneByOneUntilTheEnd() async throws {
    let run = ScriptedClient([
      .page(1...3, total: 7), .page(4...6, total: 7), .page(7...7, total: 7),
    ])
    let notes = Notes<Handed>()
    let outcome = try await search(run, into: notes)
    #expect(
      notes.items == [Handed([1, 2, 3], 3, 7), Handed([4, 5, 6], 6, 7), Handed([7], 7, 7)])
    #expect(outcome == .init(received: 7, expected: 7, named: 7, reachedServerLimit: false))
    #expect(ranges(run) == ["0+3", "3+3", "6+3"])
  }

  @Test func noMoreThanTheLimitIsAskedFor() async throws {
    let run = ScriptedClient([.page(1...3, total: 90), .page(4...6, total: 90)])
    let notes = Notes<Handed>()
    let outcome = try await search(run, limit: 4, into: notes)
    #expect(notes.items == [Handed([1, 2, 3], 3, 4), Handed([4], 4, 4)])
    #expect(outcome.received == 4)
    #expect(ranges(run) == ["0+3", "3+1"])
  }

  @Test func papersThatShiftBetweenPagesComeOnce() async throws {
    let run = ScriptedClient([
      .page(1...3, total: 5), .page(3...5, total: 6), .page(5...5, total: 6), .empty(total: 6),
    ])
    let notes = Notes<Handed>()
    let outcome = try await search(run, into: notes)
    #expect(notes.items.map(\.numbers) == [[1, 2, 3], [4, 5]])
    #expect(outcome.received == 5 && outcome.named == 6)
  }

  @Test func shortPagesAdvanceByWhatCame() async throws {
    let run = ScriptedClient([
      .page(1...2, total: 5), .page(3...3, total: 5), .page(4...5, total: 5),
    ])
    let notes = Notes<Handed>()
    #expect(try await search(run, into: notes).received == 5)
    #expect(ranges(run) == ["0+3", "2+3", "3+3"])
  }

  @Test func aTotalThatIsTooSmallHidesNoPapers() async throws {
    let run = ScriptedClient([
      .page(1...3, total: 1), .page(4...5, total: 1), .empty(total: 1),
    ])
    let notes = Notes<Handed>()
    #expect(try await search(run, into: notes).received == 5)
  }

  @Test func anEmptyPageAmidPagesIsAskedForTwiceMore() async throws {
    let run = ScriptedClient([
      .page(1...3, total: 5), .empty(total: 5), .empty(total: 5), .page(4...5, total: 5),
    ])
    let notes = Notes<Handed>()
    #expect(try await search(run, into: notes).received == 5)
    #expect(ranges(run) == ["0+3", "3+3", "3+3", "3+3"])
  }

  @Test func emptyPagesAreAnErrorThatKeepsWhatCame() async throws {
    let run = ScriptedClient([.page(1...3, total: 5), .empty(total: 5)])
    let notes = Notes<Handed>()
    await #expect(throws: FeedError.emptyPage) { try await search(run, into: notes) }
    #expect(notes.items == [Handed([1, 2, 3], 3, 5)])
    #expect(run.transport.requests.count == 4)
  }

  @Test func anEmptyPageBehindAPageThatWasNotFullIsTheEnd() async throws {
    let run = ScriptedClient([.page(1...2, total: 4), .empty(total: 4)])
    let notes = Notes<Handed>()
    let outcome = try await search(run, into: notes)
    var expected = ArXivClient.SearchOutcome(
      received: 2, expected: 4, named: 4, reachedServerLimit: false)
    expected.isCutShort = true
    #expect(outcome == expected)
    #expect(notes.items == [Handed([1, 2], 2, 4)])
    #expect(ranges(run) == ["0+3", "2+3", "2+3", "2+3"])

    // A total of none after papers came is no answer.
    let broken = ScriptedClient([.page(1...2, total: 4), .empty(total: 0)])
    await #expect(throws: FeedError.emptyPage) { try await search(broken, into: Notes()) }
  }

  @Test func theSamePageForEverIsAnErrorThatKeepsWhatCame() async throws {
    let run = ScriptedClient([.page(1...3, total: 1_000_000)])
    let notes = Notes<Handed>()
    await #expect(throws: FeedError.emptyPage) { try await search(run, into: notes) }
    #expect(notes.items.first == Handed([1, 2, 3], 3, 100))
    #expect(notes.items.allSatisfy { $0.received == 3 })
    #expect(run.transport.requests.count == 4)
  }

  @Test func noResultsAreBelievedOnlyWhereNoneAreDue() async throws {
    let due = ScriptedClient([.empty(total: 0)])
    await #expect(throws: FeedError.emptyPage) { try await search(due, into: Notes()) }
    #expect(due.transport.requests.count == 3)
    let rare = ScriptedClient([.empty(total: 0)])
    let outcome = try await search(rare, papersAreDue: false, into: Notes())
    #expect(outcome == .init(received: 0, expected: 0, reachedServerLimit: false))
    #expect(rare.transport.requests.count == 3)
  }

  @Test func aFailureLaterOnKeepsEarlierPages() async throws {
    let run = ScriptedClient([.page(1...3, total: 9), .status(403)])
    let notes = Notes<Handed>()
    await #expect(throws: FeedError.self) { try await search(run, into: notes) }
    #expect(notes.items.map(\.numbers) == [[1, 2, 3]])
  }

  @Test func idsAreAskedForInChunksAndMatchedById() async throws {
    let ids = try (1...150).map { number in
      try #require(ArXivReference("2401.0\(1000 + number)"))
    }
    let run = ScriptedClient([.page(1...99, total: 99), .page(90...149, total: 60)])
    let notes = Notes<Int>()
    let outcome = try await run.client.papers(ids + [ids[0]]) { papers, received, expected in
      notes.add(papers.count)
      notes.add(received)
      notes.add(expected)
    }
    #expect(outcome.missing.map(\.description) == ["2401.01150"])
    #expect(notes.items == [99, 99, 150, 50, 149, 150])
    #expect(run.transport.urls[0].hasSuffix("2401.01100&start=0&max_results=100"))
    #expect(
      run.transport.urls[1].hasPrefix("https://export.arxiv.org/api/query?id_list=2401.01101,"))
    #expect(run.transport.urls[1].hasSuffix("&start=0&max_results=50"))
  }

  @Test func beyondTheServersLimitASearchEndsWithAWord() async throws {
    let run = ScriptedClient([
      .page(1...2000, total: 30_000), .page(2001...4000, total: 30_000),
      .page(4001...6000, total: 30_000), .page(6001...8000, total: 30_000),
      .page(8001...8999, total: 30_000), .status(400),
    ])
    let outcome = try await search(run, limit: 30_000, pageSize: 2000, into: Notes())
    #expect(
      outcome
        == .init(received: 8999, expected: 30_000, named: 30_000, reachedServerLimit: true))
  }
}
