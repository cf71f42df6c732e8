import Papers
import Testing

@testable import ArXivFeed

struct ResultPageTests {
  private struct Seen: Equatable {
    var numbers: [Int]
    var total: Int
    var next: Int?

    init(_ numbers: [Int], total: Int, next: Int?) {
      self.numbers = numbers
      self.total = total
      self.next = next
    }

    init(_ page: ArXivClient.ResultPage) {
      self.init(page.papers.map { $0.id.number - 1000 }, total: page.total, next: page.next)
    }
  }

  @Test func aPageSaysWhereTheNextOneBegins() async throws {
    let run = ScriptedClient([.page(1...3, total: 5), .page(4...5, total: 5)])
    let first = try await run.client.results(of: "cat:cs.LG", from: 0, count: 3)
    #expect(Seen(first) == Seen([1, 2, 3], total: 5, next: 3))
    let last = try await run.client.results(of: "cat:cs.LG", from: 3, count: 3, promised: 5)
    #expect(Seen(last) == Seen([4, 5], total: 5, next: nil))
    #expect(run.transport.urls.map { $0.contains("start=3&max_results=3") } == [false, true])
  }

  @Test func aPageTellsWhatCouldNotBeRead() async throws {
    let bad = "<entry><id>http://arxiv.org/abs/bad</id><title>T</title></entry>"
    let run = ScriptedClient([.feed(feed(bad + entry("2401.01001v1"), total: 2))])
    let page = try await run.client.results(of: "cat:cs.LG", from: 0, count: 3)
    #expect(page.papers.count == 1 && page.next == nil)
    #expect(page.skipped.lines == ["entry 1 left out: 'http://arxiv.org/abs/bad' is no arXiv id"])
  }

  @Test func aShortPageAdvancesByWhatCame() async throws {
    let run = ScriptedClient([.page(1...2, total: 9)])
    let page = try await run.client.results(of: "cat:cs.LG", from: 0, count: 3)
    #expect(page.next == 2)
  }

  @Test func nothingFoundIsAnAnswer() async throws {
    let run = ScriptedClient([.empty(total: 0)])
    let page = try await run.client.results(of: "ti:qwertz", from: 0, count: 3)
    #expect(Seen(page) == Seen([], total: 0, next: nil))
    #expect(run.transport.requests.count == 3)
  }

  @Test func anEmptyPageWherePapersAreDueIsAnError() async throws {
    let run = ScriptedClient([.empty(total: 0)])
    await #expect(throws: FeedError.emptyPage) {
      try await run.client.results(of: "cat:cs.LG", from: 3, count: 3, promised: 9)
    }
  }

  @Test func whereArXivGoesNoFurtherTheListEnds() async throws {
    let run = ScriptedClient([.status(400)])
    let page = try await run.client.results(
      of: "cat:cs.LG", from: 9_950, count: 100, promised: 20_000)
    #expect(Seen(page) == Seen([], total: 20_000, next: nil))
  }
}
