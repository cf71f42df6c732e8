import Papers
import QueueUI
import TerminalGrid
import TestSupport
import Testing

/// `E`, `X` and `:export`: what is exported, in which format, and where to.
struct ExportTests {
  private static let ids = ["2611.00003", "2611.00002", "2611.00001"].map { ArXivID(literal: $0) }

  @Test(arguments: [
    ("export", ExportRequest()),
    ("export bibtex", ExportRequest(format: .bibtex)),
    ("export bibtex refs.bib", ExportRequest(format: .bibtex, path: "refs.bib")),
    ("export  csl-json   ~/my papers/ ", ExportRequest(format: .cslJSON, path: "~/my papers/")),
    ("export ~/notes/", ExportRequest(path: "~/notes/")),
    ("export refs.bib", ExportRequest(path: "refs.bib")),
    ("export ..", ExportRequest(path: "..")),
    ("export jsonl bibtex", ExportRequest(format: .jsonl, path: "bibtex")),
  ])
  func theCommandTakesAFormatAndAPlace(line: String, request: ExportRequest) {
    var app = DrivenApp(.threeUnread)
    app.run(line)
    #expect(app.exports == [.export(Self.ids, request)])
  }

  @Test(arguments: [
    ("export bibtx", 12, "there is no format 'bibtx'; did you mean 'bibtex'?"),
    ("export word", 11, "there is no format 'word'; there are markdown, digest, bibtex, ris,"),
    ("export -", 8, "the screen has no standard output; name a file, or a folder with"),
    ("export bibtex  -", 16, "the screen has no standard output"),
  ])
  func whatCannotBeTakenIsPointedAt(line: String, column: Int, remark: String) {
    var app = DrivenApp(.threeUnread)
    app.run(line)
    #expect(app.screen.contains(remark))
    #expect(app.state.rendered().cursor?.column == column + 1)
    #expect(app.exports == [])
  }

