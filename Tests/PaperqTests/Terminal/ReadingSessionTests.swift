import Foundation
import LoopbackArXiv
import Papers
import Testing

/// The main job from end to end, in the real program on a real terminal.
@Suite(.serialized) struct ReadingSessionTests {
  private let program: BuiltProgram
  private let arXiv: LoopbackArXiv

  init() throws {
    program = try BuiltProgram()
    arXiv = LoopbackArXiv(papers: try Self.papers())
    try arXiv.start()
    try program.configure(
      """
      {
        "arxiv": {"api": "\(arXiv.api)", "feeds": "\(arXiv.site)", "site": "\(arXiv.site)",
                  "secondsBetweenRequests": 0},
        "sources": [{"name": "learning", "query": "cat:cs.LG", "window": "30d"}],
        "refreshOnStart": false,
        "export": {"directory": "~/notes"}
      }
      """)
  }

  /// Five papers of the last days, the first the newest.
  private static func papers() throws -> [Paper] {
    let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970) * 1000)
    return try (1...5).map { number in
      Paper(
        id: try #require(ArXivID("2611.0000\(6 - number)")),
        title: #"Gr\"obner Bases, Part \#(number)"#, abstract: "The abstract of part \(number).",
        authors: [.init("Ada Lovelace")], categories: ["cs.LG"],
        published: Timestamp(milliseconds: now.milliseconds - Int64(number) * 3_600_000))
    }
  }

  @Test func papersAreFetchedReadNotedExportedAndFoundAgain() async throws {
    var terminal = try TmuxScreen(program)
    try await terminal.wait(for: "Adam: A Method for Stochastic", "1/28")
    try terminal.press("R")
    try await terminal.wait(for: "5 new")
    #expect(arXiv.requests.allSatisfy { $0.path == "/api/query" })

    try terminal.press("1")
    try await terminal.wait(for: "N    ", "Gröbner Bases, Part 1", "1/5")
    try terminal.press("r")
    try await terminal.wait { screen in
      screen.split(separator: "\n").contains {
        $0.hasPrefix("      2") && $0.contains("Gröbner Bases, Part 1")
      }
    }
    try terminal.press("j", "w", "*", "a")
    try await terminal.wait(for: "note:")
    try terminal.type("worth a try: 拡散 ü")
    try terminal.press("Enter")
    try await terminal.wait(for: " Q*n ", "worth a try: 拡散 ü")
    try terminal.press("t")
    try await terminal.wait(for: "tags:")
    try terminal.type("algebra")
    try terminal.press("Enter")
    try await terminal.wait(for: "tags algebra")
    try terminal.press("x", "u")
    try await terminal.wait(for: "undone: '", " dismissed", " Q*n ")

    try terminal.press("6", "f")
    try await terminal.wait(for: "filter:")
    try terminal.type("tag:algebra")
    try terminal.press("Enter")
    try await terminal.wait(for: "filter: tag:algebra", "1/1")
    try terminal.press("E")
    try await terminal.wait(for: "exported 1 file to ~/notes")
    try terminal.press("q")
    try await terminal.wait(for: "2/33")
    try terminal.press("q")
    try await terminal.wait(for: "ended 0")

    let exported = try program.home.read(#"notes/2611.00004 Gröbner Bases, Part 2.md"#)
    #expect(exported.contains("\n# Gröbner Bases, Part 2\n"))
    #expect(exported.contains("\nworth a try: 拡散 ü\n"))
    #expect(exported.contains("tags: [\"algebra\"]"))

    terminal = try TmuxScreen(program)
    try await terminal.wait(for: "1 Inbox", "2/33")
    try terminal.press("2")
    try await terminal.wait(for: " Q*n ", "Gröbner Bases, Part 2", "tags algebra", "1/1")
    try terminal.press("u", "u")
    try await terminal.wait { $0.contains("undone: ") && !$0.contains("worth a try") }
    let record = try program.reading("2611.00004")
    #expect(record.tags == [])
    #expect(record.notes == [])
    #expect(record.state == .queued)
  }

  @Test func whatIsQueuedFromASearchOfArXivIsInTheLibraryLater() async throws {
    let terminal = try TmuxScreen(program)
    try await terminal.wait(for: "1/28")
    try terminal.press("S")
    try await terminal.wait(for: "search arXiv:")
    try terminal.type("cat:cs.LG au:lovelace")
    try terminal.press("Enter")
    try await terminal.wait(for: " ·    ", "arXiv finds 5 papers", "Part 5", "1/5")
    try terminal.press("j", "w")
    try await terminal.wait(for: " Q    ", "2/5")
    try terminal.kill()
    try await terminal.wait(for: "ended 137")
    let again = try TmuxScreen(program)
    try await again.wait(for: " Q    ", "Gröbner Bases, Part 2", "queued", "1/1")
  }

  @Test func aPaperOfASearchIsNotedInTheEditorOnce() async throws {
    try program.home.write("#!/bin/sh\necho noted >>\"$1\"\n", to: "editor")
    let editor = program.home.path + "/editor"
    #expect(chmod(editor, 0o755) == 0)
    let terminal = try TmuxScreen(program, variables: ["VISUAL": editor])
    try await terminal.wait(for: "1/28")
    try terminal.press("S")
    try await terminal.wait(for: "search arXiv:")
    try terminal.type("cat:cs.LG au:lovelace")
    try terminal.press("Enter")
    try await terminal.wait(for: "arXiv finds 5 papers", "1/5")
    try terminal.press("e")
    try await terminal.wait(for: "noted")
    try await terminal.wait { _ in
      !program.home.exists(".local/state/paperq/notes/2611.00005.md")
    }
    #expect(
      try program.reading("2611.00005").notes.map(\.text) == ["### Would I use it?\nnoted"])
  }

  @Test func whatTheScreenShowsSurvivesAKill() async throws {
    try program.stock(try Self.papers())
    let terminal = try TmuxScreen(program)
    try await terminal.wait(for: "1/5")
    try terminal.press("*")
    try await terminal.wait(for: " N*   ")
    try terminal.kill()
    try await terminal.wait(for: "ended 137")
    #expect(try program.reading("2611.00005").star)
    let again = try TmuxScreen(program)
    try await again.wait(for: " N*   ", "1/5")
  }

  /// Nobody touches the first program: what others mark, note and fetch wakes it.
  @Test func whatOtherProgramsDoComesToTheScreenByItself() async throws {
    try program.configure(
      """
      {"arxiv": {"api": "\(arXiv.api)", "feeds": "\(arXiv.site)", "site": "\(arXiv.site)",
                 "secondsBetweenRequests": 0},
       "sources": [{"name": "learning", "query": "cat:cs.LG", "window": "30d"}],
       "views": [{"name": "All", "query": "gröbner"}], "refreshOnStart": false}
      """)
    try program.stock(Array(try Self.papers().dropFirst()))
    let terminal = try TmuxScreen(program)
    try await terminal.wait(for: "Part 2", "1/4")
    #expect(try await program("star", "2611.00004").code == 0)
    try await terminal.wait(for: " N*   ")
    #expect(try await program("note", "2611.00004", "from outside").code == 0)
    try await terminal.wait(for: " N*n  ", "from outside")
    #expect(try await program("mark", "queued", "2611.00004").code == 0)
    try await terminal.wait(for: " Q*n  ", "queued")
    #expect(try await program("fetch").code == 0)
    // Nobody has put the cursor anywhere, so what is new is seen.
    try await terminal.wait(for: "Part 1", "1/5")
    #expect(try await program("undo").code == 0)
    try await terminal.wait(for: " N*n  ", "1/5")

    try terminal.press("j", "r")
    try await terminal.wait(for: "  *n  ")
    let record = try program.reading("2611.00004")
    #expect(record.notes.map(\.text) == ["from outside"])
    #expect(record.state == .read)
    #expect(record.star)
  }

  @Test func aResizeKeepsThePaper() async throws {
    try program.stock(try Self.papers())
    let terminal = try TmuxScreen(program, columns: 120, rows: 40)
    try await terminal.wait(for: "1/5")
    try terminal.press("j", "j")
    try await terminal.wait(for: "3/5")
    try terminal.resize(columns: 40, rows: 10)
    try await terminal.wait { $0.contains("3/5") && !$0.contains("│") }
    try terminal.resize(columns: 30, rows: 8)
    try await terminal.wait(for: "paperq needs 40x10")
    try terminal.resize(columns: 80, rows: 24)
    try await terminal.wait(for: "3/5", "────", "The abstract of part 3.")
  }

  @Test func aPDFIsDownloadedWithABarAndShown() async throws {
    try program.stock(try Self.papers())
    try program.home.write("#!/bin/sh\necho \"$1\" >~/viewed; echo garbage\n", to: "viewer")
    let viewer = program.home.path + "/viewer"
    #expect(chmod(viewer, 0o755) == 0)
    try program.configure(
      """
      {"arxiv": {"api": "\(arXiv.api)", "feeds": "\(arXiv.site)", "site": "\(arXiv.site)",
                 "secondsBetweenRequests": 0},
       "sources": [], "refreshOnStart": false, "pdf": {"open": ["\(viewer)", "{file}"]}}
      """)
    arXiv.pdfs.minimumBytes = 200_000
    arXiv.answerAll(with: .stalledBody(afterBytes: 150_000))
    let terminal = try TmuxScreen(program)
    try await terminal.wait(for: "1/5")
    try terminal.press("p")
    try await terminal.wait(for: "PDF 2611.00005v1 ━━━━━━", "of 200 kB")
    try terminal.press("j", "r")
    try await terminal.wait(for: "2/5", "PDF 2611.00005v1 ━")
    try terminal.press("Escape")
    try await terminal.wait(for: "the download is stopped; what came of it is kept")
    arXiv.clearFaults()
    try terminal.press("k", "p")
    let name = "2026 Lovelace - Gröbner Bases, Part 1 [2611.00005v1].pdf"
    let screen = try await terminal.wait(for: "opened '\(name)'")
    #expect(!screen.contains("garbage"))
    try await terminal.wait { _ in program.home.exists("viewed") }
    #expect(
      try program.home.read("viewed") == "\(program.home.path)/.cache/paperq/pdf/\(name)\n")
    #expect(arXiv.requests.map { $0.headers["range"] == nil } == [true, false])
    try program.home.write("#!/bin/sh\nexit 3\n", to: "viewer")
    #expect(chmod(viewer, 0o755) == 0)
    try terminal.press("p")
    try await terminal.wait(for: "it ended with status 3")
    #expect(arXiv.requests.count == 2)
  }

  @Test func theUsersEditorEditsTheNotes() async throws {
    try program.stock(try Self.papers())
    try program.home.write(
      "#!/bin/sh\nprintf 'typed in the editor\\n' >> \"$2\"\n", to: "editor")
    let editor = program.home.path + "/editor"
    #expect(chmod(editor, 0o755) == 0)
    let terminal = try TmuxScreen(program, variables: ["VISUAL": "'\(editor)' --wait"])
    try await terminal.wait(for: "1/5")
    try terminal.press("e")
    try await terminal.wait(for: "N n  ", "typed in the editor")
    #expect(
      try program.reading("2611.00005").notes.map(\.text)
        == ["### Would I use it?\ntyped in the editor"])
  }

  @Test func whatWasTypedIsKeptUntilItIsSaved() async throws {
    try program.stock(try Self.papers())
    try program.configure(
      #"{"sources": [], "refreshOnStart": false, "notes": {"template": []}}"#)
    try program.home.write("#!/bin/sh\n. ~/steps\n", to: "editor")
    let editor = program.home.path + "/editor"
    #expect(chmod(editor, 0o755) == 0)
    let file = ".local/state/paperq/notes/2611.00005.md"
    let terminal = try TmuxScreen(program, columns: 300, variables: ["VISUAL": editor])
    try await terminal.wait(for: "1/5")

    try program.home.write("echo 'my thoughts' >>\"$1\"; exit 3", to: "steps")
    try terminal.press("e")
    try await terminal.wait(for: "ended with status 3; your text is kept in '", file)
    #expect(try program.home.read(file).hasSuffix("\nmy thoughts\n"))

    try program.home.write("echo 'bare' >\"$1\"", to: "steps")
    try terminal.press("e")
    try await terminal.wait(for: "nothing is saved: the lines that part the notes are gone; your")
    #expect(try program.home.read(file).hasSuffix("-->\n\nbare\n"))

    try program.home.write("printf '\\377' >>\"$1\"", to: "steps")
    try terminal.press("e")
    try await terminal.wait(for: "nothing is saved, for the text is not UTF-8; your text is kept")

    try program.home.write("sed -i '$d' \"$1\"; echo again >>\"$1\"", to: "steps")
    try terminal.press("e")
    try await terminal.wait(for: "N n  ", "again")
    #expect(try program.reading("2611.00005").notes.map(\.text) == ["bare\nagain"])
    try await terminal.wait { _ in !program.home.exists(file) }
    #expect(!program.home.exists(file + ".orig"))

    try program.home.write("sed -i /again/d \"$1\"", to: "steps")
    try terminal.press("e")
    try await terminal.wait { _ in
      (try? program.reading("2611.00005").notes.map(\.text)) == ["bare"]
    }
  }

  @Test func notesThatAreSavedAndWhoseFileWasNotRemovedAreNotSavedAgain() async throws {
    try program.stock(try Self.papers())
    try program.configure(
      #"{"sources": [], "refreshOnStart": false, "notes": {"template": []}}"#)
    try program.home.write("#!/bin/sh\n. ~/steps\n", to: "editor")
    let editor = program.home.path + "/editor"
    #expect(chmod(editor, 0o755) == 0)
    let file = ".local/state/paperq/notes/2611.00005.md"
    let terminal = try TmuxScreen(program, variables: ["VISUAL": editor])
    try await terminal.wait(for: "1/5")
    try program.home.write(
      "echo one >>\"$1\"; cp \"$1\" ~/text; cp \"$1.orig\" ~/beginning", to: "steps")
    try terminal.press("e")
    try await terminal.wait(for: "N n  ", "one")
    try await terminal.wait { _ in !program.home.exists(file) }
    // As a kill between saving and removing leaves it.
    try program.home.write(try program.home.read("beginning"), to: file + ".orig")
    try program.home.write(try program.home.read("text"), to: file)
    try program.home.write("echo two >>\"$1\"", to: "steps")
    try terminal.press("e")
    try await terminal.wait(for: "two")
    #expect(try program.reading("2611.00005").notes.map(\.text) == ["one", "two"])
  }

  @Test func arXivOutOfReachIsOneSentence() async throws {
    arXiv.stop()
    let terminal = try TmuxScreen(program)
    try await terminal.wait(for: "1/28")
    try terminal.press("R")
    try await terminal.wait(for: "learning: cannot reach '127.0.0.1'")
    try terminal.press("j")
    try await terminal.wait(for: "2/28", "learning: cannot reach '127.0.0.1'")
    try terminal.press("Escape")
    try await terminal.wait { !$0.contains("cannot reach") }
    try terminal.press("M")
    try await terminal.wait(for: "Messages, the newest first", "learning: cannot reach")
    let log = try program.home.read(".local/state/paperq/paperq.log")
    #expect(log.contains("Z error learning: cannot reach '127.0.0.1'"))
  }

  @Test(arguments: [
    ("dumb", "its cursor cannot be moved"), ("no-such-terminal", "not known on this system"),
  ])
  func anUnusableTerminalIsRefusedInOneLine(name: String, reason: String) async throws {
    let terminal = try TmuxScreen(program, variables: ["TERM": name])
    let screen = try await terminal.wait(for: "ended 64")
    #expect(screen.contains("paperq: cannot show the screen on '\(name)'"))
  }

  @Test func withoutATerminalThereIsOneLineAndNoEscape() async throws {
    let outcome = try await program()
    #expect(
      outcome
        == .init(
          errors: "paperq: cannot read keys: standard input is not a terminal\n", code: 64))
  }
}
