import Papers

/// Why the keys of a configuration cannot be used.
package struct KeyMapError: Error, Equatable, Sendable {
  /// Where in the configuration: `keys.bind.list.m`.
  package var path: String
  /// What is wrong, and what is allowed.
  package var message: String

  static func unknown(
    _ kind: String, _ name: String, path: String, allowed: [String]
  ) -> KeyMapError {
    let hint = name.suggestion(
      among: allowed,
      otherwise: allowed.count > 12
        ? "? lists them" : "there are \(allowed.joined(separator: ", "))")
    return KeyMapError(path: path, message: "unknown \(kind) '\(name)'; \(hint)")
  }
}
