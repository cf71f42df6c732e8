import ArXivFeed
import Testing

struct ArXivEndpointsTests {
  @Test(arguments: [
    ("127.0.0.1", true), ("127.255.3.4", true), ("localhost", true), ("LOCALHOST", true),
    ("::1", true), ("[::1]", true), ("127.0.0.1.evil.example", false), ("128.0.0.1", false),
    ("localhost.evil.example", false), ("127.0.0.256", false), ("127.1", false), ("", false),
    ("export.arxiv.org", false),
  ])
  func loopbackIsToldByTheHost(host: String, isLoopback: Bool) {
    #expect(ArXivEndpoints.isLoopback(host: host) == isLoopback)
  }

  @Test func everyEndpointMustBeLoopback() throws {
    #expect(!ArXivEndpoints.standard.isLoopback)
    let local = "http://127.0.0.1:8080"
    #expect(try #require(ArXivEndpoints(api: local, feeds: local, site: local)).isLoopback)
    #expect(
      try #require(
        ArXivEndpoints(api: "http://[::1]:1/api", feeds: "http://localhost", site: local)
      ).isLoopback)
    let mixed = ArXivEndpoints(
      api: local, feeds: local, site: "http://127.0.0.1@arxiv.org/")
    #expect(try #require(mixed).isLoopback == false)
  }

  @Test(arguments: ["file:///etc/passwd", "arxiv.org", "", "http://"])
  func whatIsNoWebAddressIsNoEndpoint(text: String) {
    #expect(ArXivEndpoints(api: text, feeds: "http://a.example", site: "http://a.example") == nil)
  }
}
