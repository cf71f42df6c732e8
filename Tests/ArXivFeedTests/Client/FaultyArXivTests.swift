import LoopbackArXiv
import Papers
import TestSupport
import Testing

@testable import ArXivFeed

/// Five thousand papers from an arXiv that does everything wrong that it can.
struct FaultyArXivTests {
  private let now = Timestamp(milliseconds: 1_795_000_000_000)

  /// Sixty papers in many dresses: making so many up takes long.
  private func papers(_ count: Int) throws -> [Paper] {
    let made = GeneratedPapers.make(count: 60, endingAt: now, days: 14)
    return try (0..<count).map { number in
      var paper = made[number % 60]
      paper.categories = ["cs.LG"]
      paper.id = try #require(ArXivID("2611.\(10_000 + number)"))
      paper.abstract = "Of \(number)."
      paper.authors = [Paper.Author("A. Author")]
      paper.version = 1
      paper.published = Timestamp(milliseconds: now.milliseconds - Int64(number) * 200_000)
      paper.updated = paper.published
      return paper
    }
  }

  private func faults(using random: inout TestSupport.SeededGenerator) -> [LoopbackFault?] {
    (0..<150).map { _ in
      switch Int.random(in: 0..<32, using: &random) {
      case 0: .status(429)
      case 1: .status(429, retryAfter: "7")
      case 2: .status(429, retryAfter: "Wed, 18 Nov 2026 11:07:00 GMT")
      case 3: .status(503)
      case 4: .status(503, retryAfter: "1")
      case 5: .cutBody(afterBytes: Int.random(in: 0...90_000, using: &random))
      case 6: .truncatedXML(afterBytes: Int.random(in: 0...90_000, using: &random))
      case 7: .html
      case 8: .slowBody(bytes: 100_000, pauseMilliseconds: 1)
      case 9: .reset
      case 10: .emptyPage()
      case 11: .emptyPage(totalResults: Int.random(in: 0...6000, using: &random))
      case 12: .unsorted
      case 13: .totalResults(Int.random(in: 0...6000, using: &random))
      case 14: .duplicates
      case 15: .shifted(by: Int.random(in: -30...30, using: &random))
      case 16: .status(403)
      default: nil
      }
    }
  }

  @Test(arguments: 1...UInt64(Rounds.of(3)))
  func everyPaperIsStoredOrLiesInAGapAtEveryStepAndInTheEndAllAreStored(
    seed: UInt64
  ) async throws {
    var random = TestSupport.SeededGenerator(seed: seed)
    let papers = try papers(5000)
    var fetch = try LoopbackFetch(
      papers, .query(try Query(parsing: "cat:cs.LG"), windowDays: 14, limit: 30_000))
    let mine = LibraryChange(
      action: "star", at: now,
      steps: papers.prefix(50).map { .init($0.id, .star(true)) })
    fetch.change(mine)
    var rounds = 0
    repeat {
      rounds += 1
      fetch.arXiv.clearFaults()
      fetch.arXiv.answerNext(with: faults(using: &random))
      let run = try await fetch.fetch(
        at: now.advanced(byMinutes: rounds), pageSize: 500)
      if run.failure == nil { #expect(fetch.ledger.gaps.isEmpty) }
      let library = fetch.library
      let gaps = fetch.ledger.gaps.map { $0.from...$0.until }
      let lost = papers.filter { paper in
        !library.contains(paper.id) && !gaps.contains { $0.contains(paper.published) }
      }
      #expect(lost.map(\.id) == [])
      for window in fetch.ledger.windows {
        #expect(window.stored <= fetch.count(submitted: window.from...window.until))
      }
    } while !fetch.ledger.gaps.isEmpty && rounds < 60
    #expect(fetch.ledger.gaps == [] && rounds < 60)
    #expect(fetch.library.count == papers.count)
    #expect(papers.prefix(50).allSatisfy { fetch.library.reading($0.id).star })
  }
}

extension Timestamp {
  fileprivate func advanced(byMinutes minutes: Int) -> Timestamp {
    Timestamp(milliseconds: milliseconds + Int64(minutes) * 60_000)
  }
}
