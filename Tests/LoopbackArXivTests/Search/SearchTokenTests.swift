import Foundation
import Papers
import Testing

@testable import LoopbackArXiv

struct SearchTokenTests {
  /// A query as the server rewrites it, as it stands in the title of a feed.
  private func rewritten(_ query: String) throws -> String {
    let reply = QueryService(papers: [], generation: .current).reply(
      to: LoopbackRequest(
        number: 1, method: "GET", path: "/api/query",
        queryItems: [.init(name: "search_query", value: query)], headers: [:],
        time: Timestamp(milliseconds: 0)), distortion: .init())
    let text = String(decoding: reply.body, as: UTF8.self)
    let start = try #require(text.range(of: "<title>arXiv Query: search_query=")?.upperBound)
    let end = try #require(text.range(of: "&amp;id_list", range: start..<text.endIndex)?.lowerBound)
    return String(text[start..<end].replacing("&quot;", with: "\""))
  }

  @Test(arguments: [
    ("attention mechanism", "all:attention OR all:mechanism"),
    ("ti:attention mechanism", "ti:attention OR all:mechanism"),
    ("ti:(electron proton)", "(ti:electron OR ti:proton)"),
    ("ti:a NOT ti:b", "ti:a ANDNOT ti:b"),
    ("ti:a AND NOT ti:b", "ti:a ANDNOT ti:b"),
    ("ti:a and ti:b", "ti:a OR all:and OR ti:b"),
    (
      "submittedDate:[20240101 TO 20240131]",
      "submittedDate:\"202401010000 TO 202401312359\""
    ),
    (
      "lastUpdatedDate:[2024 TO 202402]", "submittedDate:\"202401010000 TO 202402292359\""
    ),
    ("title:x", "ti:x"),
    ("au:del_maestro", "au:\"del maestro\""),
    ("ti:x AND au:del_maestro", "ti:x AND au:del_maestro"),
    (
      "(cat:cs.LG OR cat:cs.*) AND all:\"world model\"",
      "(cat:cs.LG OR cat:cs.*) AND all:\"world model\""
    ),
  ])
  func queriesAreRewrittenAsThePresentServerDoes(sent: String, becomes: String) throws {
    #expect(try rewritten(sent) == becomes)
  }

  @Test(arguments: ["(ti:a", "ti:a)", "ti:", "ti:a AND", "AND ti:a", "ti:\"a", "()", ""])
  func unbalancedQueriesAreRefused(query: String) {
    #expect(throws: SearchSyntaxError.self) { try SearchTokenizer.tokens(of: query) }
  }

  @Test func operatorsGroupFromTheRight() throws {
    func term(_ name: String) -> SearchExpression {
      .term(field: "ti", value: name, isPhrase: false)
    }
    let query = try SearchExpression(SearchTokenizer.tokens(of: "ti:a AND ti:b OR ti:c"))
    #expect(query == .and(term("a"), .or(term("b"), term("c"))))
    let negative = try SearchExpression(SearchTokenizer.tokens(of: "(ti:a ANDNOT ti:b) OR ti:c"))
    #expect(negative == .or(.andNot(term("a"), term("b")), term("c")))
  }

  @Test(arguments: [
    ("au:hill", true), ("au:\"Hill, Felix\"", true), ("au:\"felix hill\"", true),
    ("au:hill_g", false), ("au:muller", true), ("cat:cs.LG", true), ("cat:cs", false),
    ("cat:cs.*", true), ("cat:stat*", false), ("ti:\"world models\"", true),
    ("ti:\"models world\"", false), ("abs:plan*", true), ("abs:plan", false), ("co:ICML", true),
    ("all:planning", true), ("submittedDate:[202401020000 TO 202401020000]", true),
    ("submittedDate:[202401020001 TO 2025]", false), ("au:hill_f", true), ("jr:nature", false),
  ])
  func termsAreAskedOfPapers(query: String, matches: Bool) throws {
    let paper = Paper(
      id: try #require(ArXivID("2401.00001")), title: "World Models, Again",
      abstract: "On planning.", authors: [.init("Felix Hill"), .init("Jürgen Müller")],
      categories: ["cs.LG"], published: try #require(Timestamp("2024-01-02T00:00:30Z")),
      comment: "ICML 2024")
    let expression = try SearchExpression(SearchTokenizer.tokens(of: query))
    #expect(expression.matches(SearchablePaper(paper: paper)) == matches)
  }
}
