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
    configuration.pdfFolder = nil
    configuration.exportFolder = "/tmp/demo/papers"
    configuration.effective = settings.configuration.effective
    #expect(settings.configuration == configuration)
    #expect(settings.paths.configuration == "/etc/paperq/c.json")
    #expect(settings.paths.library == "/tmp/demo/paperq")
  }

  @Test func theConfigurationOfTheCommandLineHoldsOnTheScreenAndItsFaultsAreTold() async throws {
    let paperq = try BuiltProgram()
    try paperq.home.write(
      #"{"refreshOnStart": false, "views": [{"name": "Mine", "query": "source:starter"}], "#
        + #""keys": {"bind": {"list": {"B": "toggle-star"}}}}"#, to: "own.json")
    let terminal = try TmuxScreen(
      paperq, ["demo", "--config", paperq.home.path + "/own.json", "--papers", "3"])
    try await terminal.wait(for: " 1 Mine 28", "1/28")
    try terminal.press("B")
    try await terminal.wait(for: " N*")
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
