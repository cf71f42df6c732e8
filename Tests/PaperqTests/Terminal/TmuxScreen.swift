import Foundation
import Glibc
import TestSupport
import Testing

/// The built paperq in a real terminal: tmux draws it, presses keys and reads the screen.
///
/// Each has a tmux server of its own, which ends with it.
final class TmuxScreen {
  private let socket = "paperq-test-\(UUID().uuidString)"
  private let program: BuiltProgram

  /// Starts paperq and waits for nothing.
  init(
    _ program: BuiltProgram, _ arguments: [String] = [], columns: Int = 100, rows: Int = 24,
    variables: [String: String] = [:]
  ) throws {
    self.program = program
    let words = [BuiltProgram.executable.path()] + arguments
    let assignments = program.variables.merging(variables) { $1 }
      .map { Self.quoted("\($0.key)=\($0.value)") }
    // Stopped by a key, it goes on at Enter, as `fg` of a shell would have it; what the shell itself
    // says of that is erased.
    let line =
      "set -m; env -i TERM=tmux-256color \(assignments.joined(separator: " "))"
      + " \(words.map(Self.quoted).joined(separator: " ")); code=$?;"
      + " while [ $code -eq 148 ]; do"
      + " printf '\\033[H\\033[2Jstopped\\r\\n'; read line; fg >/dev/null; code=$?; done;"
      + " printf '\\r\\nended %s\\r\\n' $code; read line"
    try tmux("-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", line)
    try tmux("set-option", "-g", "remain-on-exit", "on")
  }

  deinit {
    _ = try? tmux("kill-server")
  }

  /// The screen as text, a line a row.
  var screen: String {
    get throws { try tmux("capture-pane", "-p") }
  }

  /// Presses keys by tmux's names: `j`, `Enter`, `C-d`, `Escape`.
  func press(_ keys: String...) throws {
    for key in keys { try tmux("send-keys", key) }
  }

  /// Presses keys as fast as a terminal can send them.
  func pressAtOnce(_ keys: [String]) throws {
    try run(["send-keys"] + keys)
  }

  /// Types a text as it is.
  func type(_ text: String) throws {
    try tmux("send-keys", "-l", "--", text)
  }

  /// Pastes a text, marked as pasted, its line breaks as they are.
  func paste(_ text: String) throws {
    try tmux("set-buffer", "-b", "pasted", "--", text)
    try tmux("paste-buffer", "-p", "-r", "-b", "pasted")
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// Kills paperq as a crash or the system would, with nothing it could do about it.
  func kill() throws {
    #expect(Glibc.kill(try process, SIGKILL) == 0)
  }

  /// The number of paperq's process.
  var process: pid_t {
    get throws {
      let shell = try tmux("display-message", "-p", "#{pane_pid}")
        .trimmingCharacters(in: .whitespacesAndNewlines)
      let children = try String(
        contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
      return try #require(children.split(separator: " ").first.flatMap { pid_t($0) })
    }
  }

  /// Waits until the screen is as wanted; fails with the screen when that takes too long.
  @discardableResult
  func wait(
    for wanted: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    try await wait(sourceLocation: sourceLocation) { screen in
      wanted.allSatisfy(screen.contains)
    }
  }

  /// Waits until paperq has taken in what was sent, also where no screen shows it: the line has the
  /// window's size, which tmux tells it with a delay, nothing is left of the input, and at two looks
  /// no thread does anything.
  func waitUntilIdle(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let name = try tmux("display-message", "-p", "#{pane_tty}")
    let wanted = try tmux("display-message", "-p", "#{pane_height} #{pane_width}")
      .split(whereSeparator: \.isWhitespace).compactMap { UInt16($0) }
    let line = open(name.trimmingCharacters(in: .newlines), O_RDONLY | O_NOCTTY | O_NONBLOCK)
    defer { close(line) }
    let threads = "/proc/\(try process)/task"
    var looks = 0
    try await wait(sourceLocation: sourceLocation) { _ in
      var size = winsize()
      let isSized =
        ioctl(line, UInt(TIOCGWINSZ), &size) == 0 && [size.ws_row, size.ws_col] == wanted
      var bytes: Int32 = 0
      let isTaken = ioctl(line, UInt(FIONREAD), &bytes) == 0 && bytes == 0
      let states = (try? FileManager.default.contentsOfDirectory(atPath: threads))?.map { thread in
        let stat = try? String(contentsOfFile: "\(threads)/\(thread)/stat", encoding: .utf8)
        return stat?.split(separator: ")").last?.split(separator: " ").first
      }
      looks = isSized && isTaken && states?.allSatisfy { $0 == "S" } == true ? looks + 1 : 0
      return looks == 2
    }
  }

  /// Waits until a condition holds of the screen.
  @discardableResult
  func wait(
    sourceLocation: SourceLocation = #_sourceLocation, until isWanted: (String) -> Bool
  ) async throws -> String {
    let deadline = Patience.end(afterSeconds: 30)
    while true {
      let screen = try screen
      if isWanted(screen) { return screen }
      if ContinuousClock.now > deadline {
        Issue.record("the screen does not come:\n\(screen)", sourceLocation: sourceLocation)
        throw CancellationError()
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// Runs a tmux command and gives what it prints.
  ///
  /// Not by Foundation's `Process`, which waits for every program that inherits its descriptors, and
  /// so for the server that the first command leaves behind.
  @discardableResult
  private func tmux(_ arguments: String...) throws -> String { try run(arguments) }

  @discardableResult
  private func run(_ arguments: [String]) throws -> String {
    let files = try TemporaryFolder()
    try files.write("", to: "output")
    _ = ChildProcess.run(
      ["/usr/bin/env", "tmux", "-u", "-L", socket] + arguments,
      environment: ["PATH": "/usr/bin:/bin:/usr/local/bin", "LC_ALL": "C.UTF-8"],
      output: files.path + "/output")
    return try files.read("output")
  }

  private static func quoted(_ word: String) -> String {
    "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
