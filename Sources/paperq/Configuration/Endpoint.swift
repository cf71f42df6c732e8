import ArXivFeed
import Foundation

/// The address of a server of arXiv's.
struct Endpoint: Equatable, Sendable {
  let url: URL

  /// Nil unless it is http or https to a host, with no user, query or fragment.
  init?(_ text: String) {
    guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
      scheme == "http" || scheme == "https", let host = parts.host, !host.isEmpty,
      parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil,
      let url = parts.url
    else { return nil }
    self.url = url
  }

  /// Whether the server is on this machine: 127/8, ::1 or localhost, by the parsed host, so that
  /// `localhost.example.org` and `http://127.0.0.1@example.org` are not.
  var isLoopback: Bool {
    url.host(percentEncoded: false).map(ArXivEndpoints.isLoopback(host:)) ?? false
  }
}
