import Foundation
import JSONText
import LibraryStore
import Papers
import Testing

/// The commands that look at papers and mark them, as the built program does them.
struct ReadingCommandsTests {
  private let paperq: BuiltProgram

  init() throws {
    paperq = try BuiltProgram()
    try paperq.stock(Paper.three())
  }

  private func ids(_ outcome: BuiltProgram.Outcome) throws -> [String] {
    try outcome.lines.map { line in
      try #require(try JSONValue.parse(Array(line.utf8)).object?["id"]?.string)
    }
  }

  @Test func listPrintsOneObjectALineNewestFirst() async throws {
    let outcome = try await paperq("list")
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    #expect(try ids(outcome) == ["1706.03762", "1512.03385", "hep-th/9711200"])
    let last = #"""
      {"id":"hep-th/9711200","version":1,"title":"The Large $N$ Limit",\#
      "titleText":"The Large N Limit","authors":[{"name":"Juan Maldacena"}],\#
      "categories":["hep-th"],"primaryCategory":"hep-th",\#
      "published":"1997-11-27T20:53:13Z","updated":"1997-11-27T20:53:13Z",\#
      "url":"https://arxiv.org/abs/hep-th/9711200",\#
      "pdf":"https://arxiv.org/pdf/hep-th/9711200",\#
      "state":"unread","depth":0,"star":false}
      """#
    #expect(outcome.lines.last == last)
  }

  @Test func listTakesOrderAndLimit() async throws {
    #expect(
      try ids(await paperq("list", "--sort", "published", "--limit", "2"))
        == ["hep-th/9711200", "1512.03385"])
    #expect(try ids(await paperq("list", "--sort", "-title", "--limit", "1")) == ["hep-th/9711200"])
    #expect(try await paperq("list", "--limit", "0") == .init())
    #expect(try await paperq("list", "--limit", "-1").code == 64)
    #expect(try await paperq("list", "--sort", "size").code == 64)
  }

  @Test func listTakesAQuery() async throws {
    #expect(try ids(await paperq("list", "cat:cs.LG")) == ["1706.03762"])
    #expect(try ids(await paperq("list", "--", "-cat:cs.*")) == ["hep-th/9711200"])
    #expect(try await paperq("list", "ti:nowhere") == .init(code: 1))
    let broken = try await paperq("list", "(ti:a")
    #expect(broken.code == 64 && broken.output.isEmpty)
    #expect(broken.errors.hasPrefix("paperq: cannot read the query, column "))
  }

  @Test func showTakesEverySpelling() async throws {
    let outcome = try await paperq(
      "show", "arXiv:1706.03762v2", "https://arxiv.org/abs/1512.03385", "hep-th/9711200")
    #expect(try ids(outcome) == ["1706.03762", "1512.03385", "hep-th/9711200"])
  }

  @Test(arguments: [
    (
      "2401.00001",
      "there is no paper '2401.00001' in the library; 'paperq add 2401.00001' adds it"
    ),
    ("nonsense", "there is no paper 'nonsense': that is no arXiv identifier"),
  ])
  func aPaperThatIsNotThereIs66(id: String, message: String) async throws {
    let expected = BuiltProgram.Outcome(errors: "paperq: \(message)\n", code: 66)
    #expect(try await paperq("show", id) == expected)
    #expect(try await paperq("mark", "read", "1706.03762", id) == expected)
    #expect(try await paperq("star", id) == expected)
    #expect(try await paperq("note", id, "text") == expected)
    #expect(try await paperq("tag", id, "+a") == expected)
    #expect(try await paperq("open", id) == expected)
    #expect(try paperq.reading("1706.03762").state == .unread)
  }

  @Test func markSetsTheStateAndIsSilent() async throws {
    #expect(try await paperq("mark", "read", "1706.03762", "1512.03385") == .init())
    #expect(try paperq.reading("1706.03762").state == .read)
    #expect(try paperq.reading("1512.03385").state == .read)
    #expect(try await paperq("mark", "dismissed", "--query", "cat:hep-th") == .init())
    #expect(try paperq.reading("hep-th/9711200").state == .dismissed)
    #expect(
      try await paperq("mark", "read", "--query", "ti:nowhere")
        == .init(errors: "paperq: no paper matches 'ti:nowhere'\n", code: 1))
    #expect(try await paperq("mark", "red", "1706.03762").code == 64)
    #expect(try await paperq("mark", "read").code == 64)
  }

  @Test func theQueueKeepsTheOrderOfItsComing() async throws {
    #expect(try await paperq("next").code == 1)
    _ = try await paperq("mark", "queued", "1512.03385")
    _ = try await paperq("mark", "queued", "hep-th/9711200", "1706.03762")
    #expect(
      try ids(await paperq("list", "is:queued", "--sort", "rank"))
        == ["1512.03385", "hep-th/9711200", "1706.03762"])
    #expect(try ids(await paperq("next")) == ["1512.03385"])
    _ = try await paperq("mark", "read", "1512.03385")
    #expect(try ids(await paperq("next")) == ["hep-th/9711200"])
    #expect(try paperq.reading("1512.03385").rank == nil)
  }

  @Test func starsComeAndGo() async throws {
    #expect(try await paperq("star", "1706.03762") == .init())
    #expect(try ids(await paperq("list", "is:starred")) == ["1706.03762"])
    #expect(try await paperq("unstar", "--query", "is:starred") == .init())
    #expect(try await paperq("list", "is:starred").code == 1)
  }

  @Test func onATerminalACommandSaysWhatItDidAndWhatWasSoBefore() async throws {
    func said(_ words: String) async throws -> [String] {
      try await paperq.onTerminal(words).map { $0.replacing("paperq: ", with: "") }
    }
    #expect(try await said("star 1706.03762") == ["starred 1 paper"])
    #expect(try await said("star 1706.03762") == ["1 paper was starred already"])
    #expect(
      try await said("star 1706.03762 1512.03385 hep-th/9711200")
        == ["starred 2 papers, 1 paper was starred already"])
    #expect(try await said("unstar 1706.03762") == ["took the star off 1 paper"])
    #expect(try await said("mark read 1706.03762 1512.03385") == ["marked 2 papers read"])
    #expect(
      try await said("mark read 1706.03762 1512.03385") == ["2 papers were read already"])
    #expect(try await said("tag 1706.03762 +a") == ["tagged 1 paper"])
    #expect(try await said("tag 1706.03762 +a") == ["1 paper was tagged so already"])
  }

  @Test func tagsAreSetAndRemovedInOneCommand() async throws {
    #expect(
      try await paperq("tag", "1706.03762", "1512.03385", "+deep learning", "+later") == .init())
    #expect(try await paperq("--json", "tag", "1706.03762", "-later", "+-h") == .init())
    #expect(try paperq.reading("1706.03762").tags == ["-h", "deep learning"])
    #expect(try paperq.reading("1512.03385").tags == ["deep learning", "later"])
    #expect(try await paperq("tag", "1706.03762", "-h", "--json") == .init())
    #expect(try await paperq("tag", "--query", "tag:-h", "-deep learning", "+kept") == .init())
    #expect(try paperq.reading("1706.03762").tags == ["-h", "kept"])
    #expect(try paperq.reading("1512.03385").tags == ["deep learning", "later"])
    #expect(try await paperq("tag", "--query", "tag:nowhere", "+a").code == 1)
    #expect(try await paperq("tag", "--query", "tag:kept", "1706.03762", "+a").code == 64)
    #expect(try await paperq("tag", "1706.03762").code == 64)
    #expect(try await paperq("tag", "+a").code == 64)
    #expect(try await paperq("tag", "1706.03762", "+").code == 64)
    #expect(
      try await paperq("tag", "1706.03762", "+a", "--bogus")
        == .init(errors: "paperq: Unknown option '--bogus'\n", code: 64))
  }

  @Test func tagTakesTheOptionsOfAllCommandsAnywhere() async throws {
    let empty = paperq.home.path + "/empty"
    for arguments in [
      ["--library", empty, "tag", "hep-th/9711200", "+a"],
      ["tag", "--library", empty, "hep-th/9711200", "+a"],
      ["tag", "hep-th/9711200", "+a", "--library", empty],
    ] {
      #expect(try await paperq.run(arguments).code == 66, "\(arguments)")
    }
  }

  @Test func undoStepsOverWhatWasOnlyOpened() async throws {
    #expect(try await paperq("star", "1706.03762") == .init())
    #expect(
      try await paperq("open", "1706.03762", variables: ["BROWSER": "/bin/true"]).code == 0)
    #expect(try paperq.reading("1706.03762").seenVersion == 7)
    #expect(try await paperq("undo").code == 0)
    #expect(try paperq.reading("1706.03762").star == false)
  }

  @Test func readingNeedsNoStateFolder() async throws {
    let blocked = paperq.home.path + "/blocked"
    try paperq.home.write("", to: "blocked")
    let outcome = try await paperq(
      "list", "--limit", "1", variables: ["XDG_STATE_HOME": blocked])
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
  }

  @Test func notesAreKeptAsTheyAreWritten() async throws {
    #expect(try await paperq("note", "1706.03762", "The $\\sqrt{d}$ matters.") == .init())
    #expect(
      try await paperq("note", "1706.03762", "-", input: "- a list\n- **bold**\n\n") == .init())
    #expect(try await paperq("note", "1706.03762", "--", "-1 is", "a number") == .init())
    #expect(
      try paperq.reading("1706.03762").notes.map(\.text) == [
        "The $\\sqrt{d}$ matters.", "- a list\n- **bold**\n", "-1 is a number",
      ])
    #expect(
      try await paperq("note", "1706.03762", "  ")
        == .init(errors: "paperq: nothing is noted, for the text is empty\n", code: 1))
  }

  @Test func theEditorIsRunWithItsArgumentsAndWithoutAShell() async throws {
    try paperq.home.write(
      "#!/bin/sh\nprintf '%s\\n' \"$1\" \"$2\" >>\"$3\"\n", to: "my editor")
    let script = paperq.home.url.appending(path: "my editor").path(percentEncoded: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    #expect(
      try await paperq(
        "note", "1706.03762",
        variables: ["VISUAL": "'\(script)' --wait $HOME;id", "EDITOR": "false"]) == .init())
    #expect(
      try paperq.reading("1706.03762").notes.map(\.text)
        == ["### Would I use it?\n--wait\n$HOME;id"])
    #expect(
      try await paperq("note", "1706.03762", variables: ["VISUAL": "false"])
        == .init(
          errors: "paperq: nothing is saved, for 'false' ended with status 1\n", code: 1))
    #expect(
      try await paperq("note", "1706.03762", variables: ["EDITOR": "/nonexistent/vi"]).code == 74)
  }

  @Test func aNoteThatCannotBeSavedIsKeptAndOfferedAgain() async throws {
    try paperq.home.write("#!/bin/sh\n. ~/steps\n", to: "editor")
    let script = paperq.home.path + "/editor"
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    try paperq.configure(#"{"notes": {"template": []}}"#)
    let name = ".local/state/paperq/notes/hep-th_9711200.new.md"
    func note(_ steps: String) async throws -> BuiltProgram.Outcome {
      try paperq.home.write(steps, to: "steps")
      return try await paperq("note", "hep-th/9711200", variables: ["VISUAL": script])
    }
    let kept = "; your text is kept in '\(paperq.home.path)/\(name)'\n"

    #expect(
      try await note("echo one >>\"$1\"; exit 2")
        == .init(
          errors: "paperq: nothing is saved, for '\(script)' ended with status 2" + kept, code: 1))
    #expect(
      try await note("printf '\\351' >>\"$1\"")
        == .init(errors: "paperq: nothing is saved, for the text is not UTF-8" + kept, code: 65))

    let format = try paperq.home.read(".local/share/paperq/library.json")
    try paperq.home.write(#"{"format": 99}"#, to: ".local/share/paperq/library.json")
    let refused = try await note("printf 'one\\ntwo\\n' >\"$1\"")
    #expect(refused.code == 74 && refused.errors.hasSuffix("update paperq" + kept))
    try paperq.home.write(format, to: ".local/share/paperq/library.json")

    #expect(try await note("echo three >>\"$1\"") == .init())
    #expect(try paperq.reading("hep-th/9711200").notes.map(\.text) == ["one\ntwo\nthree"])
    #expect(!paperq.home.exists(name))
    #expect(
      try await note("true")
        == .init(errors: "paperq: nothing is noted, for the text is empty\n", code: 1))
    #expect(!paperq.home.exists(name))
  }

  @Test func whatBecomesOfTheEditorsFileLosesNoNote() async throws {
    try paperq.home.write("#!/bin/sh\n. ~/steps\n", to: "editor")
    let script = paperq.home.path + "/editor"
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    func note(_ steps: String) async throws -> BuiltProgram.Outcome {
      try paperq.home.write(steps, to: "steps")
      return try await paperq("note", "1706.03762", variables: ["VISUAL": script])
    }
    let empty = BuiltProgram.Outcome(
      errors: "paperq: nothing is noted, for the text is empty\n", code: 1)
    #expect(try await note("true") == empty)
    #expect(try await note("rm \"$1\"") == empty)
    #expect(try await note(": >\"$1\"") == empty)
    let killed = try await note("echo mine >>\"$1\"; kill -9 $$")
    #expect(killed.code == 1)
    #expect(killed.errors.contains("ended with status 137; your text is kept in '"))
    #expect(try await note("true") == .init())
    #expect(
      try paperq.reading("1706.03762").notes.map(\.text) == ["### Would I use it?\nmine"])
    #expect(try await note("printf '\\n## Data\\nmany\\n' >>\"$1\"") == .init())
    #expect(try paperq.reading("1706.03762").notes.map(\.text).last == "## Data\nmany")
  }

  @Test func openGivesTheAddressToTheBrowserAsOneWord() async throws {
    try paperq.home.write("#!/bin/sh\nprintf '%s\\n' \"$@\" >\"$HOME/opened\"\n", to: "browse")
    let script = paperq.home.path + "/browse"
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    #expect(
      try await paperq("open", "1706.03762v1", variables: ["BROWSER": "\(script) --new"])
        == .init())
    #expect(try paperq.home.read("opened") == "--new\nhttps://arxiv.org/abs/1706.03762v1\n")
    #expect(try paperq.reading("1706.03762").seenVersion == 1)
    try paperq.configure(#"{"browser": ["\#(script)", "--go={url}"]}"#)
    #expect(
      try await paperq("open", "hep-th/9711200", variables: ["BROWSER": "false"])
        == .init())
    #expect(try paperq.home.read("opened") == "--go=https://arxiv.org/abs/hep-th/9711200\n")
    _ = try await paperq("note", "hep-th/9711200", "--", "see doi:10.1145/1 and [1706.03762]")
    try paperq.configure(
      #"{"browser": ["\#(script)", "{url}"], "arxiv": {"site": "http://127.0.0.1:8000/"}}"#)
    for (arguments, address) in [
      (["--html"], "http://127.0.0.1:8000/html/hep-th/9711200"),
      (["--source"], "http://127.0.0.1:8000/src/hep-th/9711200"),
      (["--link", "1"], "https://doi.org/10.1145/1"),
      (["--link", "2"], "http://127.0.0.1:8000/abs/1706.03762"),
    ] {
      #expect(try await paperq.run(["open", "hep-th/9711200"] + arguments) == .init())
      #expect(try paperq.home.read("opened") == address + "\n")
    }
    let reason = "there are 1 to 2; 'paperq show hep-th/9711200' lists them"
    #expect(
      try await paperq("open", "--link", "3", "hep-th/9711200")
        == .init(
          errors: "paperq: cannot open link 3 of 'hep-th/9711200': \(reason)\n", code: 1))
    #expect(try await paperq("open", "--pdf", "--html", "hep-th/9711200").code == 64)
  }

  @Test func everyActionIsUndoneAndDoneAgain() async throws {
    #expect(
      try await paperq("undo") == .init(errors: "paperq: there is nothing to undo\n", code: 1))
    _ = try await paperq("mark", "read", "1706.03762", "1512.03385")
    _ = try await paperq("star", "1706.03762")
    #expect(
      try await paperq("undo") == .init(#"{"action":"star","ids":["1706.03762"]}"# + "\n"))
    #expect(
      try await paperq("undo")
        == .init(#"{"action":"mark-read","ids":["1512.03385","1706.03762"]}"# + "\n"))
    #expect(try paperq.reading("1706.03762").state == .unread)
    #expect(
      try await paperq("redo")
        == .init(#"{"action":"mark-read","ids":["1706.03762","1512.03385"]}"# + "\n"))
    #expect(try paperq.reading("1512.03385").state == .read)
    let log = try await paperq("log")
    let actions = try log.lines.map { line in
      let entry = try #require(try JSONValue.parse(Array(line.utf8)).object)
      return (entry["action"]?.string ?? "") + (entry["undoes"] == nil ? "" : " undone")
    }
    #expect(
      actions == ["mark-read", "mark-read undone", "star undone", "star", "mark-read"])
  }

  @Test func whatIsTakenBackIsNamed() async throws {
    _ = try await paperq("mark", "read", "1706.03762", "1512.03385")
    _ = try await paperq("star", "1706.03762")
    let title = "Attention Is All You Need"
    #expect(
      try await paperq.onTerminal("undo") == ["undone: starred: 1706.03762  \(title)"])
    #expect(try await paperq.onTerminal("redo") == ["redone: starred: 1706.03762  \(title)"])
    _ = try await paperq("undo")
    #expect(try await paperq.onTerminal("undo") == ["undone: read: 2 papers"])
    #expect(
      try await paperq.onTerminal("log --limit 2").map { $0.dropFirst(16) } == [
        "  undone: read     2 papers: 1512.03385 1706.03762",
        "  undone: starred  1706.03762  \(title)",
      ])
    _ = try await paperq("tag", "1706.03762", "+" + String(repeating: "long ", count: 9))
    #expect(
      try await paperq.onTerminal("log --limit 2").map { $0.dropFirst(16) } == [
        "  tagged 'long long long long long long l…  1706.03762  Attenti…",
        "  undone: read                              2 papers: 1512.0338…",
      ])
  }

  @Test func peopleSeeTheirLocalTimeAndFilesThatOfUTC() async throws {
    var paperq = paperq
    paperq.variables["TZ"] = "<+0530>-5:30"
    _ = try await paperq("star", "1706.03762")
    let entry = try #require(
      try JSONValue.parse(Array(try await paperq("log").output.utf8).dropLast()).object)
    let time = try #require(entry["time"]?.string.flatMap { Timestamp($0) })
    #expect(entry["time"]?.string == time.description)
    let local = WallClock { _ in 19_800 }.shown(time)
    #expect(
      try await paperq.onTerminal("log") == [
        "\(local.dateAndMinute)  starred  1706.03762  Attention Is All You Need"
      ])
    let night = try #require(Timestamp("2023-11-14T22:00:00Z"))
    let id = try #require(ArXivID("1706.03762"))
    let note = Note(id: "1", created: night, text: "a note")
    _ = try paperq.openStore().commit(
      LibraryChange(action: "note", at: night, steps: [.init(id, .note(note))]))
    #expect(try await paperq.onTerminal("show 1706.03762").contains("Note of 2023-11-15"))
    for format in ExportFormat.allCases {
      let words = ["export", "--format", format.rawValue, "--output", "-"]
      let exported = try await paperq.run(words)
      #expect(exported.code == 0 && exported.output.count > 100)
      #expect(try await paperq.run(words, variables: ["TZ": "UTC"]) == exported)
    }
  }

  @Test func theStateComesFirst() async throws {
    func error(_ words: String...) async throws -> String {
      let outcome = try await paperq.run(["mark"] + words)
      #expect(outcome.code == 64 && outcome.output.isEmpty)
      return outcome.errors
    }
    #expect(
      try await error("1706.03762", "read")
        == "paperq: the state comes first: paperq mark read 1706.03762\n")
    #expect(
      try await error("1", "2", "3", "4", "queued")
        == "paperq: the state comes first: paperq mark queued 1 2 3 …\n")
    #expect(
      try await error("raed", "1706.03762")
        == "paperq: there is no state 'raed'; did you mean 'read'?\n")
    #expect(
      try await error("1706.03762")
        == "paperq: there is no state '1706.03762'; there are unread, queued, reading, read, "
        + "dismissed\n")
  }

  @Test func whatChangesNothingIsNoAction() async throws {
    _ = try await paperq("star", "1706.03762")
    _ = try await paperq("star", "1706.03762")
    #expect(try await paperq("log").lines.count == 1)
  }

  @Test func aLibraryOfANewerFormatIsReadAndARefusedWriteIs74() async throws {
    try paperq.home.write(#"{"format": 99}"#, to: ".local/share/paperq/library.json")
    #expect(try ids(await paperq("list")).count == 3)
    let refused = try await paperq("star", "1706.03762")
    #expect(refused.code == 74)
    #expect(refused.errors.hasSuffix("its format 99 is newer than this paperq; update paperq\n"))
  }
}
