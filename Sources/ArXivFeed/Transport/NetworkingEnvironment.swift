import Foundation
import Glibc

/// What URL loading takes from the environment of the process and cannot be told otherwise.
enum NetworkingEnvironment {
  /// Has hosts of this machine asked without a proxy: libcurl reads `no_proxy`, and Foundation does
  /// not hand it the proxies of a session's configuration.
  static func exceptLoopbackFromProxies() {
    let rule = ProxyRule(environment: ProcessInfo.processInfo.environment)
    setenv("no_proxy", rule.exceptionsWithLoopback, 1)
  }
}