  @Test func theMenuOffersTheFormatsWithTheUsualOneFirst() {
    var app = DrivenApp(.threeUnread, columns: 60, rows: 16) { $0.exportFormat = .bibtex }
    app.press("X")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly Wha… Lovelace +1  cs.LG
       N    20 Nov  Schrödinger Bridges for… Schrödinger  stat.ML
       N    19 Nov  A Very Large Collaborat… Number1 +8   cs.AI


       export 3 papers as
        b  bibtex    entries for LaTeX
        m  markdown  notes, a file a paper
        d  digest    one Markdown document
        r  ris       for reference programs
        c  csl-json  for citation processors
        v  csv       for spreadsheets
        l  jsonl     JSON, to import again
        o  org       an Org document
       j/k choose  Enter take  Esc leave
      """)
    app.press("c")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly Wha… Lovelace +1  cs.LG
       N    20 Nov  Schrödinger Bridges for… Schrödinger  stat.ML
       N    19 Nov  A Very Large Collaborat… Number1 +8   cs.AI




      ────────────────────────────────────────────────────────────
      Attention Is Mostly What You Need
      Ada Lovelace, Alan Turing
      2611.00003v1  cs.LG cs.CL

      We show that attention is mostly enough.                   ↓
      export 3 papers as csl-json to: ~/papers/papers.json
       '/' at the end: a folder, a file a paper; else one file
      """)
    app.press("^U")
    app.type("~/papers/refs.json")
    app.press("Enter")
    let request = ExportRequest(format: .cslJSON, path: "~/papers/refs.json")
    #expect(app.exports == [.export(Self.ids, request)])
    // The place is remembered for the format.
    app.press("X", "c")
    #expect(app.line == "export 3 papers as csl-json to: ~/papers/refs.json")
    app.press("Esc", "X", "Enter", "Enter")
    let standard = ExportRequest(format: .bibtex, path: "~/papers/papers.bib")
    #expect(app.exports == [.export(Self.ids, standard)])
    // Of Markdown there is a file a paper, and the folder of the configuration need not be named.
    app.press("X", "m", "Enter")
    #expect(app.exports == [.export(Self.ids, ExportRequest(format: .markdown))])
  }

  @Test func onFortyColumnsAndTenRowsTheMenuScrolls() {
    var app = DrivenApp(.threeUnread, columns: 40, rows: 10)
    app.press("X", "k")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       export 3 papers as
        d  digest    one Markdown document   ↑
        b  bibtex    entries for LaTeX
        r  ris       for reference programs
        c  csl-json  for citation processors
        v  csv       for spreadsheets
        l  jsonl     JSON, to import again
        o  org       an Org document
       j/k choose  Enter take  Esc leave
      """)
    app.press("Enter")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly What …
       N    20 Nov  Schrödinger Bridges for …
       N    19 Nov  A Very Large Collaboratio…



      export 3 papers as org to: ~/papers/pap
      ers.org
       '/' at the end: a folder, a file a pa…
      """)
  }

  @Test func aFolderIsLookedIntoOnceAndItsNamesAreCompleted() {
    var app = DrivenApp(.threeUnread)
    app.press(":")
    app.type("export bibtex ~/pa")
    #expect(app.takeEffects() == [.listFolder(""), .listFolder("~/")])
    app.send(.folderListed("~/", [".pa/", "papers/", "pages.txt", "x.bib"]))
    #expect(app.screen.contains("─ 2 ─\n papers/\n pages.txt\n:export bibtex ~/pa\n"))
    app.press("Tab", "Tab", "Tab")
    #expect(app.line == ":export bibtex ~/papers/")
    // The '/' is there already.
    app.type("/")
    #expect(app.line == ":export bibtex ~/papers/")
    #expect(app.takeEffects() == [.listFolder("~/papers/")])
    app.send(.folderListed("~/papers/", ["2026/", "my refs.bib"]))
    #expect(app.screen.contains("─ 2 ─\n 2026/\n my refs.bib\n"))
    app.type("my")
    app.press("Tab")
    #expect(app.line == ":export bibtex ~/papers/my refs.bib")
    app.press("Enter")
    let request = ExportRequest(format: .bibtex, path: "~/papers/my refs.bib")
    #expect(app.exports == [.export(Self.ids, request)])
  }

  @Test func tabWaitsForTheFolderAndHiddenNamesForADot() {
    var app = DrivenApp(.threeUnread)
    app.press("X", "b", "^U")
    app.type("/tmp/.h")
    app.press("Tab")
    #expect(app.line == "export 3 papers as bibtex to: /tmp/.h")
    app.send(.folderListed("/tmp/", [".hidden/", "hut"]))
    #expect(app.line == "export 3 papers as bibtex to: /tmp/.hidden/")
    app.send(.folderListed("/tmp/.hidden/", []))
    app.press("^U")
    app.type("/tmp/")
    app.press("Tab")
    app.send(.folderListed("/tmp/", [".hidden/", "hut"]))
    #expect(app.line == "export 3 papers as bibtex to: /tmp/hut")
    // An answer about another folder is too late.
    app.send(.folderListed("/etc/", ["passwd"]))
    #expect(app.line == "export 3 papers as bibtex to: /tmp/hut")
  }

  @Test func formatsAreCompletedFirst() {
    var app = DrivenApp(.threeUnread)
    app.press(":")
    app.type("export bi")
    #expect(app.screen.contains("\n bibtex  entries for LaTeX\n:export bi\n"))
    app.press("Tab")
    #expect(app.line == ":export bibtex ")
    #expect(app.takeEffects() == [.listFolder("")])
  }

  @Test func manyPapersAreAskedForUnlessAPlaceIsNamed() {
    var app = DrivenApp(.many(12))
    app.press("E")
    #expect(app.screen.contains("export 12 papers as markdown to ~/papers?"))
    app.press("n")
    app.run("export ris")
    #expect(app.screen.contains("export 12 papers as ris to ~/papers?"))
    app.press("y")
    #expect(app.exports.count == 1)
    app.run("export ris all.ris")
    #expect(app.exports.count == 1)
    app.press("X", "m", "Enter")
    #expect(app.screen.contains("export 12 papers as markdown to ~/papers?"))
  }

  @Test func aFileThatIsThereIsReplacedOnlyWhenTheUserSaysSo() {
    var app = DrivenApp(.threeUnread)
    app.press("Space")
    app.run("export bibtex refs.bib")
    var request = ExportRequest(format: .bibtex, path: "refs.bib")
    let papers = [Self.ids[0]]
    #expect(app.exports == [.export(papers, request)])
    app.send(.exportWouldReplace(file: "refs.bib", papers, request))
    #expect(app.screen.contains("'refs.bib' is there already; replace it?"))
    app.press("y")
    request.replaces = true
    #expect(app.exports == [.export(papers, request)])
    app.send(.exportWouldReplace(file: "refs.bib", papers, request))
    #expect(!app.screen.contains("1 marked"))
    app.press("n")
    #expect(app.exports == [])
    #expect(app.screen.contains("1 marked"))
  }

  @Test func aLateQuestionTakesNoKeysOfWhatIsTyped() {
    var app = DrivenApp(.threeUnread)
    app.run("export bibtex refs.bib")
    app.press("a")
    app.type("a day")
    let request = ExportRequest(format: .bibtex, path: "refs.bib")
    app.send(.exportWouldReplace(file: "refs.bib", Self.ids, request))
    _ = app.exports
    app.type(" later, yes")
    #expect(app.line == "note: a day later, yes")
    #expect(app.exports == [])
    app.press("^U", "Esc")
    #expect(app.screen.contains("'refs.bib' is there already; nothing was exported"))
  }

  @Test func aFileIsNotReplacedUnaskedThoughOtherQuestionsAreOff() {
    var app = DrivenApp(.threeUnread) { $0.confirms = false }
    app.run("export bibtex refs.bib")
    let request = ExportRequest(format: .bibtex, path: "refs.bib")
    #expect(app.exports == [.export(Self.ids, request)])
    app.send(.exportWouldReplace(file: "refs.bib", Self.ids, request))
    #expect(app.screen.contains("'refs.bib' is there already; replace it?"))
  }

  @Test func aKeyMayBeBoundToAFormatAndAPlace() throws {
    let map = try KeyMap(preset: "vim", bindings: ["list": ["B": "export bibtex ~/refs.bib"]])
    var app = DrivenApp(.threeUnread) { $0.keyMap = map }
    app.press("B")
    #expect(
      app.exports == [.export(Self.ids, ExportRequest(format: .bibtex, path: "~/refs.bib"))])
    #expect(throws: KeyMapError.self) {
      try KeyMap(preset: "vim", bindings: ["list": ["B": "export bibtx"]])
    }
  }
}

extension DrivenApp {
  /// The exports among the effects so far.
  fileprivate var exports: [Effect] {
    mutating get {
      takeEffects().filter { if case .export = $0 { true } else { false } }
    }
  }
}
