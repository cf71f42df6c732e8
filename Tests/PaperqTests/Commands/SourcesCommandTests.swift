import Foundation
import JSONText
import LoopbackArXiv
import Papers
import Testing

/// `paperq sources` after fetches from an arXiv on the loopback interface that fails at times.
struct SourcesCommandTests {
  private let paperq: BuiltProgram
  private let arXiv: LoopbackArXiv
  private let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))

  init() throws {
    paperq = try BuiltProgram()
    let made = GeneratedPapers.make(count: 90, seed: 3, endingAt: now, days: 6)
    arXiv = LoopbackArXiv(
      papers: made.map { paper in
        var paper = paper
        paper.categories = ["cs.LG"]
        return paper
      })
    try arXiv.start()
    try paperq.configure(
      #"""
      {
        "arxiv": {
          "api": "\#(arXiv.api)", "feeds": "\#(arXiv.site)", "site": "\#(arXiv.site)",
          "secondsBetweenRequests": 0, "pageSize": 20
        },
        "sources": [{"name": "learning", "query": "cat:cs.LG", "window": "7d"}]
      }
      """#)
    try paperq.home.write(
      #"{"format": 1, "created": "2026-11-22T01:02:03Z"}"#,
      to: ".local/share/paperq/library.json")
  }

  private func source() async throws -> JSONObject {
    let outcome = try await paperq("sources", "--json")
    #expect(outcome.code == 0 && outcome.errors == "" && outcome.lines.count == 1)
    return try #require(JSONValue.parse(Array(outcome.output.utf8)).object)
  }

  @Test func aSourceThatWasNeverFetchedHasNothingCovered() async throws {
    let source = try await source()
    #expect(source["covered"]?.text == "[]" && source["gaps"]?.text == "[]")
    #expect(source["last"] == nil && source["papers"]?.integer == 0)
  }

  @Test func aGapIsToldUntilTheNextFetchFillsIt() async throws {
    arXiv.answer(with: .status(503)) { Int($0["start"] ?? "") ?? 0 >= 40 }
    #expect(try await paperq("fetch").code == 69)
    let broken = try await source()
    let window = try #require(broken["covered"]?.array?.first?.object)
    let gap = try #require(broken["gaps"]?.array?.first?.object)
    #expect(window["stored"]?.integer == 40 && window["expected"]?.integer == 40)
    #expect(gap["cause"]?.string == "arXiv answered 503 four times")
    #expect(gap["expected"]?.integer == 50)
    #expect(gap["until"] == window["from"])
    #expect(broken["last"]?.object?["outcome"]?.string == "arXiv answered 503 four times")
    #expect(broken["papers"]?.integer == 40)

    arXiv.clearFaults()
    #expect(try await paperq("fetch").code == 0)
    let mended = try await source()
    let whole = try #require(mended["covered"]?.array?.first?.object)
    #expect(mended["covered"]?.array?.count == 1 && mended["gaps"]?.text == "[]")
    #expect(whole["stored"]?.integer == 90 && whole["expected"]?.integer == 90)
    #expect(whole["from"] == gap["from"])
    #expect(mended["last"]?.object?["outcome"]?.string == "complete")
    #expect(mended["papers"]?.integer == 90)
  }

  @Test func onATerminalItIsToldInWords() async throws {
    #expect(try await paperq("fetch").code == 0)
    let screen = try await paperq.onTerminal("sources")
    #expect(
      screen.contains { $0.hasPrefix("  covered ") && $0.hasSuffix(", 90 of 90") })
    #expect(screen.contains { $0.hasPrefix("  last answer ") && $0.hasSuffix(": complete") })
  }

  @Test func aDamagedLedgerIsKeptAsideByTheNextStart() async throws {
    try paperq.home.write("{\"learning\":", to: ".local/share/paperq/sources.json")
    let outcome = try await paperq("sources", "--json")
    #expect(outcome.code == 0)
    #expect(outcome.errors.hasPrefix("paperq: 'sources.json' was damaged and is kept as "))
    #expect(try await source()["covered"]?.text == "[]")
    #expect(try await paperq("fetch").code == 0)
    #expect(try await source()["covered"]?.array?.count == 1)
  }

  @Test func anotherQueryOfTheSameNameBeginsAnew() async throws {
    #expect(try await paperq("fetch").code == 0)
    let configuration = try paperq.home.read(".config/paperq/config.json")
    try paperq.configure(configuration.replacing("cat:cs.LG", with: "cat:cs.CL"))
    #expect(try await source()["covered"]?.text == "[]")
  }
}
