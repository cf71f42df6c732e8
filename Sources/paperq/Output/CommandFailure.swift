import ArgumentParser

/// Why a command ends without having done all it should, and the exit code that says so.
struct CommandFailure: Error, Equatable {
  var code: ExitCode
  /// One line without the name of the program; nil when the exit code says it all.
  var message: String?

  init(_ code: ExitCode, _ message: String? = nil) {
    self.code = code
    self.message = message
  }
}
