import Foundation

/// The variables of the environment, as a value that tests can make up.
struct Environment: Equatable, Sendable {
  var variables: [String: String]

  init(_ variables: [String: String]) {
    self.variables = variables
  }

  /// The environment of this process.
  static var current: Environment { Environment(ProcessInfo.processInfo.environment) }

  /// The value of a variable; nil when it is not set or empty, which people use for the same.
  subscript(name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The value of a variable that names a folder. The XDG specification has relative ones ignored.
  func folder(_ name: String) -> String? {
    self[name].flatMap { $0.hasPrefix("/") ? $0 : nil }
  }

  /// Whether `NO_COLOR` asks for none.
  var refusesColor: Bool { self["NO_COLOR"] != nil }

  /// A path with `~` at its beginning resolved; left as it is when there is no home.
  func expanding(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = folder("HOME") else { return path }
    return home + path.dropFirst()
  }

  /// A path as people write it, with `~` for the home folder at its beginning.
  func abbreviating(_ path: String) -> String {
    guard let home = folder("HOME"), home != "/", path == home || path.hasPrefix(home + "/") else {
      return path
    }
    return "~" + path.dropFirst(home.count)
  }
}
