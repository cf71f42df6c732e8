import Foundation

/// Which redirects are followed: to hosts of the configuration, and from `http` to `https` of the
/// same host; never from `https` back to `http`.
struct RedirectRule {
  /// The most in a row.
  static let most = 5

  /// Hosts of the configuration, in lower case.
  let hosts: Set<String>

  static func isRedirect(_ status: Int) -> Bool { [301, 302, 303, 307, 308].contains(status) }

  /// Where a redirect from `url` with this `Location` leads.
  func target(of location: String?, from url: String) throws(FeedError) -> String {
    guard let location, let source = URL(string: url),
      let target = URL(string: location, relativeTo: source)?.absoluteURL,
      let host = target.host(percentEncoded: false)?.lowercased(), target.user == nil,
      let scheme = target.scheme?.lowercased(), scheme == "http" || scheme == "https"
    else { throw .redirectRefused(to: location ?? "nowhere") }
    let isUpgrade =
      scheme == "https" && host == source.host(percentEncoded: false)?.lowercased()
    let isDowngrade = scheme == "http" && source.scheme?.lowercased() == "https"
    guard isUpgrade || hosts.contains(host), !isDowngrade else {
      throw .redirectRefused(to: location)
    }
    return target.absoluteString
  }
}
