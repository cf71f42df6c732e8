import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

/// The built paperq on a terminal that the test holds: it can leave the output unread, change the
/// size, hang up, and compare the settings of the line with those before.
///
/// Output is read only while something is waited for. Nothing waits for a time to pass, only for
/// what is wanted, and at most for half a minute.
final class PseudoTerminal {
  private(set) var screen: VirtualScreen
  /// All that was written to the terminal and read here.
  private(set) var output: [UInt8] = []
  /// The number of the process that was started.
  let process: pid_t
  private let master: Int32
  private let settings: termios
  private var isOpen = true
  private var status: Int32?

  /// Starts paperq, or the words of another program.
  init(
    _ program: BuiltProgram, words: [String]? = nil, term: String? = "xterm-256color",
    rows: Int = 24, columns: Int = 80, variables: [String: String] = [:]
  ) throws {
    screen = VirtualScreen(rows: rows, columns: columns, wrapsAtOnce: term == "ansi")
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    try #require(master >= 0)
    // TIOCSPTLCK and TIOCGPTN, by which unlockpt and ptsname are made, which Swift does not see.
    var (lock, number): (Int32, UInt32) = (0, 0)
    try #require(ioctl(master, 0x4004_5431, &lock) == 0 && ioctl(master, 0x8004_5430, &number) == 0)
    let name = "/dev/pts/\(number)"
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    var before = termios()
    try #require(tcgetattr(master, &before) == 0)
    settings = before
    Self.setSize(master, rows: rows, columns: columns)

    var environment = program.variables.merging(variables) { $1 }
    environment["TERM"] = term
    // Swift's own handler would ask on the terminal what to do about a crash.
    environment["SWIFT_BACKTRACE"] = "enable=no"
    process = try Self.spawn(
      words ?? [BuiltProgram.executable.path()], environment: environment, terminal: name)
  }

  deinit {
    if status == nil {
      Glibc.kill(process, SIGKILL)
      Glibc.kill(process, SIGCONT)
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
    if isOpen { close(master) }
  }

  private static func spawn(
    _ words: [String], environment: [String: String], terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Whoever leads a session takes the first terminal that it opens.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // The last is POSIX_SPAWN_SETSID, which Swift does not see.
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | 0x80))
    let arguments = words.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for string in arguments + variables { free(string) } }
    var child: pid_t = 0
    let code = ChildProcess.beginning.withLock { _ in
      posix_spawn(&child, words[0], &actions, &attributes, arguments, variables)
    }
    try #require(code == 0)
    return child
  }

  // MARK: - Doing something

  /// Sends bytes as the terminal would; reads nothing meanwhile, and gives how many were taken.
  @discardableResult
  func offer(_ bytes: some Collection<UInt8>) -> Int {
    max(0, Array(bytes).withUnsafeBytes { write(master, $0.baseAddress, $0.count) })
  }

  /// Waits until the line has room for keys; false when it is still full when the time is over.
  func takesKeys(within milliseconds: Int32) -> Bool {
    var polled = pollfd(fd: master, events: Int16(POLLOUT), revents: 0)
    return poll(&polled, 1, milliseconds) > 0 && polled.revents & Int16(POLLOUT) != 0
  }

  /// Sends all bytes, reading what comes meanwhile.
  func send(_ bytes: some Collection<UInt8>) async throws {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      rest = rest.dropFirst(offer(rest.prefix(4096)))
      if !rest.isEmpty { try await pump { _ in true } }
    }
  }

  func type(_ text: String) async throws { try await send(text.utf8) }

  func resize(rows: Int, columns: Int) {
    screen.resize(rows: rows, columns: columns)
    Self.setSize(master, rows: rows, columns: columns)
  }

  private static func setSize(_ master: Int32, rows: Int, columns: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  func signal(_ number: Int32) { Glibc.kill(process, number) }

  /// Goes away, as a window that is closed does.
  func hangUp() {
    close(master)
    isOpen = false
  }

  // MARK: - Looking

  /// Whether the settings of the line are those of the beginning.
  var hasSettingsOfBefore: Bool {
    var now = termios()
    guard tcgetattr(master, &now) == 0 else { return false }
    return withUnsafeBytes(of: now) { now in
      withUnsafeBytes(of: settings) { $0.elementsEqual(now) }
    }
  }

  /// Puts the settings of the beginning in place, as a shell does when a program was stopped.
  func takeLine() {
    var settings = settings
    tcsetattr(master, TCSANOW, &settings)
  }

  /// Waits until the screen shows something.
  func wait(
    for wanted: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    try await wait(sourceLocation: sourceLocation) { screen in
      let text = screen.text
      return wanted.allSatisfy(text.contains)
    }
  }

  func wait(
    sourceLocation: SourceLocation = #_sourceLocation, until isWanted: (VirtualScreen) -> Bool
  ) async throws {
    try await pump(sourceLocation: sourceLocation) { isWanted($0.screen) }
  }

  /// Waits until nothing more is written between `looks` looks at it, or, where looks are rare, in five
  /// seconds.
  func rest(looks: Int = 10, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    var (count, polls, changed) = (-1, 0, ContinuousClock.now)
    try await pump(sourceLocation: sourceLocation) { terminal in
      if terminal.output.count != count { (polls, changed) = (-1, .now) }
      polls += 1
      count = terminal.output.count
      return polls == looks || polls > 1 && ContinuousClock.now > changed + .seconds(5)
    }
  }

  /// Waits for the end; gives the exit status, or 128 and the number of the signal.
  func end(sourceLocation: SourceLocation = #_sourceLocation) async throws -> Int32 {
    try await pump(sourceLocation: sourceLocation) { $0.hasEnded }
    while readOnce() {}
    let status = try #require(status)
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// Whether the process has ended.
  var hasEnded: Bool {
    if status != nil { return true }
    var found: Int32 = 0
    guard waitpid(process, &found, WNOHANG) == process else { return false }
    status = found
    return true
  }

  /// Reads until a condition holds. Other tests go on meanwhile.
  private func pump(
    sourceLocation: SourceLocation = #_sourceLocation, until isDone: (PseudoTerminal) -> Bool
  ) async throws {
    let deadline = Patience.end(afterSeconds: 30)
    while true {
      while readOnce() {}
      if isDone(self) { return }
      guard .now < deadline else {
        Issue.record("it does not come:\n\(screen.text)", sourceLocation: sourceLocation)
        throw CancellationError()
      }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// Takes in what is there; false when nothing is.
  private func readOnce() -> Bool {
    guard isOpen else { return false }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    output += bytes[..<count]
    screen.feed(bytes[..<count])
    return true
  }
}
