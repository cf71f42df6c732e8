import Foundation
import LoopbackArXiv
import Papers
import Testing

/// Fetching where the environment names a proxy.
struct ProxyTests {
  private let paperq: BuiltProgram
  private let arXiv: LoopbackArXiv

  init() throws {
    paperq = try BuiltProgram()
    arXiv = LoopbackArXiv(papers: try Paper.three())
    try arXiv.start()
    try paperq.home.write(
      #"{"format": 1, "created": "2026-11-22T01:02:03Z"}"#,
      to: ".local/share/paperq/library.json")
  }

  private func configure(api: String) throws {
    try paperq.configure(
      #"""
      {
        "arxiv": {"api": "\#(api)", "feeds": "\#(arXiv.site)", "site": "\#(arXiv.site)"},
        "sources": [{"name": "canon", "ids": ["1706.03762"]}]
      }
      """#)
  }

  @Test(arguments: ["http_proxy", "all_proxy"])
  func thisMachineIsAskedWithoutAProxy(variable: String) async throws {
    try configure(api: arXiv.api)
    let outcome = try await paperq("fetch", variables: [variable: "http://127.0.0.1:1"])
    #expect(outcome.code == 0)
    #expect(arXiv.requests.count == 1)
  }

  @Test func otherHostsAreAskedThroughTheProxy() async throws {
    try configure(api: "http://arxiv.invalid/api/query")
    arXiv.answerAll(with: .status(403))
    let outcome = try await paperq("fetch", variables: ["http_proxy": arXiv.site])
    #expect(outcome.code == 76)
    #expect(arXiv.requests.count == 1)
    #expect(arXiv.requests.first?.headers["host"] == "arxiv.invalid")
  }

  @Test func aProxyThatCannotBeReachedIsNamed() async throws {
    try configure(api: "http://arxiv.invalid/api/query")
    let outcome = try await paperq(
      "fetch", variables: ["http_proxy": "http://me:secret@127.0.0.1:1"])
    #expect(outcome.code == 69)
    #expect(
      outcome.errors
        == "paperq: source 'canon': cannot reach 'arxiv.invalid': proxy '127.0.0.1:1': "
        + "connection refused\n")
  }
}
