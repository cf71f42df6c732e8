package import Foundation

/// Where arXiv is.
package struct ArXivEndpoints: Equatable, Sendable {
  /// The query API.
  package var api: URL
  /// The base of the daily feeds.
  package var feeds: URL
  /// The base of abstract pages and PDFs.
  package var site: URL

  package init(api: URL, feeds: URL, site: URL) {
    self.api = api
    self.feeds = feeds
    self.site = site
  }

  /// Reads absolute `http` and `https` URLs; nil when one of them is none.
  package init?(api: String, feeds: String, site: String) {
    guard let api = Self.url(api), let feeds = Self.url(feeds), let site = Self.url(site) else {
      return nil
    }
    self.init(api: api, feeds: feeds, site: site)
  }

  /// arXiv itself (SPEC.md 2).
  package static let standard: ArXivEndpoints = {
    let endpoints = ArXivEndpoints(
      api: "https://export.arxiv.org/api/query", feeds: "https://rss.arxiv.org",
      site: "https://arxiv.org")
    guard let endpoints else { preconditionFailure("arXiv's addresses are URLs") }
    return endpoints
  }()

  /// Whether every host is this machine, so that no pause between requests is owed to anyone.
  package var isLoopback: Bool {
    [api, feeds, site].allSatisfy { $0.host(percentEncoded: false).map(Self.isLoopback) ?? false }
  }

  /// The hosts that redirects may lead to, in lower case.
  package var hosts: Set<String> {
    Set([api, feeds, site].compactMap { $0.host(percentEncoded: false)?.lowercased() })
  }

  /// Whether `host` is of 127/8, `::1` or `localhost`. A name that only begins like one is not.
  package static func isLoopback(host: String) -> Bool {
    let host = host.lowercased().trimmingCharacters(in: ["[", "]"])
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
          && UInt8(part) != nil
      }
  }

  private static func url(_ text: String) -> URL? {
    guard let url = URL(string: text), let scheme = url.scheme?.lowercased(),
      scheme == "http" || scheme == "https", url.host(percentEncoded: false)?.isEmpty == false
    else { return nil }
    return url
  }
}
