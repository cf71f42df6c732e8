import Foundation
import Testing

@testable import ArXivFeed

struct ProxyRuleTests {
  private func proxy(_ url: String, _ environment: [String: String]) throws -> String? {
    ProxyRule(environment: environment).proxy(for: try #require(URL(string: url)))
  }

  @Test(
    arguments: [
      ("http://a.example/", ["http_proxy": "http://gate:3128/"], "gate:3128"),
      ("http://a.example/", ["http_proxy": "gate:3128"], "gate:3128"),
      ("http://a.example/", ["http_proxy": "http://me:secret@gate:3128"], "gate:3128"),
      ("http://a.example/", ["HTTP_PROXY": "http://gate:3128"], nil),
      ("http://a.example/", ["https_proxy": "http://gate:3128"], nil),
      ("https://a.example/", ["HTTPS_PROXY": "http://gate:3128"], "gate:3128"),
      ("https://a.example/", ["https_proxy": "", "all_proxy": "socks5://gate"], "gate"),
      ("http://127.0.0.1:80/", ["http_proxy": "http://gate:3128"], nil),
      ("http://[::1]/", ["http_proxy": "http://gate:3128"], nil),
      ("http://a.example/", ["http_proxy": "gate:1", "no_proxy": "b.example, .example"], nil),
      ("http://a.example/", ["http_proxy": "gate:1", "NO_PROXY": "*"], nil),
      ("http://a.example/", ["http_proxy": "gate:1", "no_proxy": "ample"], "gate:1"),
      ("http://a.example/", [:], nil),
    ] as [(String, [String: String], String?)])
  func theProxyIsTheOneOfTheEnvironment(
    url: String, environment: [String: String], expected: String?
  ) throws {
    #expect(try proxy(url, environment) == expected)
  }

  @Test func loopbackHostsJoinTheOtherExceptions() {
    func exceptions(_ environment: [String: String]) -> String {
      ProxyRule(environment: environment).exceptionsWithLoopback
    }
    #expect(exceptions([:]) == "localhost,127.0.0.0/8,::1")
    #expect(exceptions(["NO_PROXY": "a.example"]) == "a.example,localhost,127.0.0.0/8,::1")
    #expect(exceptions(["no_proxy": "*"]) == "*")
  }
}
