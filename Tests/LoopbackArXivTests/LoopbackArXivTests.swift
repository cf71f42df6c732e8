import Foundation
import FoundationNetworking
import LoopbackArXiv
import Papers
import Testing

struct LoopbackArXivTests {
  private let papers = GeneratedPapers.make(
    count: 30, endingAt: Timestamp(milliseconds: 1_795_000_000_000))

  /// Status, headers and body of a GET, redirects not followed.
  private func get(
    _ url: String, headers: [String: String] = [:]
  ) async throws -> (status: Int, headers: [String: String], body: String) {
    var request = URLRequest(url: try #require(URL(string: url)))
    for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
    let session = URLSession(configuration: .ephemeral)
    defer { session.invalidateAndCancel() }
    let (data, response) = try await session.data(for: request)
    let http = try #require(response as? HTTPURLResponse)
    var fields: [String: String] = [:]
    for (name, value) in http.allHeaderFields { fields["\(name)".lowercased()] = "\(value)" }
    return (http.statusCode, fields, String(decoding: data, as: UTF8.self))
  }

  private func started(_ generation: ArXivGeneration = .current) throws -> LoopbackArXiv {
    let server = LoopbackArXiv(papers: papers, generation: generation)
    try server.start()
    return server
  }

  @Test func queriesAreAnsweredAndRecorded() async throws {
    let server = try started()
    defer { server.stop() }
    let url =
      server.api + "?search_query=cat:cs.*+OR+cat:stat.ML&start=10&max_results=5"
      + "&sortBy=submittedDate&sortOrder=ascending"
    let answer = try await get(url, headers: ["User-Agent": "test/1"])
    #expect(answer.status == 200)
    #expect(answer.body.contains("<opensearch:totalResults>30</opensearch:totalResults>"))
    let shown = answer.body.components(separatedBy: "<id>http://arxiv.org/abs/").dropFirst()
      .map { $0.components(separatedBy: "</id>")[0] }
    #expect(shown == papers.reversed()[10..<15].map(\.reference.description))
    let request = try #require(server.requests.first)
    #expect(request.path == "/api/query")
    #expect(request["search_query"] == "cat:cs.* OR cat:stat.ML")
    #expect(request.headers["user-agent"] == "test/1")
    #expect(server.requests.count == 1)
  }

  @Test(arguments: [
    ("id_list=abc", "incorrect id format for abc", "errors#incorrect_id_format_for_abc"),
    ("search_query=ti:a&start=x", "start must be an integer", "errors#start_must_be_an_integer"),
    (
      "search_query=ti:a&max_results=-1", "max_results must be non-negative",
      "errors#max_results_must_be_non-negative"
    ),
    (
      "search_query=ti:a&sortBy=x",
      "sortBy must be in: relevance, lastUpdatedDate, submittedDate", "user-manual#sort"
    ),
    ("search_query=(ti:a", "Invalid query string: '(ti:a'", "api/errors</id>"),
    ("start=0", "Either a search_query or id_list must be specified", "api/errors</id>"),
  ])
  func badRequestsGetAnErrorFeed(query: String, words: String, id: String) async throws {
    let server = try started()
    defer { server.stop() }
    let answer = try await get(server.api + "?" + query)
    #expect(answer.status == 400)
    #expect(answer.body.contains("<summary>\(words)"))
    #expect(answer.body.contains(id))
  }

  @Test func missingIdsAreLeftOutAndVersionsAreServed() async throws {
    let server = try started()
    defer { server.stop() }
    let held = try #require(papers.first { $0.version > 1 })
    let answer = try await get(
      server.api + "?id_list=\(held.id)v1,0704.9999,arXiv:\(papers[0].id)&max_results=3")
    #expect(answer.body.contains("<opensearch:totalResults>1<"))
    #expect(answer.body.contains("<id>http://arxiv.org/abs/\(held.id)v1</id>"))
    #expect(answer.body.contains("&amp;start=0&amp;max_results=3"))
  }

  @Test func theLegacyServerHasItsOwnShape() async throws {
    let server = try started(.legacy)
    defer { server.stop() }
    let body = try await get(server.api + "?search_query=all:a&max_results=1").body
    #expect(body.contains("<title type=\"html\">ArXiv Query: search_query=all:a&amp;id_list="))
    let shape = [
      "<updated>", "<published>", "<title>", "<summary>  ", "<author>", "primary_category",
    ]
    let entry = try #require(body.components(separatedBy: "<entry>").last)
    let places = shape.compactMap { entry.range(of: $0)?.lowerBound }
    #expect(places.count == shape.count && places == places.sorted())
  }

  @Test func faultsComeWhenTheyAreAskedFor() async throws {
    let server = try started()
    defer { server.stop() }
    let url = server.api + "?search_query=all:a"
    server.answerNext(with: [.status(429, retryAfter: "7"), nil, .html])
    let limited = try await get(url)
    #expect(limited.status == 429)
    #expect(limited.headers["retry-after"] == "7")
    #expect(limited.body == "Rate exceeded.")
    #expect(try await get(url).body.contains("<feed"))
    #expect(try await get(url).body.contains("<html>"))
    server.answerAll(with: .cutBody(afterBytes: 100))
    await #expect(throws: (any Error).self) { try await get(url) }
    server.answerAll(with: .reset)
    await #expect(throws: (any Error).self) { try await get(url) }
    server.answerAll(with: .slowBody(bytes: 4096, pauseMilliseconds: 1))
    #expect(try await get(url).body.hasSuffix("</feed>\n"))
    server.clearFaults()
    server.serve(Array("<feed/>".utf8)) { $0["search_query"] == "all:a" }
    #expect(try await get(url).body == "<feed/>")
  }

  @Test func pagesAndPDFsAreServedInPartsToo() async throws {
    let server = try started()
    defer { server.stop() }
    let held = try #require(papers.first { $0.comment?.contains("withdrawn") != true })
    let whole = try await get(server.site + "/pdf/\(held.id)")
    #expect(whole.headers["content-type"] == "application/pdf")
    #expect(whole.body.hasPrefix("%PDF-1.4\n") && whole.body.hasSuffix("%%EOF\n"))
    let rest = try await get(server.site + "/pdf/\(held.id)", headers: ["Range": "bytes=9-"])
    #expect(rest.status == 206)
    #expect(rest.body == String(whole.body.dropFirst(9)))
    let tag = try #require(whole.headers["etag"])
    let same = ["Range": "bytes=9-", "If-Range": tag]
    #expect(try await get(server.site + "/pdf/\(held.id)", headers: same).status == 206)
    server.pdfs.edition += 1
    #expect(try await get(server.site + "/pdf/\(held.id)", headers: same).status == 200)
    #expect(try await get(server.site + "/abs/\(held.id)").status == 200)
    #expect(try await get(server.site + "/pdf/0704.0001").status == 404)
    #expect(try await get(server.site + "/elsewhere").status == 404)
  }

  @Test func dailyFeedsAnnounceTheLastDay() async throws {
    let server = try started()
    defer { server.stop() }
    let atom = try await get(server.site + "/atom/cs+stat.ML").body
    #expect(atom.contains("<arxiv:announce_type>new</arxiv:announce_type>"))
    let rss = try await get(server.site + "/rss/cs+stat.ML").body
    #expect(
      rss.components(separatedBy: "<item>").count == atom.components(separatedBy: "<entry>").count)
    #expect(try await get(server.site + "/rss/cs.LG+1").status == 400)
  }
}
