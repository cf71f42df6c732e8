import Papers

/// Why paperq cannot go by what it was told; exit 78. The message is one line and names the file and
/// the key.
struct ConfigurationError: Error, Equatable, CustomStringConvertible {
  var message: String
  /// What else is wrong with the same file, a line each that does not name it again.
  var others: [String] = []

  /// Everything that is wrong, a line each.
  var messages: [String] { [message] + others }

  /// `message` may quote the file, which may hold anything.
  init(_ message: String) {
    self.message = message.onOneLine
  }

  /// An error of the keys of a file; nil when there is no fault.
  init?(file: String, faults: [ConfigurationFault]) {
    let sentences = faults.map { fault in
      (fault.key.isEmpty ? "it" : "'\(fault.key)'") + " " + fault.problem
    }
    guard let first = sentences.first else { return nil }
    self.init("cannot use the config '\(file)': \(first)")
    others = sentences.dropFirst().map { "also \($0)".onOneLine }
  }

  var description: String { message }
}

/// Something that is wrong with a configuration.
struct ConfigurationFault: Equatable {
  /// Where: `sources[1].query`; empty for the whole.
  var key: String
  /// What is wrong and what is allowed, as the end of a sentence about the key.
  var problem: String
}
