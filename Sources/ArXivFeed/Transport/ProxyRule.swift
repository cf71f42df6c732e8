import Foundation

/// Which proxy the environment names for an address, as libcurl reads it, so that an error can say
/// whom we could not reach.
struct ProxyRule {
  /// The variables of the process.
  let environment: [String: String]

  /// Hosts of this machine, in the words of `no_proxy`.
  static let loopbackHosts = "localhost,127.0.0.0/8,::1"

  /// `http://user:secret@host:3128` as `host:3128`; nil when `url` is asked without a proxy.
  func proxy(for url: URL) -> String? {
    guard let scheme = url.scheme?.lowercased(),
      let host = url.host(percentEncoded: false)?.lowercased(),
      !ArXivEndpoints.isLoopback(host: host), !isExcepted(host)
    else { return nil }
    // A web server hands a request's 'Proxy' header to its scripts as HTTP_PROXY: not read.
    let names =
      scheme == "http" ? ["http_proxy"] : ["\(scheme)_proxy", "\(scheme.uppercased())_PROXY"]
    guard let proxy = value(of: names + ["all_proxy", "ALL_PROXY"]) else { return nil }
    let address = proxy.components(separatedBy: "://").last ?? proxy
    let authority = address.prefix { $0 != "/" }
    return authority.split(separator: "@").last.map(String.init)
  }

  /// What `no_proxy` is to be so that nothing of this machine is asked through a proxy.
  var exceptionsWithLoopback: String {
    guard let exceptions else { return Self.loopbackHosts }
    return exceptions == "*" ? exceptions : "\(exceptions),\(Self.loopbackHosts)"
  }

  /// The hosts that are asked without a proxy; libcurl prefers the lower-case name.
  private var exceptions: String? { value(of: ["no_proxy", "NO_PROXY"]) }

  /// Whether `no_proxy` names the host or a domain that it is in.
  private func isExcepted(_ host: String) -> Bool {
    guard let exceptions else { return false }
    if exceptions == "*" { return true }
    return exceptions.lowercased().split { ", \t".contains($0) }.contains { exception in
      let name = exception.drop { $0 == "." }
      return !name.isEmpty && (host == name || host.hasSuffix(".\(name)"))
    }
  }

  private func value(of names: [String]) -> String? {
    names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
  }
}
