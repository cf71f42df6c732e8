import Foundation
import Glibc

/// Another program, as a list of words. No shell is ever asked, so that nothing in a word, which may
/// come from a feed, is run.
struct Program: Equatable, Sendable {
  /// The name or path of the program, and its arguments.
  var words: [String]

  init(_ words: [String]) {
    self.words = words
  }

  /// The program with a placeholder in its arguments filled in.
  init(_ words: [String], _ placeholder: String, _ value: String) {
    self.words =
      words.prefix(1) + words.dropFirst().map { $0.replacing(placeholder, with: value) }
  }

  /// Runs the program on this terminal and waits for its end; gives its exit status.
  ///
  /// Interrupts of the keyboard are the program's while it runs.
  func runInForeground(environment: Environment) throws(ProgramError) -> Int32 {
    // Handlers come back as they were: `signal` would forget their flags and masks.
    var ignoring = sigaction()
    ignoring.__sigaction_handler.sa_handler = SIG_IGN
    let replaced = [SIGINT, SIGQUIT].map { number in
      var action = sigaction()
      sigaction(number, &ignoring, &action)
      return (number, action)
    }
    defer {
      for (number, action) in replaced {
        var action = action
        sigaction(number, &action, nil)
      }
    }
    let child = try spawn(environment: environment)
    guard let status = Self.wait(for: child) else {
      throw ProgramError(program: words[0], reason: "it was lost")
    }
    return status
  }

  /// Starts the program in a session of its own, without input and output, and leaves it alone.
  ///
  /// `whenStarted` is told when it has run for a moment or ended well before, for a program that
  /// could be started may yet end at once. `whenFailed` is given the status of one that ends with a
  /// failure within ten seconds, which says that it could not do what it was started for.
  func startInBackground(
    environment: Environment, whenStarted: @escaping @Sendable () -> Void = {},
    whenFailed: @escaping @Sendable (Int32) -> Void = { _ in }
  ) throws(ProgramError) {
    let child = try spawn(environment: environment, streams: Streams())
    let deadline = ContinuousClock.now + .seconds(10)
    // Somebody must wait for it, or it would stay as a zombie as long as paperq runs.
    Thread.detachNewThread {
      let early = Self.wait(for: child, atMost: .milliseconds(500))
      if early ?? 0 == 0 { whenStarted() }
      guard let status = early ?? Self.wait(for: child), status != 0, .now < deadline else {
        return
      }
      whenFailed(status)
    }
  }

  /// That the program ended with a status other than 0.
  func endedEarly(_ status: Int32) -> ProgramError {
    ProgramError(program: words[0], reason: "it ended with status \(status)")
  }

  /// Waits for the end of a program; gives its exit status, or 128 and the number of the signal that
  /// ended it, or nil when it is lost.
  static func wait(for child: pid_t) -> Int32? {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return exitStatus(status)
  }

  /// Like ``wait(for:)``, but for some time only; nil when the program still runs then.
  private static func wait(for child: pid_t, atMost time: Duration) -> Int32? {
    let end = ContinuousClock.now + time
    repeat {
      var status: Int32 = 0
      if waitpid(child, &status, WNOHANG) == child { return exitStatus(status) }
      usleep(10_000)
    } while .now < end
    return nil
  }

  private static func exitStatus(_ status: Int32) -> Int32 {
    let signalNumber = status & 0x7F
    return signalNumber == 0 ? (status >> 8) & 0xFF : 128 + signalNumber
  }

  /// `POSIX_SPAWN_SETSID` of glibc's spawn.h, which Swift does not see without `_GNU_SOURCE`.
  private static let newSession: Int32 = 0x80

  /// Keeps what is open here from the program, which may outlive us: connections above all, which
  /// the system's libraries leave open.
  private static func closeOnExec() {
    guard let folder = opendir("/proc/self/fd") else { return }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let file = Int32(name), file > STDERR_FILENO { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
    }
  }

  /// What a program of a session of its own reads and writes: descriptors, or nil for nothing.
  struct Streams {
    var input: Int32?
    /// For its output and its errors.
    var output: Int32?
  }

  /// Starts the program: on this terminal, or in a session of its own with these streams. The caller
  /// must wait for its end.
  func spawn(
    environment: Environment, streams: Streams? = nil
  ) throws(ProgramError) -> pid_t {
    guard let name = words.first, !words.contains(where: { $0.utf8.contains(0) }) else {
      throw ProgramError(program: words.first ?? "", reason: "its words hold a zero byte")
    }
    var attributes = posix_spawnattr_t()
    var actions = posix_spawn_file_actions_t()
    posix_spawnattr_init(&attributes)
    posix_spawn_file_actions_init(&actions)
    defer {
      posix_spawnattr_destroy(&attributes)
      posix_spawn_file_actions_destroy(&actions)
    }
    // What we ignore would be ignored by the program too.
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for number in [SIGINT, SIGQUIT, SIGPIPE, SIGXFSZ] { sigaddset(&defaults, number) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    Self.closeOnExec()
    // Threads that block signals may start it, and it would keep their mask.
    var unblocked = sigset_t()
    sigemptyset(&unblocked)
    posix_spawnattr_setsigmask(&attributes, &unblocked)
    var flags = Int32(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)
    if let streams {
      flags |= Self.newSession
      for (target, source) in [
        (STDIN_FILENO, streams.input), (STDOUT_FILENO, streams.output),
        (STDERR_FILENO, streams.output),
      ] {
        if let source {
          posix_spawn_file_actions_adddup2(&actions, source, target)
        } else {
          let mode = target == STDIN_FILENO ? O_RDONLY : O_WRONLY
          posix_spawn_file_actions_addopen(&actions, target, "/dev/null", mode, 0)
        }
      }
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var child: pid_t = 0
    let variables = environment.variables.map { "\($0.key)=\($0.value)" }
    let code = words.withCStrings { arguments in
      variables.withCStrings { variables in
        posix_spawnp(&child, name, &actions, &attributes, arguments, variables)
      }
    }
    guard code == 0 else {
      throw ProgramError(program: name, reason: SystemError(code: code).reason)
    }
    return child
  }
}

/// Why another program could not be run.
struct ProgramError: Error, Equatable {
  var program: String
  var reason: String

  var message: String { "cannot run '\(program)': \(reason)" }
}

extension [String] {
  /// Calls `body` with the texts as a list that ends in a null pointer, as C takes them.
  fileprivate func withCStrings<Result>(
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let strings = map { strdup($0) }
    defer { for string in strings { free(string) } }
    return body(strings + [nil])
  }
}
