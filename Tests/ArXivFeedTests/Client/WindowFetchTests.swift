import LoopbackArXiv
import Papers
import TestSupport
import Testing

@testable import ArXivFeed

/// Fetching a query's papers along its ledger, against an arXiv on the loopback interface.
struct WindowFetchTests {
  private let now = Timestamp(milliseconds: 1_795_000_000_000)
  private let arXiv: LoopbackArXiv
  private let papers: [Paper]

  init() throws {
    papers = GeneratedPapers.make(count: 600, seed: 5, endingAt: now, days: 40)
    arXiv = LoopbackArXiv(papers: papers)
    try arXiv.start()
  }

  /// A run's papers and answers, and what it failed with.
  private struct Run {
    var ids: Set<ArXivID> = []
    var entries: [LedgerEntry] = []
    var failure: FeedError?

    var answers: [WindowAnswer] {
      entries.compactMap { entry in
        if case .window(let answer) = entry { answer } else { nil }
      }
    }
  }

  /// Fetches everything, and takes it into the ledger and the library.
  private func fetch(
    _ ledger: inout SourceLedger, into held: inout [Paper], at time: Timestamp? = nil,
    windowDays: Int = 14, limit: Int = 10_000
  ) async throws -> Run {
    let endpoints = try #require(
      ArXivEndpoints(api: arXiv.api, feeds: arXiv.site, site: arXiv.site))
    let client = ArXivClient(
      endpoints: endpoints, transport: URLSessionTransport(),
      pace: RequestPace(secondsBetweenRequests: 0))
    let query = try Query(parsing: "cat:cs.*")
    let came = Notes<[Paper]>()
    let entries = Notes<LedgerEntry>()
    var run = Run()
    do {
      _ = try await client.fetch(
        Source(
          name: "all", kind: .query(query, windowDays: windowDays, limit: limit)),
        now: time ?? now, pageSize: 20, ledger: ledger,
        onAnswer: { entries.add($0) },
        onPapers: { came.add($0) })
    } catch let error as FeedError {
      run.failure = error
    }
    run.entries = entries.items
    let before = held
    ledger = ledger.about(query.description)
    for entry in run.entries {
      ledger.record(entry) { window in before.count { window.contains($0.published) } }
    }
    run.ids = Set(came.items.flatMap { $0 }.map(\.id))
    held += came.items.flatMap { $0 }.filter { !before.map(\.id).contains($0.id) }
    return run
  }

  private func served(
    since time: Timestamp, until end: Timestamp? = nil, of all: [Paper]? = nil
  ) -> Set<ArXivID> {
    let computing = (all ?? papers).filter { paper in
      paper.published >= time && paper.published <= end ?? now
        && paper.categories.contains { $0.hasPrefix("cs.") }
    }
    return Set(computing.map(\.id))
  }

  @Test func aWholeWindowIsCovered() async throws {
    var ledger = SourceLedger()
    var held: [Paper] = []
    let run = try await fetch(&ledger, into: &held)
    let due = served(since: now.advanced(byDays: -14))
    #expect(due.count > 60 && run.ids == due && run.failure == nil)
    #expect(
      ledger.windows == [
        .init(
          from: now.advanced(byDays: -14), until: now, expected: due.count, stored: due.count)
      ])
    #expect(ledger.gaps == [])
  }

  @Test(arguments: [
    (LoopbackFault.status(503), "arXiv answered 503 four times"),
    (.status(429), "arXiv asked to come back later"), (.html, "arXiv answered with a web page"),
    (.truncatedXML(afterBytes: 900), "arXiv's answer was cut short"),
    (.emptyPage(totalResults: nil), "arXiv answered with an empty page"),
  ])
  func aFailureAmidPagesLeavesAGapThatTheNextFetchFills(
    fault: LoopbackFault, cause: String
  ) async throws {
    var ledger = SourceLedger()
    var held: [Paper] = []
    arXiv.answer(with: fault) { Int($0["start"] ?? "") ?? 0 >= 40 }
    let broken = try await fetch(&ledger, into: &held)
    let from = now.advanced(byDays: -14)
    let oldest = try #require(held.map(\.published).min())
    #expect(broken.ids.count == 40 && broken.failure != nil)
    #expect(
      ledger.windows == [.init(from: oldest, until: now, expected: 40, stored: 40)])
    #expect(ledger.gaps.map(\.from) == [from] && ledger.gaps.map(\.until) == [oldest])
    #expect(ledger.gaps.map(\.cause) == [cause])

    arXiv.clearFaults()
    let due = served(since: from)
    let mended = try await fetch(&ledger, into: &held)
    #expect(mended.failure == nil && Set(held.map(\.id)) == due)
    #expect(ledger.gaps == [])
    #expect(
      ledger.windows == [.init(from: from, until: now, expected: due.count, stored: due.count)])
  }

  @Test func aGapBeforeTheWindowIsAskedForOnItsOwnAndNoMore() async throws {
    var ledger = SourceLedger(query: "cat:cs.*")
    var held: [Paper] = []
    var whole = WindowAnswer(
      window: now.advanced(byDays: -20)...now.advanced(byDays: -1), at: now)
    ledger.record(whole) { _ in 0 }
    whole.window = now.advanced(byDays: -18)...now.advanced(byDays: -1)
    whole.reached = now.advanced(byDays: -16)
    whole.ending = .failed(cause: "down")
    ledger.record(whole) { _ in 0 }

    let run = try await fetch(&ledger, into: &held, windowDays: 7)
    let gap = now.advanced(byDays: -18)...now.advanced(byDays: -16).endOfMinute
    #expect(run.answers.map(\.window) == [now.advanced(byDays: -8)...now, gap])
    #expect(run.answers.map(\.fillsGap) == [false, true])
    let gapPapers = served(since: gap.lowerBound, until: gap.upperBound)
    #expect(!gapPapers.isEmpty && run.ids.isSuperset(of: gapPapers))
    #expect(ledger.gaps == [])
  }

  @Test func papersAnnouncedDaysAfterTheirSubmissionAreFound() async throws {
    var ledger = SourceLedger()
    var held: [Paper] = []
    let late = papers.filter { paper in
      paper.published < now.advanced(byDays: -5) && paper.published > now.advanced(byDays: -6)
        && paper.categories.contains { $0.hasPrefix("cs.") }
    }
    #expect(!late.isEmpty)
    arXiv.papers = papers.filter { !late.contains($0) }
    _ = try await fetch(&ledger, into: &held, windowDays: 1)
    arXiv.papers = papers
    let run = try await fetch(&ledger, into: &held, at: now.advanced(byDays: 1), windowDays: 1)
    #expect(run.ids.isSuperset(of: late.map(\.id)))
    let since = now.advanced(byDays: -7)
    #expect(
      ledger.windows.map(\.from) == [since]
        && ledger.windows.map(\.stored) == [served(since: since).count])
  }

  @Test func aPauseOfWeeksIsCaughtUpWith() async throws {
    var ledger = SourceLedger()
    var held: [Paper] = []
    let earlier = now.advanced(byDays: -25)
    _ = try await fetch(&ledger, into: &held, at: earlier, windowDays: 3)
    _ = try await fetch(&ledger, into: &held, windowDays: 3)
    let due = served(since: earlier.advanced(byDays: -7))
    #expect(Set(held.map(\.id)) == due)
    #expect(
      ledger.windows == [
        .init(
          from: earlier.advanced(byDays: -7), until: now, expected: due.count, stored: due.count)
      ])
  }

  @Test func whatTheLimitLeavesOutIsNoted() async throws {
    var ledger = SourceLedger()
    var held: [Paper] = []
    let run = try await fetch(&ledger, into: &held, limit: 30)
    #expect(run.ids.count == 30)
    let oldest = try #require(held.map(\.published).min())
    #expect(
      ledger.windows == [
        .init(from: oldest, until: now, expected: 30, stored: 30, isLimited: true)
      ])
    #expect(ledger.gaps == [] && ledger.last?.outcome == "limited")
  }

  @Test func nothingAtAllLeavesTheWholeWindowAsAGap() async throws {
    var ledger = SourceLedger()
    var held: [Paper] = []
    arXiv.answerAll(with: .status(403))
    let run = try await fetch(&ledger, into: &held)
    #expect(run.failure != nil)
    #expect(ledger.windows == [])
    #expect(
      ledger.gaps == [
        .init(from: now.advanced(byDays: -14), until: now, cause: "arXiv answered 403")
      ])
  }

  @Test(arguments: 1...UInt64(Rounds.of(6)))
  func underAnyFaultsEveryPaperIsStoredInTheEndAndNoGapIsForgotten(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    var ledger = SourceLedger()
    var held: [Paper] = []
    // Papers appear up to four days after they were submitted.
    let appearances = Dictionary(
      uniqueKeysWithValues: papers.map { paper in
        let delay = Int64.random(in: 0...4 * 86_400_000, using: &random)
        return (paper.id, Timestamp(milliseconds: paper.published.milliseconds + delay))
      })
    let faults: [LoopbackFault] = [
      .status(503), .status(429), .status(403), .html, .truncatedXML(afterBytes: 2000),
      .emptyPage(), .reset, .duplicates,
    ]
    let beginning = now.advanced(byDays: -30)
    for day in stride(from: -30, through: 0, by: 2) {
      let time = now.advanced(byDays: day)
      arXiv.papers = papers.filter { paper in appearances[paper.id].map { $0 <= time } ?? false }
      arXiv.clearFaults()
      if let fault = faults.randomElement(using: &random), day < 0 {
        let start = 20 * Int.random(in: 0...8, using: &random)
        arXiv.answer(with: fault) { Int($0["start"] ?? "") ?? 0 >= start }
      }
      _ = try await fetch(&ledger, into: &held, at: time, windowDays: 7)
      for window in ledger.windows {
        let known = held.count { (window.from...window.until).contains($0.published) }
        #expect(window.stored <= known)
      }
    }
    let due = served(since: beginning.advanced(byDays: -7), of: arXiv.papers)
    #expect(Set(held.map(\.id)).isSuperset(of: due))
    #expect(ledger.gaps == [])
    #expect(ledger.windows.map(\.from) == [beginning.advanced(byDays: -7)])
    #expect(ledger.windows.map(\.until) == [now])
    #expect(ledger.windows.map(\.stored) == [due.count])
    #expect(ledger.windows.map(\.expected) == [due.count])
  }

  @Test func whereArXivGoesNoFurtherTheRestIsANarrowerWindow() async throws {
    // A hundred papers in many dresses: making so many up takes long.
    let many = try (0..<10_500).map { number in
      var paper = papers[number % 100]
      paper.categories = ["cs.LG"]
      paper.id = try #require(ArXivID("2611.\(10_000 + number)"))
      paper.version = 1
      paper.published = Timestamp(milliseconds: now.milliseconds - Int64(number) * 40_000)
      paper.updated = paper.published
      return paper
    }
    let server = LoopbackArXiv(papers: many)
    try server.start()
    let endpoints = try #require(
      ArXivEndpoints(api: server.api, feeds: server.site, site: server.site))
    let client = ArXivClient(
      endpoints: endpoints, transport: URLSessionTransport(),
      pace: RequestPace(secondsBetweenRequests: 0))
    let came = Notes<[ArXivID]>()
    let answers = Notes<LedgerEntry>()
    _ = try await client.fetch(
      Source(
        name: "all",
        kind: .query(try Query(parsing: "cat:cs.LG"), windowDays: 7, limit: 30_000)),
      now: now, pageSize: 2000, onAnswer: { answers.add($0) },
      onPapers: { came.add($0.map(\.id)) })
    #expect(Set(came.items.flatMap { $0 }).count == many.count)
    #expect(came.items.flatMap { $0 }.count == many.count)
    var whole = WindowAnswer(window: now.advanced(byDays: -7)...now, at: now)
    whole.stored = many.count
    whole.expected = many.count
    whole.reached = many.last?.published
    #expect(
      answers.items == [
        .window(whole), .complete(at: now, request: "cat:cs.LG, 7d, 30000"),
      ])
  }
}
