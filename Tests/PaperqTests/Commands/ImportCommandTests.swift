import Foundation
import JSONText
import LibraryStore
import LoopbackArXiv
import Papers
import TestSupport
import Testing

/// `paperq import`, with an arXiv on the loopback interface.
struct ImportCommandTests {
  private let paperq: BuiltProgram
  private let arXiv: LoopbackArXiv

  init() throws {
    paperq = try BuiltProgram()
    arXiv = LoopbackArXiv(papers: try Paper.three())
    try arXiv.start()
    try paperq.configure(
      #"""
      {"arxiv": {"api": "\#(arXiv.api)", "feeds": "\#(arXiv.site)", "site": "\#(arXiv.site)",
       "secondsBetweenRequests": 0}, "sources": []}
      """#)
    // Without the papers of the starter list.
    try Self.begin(paperq)
  }

  private static func begin(_ paperq: BuiltProgram) throws {
    try paperq.home.write(
      #"{"format": 1, "created": "2026-11-22T01:02:03Z"}"#,
      to: ".local/share/paperq/library.json")
  }

  private static let bibtex = """
    @article{vaswani, title={Attention}, author={Vaswani, Ashish}, year=2017,
      journal={arXiv preprint arXiv:1706.03762}, keywords={attention, deep learning}}
    @misc{knuth84, title={Literate Programming}}
    @misc{he, title={Residual {N}ets}, url={https://arxiv.org/abs/1512.03385}}
    @misc{again, title={Again}, eprint={1706.03762}}
    """

  private func summary(
    _ new: Int, _ present: Int, approximate: Int = 0, withoutID: Int = 0, changed: Int? = nil,
    names: String? = nil
  ) -> String {
    #"{"new":\#(new),"present":\#(present),"approximate":\#(approximate),"withoutID":\#(withoutID)"#
      + (changed.map { #","changed":\#($0)"# } ?? "")
      + (names.map { #","namesWithoutID":[\#($0)]"# } ?? "") + "}\n"
  }

  private func list(_ words: String...) async throws -> [String] {
    try await paperq.run(["list", "--sort", "rank"] + words).lines.map { line in
      let object = try #require(try JSONValue.parse(Array(line.utf8)).object)
      return "\(object["id"]?.string ?? "") v\(object["version"]?.integer ?? 0) "
        + "\(object["title"]?.string ?? "") \(object["state"]?.string ?? "")"
    }
  }

  @Test func bibtexIsStoredQueuedAndCompleted() async throws {
    try paperq.home.write(Self.bibtex, to: "my.bib")
    #expect(
      try await paperq("import", "my.bib")
        == .init(
          summary(2, 0, withoutID: 1, names: #""knuth84""#),
          errors: "paperq: import: 2 of 2 papers\n"))
    #expect(
      try await list() == [
        "1706.03762 v7 Attention Is All You Need queued",
        "1512.03385 v1 Deep Residual Learning queued",
      ])
    #expect(try await list("is:updated").isEmpty)
    #expect(try paperq.reading("1706.03762").seenVersion == 7)
    #expect(try paperq.reading("1706.03762").tags.isEmpty)
    let before = try paperq.home.read(".local/share/paperq/reading/1706.json")
    #expect(
      try await paperq("import", "my.bib")
        == .init(summary(0, 2, withoutID: 1, names: #""knuth84""#)))
    #expect(try paperq.home.read(".local/share/paperq/reading/1706.json") == before)
    #expect(arXiv.requests.count == 1)
  }

  @Test func offlineAFileIsEnoughUntilAFetchCompletesIt() async throws {
    let outcome = try await paperq("import", "-", "--offline", "--tags", input: Self.bibtex)
    #expect(
      outcome == .init(summary(2, 0, approximate: 2, withoutID: 1, names: #""knuth84""#)))
    #expect(
      try await list() == [
        "1706.03762 v0 Attention queued", "1512.03385 v0 Residual {N}ets queued",
      ])
    #expect(arXiv.requests.isEmpty)
    #expect(try paperq.reading("1706.03762").tags == ["attention", "deep learning"])
    let stored = try #require(try paperq.openStore().library.paper(ArXivID(literal: "1706.03762")))
    #expect(stored.hasApproximateDates && stored.published.date == "2017-06-30")
    let fetched = try await paperq("fetch")
    #expect(fetched.code == 0 && fetched.output.contains(#""source":"import","received":2"#))
    #expect(
      try await list() == [
        "1706.03762 v7 Attention Is All You Need queued",
        "1512.03385 v1 Deep Residual Learning queued",
      ])
    #expect(try await list("is:updated").isEmpty)
    #expect(try await paperq("fetch") == .init())
  }

  @Test func oneUndoTakesAnImportBack() async throws {
    _ = try await paperq("import", "-", "--offline", "--tags", input: Self.bibtex)
    let undone = try await paperq("undo")
    #expect(
      undone.output.hasPrefix(#"{"action":"import","ids":["#)
        && undone.output.contains("1706.03762") && undone.output.contains("1512.03385"))
    #expect(try await paperq("list").code == 1)
    #expect(try paperq.reading("1706.03762").tags.isEmpty)
    #expect(try await paperq("undo").code == 1)
    #expect(try await paperq("redo").code == 0)
    #expect(try await list("is:queued").count == 2)
    // Papers that were there before stay.
    _ = try await paperq("undo")
    _ = try await paperq("import", "-", "--offline", input: "1512.03385")
    _ = try await paperq("import", "-", "--offline", input: Self.bibtex)
    _ = try await paperq("undo")
    #expect(try await list() == ["1512.03385 v0 Residual {N}ets queued"])
  }

  @Test func anImportThatWasKilledBetweenPapersAndStatesIsDoneByTheNext() async throws {
    _ = try await paperq("import", "-", "--offline", input: Self.bibtex)
    for name in ["reading", "journal"] {
      try FileManager.default.removeItem(atPath: paperq.home.path + "/.local/share/paperq/" + name)
    }
    let outcome = try await paperq("import", "-", "--offline", input: Self.bibtex)
    #expect(
      outcome.output == summary(2, 0, approximate: 2, withoutID: 1, names: #""knuth84""#))
    _ = try await paperq("undo")
    #expect(try await paperq("list").code == 1)
    // What was taken back is not there, and comes anew.
    _ = try await paperq("import", "-", "--offline", input: Self.bibtex)
    #expect(try await list("is:queued").count == 2)
  }

  @Test func whatTheUserDidIsNotOverwritten() async throws {
    try paperq.stock(Paper.three())
    _ = try await paperq("mark", "read", "1706.03762")
    _ = try await paperq("tag", "1512.03385", "+a")
    let outcome = try await paperq("import", "-", "--state", "reading", input: Self.bibtex)
    #expect(outcome == .init(summary(0, 2, withoutID: 1, changed: 1, names: #""knuth84""#)))
    #expect(
      try await list() == [
        "1512.03385 v1 Deep Residual Learning reading",
        "1706.03762 v7 Attention Is All You Need read",
        "hep-th/9711200 v1 The Large $N$ Limit unread",
      ])
    #expect(try paperq.reading("1512.03385").tags == ["a"])
    #expect(arXiv.requests.isEmpty)
  }

  @Test func identifiersAreFoundInAnyText() async throws {
    let text = "see arXiv:1706.03762v2, 2401.99999 and\nhttps://arxiv.org/abs/hep-th/9711200."
    let outcome = try await paperq("import", "-", input: text)
    #expect(outcome.code == 66 && outcome.output == summary(2, 0))
    #expect(
      outcome.errors == "paperq: import: 2 of 3 papers\npaperq: arXiv has no paper '2401.99999'\n")
    #expect(
      try await list() == [
        "1706.03762 v7 Attention Is All You Need queued",
        "hep-th/9711200 v1 The Large $N$ Limit queued",
      ])
    #expect(try await paperq("undo").output.contains(#""action":"import""#))
    #expect(try await list("is:queued").isEmpty)
  }

  @Test func withoutArXivAFileIsKeptAndTheFaultSaid() async throws {
    arXiv.stop()
    let outcome = try await paperq("import", "-", input: Self.bibtex)
    #expect(outcome.code == 69)
    #expect(
      outcome.output == summary(2, 0, approximate: 2, withoutID: 1, names: #""knuth84""#))
    #expect(
      outcome.errors
        == "paperq: cannot ask arXiv about '1512.03385' and 1 more: cannot reach '127.0.0.1': "
        + "connection refused; 'paperq fetch' completes them\n")
    #expect(try await list("is:queued").count == 2)
  }

  @Test func withoutArXivThePapersOfATextAreKeptForAFetch() async throws {
    try paperq.stock([try Paper.three()[1]])
    let text = "Read 1706.03762, 1512.03385 and hep-th/9711200v1."
    arXiv.answerAll(with: .status(429, retryAfter: "600"))
    let outcome = try await paperq("import", "-", "--state", "reading", input: text)
    #expect(outcome.code == 75)
    #expect(outcome.output == summary(2, 1, approximate: 2, changed: 1))
    #expect(
      outcome.errors
        == "paperq: cannot ask arXiv about 'hep-th/9711200' and 1 more: arXiv asks to come back later: "
        + "too many requests; try again in 600 seconds; 'paperq fetch' completes them\n")
    #expect(
      try await list() == [
        "1706.03762 v0 arXiv:1706.03762 reading", "1512.03385 v1 Deep Residual Learning reading",
        "hep-th/9711200 v0 arXiv:hep-th/9711200 reading",
      ])
    #expect(try paperq.reading("1706.03762").seenVersion == nil)
    // One action, as with an arXiv that answers.
    _ = try await paperq("undo")
    #expect(try await list().count == 1)
    _ = try await paperq("redo")
    arXiv.clearFaults()
    #expect(try await paperq("fetch").code == 0)
    #expect(
      try await list() == [
        "1706.03762 v7 Attention Is All You Need reading",
        "1512.03385 v1 Deep Residual Learning reading",
        "hep-th/9711200 v1 The Large $N$ Limit reading",
      ])
    #expect(try await list("is:updated").isEmpty)
  }

  @Test func withoutANetworkATextIsKeptAsWithOffline() async throws {
    arXiv.stop()
    let outcome = try await paperq("import", "-", input: "1706.03762")
    #expect(outcome.code == 69)
    #expect(outcome.output == summary(1, 0, approximate: 1))
    #expect(
      outcome.errors
        == "paperq: cannot ask arXiv about '1706.03762': cannot reach '127.0.0.1': connection "
        + "refused; 'paperq fetch' completes it\n")
    let kept = try await paperq("export", "--format", "jsonl").output
    _ = try await paperq("undo")
    _ = try await paperq("import", "-", "--offline", input: "1706.03762")
    #expect(try await paperq("export", "--format", "jsonl").output == kept)
  }

  @Test func whatHoldsNoPaperIsAnError() async throws {
    for (input, errors, code) in [
      ("", "cannot import 'standard input': there is no arXiv identifier in it", 65),
      ("no paper", "cannot import 'standard input': there is no arXiv identifier in it", 65),
      ("@misc{a, title={B}}", "no entry of 'standard input' has an arXiv id", 1),
      ("{\"a\": 1}\n", "cannot read line 1 of 'standard input': it is no paper in JSON", 65),
    ] as [(String, String, Int32)] {
      #expect(
        try await paperq("import", "-", input: input)
          == .init(errors: "paperq: \(errors)\n", code: code))
    }
    #expect(
      try await paperq("import", "none.bib")
        == .init(
          errors: "paperq: cannot import 'none.bib': no such file or directory\n", code: 65))
    #expect(try await paperq("import").code == 64)
    #expect(try await paperq("import", "-", "--state", "gone").code == 64)
  }

  @Test func jsonLinesBringBackWhatTheUserDid() async throws {
    try paperq.stock(Paper.three())
    _ = try await paperq("mark", "reading", "hep-th/9711200")
    _ = try await paperq("mark", "queued", "1706.03762")
    _ = try await paperq("mark", "dismissed", "1512.03385")
    _ = try await paperq("star", "1706.03762")
    _ = try await paperq("tag", "1706.03762", "+a b", "+c", "+gone")
    _ = try await paperq("tag", "1706.03762", "-gone")
    _ = try await paperq("note", "1706.03762", "One.\n\n\u{1B}[31m <!-- paperq:end -->\r\n")
    _ = try await paperq("note", "hep-th/9711200", "@misc{a, 1512.03385")
    let query = ["is:unread", "OR", "is:queued", "OR", "is:reading", "OR", "is:dismissed"]
    let exported = try await paperq.run(["export", "--format", "jsonl"] + query).output
    #expect(exported.split(separator: "\n").count == 3)

    let other = try BuiltProgram()
    try Self.begin(other)
    let outcome = try await other("import", "-", input: exported)
    #expect(outcome == .init(summary(3, 0)))
    #expect(try await other.run(["export", "--format", "jsonl"] + query).output == exported)
    for id in ["1706.03762", "hep-th/9711200", "1512.03385"] {
      let (before, after) = (try paperq.reading(id), try other.reading(id))
      #expect(after.notes == before.notes && after.tags == before.tags)
      #expect(after.state == before.state && after.star == before.star)
    }
    // Twice is once, also where it came from.
    let file = try other.home.read(".local/share/paperq/reading/1706.json")
    #expect(try await other("import", "-", input: exported) == .init(summary(0, 3)))
    #expect(try other.home.read(".local/share/paperq/reading/1706.json") == file)
    #expect(try await paperq("import", "-", input: exported) == .init(summary(0, 3)))
    #expect(try await paperq.run(["export", "--format", "jsonl"] + query).output == exported)
    // One action.
    _ = try await other("undo")
    #expect(try await other("list", "is:noted").code == 1)
    #expect(try await other("list", "is:unread", "OR", "is:dismissed").code == 1)
    _ = try await other("redo")
    #expect(try await other.run(["list"] + query).lines.count == 3)
  }

  @Test func jsonLinesNeverUndoWhatWasDoneSince() async throws {
    try paperq.stock(Paper.three())
    _ = try await paperq("mark", "read", "1706.03762")
    _ = try await paperq("star", "1706.03762")
    _ = try await paperq("tag", "1706.03762", "+old")
    _ = try await paperq("note", "1706.03762", "Old.")
    let exported = try await paperq("export", "--format", "jsonl", "id:1706.03762").output
    _ = try await paperq("mark", "unread", "1706.03762")
    _ = try await paperq("unstar", "1706.03762")
    _ = try await paperq("tag", "1706.03762", "-old", "+new")
    let before = try paperq.home.read(".local/share/paperq/reading/1706.json")
    _ = try await paperq("import", "-", input: exported)
    #expect(try paperq.home.read(".local/share/paperq/reading/1706.json") == before)
  }

  @Test func aBrokenLineCostsNoOther() async throws {
    try paperq.stock(Paper.three())
    let lines = try await paperq("export", "--format", "jsonl").lines
    let other = try BuiltProgram()
    try Self.begin(other)
    let input = [lines[0], "{\"id\":", "", lines[1], "[]", "{\"id\":\"../x\"}"]
      .joined(separator: "\n")
    #expect(
      try await other("import", "-", input: input)
        == .init(
          summary(2, 0),
          errors: "paperq: cannot read line 2 and 2 more of 'standard input': it is no paper in "
            + "JSON\n", code: 65))
    #expect(try await other("list").lines.count == 2)
  }

  @Test func twentyThousandHandMadeEntriesAreTakenIn() async throws {
    var text = "% my library\n@string{arx = \"arXiv preprint \"}\n"
    for number in 1...20_000 {
      let id = "\(1501 + number / 4000 * 100 + number % 12).\(String(100_000 + number).dropFirst())"
      switch number % 50 {
      case 0: text += "@book{book\(number), title = {No {A}rXiv}, year = 2001}\n"
      case 1...20:
        text += "@misc{k\(number), title={Title \(number)} author=\"A, B\", eprint={\(id)}}\n"
      default:
        text +=
          "@Article{k\(number),\n  title = {{T{\\'e}x} \(number)},\n"
          + "  journal = arx # {arXiv:\(id)},\n  abstract = \"Of {\"}this{\"}.\"\n}\n\n"
      }
    }
    try paperq.home.write(text, to: "large.bib")
    #expect(
      try await paperq("import", "large.bib", "--offline")
        == .init(
          summary(
            19_600, 0, approximate: 19_600, withoutID: 400,
            names: #""book50","book100","book150""#)))
    #expect(try paperq.openStore().library.queue.count == 19_600)
    #expect(try await paperq("undo").code == 0)
    #expect(try paperq.openStore().library.queue.isEmpty)
  }

  @Test func onATerminalTheSummaryIsASentence() async throws {
    try paperq.stock([try Paper.three()[1]])
    try paperq.home.write(Self.bibtex, to: "my.bib")
    #expect(
      try await paperq.onTerminal("import my.bib --offline") == [
        "took in 1 paper, 1 was there and is queued now, 1 entry has no arXiv id "
          + "(first: 'knuth84'), 1 waits for arXiv"
      ])
    #expect(
      try await paperq.onTerminal("import my.bib --offline") == [
        "took in 0 papers, 2 were there, 1 entry has no arXiv id (first: 'knuth84'), "
          + "1 waits for arXiv"
      ])
    _ = try await paperq("mark", "unread", "--query", "is:queued")
    #expect(
      try await paperq.onTerminal("import my.bib --offline --state read --tags") == [
        "took in 0 papers, 2 were there and are read now, 1 entry has no arXiv id "
          + "(first: 'knuth84'), 1 waits for arXiv"
      ])
  }
}
