import LoopbackArXiv
import Papers
import Testing

struct GeneratedPapersTests {
  private let end = Timestamp(milliseconds: 1_795_000_000_000)

  @Test func theSameSeedMakesTheSamePapers() {
    let papers = GeneratedPapers.make(count: 300, seed: 7, endingAt: end)
    #expect(papers == GeneratedPapers.make(count: 300, seed: 7, endingAt: end))
    #expect(papers != GeneratedPapers.make(count: 300, seed: 8, endingAt: end))
    #expect(papers.count == 300)
  }

  @Test func papersAreNewestFirstAndEachOnce() {
    let papers = GeneratedPapers.make(count: 2000, endingAt: end)
    #expect(Set(papers.map(\.id)).count == 2000)
    #expect(papers.map(\.id) == papers.map(\.id).sorted(by: >))
    #expect(papers.map(\.published) == papers.map(\.published).sorted(by: >))
    #expect(papers.allSatisfy { $0.updated <= end && $0.published <= $0.updated })
  }

  @Test func papersHaveWhatRealOnesHave() {
    let papers = GeneratedPapers.make(count: 1000, endingAt: end)
    #expect(papers.allSatisfy { (800...1700).contains($0.abstract.utf8.count) })
    #expect(papers.allSatisfy { !$0.authors.isEmpty && $0.categories.first == $0.primaryCategory })
    #expect(papers.contains { $0.version > 1 })
    #expect(papers.contains { $0.comment?.contains("withdrawn") == true })
    #expect(papers.contains { !$0.dois.isEmpty && $0.journalRef != nil })
    #expect(papers.contains { $0.title.contains("$\\alpha$") })
    #expect(papers.contains { $0.title.contains("大規模") })
    #expect(papers.contains { $0.abstract.contains("\n") })
    #expect(papers.contains { $0.authors.count > 20 })
    #expect(!papers.contains { $0.title.contains("%") || $0.abstract.contains("%1") })
  }

  @Test func noPapersAreMadeOfNothing() {
    #expect(GeneratedPapers.make(count: 0, endingAt: end) == [])
  }
}
