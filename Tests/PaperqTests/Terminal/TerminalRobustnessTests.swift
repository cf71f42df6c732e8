import Foundation
import Glibc
import Testing

/// The real program on terminals of all kinds, and what may happen to them.
@Suite(.serialized) struct TerminalRobustnessTests {
  private let program: BuiltProgram

  init() throws {
    program = try BuiltProgram()
    try program.configure(#"{"refreshOnStart": false, "mouse": true}"#)
  }

  private func begin(
    words: [String]? = nil, term: String = "xterm-256color", rows: Int = 24, columns: Int = 80
  ) async throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      program, words: words, term: term, rows: rows, columns: columns)
    // The counts of the tabs come last.
    try await terminal.wait(for: "1/28", "All 28", "first fetch of")
    return terminal
  }

  private func expectRestored(
    _ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(terminal.hasSettingsOfBefore, sourceLocation: sourceLocation)
    #expect(terminal.screen.isRestored, sourceLocation: sourceLocation)
    #expect(terminal.screen.unknown == [], sourceLocation: sourceLocation)
  }

  /// The text of a note that was being typed, as the next run would find it.
  private func draft() throws -> Bool {
    try program.home.read(".local/state/paperq/session.json").contains("half a thought")
  }

  // MARK: - Kinds of terminals

  /// Entries of terminals that are not everywhere in the database, by what matters here.
  private static let entries = """
    alacritty|alacritty terminal emulator, XT@, use=xterm-256color,
    xterm-kitty|KovIdTTY, XT@, khome=\\EOH, kend=\\EOF, bce@, ccc@, initc@, smcup=\\E[?1049h,
      rmcup=\\E[?1049l, use=xterm-256color,

    """

  @Test(arguments: [
    "xterm", "xterm-256color", "tmux-256color", "screen", "screen-256color", "linux", "alacritty",
    "xterm-kitty", "vt100", "vt220", "ansi",
  ])
  func everyKindOfTerminalIsDrawnOnAndRestored(term: String) async throws {
    var program = program
    if ["alacritty", "xterm-kitty"].contains(term) {
      try program.home.write(Self.entries, to: "entries.ti")
      let made = try await program.script("tic -x -o $HOME/.terminfo $HOME/entries.ti")
      #expect(made.code == 0, "\(made.errors)")
    }
    program.variables["TERMINFO"] = nil
    let terminal = try PseudoTerminal(program, term: term)
    try await terminal.wait(for: "1 Inbox", "All 28", "1/28", "Enter open", "first fetch of")
    let before = terminal.screen.text
    try await terminal.type("j")
    try await terminal.wait(for: "2/28")
    try await terminal.type("\u{1B}[A")
    try await terminal.wait { $0.text == before }
    try await terminal.type("?")
    try await terminal.wait(for: "Keys of the list")
    try await terminal.type("\u{1B}")
    try await terminal.wait { $0.text == before }
    try await terminal.type("Q")
    #expect(try await terminal.end() == 0)
    expectRestored(terminal)
  }

  @Test(
    arguments: [
      ("dumb", "cannot show the screen on 'dumb': its cursor cannot be moved"),
      ("no-such", "cannot show the screen on 'no-such': the terminal is not known on this system"),
      ("", "cannot show the screen: TERM is not set"),
      (nil, "cannot show the screen: TERM is not set"),
    ] as [(String?, String)])
  func whereNothingCanBeDrawnALineSaysSo(term: String?, reason: String) async throws {
    let terminal = try PseudoTerminal(program, term: term)
    #expect(try await terminal.end() == 64)
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(
      text == "paperq: \(reason); set TERM to the name of yours, e.g. xterm-256color\r\n")
    expectRestored(terminal)
  }

  // MARK: - Signals and the end

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func whoIsAskedToEndKeepsTheDraft(number: Int32) async throws {
    let terminal = try await begin()
    try await terminal.type("ahalf a thought")
    try await terminal.wait(for: "half a thought")
    terminal.signal(number)
    #expect(try await terminal.end() == 0)
    expectRestored(terminal)
    #expect(try draft())
  }

  @Test(arguments: [
    SIGQUIT, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM,
    SIGPROF,
    SIGXCPU, SIGIO,
  ])
  func whateverKillsItTheTerminalIsRestored(number: Int32) async throws {
    let terminal = try await begin()
    terminal.signal(number)
    #expect(try await terminal.end() == 128 + number)
    expectRestored(terminal)
  }

  @Test(arguments: ["", "trap '' HUP; "])
  func aTerminalThatGoesAwayEndsIt(beginning: String) async throws {
    let path = BuiltProgram.executable.path()
    let terminal = try await begin(words: ["/bin/sh", "-c", beginning + "exec '\(path)'"])
    try await terminal.type("ahalf a thought")
    try await terminal.wait(for: "half a thought")
    terminal.hangUp()
    #expect(try await terminal.end() == 0)
    #expect(try draft())
  }

  @Test func aStoppedProgramGivesTheTerminalBackAndTakesItAgain() async throws {
    let path = BuiltProgram.executable.path()
    let terminal = try await begin(words: [
      "/bin/sh", "-c",
      "set -m; '\(path)'; echo stopped; read line; fg >/dev/null; echo ended $?; read line",
    ])
    let before = terminal.screen.text
    try await terminal.type("\u{1A}")
    try await terminal.wait { $0.text.contains("stopped") && $0.isRestored }
    #expect(terminal.hasSettingsOfBefore)
    terminal.resize(rows: 30, columns: 100)
    try await terminal.type("\n")
    try await terminal.wait(for: "1/28")
    terminal.resize(rows: 24, columns: 80)
    try await terminal.wait { $0.text == before }
    try await terminal.type("Q")
    try await terminal.wait(for: "ended 0")
    expectRestored(terminal)
  }

  @Test func afterAStopFromOutsideTheTerminalIsTakenAgain() async throws {
    let terminal = try await begin()
    let before = terminal.screen.text
    terminal.signal(SIGSTOP)
    // What a shell would do meanwhile.
    terminal.takeLine()
    terminal.signal(SIGCONT)
    try await terminal.type("j")
    try await terminal.wait(for: "2/28")
    try await terminal.type("k")
    try await terminal.wait { $0.text == before }
    try await terminal.type("Q")
    #expect(try await terminal.end() == 0)
    expectRestored(terminal)
  }

  // MARK: - Much at once

  @Test func aStormOfSizesLeavesAWholeScreen() async throws {
    let terminal = try await begin()
    let before = terminal.screen.text
    var dice = SystemRandomNumberGenerator()
    for round in 1...300 {
      terminal.resize(
        rows: .random(in: 1...60, using: &dice), columns: .random(in: 1...200, using: &dice))
      if round.isMultiple(of: 20) { try await terminal.type("j") }
      if round.isMultiple(of: 20) { try await terminal.type("k") }
    }
    terminal.resize(rows: 24, columns: 80)
    try await terminal.wait { $0.text == before }
    try await terminal.type("Q")
    #expect(try await terminal.end() == 0)
    expectRestored(terminal)
  }

  /// Asks for repaints and reads none, until the program waits for us and the line is full.
  private func fill(_ terminal: PseudoTerminal) {
    while terminal.takesKeys(within: 200) { terminal.offer(Array(repeating: 0x0C, count: 64)) }
  }

  @Test func aTerminalThatTakesNoOutputLosesNoKeyAndCostsNoMemory() async throws {
    let terminal = try await begin(rows: 60, columns: 200)
    fill(terminal)
    try await terminal.type("G")
    try await terminal.wait(for: "28/28")
    try await terminal.type("Q")
    #expect(try await terminal.end() == 0)
    expectRestored(terminal)
  }

  @Test func aProgramThatWaitsForItsTerminalCanBeEnded() async throws {
    let terminal = try await begin(rows: 60, columns: 200)
    fill(terminal)
    let deadline = ContinuousClock.now.advanced(by: .seconds(20))
    while !terminal.hasEnded, .now < deadline {
      terminal.signal(SIGTERM)
      try await Task.sleep(for: .milliseconds(10))
    }
    #expect(terminal.hasEnded)
    #expect(terminal.hasSettingsOfBefore)
  }

  @Test func anyBytesLeaveAProgramThatWorks() async throws {
    let terminal = try await begin()
    let before = terminal.screen.text
    let noise: [[UInt8]] = [
      Array(0x80...0xFF), [0xC3, 0x28, 0xE2, 0x82, 0xF0, 0x9F, 0xED, 0xA0, 0x80],
      Array("\u{1B}[<0;99999999999999999999;3M\u{1B}[<64;0;0M\u{1B}[<".utf8) + [0x4D],
      Array("\u{1B}[999999999999999999999;1~\u{1B}[\(String(repeating: ";9", count: 5000))u".utf8),
      Array("\u{1B}P1$r0m\u{1B}\\\u{1B}]11;rgb:0000/0000/0000\u{1B}\\".utf8),
    ]
    for bytes in noise { try await terminal.send(bytes) }
    // Keys in pieces: Down, Up, and a character of three bytes in a prompt.
    for byte in "\u{1B}[B\u{1B}OA".utf8 { try await terminal.send([byte]) }
    try await terminal.type("\u{1B}")
    try await terminal.wait(for: "nothing to leave")
    try await terminal.type(":")
    try await terminal.wait(for: "\n:")
    for byte in "拡é".utf8 { try await terminal.send([byte]) }
    try await terminal.wait(for: ":拡é")
    for (count, shown) in [(1_000_000, "would have 1000002 characters"), (10_000, "xxxxxxxxxx")] {
      try await terminal.send(Array("\u{1B}[200~".utf8) + Array(repeating: 0x78, count: count))
      try await terminal.send("\u{1B}[201~".utf8)
      try await terminal.wait(for: shown)
    }
    try await terminal.send([0x15])
    try await terminal.wait { !$0.text.contains("xxxxxxxxxx") }
    try await terminal.type("\u{1B}")
    try await terminal.wait { !$0.text.contains("\n:") }
    try await terminal.type("gg1")
    try await terminal.type("5")
    try await terminal.wait { $0.text == before }
    try await terminal.type("Q")
    #expect(try await terminal.end() == 0)
    expectRestored(terminal)
  }
}
