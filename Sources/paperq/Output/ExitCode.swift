import ArgumentParser

// The exit codes of SPEC.md 6.
extension ExitCode {
  /// Nothing matched, or with `fetch --exit-code` nothing was new.
  static let nothing = ExitCode(1)
  static let usage = ExitCode(64)
  /// What was to be read in is not what it should be.
  static let badInput = ExitCode(65)
  static let noSuchPaper = ExitCode(66)
  static let unreachable = ExitCode(69)
  static let disk = ExitCode(74)
  /// arXiv says to come back later.
  static let later = ExitCode(75)
  /// arXiv's answer is not what it should be.
  static let badAnswer = ExitCode(76)
  static let configuration = ExitCode(78)
  /// Stopped by Ctrl-C.
  static let interrupted = ExitCode(130)
}
