import Papers

/// Why paperq cannot go by what it was told; exit 78. The message is one line and names the file and
/// the key.
struct ConfigurationError: Error, Equatable, CustomStringConvertible {
  var message: String

  /// `message` may quote the file, which may hold anything.
  init(_ message: String) {
    self.message = message.onOneLine
  }

  /// An error of one key of a file: `sources[1].query`.
  init(file: String, key: String, _ problem: String) {
    self.init("cannot use the config '\(file)': '\(key)' \(problem)")
  }

  var description: String { message }
}
