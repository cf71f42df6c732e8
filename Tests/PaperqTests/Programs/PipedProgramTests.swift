import Glibc
import Testing

@testable import paperq

struct PipedProgramTests {
  private let environment = Environment(["PATH": "/usr/bin:/bin"])

  init() {
    // As the program does.
    signal(SIGPIPE, SIG_IGN)
  }

  private func run(
    _ words: String..., input: String = "", limit: Int? = 1 << 20, seconds: Int? = 20
  ) throws -> PipedProgram.Outcome {
    try PipedProgram(Program(words), environment: environment)
      .run(input: Array(input.utf8), outputLimit: limit, seconds: seconds)
  }

  @Test func theTextIsReadAndWhatIsPrintedComesBack() throws {
    #expect(try run("cat", input: "α\n") == .init(end: .status(0), output: Array("α\n".utf8)))
    let outcome = try run("sh", "-c", "cat; echo no >&2; exit 3", input: "yes\n")
    #expect(outcome == .init(end: .status(3), output: Array("yes\nno\n".utf8)))
    #expect(try run("sh", "-c", "kill -9 $$").end == .status(137))
  }

  @Test func muchInputAndOutputDoNotWaitForEachOther() throws {
    let text = String(repeating: "0123456789abcde\n", count: 100_000)
    let outcome = try run("cat", input: text, limit: 1 << 24)
    #expect(outcome.end == .status(0))
    #expect(outcome.output == Array(text.utf8))
  }

  @Test func aProgramThatDoesNotReadIsNoFailure() throws {
    let text = String(repeating: "x", count: 1 << 20)
    #expect(try run("true", input: text) == .init(end: .status(0)))
    #expect(try run("head", "-c", "3", input: text).output == Array("xxx".utf8))
  }

  @Test func endlessOutputIsCut() throws {
    let outcome = try run("yes", limit: 1001)
    #expect(
      outcome
        == .init(end: .cut, output: Array(String(repeating: "y\n", count: 501).utf8.prefix(1001))))
  }

  @Test func whoTakesTooLongIsStopped() throws {
    #expect(try run("sleep", "1000", seconds: 0).end == .outOfTime)
    // One that does not listen, too.
    #expect(try run("sh", "-c", "trap '' TERM; sleep 1000", seconds: 0).end == .outOfTime)
  }

  @Test func whatItStartedIsStoppedThoughItDoesNotListen() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/fifo"
    #expect(mkfifo(path, 0o600) == 0)
    let fifo = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    defer { close(fifo) }
    // The program itself ends when it is asked; what it started has the pipe open until it is killed.
    let stubborn = "trap '' TERM; echo begun >&2; exec sleep 60"
    let outcome = try run(
      "sh", "-c", "sh -c \"$1\" >\"$2\" & exec sleep 60", "sh", stubborn, path, limit: 1)
    #expect(outcome.end == .cut)
    var polled = pollfd(fd: fifo, events: Int16(POLLIN), revents: 0)
    #expect(poll(&polled, 1, 10_000) == 1)
    #expect(Int32(polled.revents) & POLLHUP != 0)
  }

  @Test func theUserStopsIt() throws {
    let program = try PipedProgram(Program(["sleep", "1000"]), environment: environment)
    program.cancel()
    #expect(try program.run(input: [], outputLimit: 10).end == .cancelled)
  }

  @Test func whatGoesOnInTheBackgroundIsNotWaitedFor() throws {
    let outcome = try run("sh", "-c", "sleep 1000 & echo begun; exit 0")
    #expect(outcome == .init(end: .status(0), output: Array("begun\n".utf8)))
  }

  @Test func itHasNoTerminal() throws {
    #expect(
      try run("sh", "-c", "exec 2>/dev/null; true </dev/tty && echo tty || echo none").output
        == Array("none\n".utf8))
  }

  @Test(arguments: [
    ("jq -r .title", ["jq", "-r", ".title"]),
    ("grep 'two words'", ["grep", "two words"]),
    ("jq '.a | .b'", ["/bin/zsh", "-c", "jq '.a | .b'"]),
    ("cat > ~/x", ["/bin/zsh", "-c", "cat > ~/x"]),
    ("echo $HOME", ["/bin/zsh", "-c", "echo $HOME"]),
    ("it's", ["/bin/zsh", "-c", "it's"]),
  ])
  func onlyShellLinesGoToAShell(line: String, words: [String]) {
    let program = TypedCommand(line).program(environment: Environment(["SHELL": "/bin/zsh"]))
    #expect(program.words == words)
  }
}
