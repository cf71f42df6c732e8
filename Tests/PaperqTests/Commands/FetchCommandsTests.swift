import Foundation
import JSONText
import LoopbackArXiv
import Papers
import Testing

@testable import paperq

/// The commands that ask arXiv, against one on the loopback interface.
struct FetchCommandsTests {
  private let paperq: BuiltProgram
  private let arXiv: LoopbackArXiv

  init() throws {
    paperq = try BuiltProgram()
    arXiv = LoopbackArXiv(papers: try Paper.three())
    try arXiv.start()
    try configure(sources: #"{"name": "canon", "ids": ["1706.03762", "1512.03385"]}"#)
    // Papers of the starter list would be asked for too.
    try paperq.home.write(
      #"{"format": 1, "created": "2026-11-22T01:02:03Z"}"#,
      to: ".local/share/paperq/library.json")
  }

  private func configure(sources: String) throws {
    try paperq.configure(
      #"""
      {
        "arxiv": {
          "api": "\#(arXiv.api)", "feeds": "\#(arXiv.site)", "site": "\#(arXiv.site)",
          "secondsBetweenRequests": 0, "pageSize": 2
        },
        "sources": [\#(sources)]
      }
      """#)
  }

  private func ids(_ outcome: BuiltProgram.Outcome) throws -> [String] {
    try outcome.lines.map { line in
      try #require(try JSONValue.parse(Array(line.utf8)).object?["id"]?.string)
    }
  }

  @Test func fetchStoresPapersAndSaysWhatIsNew() async throws {
    let progress = "paperq: canon: 2 of 2 papers\n"
    let first = try await paperq("fetch", "--exit-code")
    #expect(first.code == 0 && first.errors == progress)
    #expect(first.output.contains(#""new":2,"changed":0,"#))
    #expect(try ids(await paperq("list")) == ["1706.03762", "1512.03385"])
    #expect(
      try await paperq("fetch", "--exit-code", "--force")
        == .init(
          #"{"source":"canon","received":2,"expected":2,"new":0,"changed":0,"updated":0,"#
            + #""ids":[]}"# + "\n",
          errors: progress, code: 1))
    let sources = try await paperq("sources").output
    #expect(
      sources.hasPrefix(
        #"{"name":"canon","ids":["1706.03762","1512.03385"],"alert":false,"papers":2,"#
          + #""covered":[],"gaps":[],"listing":{"expected":2,"stored":2},"last":{"at":""#))
    #expect(sources.hasSuffix(#"","outcome":"complete"}}"# + "\n"))
  }

  @Test func withoutAConnectionItIsSaidOnceAndWhichSourcesWereNotAsked() async throws {
    try configure(
      sources: #"{"name": "a", "query": "cat:cs.LG"}, {"name": "b", "query": "cat:cs.CL"}, "#
        + #"{"name": "c", "ids": ["1706.03762"]}"#)
    arXiv.stop()
    let outcome = try await paperq("fetch")
    let errors =
      "paperq: source 'a': cannot reach '127.0.0.1': connection refused\n"
      + "paperq: not asked: b, c; the next fetch asks them too\n"
    #expect(outcome.code == 69 && outcome.errors == errors && outcome.lines.count == 1)
    let lines = try await paperq.onTerminal("fetch")
    #expect(!lines.joined().contains(" new"))
  }

  @Test func aFreshAnswerIsToldByTheClockOnTheWall() throws {
    let answer = FreshAnswer(
      askedAt: try #require(Timestamp("2026-11-22T23:30:00Z")),
      nextAnnouncement: try #require(Timestamp("2026-11-24T01:00:00Z")))
    let now = try #require(Timestamp("2026-11-23T00:10:00Z"))
    #expect(
      answer.words(now: now, clock: .utc)
        == "asked on 22 Nov 23:30; arXiv announces next on Tue 01:00")
    #expect(
      answer.words(now: now, clock: WallClock { _ in -5 * 3600 })
        == "asked at 18:30; arXiv announces next on Mon 20:00")
  }

  @Test func whatArXivCannotHaveNewsForIsNotAskedAgain() async throws {
    #expect(try await paperq("fetch").code == 0)
    let again = try await paperq("fetch", "--exit-code")
    #expect(again.code == 1 && arXiv.requests.count == 1)
    #expect(again.errors.hasPrefix("paperq: canon: asked at "))
    #expect(again.errors.contains("; arXiv announces next on "))
    #expect(again.errors.hasSuffix("; --force asks anyway\n"))
    #expect(
      again.output.hasPrefix(
        #"{"source":"canon","received":0,"expected":0,"new":0,"changed":0,"updated":0,"#
          + #""ids":[],"asked":""#))
    #expect(try await paperq("fetch", "--force").code == 0)
    #expect(arXiv.requests.count == 2)
    try configure(sources: #"{"name": "canon", "ids": ["1706.03762"]}"#)
    #expect(try await paperq("fetch").code == 0)
    #expect(arXiv.requests.count == 3)
  }

  @Test func aDailyFeedTellsHowMuchOfTheAnnouncementCame() async throws {
    try configure(sources: #"{"name": "announced", "daily": ["cs.LG", "cs.CL"], "types": ["new"]}"#)
    _ = try await paperq("fetch")
    let sources = try await paperq("sources").output
    #expect(sources.contains(#""types":["new"],"alert":false,"papers":"#))
    #expect(sources.contains(#""last":{"at":""#))
    let screen = try await paperq.onTerminal("sources")
    #expect(screen.contains { $0.hasPrefix("  last answer ") })
  }

  @Test func fetchingAgainLeavesWhatTheUserDid() async throws {
    _ = try await paperq("fetch")
    _ = try await paperq("mark", "read", "1706.03762")
    _ = try await paperq("note", "1706.03762", "Mine.")
    let before = try paperq.home.read(".local/share/paperq/reading/1706.json")
    arXiv.papers = arXiv.papers.map { paper in
      var paper = paper
      paper.version += 1
      return paper
    }
    _ = try await paperq("fetch", "--force")
    #expect(try paperq.home.read(".local/share/paperq/reading/1706.json") == before)
    #expect(try await paperq("show", "1706.03762").output.contains(#""version":8,"#))
  }

  @Test func entriesThatCannotBeReadAreToldAndCounted() async throws {
    let entry = "<entry><id>http://arxiv.org/abs/1706.03762v7</id></entry>"
    let feed = "<feed xmlns='http://www.w3.org/2005/Atom'>\(entry)\(entry)</feed>"
    arXiv.answerAll(
      with: .reply(status: 200, contentType: "application/atom+xml", body: Array(feed.utf8)))
    let outcome = try await paperq("fetch")
    #expect(outcome.output.contains(#""missing":["1706.03762","1512.03385"],"skipped":2"#))
    #expect(outcome.errors.contains("paperq: source 'canon': entry 1 left out: "))
    #expect(outcome.errors.contains("paperq: source 'canon': entry 2 left out: "))
  }

  @Test func fetchLeavesNothingButFoldersOfPaperq() async throws {
    #expect(try await paperq("fetch").code == 0)
    let all = try FileManager.default.subpathsOfDirectory(atPath: paperq.home.path)
    let own = [".config/paperq", ".local/share/paperq", ".local/state/paperq", ".cache/paperq"]
    let foreign = all.filter { path in
      !own.contains { "\(path)/".hasPrefix("\($0)/") || "\($0)/".hasPrefix("\(path)/") }
    }
    #expect(foreign == [])
    #expect(arXiv.requests.count == 1)
  }

  @Test func onlyNamedSourcesAreAsked() async throws {
    try configure(
      sources: #"""
        {"name": "canon", "ids": ["1706.03762"]}, {"name": "nets", "ids": ["1512.03385"]}
        """#)
    let outcome = try await paperq("fetch", "nets")
    #expect(outcome.lines.count == 1)
    #expect(try ids(await paperq("list")) == ["1512.03385"])
    #expect(
      try await paperq("fetch", "cannon")
        == .init(
          errors: "paperq: there is no source 'cannon'; did you mean 'canon'?\n", code: 64))
  }

  @Test(arguments: [
    (LoopbackFault.status(503), Int32(69)), (.status(429), 75), (.html, 76),
    (.truncatedXML(afterBytes: 300), 76), (.status(403), 76), (.reset, 69),
  ])
  func lastingFaultsHaveTheirExitCode(fault: LoopbackFault, code: Int32) async throws {
    arXiv.answerAll(with: fault)
    let outcome = try await paperq("fetch")
    #expect(outcome.code == code)
    let last = try #require(outcome.errors.split(separator: "\n").last)
    #expect(last.hasPrefix("paperq: source 'canon': "))
    #expect(try await paperq("list").code == 1)
  }

  @Test func aFaultThatPassesIsSurvived() async throws {
    arXiv.answerNext(with: [.status(503), nil])
    #expect(try await paperq("fetch").code == 0)
    #expect(try ids(await paperq("list")).count == 2)
  }

  @Test func aBadAnswerDoesNotKeepOtherSourcesFromBeingAsked() async throws {
    try configure(
      sources: #"""
        {"name": "bad", "ids": ["1706.03762"]}, {"name": "good", "ids": ["1512.03385"]}
        """#)
    arXiv.answer(with: .status(403)) { $0["id_list"] == "1706.03762" }
    #expect(try await paperq("fetch").code == 76)
    #expect(try ids(await paperq("list")) == ["1512.03385"])
  }

  @Test func addQueuesPapersInTheOrderGivenAndAsksOnlyForUnknownOnes() async throws {
    try paperq.stock([try Paper.three()[1]])
    #expect(
      try ids(await paperq("add", "https://arxiv.org/pdf/1706.03762v7.pdf", "1512.03385"))
        == ["1706.03762", "1512.03385"])
    #expect(arXiv.requests.count == 1)
    #expect(
      try ids(await paperq("list", "is:queued", "--sort", "rank"))
        == ["1706.03762", "1512.03385"])
  }

  @Test func undoTakesOutWhatWasAddedUntilASourceBringsIt() async throws {
    _ = try await paperq("add", "1706.03762")
    _ = try await paperq("undo")
    #expect(try await paperq("list").code == 1)
    _ = try await paperq("search", "cat:cs.CL", "--add")
    #expect(try ids(await paperq("list", "is:queued")) == ["1706.03762"])
    _ = try await paperq("undo")
    #expect(try await paperq("list").code == 1)
    _ = try await paperq("redo")
    #expect(try ids(await paperq("list", "is:queued")) == ["1706.03762"])
    _ = try await paperq("undo")
    _ = try await paperq("fetch")
    #expect(try ids(await paperq("list", "is:unread")).contains("1706.03762"))
  }

  @Test func addFindsIdentifiersInAnyText() async throws {
    let text = "see arXiv:1706.03762v7 [cs.CL], and\nhttps://arxiv.org/abs/hep-th/9711200."
    #expect(try ids(await paperq("add", "-", input: text)) == ["1706.03762", "hep-th/9711200"])
    try paperq.home.write(text, to: "notes.txt")
    #expect(try ids(await paperq("add", "notes.txt")).count == 2)
    #expect(
      try await paperq("add", "-", input: "nothing here")
        == .init(
          errors: "paperq: cannot add 'standard input': there is no arXiv identifier in it\n",
          code: 65))
    #expect(
      try await paperq("add", "nonsense")
        == .init(
          errors: "paperq: cannot add 'nonsense': it is no arXiv identifier, and no file that "
            + "can be read: no such file or directory\n", code: 65))
  }

  @Test(arguments: [
    "arXiv:1706.03762v7 [cs.CL] 2 Aug 2023", "https://www.alphaxiv.org/abs/1706.03762v7",
    "https://huggingface.co/papers/1706.03762?ref=1512.03385#64a1",
    "https://ar5iv.labs.arxiv.org/html/1706.03762", "http://xxx.lanl.gov/abs/1706.03762v1#S3",
    "browse.arxiv.org/pdf/1706.03762v7.pdf", "https://example.org/?id=1706.03762",
  ])
  func addTakesStampsAndPagesElsewhere(word: String) async throws {
    #expect(try ids(await paperq("add", word)) == ["1706.03762"])
  }

  @Test(arguments: ["notes-1706.03762.txt", "papers/1706.03762v1.pdf", "./a/1706.03762.bib"])
  func aFileThatIsMissingIsNoText(name: String) async throws {
    #expect(try await paperq("add", name).code == 65)
  }

  @Test func addQueuesAllWhenArXivIsBusyAndAFetchCompletesIt() async throws {
    try paperq.stock([try Paper.three()[1]])
    arXiv.answerAll(with: .status(503))
    let outcome = try await paperq("add", "1512.03385", "1706.03762")
    #expect(outcome.code == 69)
    #expect(try ids(outcome) == ["1512.03385", "1706.03762"])
    #expect(outcome.errors.hasPrefix("paperq: "))
    #expect(
      outcome.errors.hasSuffix(
        "paperq: cannot ask arXiv about '1706.03762': cannot fetch from '127.0.0.1': it fails with "
          + "status 503; try again later; 'paperq fetch' completes it\n"))
    let queue = ["1512.03385", "1706.03762"]
    #expect(try ids(await paperq("list", "is:queued", "--sort", "rank")) == queue)
    #expect(try paperq.reading("1706.03762").seenVersion == nil)
    _ = try await paperq("undo")
    #expect(try ids(await paperq("list")) == ["1512.03385"])
    _ = try await paperq("redo")
    arXiv.clearFaults()
    #expect(try await paperq("fetch", "import").code == 0)
    #expect(try ids(await paperq("list", "is:queued", "--sort", "rank")) == queue)
    #expect(try ids(await paperq("list", "ti:attention")) == ["1706.03762"])
    #expect(try await paperq("list", "is:updated").code == 1)
  }

  @Test func addQueuesAllWhenArXivIsOutOfReach() async throws {
    arXiv.stop()
    let outcome = try await paperq("add", "1512.03385", "1706.03762")
    #expect(outcome.code == 69)
    #expect(try ids(outcome) == ["1512.03385", "1706.03762"])
    #expect(
      outcome.errors
        == "paperq: cannot ask arXiv about '1512.03385' and 1 more: cannot reach '127.0.0.1': "
        + "connection refused; 'paperq fetch' completes them\n")
  }

  @Test func addSaysWhatArXivDoesNotHave() async throws {
    let outcome = try await paperq("add", "2401.99999", "1706.03762")
    #expect(outcome.code == 66)
    #expect(outcome.errors == "paperq: arXiv has no paper '2401.99999'\n")
    #expect(try ids(outcome) == ["1706.03762"])
  }

  @Test func whatTheDiskDoesNotTakeIsLeftOutAndSaid() async throws {
    // A file of the system's that cannot be read stands for a disk that fails.
    let papers = paperq.home.path + "/.local/share/paperq/papers"
    try FileManager.default.createDirectory(atPath: papers, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: papers + "/1706.json", withDestinationPath: "/proc/self/mem")
    let warnings =
      "paperq: cannot read 'papers/1706.json': input/output error; "
      + "nothing of 1706 that belongs there can be saved\n"
      + "paperq: cannot save 'papers/1706.json': input/output error; 1 paper is left out\n"
    let outcome = try await paperq("add", "1706.03762", "1512.03385")
    #expect(outcome.code == 74)
    #expect(outcome.errors == warnings)
    #expect(try ids(outcome) == ["1512.03385"])
    let fetched = try await paperq("fetch")
    #expect(fetched.errors.contains(warnings.split(separator: "\n")[1]))
    #expect(try await paperq("search", "cat:cs.LG", "--add").errors == warnings)
    #expect(try paperq.reading("1706.03762").state == .unread)
  }

  @Test func searchPrintsWithoutStoringUnlessAsked() async throws {
    #expect(try ids(await paperq("search", "cat:cs.LG")) == ["1706.03762"])
    #expect(try await paperq("list").code == 1)
    #expect(try ids(await paperq("search", "cat:cs.LG", "--add")) == ["1706.03762"])
    #expect(try ids(await paperq("list", "is:queued")) == ["1706.03762"])
    #expect(try await paperq("search", "ti:nowhere").code == 1)
  }

  @Test func aSearchThatArXivCannotAnswerIsNotSent() async throws {
    let outcome = try await paperq("search", "cat:cs.LG is:unread")
    #expect(outcome.code == 65)
    #expect(outcome.errors.hasPrefix("paperq: cannot ask arXiv, column 11: "))
    #expect(arXiv.requests.isEmpty)
  }

  @Test func anEmptyLibraryBeginsWithTheStarterListAndTheFirstFetchCompletesIt() async throws {
    let fresh = try BuiltProgram()
    try fresh.configure(try paperq.home.read(".config/paperq/config.json"))
    let list = try await fresh("list", "source:starter", "--sort", "starter")
    #expect(list.lines.count >= 20)
    #expect(list.lines.allSatisfy { !$0.contains(#""abstract""#) })
    let fetched = try await fresh("fetch")
    #expect(fetched.lines.last?.hasPrefix(#"{"source":"starter","received":"#) == true)
    #expect(
      try await fresh("show", "1706.03762").output
        .contains(#""abstract":"We propose the Transformer.""#))
    #expect(try await fresh("list", "source:starter").lines.count == list.lines.count)
  }
}
