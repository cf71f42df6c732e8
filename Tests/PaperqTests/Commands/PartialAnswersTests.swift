import Foundation
import LoopbackArXiv
import Papers
import Testing

/// Answers of arXiv of which only a part came, or only a part can be read.
struct PartialAnswersTests {
  private static let bad = "<entry><id>http://arxiv.org/abs/bad</id><title>T</title></entry>"

  private let paperq: BuiltProgram
  private let arXiv: LoopbackArXiv

  init() throws {
    paperq = try BuiltProgram()
    arXiv = LoopbackArXiv(papers: [])
    try arXiv.start()
    try paperq.configure(
      #"""
      {
        "arxiv": {
          "api": "\#(arXiv.api)", "feeds": "\#(arXiv.site)", "site": "\#(arXiv.site)",
          "secondsBetweenRequests": 0, "pageSize": 3
        },
        "sources": [{"name": "all", "query": "cat:cs.LG", "window": "30d"}]
      }
      """#)
    // Papers of the starter list would be asked for too.
    try paperq.home.write(
      #"{"format": 1, "created": "2026-11-22T01:02:03Z"}"#,
      to: ".local/share/paperq/library.json")
  }

  /// Answers requests for the page that begins at `start`.
  private func serve(_ entries: String, total: Int, at start: Int) {
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom" \
      xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">\
      <opensearch:totalResults>\(total)</opensearch:totalResults>\(entries)</feed>
      """
    arXiv.serve(Array(feed.utf8)) { $0["start"] == "\(start)" }
  }

  private func entry(_ number: Int) -> String {
    """
    <entry><id>http://arxiv.org/abs/2611.0000\(number)v1</id><title>Part \(number)</title>\
    <updated>2026-11-20T10:00:00Z</updated><published>2026-11-20T10:00:00Z</published></entry>
    """
  }

  @Test func aFetchThatFailsSaysHowFarItCameAndWhatItLeftOut() async throws {
    serve(Self.bad + entry(2) + entry(1), total: 7, at: 0)
    arXiv.answer(with: .status(403)) { $0["start"] == "3" }
    let outcome = try await paperq("fetch")
    #expect(outcome.code == 76)
    #expect(outcome.output.hasPrefix(#"{"source":"all","received":2,"expected":7,"new":2,"#))
    #expect(outcome.output.contains(#""skipped":1"#))
    #expect(
      outcome.errors.contains("paperq: source 'all': entry 1 left out: 'http://arxiv.org/abs/bad'"))
  }

  @Test func aSearchSaysWhatItLeavesOut() async throws {
    serve(Self.bad + entry(1), total: 2, at: 0)
    let outcome = try await paperq("search", "cat:cs.LG")
    #expect(outcome.code == 0 && outcome.lines.count == 1)
    #expect(
      outcome.errors
        == "paperq: entry 1 left out: 'http://arxiv.org/abs/bad' is no arXiv id\n")
  }

  @Test func aSearchOfWhichNothingCanBeReadIsABadAnswer() async throws {
    serve(String(repeating: Self.bad, count: 3), total: 5, at: 0)
    serve(String(repeating: Self.bad, count: 2), total: 5, at: 3)
    let outcome = try await paperq("search", "cat:cs.LG")
    #expect(outcome.code == 76 && outcome.output.isEmpty)
    #expect(
      outcome.errors.hasSuffix(
        """
        paperq: 2 more left out
        paperq: arXiv finds papers, but none that can be read

        """))
  }

  @Test func aSearchThatEndsTooEarlySaysSoBehindItsPapers() async throws {
    serve(entry(2) + entry(1), total: 4, at: 0)
    serve("", total: 4, at: 2)
    let outcome = try await paperq("search", "cat:cs.LG")
    #expect(outcome.code == 76 && outcome.lines.count == 2)
    #expect(outcome.errors.hasSuffix("\npaperq: arXiv named 4 papers and gave 2\n"))
  }
}
