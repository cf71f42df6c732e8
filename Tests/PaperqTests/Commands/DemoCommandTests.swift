import Foundation
import JSONText
import LoopbackArXiv
import Testing

@testable import paperq

struct DemoCommandTests {
  @Test func theDemoBringsAConfigurationThatFetchesEveryPaperOfItsSources() async throws {
    let demo = try Demo(count: 60, now: Workspace.now)
    defer { demo.arXiv.stop() }
    let paperq = try BuiltProgram()
    try paperq.configure(demo.configuration.text)
    let outcome = try await paperq("fetch")
    #expect(outcome.code == 0)
    let sources = try outcome.lines.map { line in
      try #require(try JSONValue.parse(Array(line.utf8)).object?["source"]?.string)
    }
    #expect(sources.count == 4 && sources.last == "starter")
    #expect(try await paperq("list", "is:unread").lines.count > 28)
  }

  @Test func theFoldersOfTheDemoLieInOneThatCanBeThrownAway() throws {
    let demo = try Demo(count: 1, now: Workspace.now)
    defer { demo.arXiv.stop() }
    let environment = Environment(["HOME": "/home/ada", "PAPERQ_LIBRARY": "/precious"])
    let settings = try demo.settings(
      in: "/tmp/demo",
      like: Settings(
        environment: environment, paths: try Paths(environment: environment),
        configuration: .standard))
    #expect(settings.paths.library == "/tmp/demo/paperq")
    #expect(settings.paths.state == "/tmp/demo/paperq")
    #expect(settings.pdfFolder == "/tmp/demo/paperq/pdf")
    #expect(settings.exportFolder == "/tmp/demo/papers")
    #expect(settings.environment["HOME"] == "/home/ada")
  }

  @Test func theInterfaceIsTheUsersAndSourcesAndFoldersAreTheDemos() async throws {
    let demo = try Demo(count: 1, now: Workspace.now)
    defer { demo.arXiv.stop() }
    let environment = Environment(["HOME": "/home/ada"])
    let text = """
      {"theme": "mono", "mouse": true, "confirm": false, "refreshOnStart": false, "counts": false,
       "keys": {"preset": "mutt", "bind": {"list": {"B": "export bibtex"}}},
       "views": [{"name": "Mine", "query": "cat:cs.LG"}], "list": {"columns": ["title"]},
       "notes": {"template": ["Claim"]}, "browser": ["lynx", "{url}"],
       "arxiv": {"secondsBetweenRequests": 5}, "sources": [{"name": "own", "daily": ["cs.AI"]}],
       "pdf": {"directory": "/precious/pdf", "open": ["mupdf", "{file}"]},
       "export": {"directory": "/precious/notes", "format": "org", "template": "mine.mustache"}}
      """
    let own = try Configuration(reading: Array(text.utf8), file: "c.json")
    let settings = try demo.settings(
      in: "/tmp/demo",
      like: Settings(
        environment: environment,
        paths: try Paths(environment: environment, config: "/etc/paperq/c.json"),
        configuration: own))
    let expected = try demo.settings(
      in: "/tmp/demo",
      like: Settings(
        environment: environment, paths: try Paths(environment: environment),
        configuration: .standard))
    var configuration = own
    configuration.arxiv = expected.configuration.arxiv
    configuration.sources = expected.configuration.sources
    configuration.views = Configuration.standard.views
    configuration.refreshOnStart = true
    configuration.pdfFolder = nil
    configuration.exportFolder = "/tmp/demo/papers"
    configuration.effective = settings.configuration.effective
    #expect(settings.configuration == configuration)
    #expect(settings.paths.configuration == "/etc/paperq/c.json")
    #expect(settings.paths.library == "/tmp/demo/paperq")
  }

  @Test func theKeysThatTheDemoHasOfItsOwnAreKeysOfTheConfiguration() {
    let known = Set(ConfigurationKey.topPaths.flatMap { [$0, String($0.prefix { $0 != "." })] })
    #expect(Demo.ownKeys.allSatisfy(known.contains))
  }

