import JSONText
import Papers
import TestSupport
import Testing

struct PaperTests {
  private static let id = ArXivID(literal: "2401.00001")
  private static let time = Timestamp(literal: "2024-01-02T03:04:05Z")

  private func paper(version: Int = 1) -> Paper {
    Paper(
      id: Self.id, version: version, title: "A \"title\" with $\\alpha$", abstract: "One.\nTwo.",
      authors: [.init("Ada Lovelace", affiliations: ["Analytical Engine"]), .init("Paul Erdős")],
      categories: ["cs.LG", "stat.ML"], published: Self.time,
      updated: Self.time.advanced(byDays: version - 1), comment: "5 pages",
      journalRef: "J. 1 (2024)",
      dois: ["10.1000/1"], sources: ["learning"], added: Self.time.advanced(byDays: 3),
      starter: .init(position: 4, why: "It began there."))
  }

  @Test func theRecordIsWrittenWithSortedKeysAndReadBack() throws {
    let paper = paper(version: 2)
    #expect(
      paper.json.text == #"""
        {"abstract":"One.\nTwo.","added":"2024-01-05T03:04:05.000Z","authors":[{"affiliations":\#
        ["Analytical Engine"],"name":"Ada Lovelace"},{"name":"Paul Erdős"}],"categories":["cs.LG",\#
        "stat.ML"],"comment":"5 pages","dois":["10.1000/1"],"journalRef":"J. 1 (2024)",\#
        "primaryCategory":"cs.LG","published":"2024-01-02T03:04:05Z","sources":["learning"],\#
        "starter":{"position":4,"why":"It began there."},"title":"A \"title\" with $\\alpha$",\#
        "updated":"2024-01-03T03:04:05Z","version":2}
        """#)
    #expect(Paper(id: Self.id, json: paper.json) == paper)
  }

  @Test func unknownMembersAndThoseOfAnotherTypeAreKept() throws {
    let text = """
      {"comment":7,"licence":{"b":1.50,"a":[1e400]},"published":"2024-01-02T03:04:05Z","title":"T"}
      """
    let json = try JSONValue.parse(Array(text.utf8))
    let paper = try #require(Paper(id: Self.id, json: json))
    #expect(paper.comment == nil)
    let written = try #require(paper.json.object)
    #expect(written["comment"]?.text == "7")
    #expect(written["licence"]?.text == #"{"b":1.50,"a":[1e400]}"#)
    #expect(Paper(id: Self.id, json: paper.json) == paper)
  }

  @Test(arguments: [
    "[]", "null", "{}", #"{"title":"T"}"#, #"{"title":1,"published":"2024-01-02T03:04:05Z"}"#,
    #"{"title":"T","published":"yesterday"}"#,
  ])
  func whatIsNoPaperIsNotRead(text: String) throws {
    #expect(Paper(id: Self.id, json: try JSONValue.parse(Array(text.utf8))) == nil)
  }

  @Test func theVersionIsAtLeastOne() throws {
    let text = #"{"title":"T","published":"2024-01-02T03:04:05Z","version":-9223372036854775808}"#
    #expect(Paper(id: Self.id, json: try JSONValue.parse(Array(text.utf8)))?.version == 1)
  }

  // MARK: - Merging

  @Test func aNewerVersionReplacesWhatArXivSaysAndKeepsWhatIsOurs() {
    var incoming = Paper(
      id: Self.id, version: 3, title: "New", abstract: "New.", authors: [.init("B")],
      categories: ["cs.CL"], published: Self.time, sources: ["other"],
      added: Self.time.advanced(byDays: 9))
    let merged = paper().merged(with: incoming)
    incoming.sources = ["learning", "other"]
    incoming.added = paper().added
    incoming.starter = paper().starter
    #expect(merged == incoming)
  }

  @Test func anOlderVersionAddsNothingButItsSource() {
    var old = paper(version: 1)
    old.title = "Old"
    old.sources = ["canon"]
    var wanted = paper(version: 2)
    wanted.sources = ["canon", "learning"]
    #expect(paper(version: 2).merged(with: old) == wanted)
  }

  @Test func whatASourceDoesNotCarryIsNotErased() {
    let bare = Paper(id: Self.id, title: "Corrected", published: Self.time, updated: Self.time)
    var wanted = paper()
    wanted.title = "Corrected"
    wanted.added = Self.time
    #expect(paper().merged(with: bare) == wanted)
    var newer = bare
    newer.version = 2
    let merged = paper().merged(with: newer)
    #expect(merged.comment == nil)
    #expect(merged.abstract == "One.\nTwo.")
    #expect(merged.authors == paper().authors)
    #expect(merged.categories == ["cs.LG", "stat.ML"])
    #expect(merged.primaryCategory == "cs.LG")
  }

  @Test func datesOfAnAnnouncementGiveWayToThoseOfTheSubmission() {
    func announced(version: Int, onDay day: Int) -> Paper {
      var paper = paper(version: version)
      paper.published = Self.time.advanced(byDays: day)
      paper.updated = paper.published
      paper.hasApproximateDates = true
      return paper
    }
    let (first, second) = (paper(version: 1), paper(version: 2))
    let (early, late) = (announced(version: 1, onDay: 5), announced(version: 1, onDay: 9))
    let replaced = announced(version: 2, onDay: 12)
    #expect(first.merged(with: early) == first)
    #expect(early.merged(with: first) == first)
    #expect(early.merged(with: late) == early)
    #expect(late.merged(with: early) == early)
    #expect(replaced.merged(with: second) == second)
    // The day of a replacement says when its version came, and nothing of the first one.
    var wanted = replaced
    wanted.published = Self.time
    #expect(first.merged(with: replaced) == wanted)
    #expect(replaced.merged(with: first) == wanted)
    #expect(first.merged(with: replaced).merged(with: second) == second)
    #expect(Paper(id: Self.id, json: wanted.json) == wanted)
    #expect(wanted.json.object?["hasApproximateDates"] == .bool(true))
  }

  @Test(arguments: 1...20)
  func mergingTwiceIsMergingOnce(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func any() -> Paper {
      var paper = paper(version: Int.random(in: 1...3, using: &random))
      if Bool.random(using: &random) { paper.comment = nil }
      if Bool.random(using: &random) { paper.abstract = "" }
      if Bool.random(using: &random) { paper.starter = nil }
      if Bool.random(using: &random) { paper.dois = [] }
      if Bool.random(using: &random) {
        paper.published = Self.time.advanced(byDays: Int.random(in: 1...3, using: &random))
        paper.updated = paper.published.advanced(byDays: Int.random(in: 0...3, using: &random))
        paper.hasApproximateDates = true
      }
      paper.title = "T\(Int.random(in: 0...2, using: &random))"
      paper.sources = ["s\(Int.random(in: 0...3, using: &random))"]
      paper.unknown = ["k\(Int.random(in: 0...1, using: &random))": .integer(Int(seed))]
      return paper
    }
    for _ in 0..<50 {
      let (stored, incoming) = (any(), any())
      let once = stored.merged(with: incoming)
      #expect(once.merged(with: incoming) == once)
      #expect(once.version == max(stored.version, incoming.version))
      #expect(Set(once.sources) == Set(stored.sources + incoming.sources))
      #expect(Paper(id: Self.id, json: once.json)?.json == once.json)
    }
  }
}
