import Papers
import QueueUI
import TerminalGrid
import TestSupport
import Testing

struct PipeTests {
  private let first = ArXivID(literal: "2611.00003")
  private let second = ArXivID(literal: "2611.00002")

  @Test func theCommandIsAskedForAndRun() {
    var app = DrivenApp(.threeUnread, columns: 60, rows: 10)
    app.press("|")
    app.type("jq .title")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly Wha… Lovelace +1  cs.LG
       N    20 Nov  Schrödinger Bridges for… Schrödinger  stat.ML
       N    19 Nov  A Very Large Collaborat… Number1 +8   cs.AI




      | jq .title
       Enter run  Up earlier  Esc leave
      """)
    app.press("Enter")
    #expect(app.takeEffects() == [.pipe(.paper, [first], command: "jq .title")])
    #expect(app.screen.contains("'jq .title' runs; Esc stops it"))
    app.press("j", "r")
    #expect(app.stored.reading(second).state == .read)
    app.press("Esc")
    #expect(app.takeEffects() == [.cancelPipe])
    app.send(.pipeEnded(CommandOutput(command: "jq .title", text: "", end: .cancelled)))
    #expect(app.screen.contains("'jq .title' was stopped"))
    app.press("|", "Up", "Enter")
    #expect(app.takeEffects() == [.pipe(.paper, [second], command: "jq .title")])
  }

  @Test func whatItPrintsIsAScreenOfItsOwn() {
    var app = DrivenApp(.threeUnread, columns: 40, rows: 10)
    let text =
      "one\ttab\r\n\u{1B}[31mred\u{1B}[0m \u{1B}]52;c;eA==\u{7}x\u{202E}\u{9B}\n\n"
      + "a line that is longer than the screen is wide\n\n"
    app.send(.pipeEnded(CommandOutput(command: "cat", text: text, end: .status(0))))
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       | cat
       one     tab
       red x

       a line that is longer than the screen
       is wide

       Inbox                              all
       q back  / filter  ? help
      """)
    app.resize(columns: 60, rows: 12)
    #expect(app.screen.contains("a line that is longer than the screen is wide"))
    app.press("q")
    #expect(app.screen.contains("Attention Is Mostly"))
  }

  @Test func aLongOutputIsScrolled() {
    var app = DrivenApp(.threeUnread, columns: 40, rows: 10)
    let text = (1...100).map { "line \($0)" }.joined(separator: "\n")
    app.send(.pipeEnded(CommandOutput(command: "cat", text: text, end: .cut)))
    #expect(app.screen.contains("'cat' printed more; it was stopped"))
    app.press("G")
    #expect(app.screen.contains("line 100"))
    app.press("g")
    #expect(app.screen.contains("line 1\n"))
  }

  @Test(arguments: [
    (CommandOutput.End.status(0), "'x' is done"), (.status(3), "'x' ended with status 3"),
    (.failed("cannot run 'x': no such file or directory"), "cannot run 'x': no such file"),
  ])
  func aCommandWithoutOutputLeavesALine(end: CommandOutput.End, text: String) {
    var app = DrivenApp(.threeUnread)
    app.send(.pipeEnded(CommandOutput(command: "x", text: " \n", end: end)))
    #expect(app.screen.contains(text))
    #expect(app.screen.contains("Attention Is Mostly"))
  }

  @Test func notesAreGivenToACommandTooAndOneRunsAtATime() {
    var app = DrivenApp(.threeUnread)
    app.press(":")
    app.type("pipe-notes cat")
    app.press("Enter")
    #expect(app.takeEffects() == [])
    #expect(app.screen.contains("2611.00003 has no notes"))
    app.press("a")
    app.type("a note")
    app.press("Enter", "Space", "j", "Space", ":")
    app.type("pipe-notes")
    app.press("Enter")
    #expect(app.screen.contains("notes of 2 papers |"))
    app.type("cat -n")
    app.press("Enter")
    #expect(app.takeEffects() == [.pipe(.notes, [first, second], command: "cat -n")])
    app.press(":")
    app.type("pipe cat")
    app.press("Enter")
    #expect(app.takeEffects() == [])
    #expect(app.screen.contains("'cat -n' still runs; Esc stops it"))
    // The first one takes the message away.
    app.press("Esc", "Esc")
    #expect(app.takeEffects().contains(.cancelPipe))
    // The papers are as they were, and so are their marks.
    #expect(app.screen.split(separator: "\n").count { $0.hasPrefix("+") } == 2)
  }
}
