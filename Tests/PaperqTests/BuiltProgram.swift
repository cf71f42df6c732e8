import Foundation

/// The built paperq, run as users run it, in a home folder of its own.
struct BuiltProgram {
  /// What a run left behind.
  struct Outcome: Equatable {
    var output: String
    var errors: String
    var code: Int32
    /// How long it ran. What a busy test waited to hear of the end is not in it; it is not compared.
    var seconds = 0.0

    static func == (one: Outcome, other: Outcome) -> Bool {
      one.output == other.output && one.errors == other.errors && one.code == other.code
    }

    init(_ output: String = "", errors: String = "", code: Int32 = 0) {
      self.output = output
      self.errors = errors
      self.code = code
    }

    /// The lines of standard output.
    var lines: [String] {
      output.split(separator: "\n").map(String.init)
    }
  }

  let home: TemporaryFolder
  var variables: [String: String]

  init() throws {
    home = try TemporaryFolder()
    variables = ["HOME": home.path, "PATH": "/usr/bin:/bin", "TZ": "UTC", "LC_ALL": "C.UTF-8"]
  }

  /// The program lies beside the tests.
  static var executable: URL {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appending(path: "paperq")
  }

  /// Writes the configuration.
  func configure(_ text: String) throws {
    try home.write(text, to: ".config/paperq/config.json")
  }

  /// Runs paperq to its end.
  func callAsFunction(
    _ arguments: String..., input: String = "", variables extra: [String: String] = [:]
  ) async throws -> Outcome {
    try await run(arguments, input: input, variables: extra)
  }

  func run(
    _ arguments: [String], input: String = "", variables extra: [String: String] = [:]
  ) async throws -> Outcome {
    try await start(Self.executable, arguments, input: input, variables: extra)
  }

  /// Runs paperq and kills it after some seconds, unless it has ended by then; the code is 137 when
  /// it was killed.
  func killed(
    after seconds: Double, _ arguments: [String], variables extra: [String: String] = [:]
  ) async throws -> Outcome {
    try await start(Self.executable, arguments, limit: seconds, variables: extra)
  }

  /// Runs paperq with its output on a terminal, and gives the lines there.
  func onTerminal(_ words: String) async throws -> [String] {
    let outcome = try await start(
      URL(filePath: "/usr/bin/script"),
      ["--quiet", "--return", "--command", "'\(Self.executable.path())' \(words)", "/dev/null"])
    return outcome.output.split(whereSeparator: \.isNewline).map(String.init)
  }

  /// Runs `paperq` with what a shell makes of the rest of its line.
  func throughShell(_ line: String) async throws -> Outcome {
    try await start(
      URL(filePath: "/bin/sh"), ["-c", "\"$0\" \(line)", Self.executable.path()])
  }

  /// Runs a shell script; `$paperq` is the program.
  func script(_ text: String, in words: [String] = []) async throws -> Outcome {
    let command = words + ["/bin/sh", "-c", text]
    return try await start(
      URL(filePath: "/usr/bin/env"), command, variables: ["paperq": Self.executable.path()])
  }

  private func start(
    _ program: URL, _ arguments: [String], input: String = "", limit: Double? = nil,
    variables extra: [String: String] = [:]
  ) async throws -> Outcome {
    let files = try TemporaryFolder()
    for name in ["input", "output", "errors"] {
      try files.write(name == "input" ? input : "", to: name)
    }
    let (environment, folder) = (variables.merging(extra) { $1 }, home.path)
    let words = [program.path(percentEncoded: false)] + arguments
    let (code, duration) = await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        let start = ContinuousClock.now
        let code = ChildProcess.run(
          words, environment: environment, folder: folder, limit: limit,
          input: files.path + "/input",
          output: files.path + "/output", errors: files.path + "/errors")
        continuation.resume(returning: (code, ContinuousClock.now - start))
      }
    }
    var outcome = Outcome(try files.read("output"), errors: try files.read("errors"), code: code)
    outcome.seconds = duration / .seconds(1)
    return outcome
  }
}
