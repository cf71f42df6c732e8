import LibraryStore
import LoopbackArXiv
import Papers
import Testing

/// What commands say of papers that changed or are gone.
struct ShowChangesTests {
  private let paperq: BuiltProgram
  private let arXiv: LoopbackArXiv

  /// The second version; the loopback arXiv leaves a sentence and the comment out of the first.
  private static var second: Paper {
    get throws {
      Paper(
        id: try #require(ArXivID("2611.00001")), version: 2, title: "A Title",
        abstract: "We do this. We show that.", authors: [Paper.Author("Ada Lovelace")],
        categories: ["cs.LG"], published: try #require(Timestamp("2026-11-01T00:00:00Z")),
        updated: Timestamp("2026-11-20T00:00:00Z"), comment: "9 pages")
    }
  }

  private static var first: Paper {
    get throws {
      var paper = try second
      paper.version = 1
      paper.updated = paper.published
      paper.abstract = "We did this."
      paper.comment = nil
      return paper
    }
  }

  init() throws {
    paperq = try BuiltProgram()
    arXiv = LoopbackArXiv(papers: [try Self.second])
    try arXiv.start()
    try paperq.configure(
      #"""
      {"arxiv": {"api": "\#(arXiv.api)", "feeds": "\#(arXiv.site)", "site": "\#(arXiv.site)",
      "secondsBetweenRequests": 0}, "sources": []}
      """#)
  }

  @Test func whatChangedSinceTheVersionActedOnIsPrinted() async throws {
    try paperq.stock([Self.first])
    #expect(try await paperq("star", "2611.00001").code == 0)
    try paperq.stock([Self.second])
    #expect(
      try await paperq.onTerminal("show --changes 2611.00001") == [
        "2611.00001: v1 → v2", "comment", "{+9 pages+}", "abstract",
        "We [-did-]{+do+} this.{+ We show that.+}",
      ])
    let shown = try await paperq.onTerminal("show 2611.00001")
    #expect(shown.contains { $0.contains("v1 → v2 since you saw it; 'paperq show --changes") })
  }

  @Test func inAPipeWhatChangedIsOneObjectALine() async throws {
    try paperq.stock([Self.first] + Paper.three())
    #expect(try await paperq("star", "2611.00001").code == 0)
    try paperq.stock([Self.second])
    let text = #"""
      {"id":"2611.00001","from":1,"to":2,"changes":[\#
      {"field":"comment","words":[{"added":"9 pages"}]},\#
      {"field":"abstract","words":[{"kept":"We "},{"removed":"did"},{"added":"do"},\#
      {"kept":" this."},{"added":" We show that."}]}]}
      {"id":"1512.03385","to":1,"changes":[]}

      """#
    #expect(
      try await paperq("show", "--changes", "2611.00001", "1512.03385") == .init(text))
  }

  @Test func aVersionThatIsNotHeldIsFetched() async throws {
    try paperq.stock([Self.second])
    let lines = [
      "2611.00001: v1 → v2", "comment", "{+9 pages+}", "abstract",
      "We do this.{+ We show that.+}",
    ]
    #expect(try await paperq.onTerminal("show --changes 2611.00001") == lines)
    // Nobody had seen it, so the library stays as it was.
    let id = try Self.second.id
    #expect(try paperq.openStore().library.paper(id)?.earlier == nil)
    // Now it is the version that the user knows, and need not be fetched again.
    _ = try await paperq("star", "2611.00001")
    #expect(try await paperq.onTerminal("show --changes 2611.00001") == lines)
    arXiv.stop()
    #expect(try await paperq.onTerminal("show --changes 2611.00001") == lines)
  }

  @Test func whatArXivDoesNotGiveIsAnErrorThatKeepsNoOtherPaper() async throws {
    var paper = try Self.second
    paper.version = 4
    try paperq.stock([paper] + Paper.three())
    #expect(
      try await paperq("show", "--changes", "2611.00001", "1512.03385")
        == .init(
          #"{"id":"1512.03385","to":1,"changes":[]}"# + "\n",
          errors: "paperq: arXiv has no '2611.00001v3'\n", code: 66))
  }

  @Test func withdrawnPapersSaySo() async throws {
    var paper = try Self.second
    paper.comment = "This paper has been withdrawn by the author due to a sign error"
    try paperq.stock([paper])
    let list = try await paperq.onTerminal("list")
    #expect(list.contains { $0.contains("[withdrawn] A Title") })
    let shown = try await paperq.onTerminal("show 2611.00001")
    #expect(shown.contains("withdrawn: due to a sign error"))
  }
}
