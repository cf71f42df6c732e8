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

  /// Makes something while no folder for data or caches can be made.
  ///
  /// The first configuration of a session makes the shared cookie storage and the shared cache, wanted
  /// or not, and each of them a folder in the user's home. Below a path that is no folder they cannot,
  /// and live in memory.
  static func withoutUserFolders<Made>(_ make: () -> Made) -> Made {
    let names = ["XDG_DATA_HOME", "XDG_CACHE_HOME"]
    let environment = ProcessInfo.processInfo.environment
    for name in names { setenv(name, "/dev/null/none", 1) }
    defer {
      for name in names {
        if let value = environment[name] { setenv(name, value, 1) } else { unsetenv(name) }
      }
    }
    return make()
  }
}