  @Test func theFirstFetchOfTheDemoBringsVersionsThatCanBeCompared() async throws {
    let now = Workspace.now
    let demo = try Demo(count: 300, now: now)
    defer { demo.arXiv.stop() }
    let paperq = try BuiltProgram()
    let environment = Environment(paperq.variables)
    let own = Settings(
      environment: environment, paths: try Paths(environment: environment),
      configuration: .standard)
    let folder = paperq.home.path + "/demo"
    let settings = try demo.settings(in: folder, like: own)
    try demo.beginLibrary(settings, now: now)
    try paperq.configure(demo.configuration.text)
    func run(_ arguments: String...) async throws -> BuiltProgram.Outcome {
      try await paperq.run(["--library", settings.paths.library] + arguments)
    }
    // What was looked at before is there at once, and is not undone by mistake.
    #expect(try await run("list", "since:2w").lines.count == 6)
    #expect(try await run("list", "is:updated").code == 1)
    #expect(try await run("list", "is:queued").lines.count == 1)
    #expect(try await run("list", "is:read is:starred").lines.count == 1)
    #expect(try await run("undo").code == 1)
    #expect(try await run("fetch").code == 0)
    let updated = try await run("list", "is:updated").lines
    #expect(updated.count == 6)
    #expect(try await run("list", "is:updated is:unread since:14d").lines.count == 4)
    for line in updated {
      let id = try #require(try JSONValue.parse(Array(line.utf8)).object?["id"]?.string)
      let changes = try await run("show", "--changes", id).output
      #expect(changes.contains(#""field":"abstract""#) && changes.contains(#""added""#))
    }
  }

  @Test func aDemoOfFewPapersIsOneToo() throws {
    let demo = try Demo(count: 1, now: Workspace.now)
    defer { demo.arXiv.stop() }
    let paperq = try BuiltProgram()
    let environment = Environment(paperq.variables)
    let settings = try demo.settings(
      in: paperq.home.path + "/demo",
      like: Settings(
        environment: environment, paths: try Paths(environment: environment),
        configuration: .standard))
    try demo.beginLibrary(settings, now: Workspace.now)
  }

  @Test func theConfigurationOfTheCommandLineHoldsOnTheScreenAndItsFaultsAreTold() async throws {
    let paperq = try BuiltProgram()
    try paperq.home.write(
      #"{"refreshOnStart": false, "views": [{"name": "Mine", "query": "tag:mine"}], "#
        + #""keys": {"bind": {"list": {"B": "toggle-star"}}}}"#, to: "own.json")
    let terminal = try TmuxScreen(
      paperq, ["demo", "--config", paperq.home.path + "/own.json"])
    // The papers are there whatever the user's views show, and although they fetch by hand.
    try await terminal.wait(for: " 1 Inbox ", " N  u ", ", 6 updated")
    try terminal.press("5", "B")
    try await terminal.wait(for: " N*", "1/28")
    try terminal.press("E", "y")
    try await terminal.wait(for: "exported 28 files to /tmp/paperq-demo-")
    try terminal.press("q")
    try await terminal.wait(for: "leave the demo? all that was done in it is gone then (y/n)")
    try terminal.press("y")
    try await terminal.wait(for: "ended 0")
    #expect(try FileManager.default.contentsOfDirectory(atPath: paperq.home.path) == ["own.json"])

    try paperq.home.write(#"{"mouse": 1}"#, to: "own.json")
    let outcome = try await paperq("demo", "--config", paperq.home.path + "/own.json")
    #expect(outcome.code == 78)
    #expect(outcome.errors.contains("'mouse' is 1; allowed is true or false"))
    #expect(try await paperq("demo", "--config", "/nonexistent.json").code == 78)
  }

  @Test func withoutATerminalTheScreenIsRefusedInOneLine() async throws {
    let paperq = try BuiltProgram()
    for arguments in [["demo"], []] {
      let outcome = try await paperq.run(arguments, variables: ["TERM": "xterm-256color"])
      #expect(outcome.code == 64 && outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("paperq: "))
      #expect(outcome.errors.filter { $0 == "\n" }.count == 1)
      #expect(!outcome.errors.contains("\u{1B}"))
    }
  }
}
