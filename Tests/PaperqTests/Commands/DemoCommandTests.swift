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
    let settings = try demo.settings(
      in: "/tmp/demo",
      environment: Environment(["HOME": "/home/ada", "PAPERQ_LIBRARY": "/precious"]))
    #expect(settings.paths.library == "/tmp/demo/paperq")
    #expect(settings.paths.state == "/tmp/demo/paperq")
    #expect(settings.pdfFolder == "/tmp/demo/paperq/pdf")
    #expect(settings.environment["HOME"] == "/home/ada")
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
