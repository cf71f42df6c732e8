import LoopbackArXiv
import Papers
import Testing

@testable import ArXivFeed

/// Lists that end with fewer papers than arXiv named, or that are not the newest ones.
struct ShortfallTests {
  private let now = Timestamp(milliseconds: 1_795_000_000_000)
  private var fetch: LoopbackFetch
  private let papers: [Paper]

  init() throws {
    papers = GeneratedPapers.make(
      count: 90, seed: 3, endingAt: Timestamp(milliseconds: 1_795_000_000_000), days: 6
    ).map { paper in
      var paper = paper
      paper.categories = ["cs.LG"]
      return paper
    }
    fetch = try LoopbackFetch(
      papers, .query(try Query(parsing: "cat:cs.LG"), windowDays: 7, limit: 500))
  }

  @Test mutating func aListThatEndsTooEarlyIsAGapThatTheNextFetchFills() async throws {
    fetch.arXiv.answer(with: .shifted(by: 3)) { $0["start"] == "40" }
    let run = try await fetch.fetch(at: now)
    let cause = "arXiv named 90 papers and gave 87"
    #expect(run.failure == .incomplete(named: 90, given: 87))
    #expect(run.failure?.exitClass == .badAnswer)
    #expect(
      fetch.ledger.gaps == [
        .init(
          from: now.advanced(byDays: -7), until: now, cause: cause, expected: 3,
          isShortfall: true)
      ])
    #expect(fetch.ledger.windows.map(\.stored) == [87])
    #expect(fetch.ledger.windows.map(\.expected) == [90])
    #expect(fetch.ledger.last?.outcome == cause && fetch.ledger.completion == nil)

    fetch.arXiv.clearFaults()
    #expect(try await fetch.fetch(at: now).failure == nil)
    #expect(fetch.ledger.gaps == [] && fetch.library.count == 90)
    #expect(fetch.ledger.windows.map(\.stored) == [90])
    #expect(fetch.ledger.windows.map(\.expected) == [90])
  }

  @Test mutating func whatCameBeforeIsNotMissed() async throws {
    _ = try await fetch.fetch(at: now)
    fetch.arXiv.answer(with: .shifted(by: 3)) { $0["start"] == "40" }
    #expect(try await fetch.fetch(at: now).failure == nil)
    #expect(fetch.ledger.gaps == [] && fetch.ledger.isOwedNothing)
  }

  @Test mutating func aShortfallThatRepeatsIsBelievedAndSaid() async throws {
    fetch.arXiv.answer(with: .totalResults(94)) { $0["sortBy"] == "submittedDate" }
    fetch.arXiv.answer(with: .emptyPage(totalResults: 90)) {
      $0["sortBy"] == "submittedDate" && Int($0["start"] ?? "") ?? 0 >= 90
    }
    #expect(try await fetch.fetch(at: now).failure == .incomplete(named: 94, given: 90))
    #expect(fetch.ledger.gaps.map(\.expected) == [4])
    for _ in 0..<3 {
      #expect(try await fetch.fetch(at: now).failure == nil)
      #expect(fetch.ledger.gaps == [])
      #expect(fetch.ledger.windows.map(\.stored) == [90])
      #expect(fetch.ledger.windows.map(\.expected) == [94])
      #expect(fetch.ledger.last?.outcome == "arXiv named 94 papers and gave 90")
    }
  }

  @Test mutating func aShortfallBehindWhichAPageIsEmptyIsBelievedToo() async throws {
    fetch.arXiv.answer(with: .totalResults(94)) { $0["sortBy"] == "submittedDate" }
    fetch.arXiv.answer(with: .emptyPage(totalResults: 94)) { $0["start"] == "90" }
    let first = try await fetch.fetch(at: now)
    #expect(first.failure == .incomplete(named: 94, given: 90))
    #expect(
      first.requests.map { $0["start"] ?? "" } == ["0", "20", "40", "60", "80"]
        + Array(repeating: "90", count: 3))
    for _ in 0..<3 {
      let run = try await fetch.fetch(at: now)
      #expect(run.failure == nil && run.updates.count == 1)
      #expect(fetch.ledger.gaps == [])
      #expect(fetch.ledger.windows.map(\.expected) == [94])
      #expect(fetch.ledger.last?.outcome == "arXiv named 94 papers and gave 90")
    }
  }

  @Test mutating func anEmptyPageBehindAFullOneIsNoEnd() async throws {
    fetch.arXiv.answer(with: .emptyPage(totalResults: 90)) { $0["start"] == "60" }
    for _ in 0..<2 {
      #expect(try await fetch.fetch(at: now).failure == .emptyPage)
      #expect(fetch.ledger.windows.map(\.stored) == [60])
      #expect(fetch.ledger.gaps.map(\.cause) == ["arXiv answered with an empty page"])
    }
  }

  @Test mutating func aTotalThatIsTooSmallEndsNothing() async throws {
    fetch.arXiv.answer(with: .totalResults(40)) { $0["start"] == "20" }
    #expect(try await fetch.fetch(at: now).failure == nil)
    #expect(fetch.library.count == 90 && fetch.ledger.gaps == [])
  }

  @Test mutating func theNewestOfAnUnsortedListAreAWrongSelection() async throws {
    fetch.source.kind = .query(try Query(parsing: "cat:cs.LG"), windowDays: 7, limit: 30)
    fetch.arXiv.answerAll(with: .unsorted)
    let run = try await fetch.fetch(at: now)
    #expect(run.failure == .otherOrder)
    #expect(fetch.ledger.gaps.map(\.cause) == ["arXiv answered in another order than asked"])
    #expect(fetch.ledger.gaps.map(\.from) == [now.advanced(byDays: -7)])
    #expect(fetch.ledger.gaps.map(\.until) == [now])
    #expect(fetch.ledger.windows == [])
  }

  @Test mutating func whereTheListMovesBeforeAFailureTheGapBeginsThere() async throws {
    fetch.arXiv.answer(with: .shifted(by: 3)) { $0["start"] == "40" }
    fetch.arXiv.answer(with: .status(503)) { $0["start"] == "80" }
    _ = try await fetch.fetch(at: now)
    #expect(fetch.ledger.windows.map(\.stored) == [40])
    #expect(fetch.ledger.gaps.map(\.until) == [papers[39].published])
  }

  @Test mutating func papersThatCannotBeSavedAreOwed() async throws {
    fetch.blocked = [papers[30].id, papers[70].id]
    let run = try await fetch.fetch(at: now)
    #expect(run.failure == nil)
    #expect(fetch.ledger.windows.map(\.stored) == [20])
    #expect(fetch.ledger.gaps.map(\.cause) == ["2 papers could not be saved"])
    #expect(fetch.ledger.gaps.map(\.until) == [papers[19].published])
    #expect(fetch.ledger.completion == nil)
    fetch.blocked = []
    _ = try await fetch.fetch(at: now)
    #expect(fetch.library.count == 90 && fetch.ledger.isOwedNothing)
  }
}
