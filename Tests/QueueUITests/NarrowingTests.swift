import Papers
import QueueUI
import TestSupport
import Testing

/// Screens of which only what has a text is shown: by `/`, and in the help by typing alone.
struct NarrowingTests {
  private func messages(columns: Int = 60, rows: Int = 10) -> DrivenApp {
    var app = DrivenApp(.threeUnread, columns: columns, rows: rows)
    app.send(.reported("cannot export to '/x': no space left", isError: true))
    app.press("F9", "*", "u", "M")
    return app
  }

  @Test func messagesAreNarrowedAsTheTextIsTyped() {
    var app = messages()
    app.press("/")
    app.type("EXP")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       Messages with 'EXP'
       12:00 cannot export to '/x': no space left





      /EXP
       Enter keep  Esc drop
      """)
    app.type("?")
    #expect(app.screen.contains("\n no message has this\n"))
    app.press("Backspace", "Enter", "j", "k")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       Messages with 'EXP'
       12:00 cannot export to '/x': no space left





       Inbox                                                  all
       q back  / filter  ? help
      """)
    app.press("q")
    #expect(app.screen.contains("1/3"))
  }

  @Test func escapeDropsWhatIsTypedAndLeavesTheScreenOnlyAfterThat() {
    var app = messages()
    app.press("/", "E", "X", "P", "Esc")
    #expect(app.screen.contains("\n Messages, the newest first\n"))
    app.press("/", "e", "x", "Enter", "/", "p", "Esc")
    #expect(app.screen.contains("\n Messages with 'ex'\n"))
    app.press("Esc")
    #expect(app.screen.contains("1/3"))
  }

  @Test func whatIsNarrowedScrollsWhileTheTextIsTyped() {
    var app = messages(columns: 40, rows: 10)
    for number in 1...9 { app.send(.reported("message \(number)", isError: false)) }
    app.press("/", "m", "e", "s")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       Messages with 'mes'
       12:00 message 9
       12:00 message 8
       12:00 message 7
       12:00 message 6
       12:00 message 5
       12:00 message 4
      /mes
       Enter keep  Esc drop  Down scroll
      """)
    app.press("Down")
    #expect(app.screen.contains(" message 3\n/mes\n Enter keep  Esc drop  Down scroll"))
    app.press("PgDn")
    #expect(app.screen.contains(" message 1\n/mes\n Enter keep  Esc drop"))
    app.press("Enter")
    #expect(app.screen.hasSuffix("end\n q back  / filter  ? help"))
    app.press("g")
    #expect(app.screen.hasSuffix("top\n q back  Space more  / filter  ? help"))
  }

  @Test func sourcesAreNarrowedToThoseThatHaveTheText() {
    var app = DrivenApp(.threeUnread, columns: 60, rows: 12)
    app.press("s")
    app.send(
      .sourcesRead([
        SourceReport(name: "learning", papers: 4, summary: "cat:cs.LG, 7 days", lines: ["gap"]),
        SourceReport(name: "canon", papers: 1, summary: "2 papers", lines: []),
      ]))
    app.run("search GAP")
    #expect(app.screen.contains("\n Sources with 'GAP'  R fetches these\n\n learning  4 papers\n"))
    #expect(!app.screen.contains("canon"))
    app.press("/", "x")
    #expect(app.screen.contains("\n no source has this\n"))
  }

  @Test func whatACommandPrintedIsNarrowedToItsLines() {
    var app = DrivenApp(.threeUnread, columns: 40, rows: 10)
    app.send(
      .pipeEnded(
        CommandOutput(command: "ls", text: "One\ntwo\nanother one", end: .status(0))))
    app.press("/", "o", "n", "e", "Enter")
    #expect(app.screen.contains("\n | ls  lines with 'one'\n One\n another one\n\n"))
    app.press("/", "x")
    #expect(app.screen.contains("\n no line has this\n"))
  }

  @Test func lettersNarrowTheHelpAndEscapeLeavesItAtOnce() {
    var app = DrivenApp(.threeUnread, columns: 40, rows: 10)
    app.press("?")
    #expect(app.screen.hasSuffix("top\n type to filter  Esc back  PgDn more"))
    app.type("star")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       Keys with 'star'
       i           start reading, or stop
       *           star, or no star

       Marks of the list
       * starred

      /star
       Enter keep  Esc leave
      """)
    app.press("Enter", "Esc")
    #expect(app.screen.contains("1/3"))
  }

  @Test(arguments: ["?", "Esc", "Left"])
  func theHelpIsLeftByItsOwnKeyToo(key: String) {
    var app = DrivenApp(.threeUnread)
    app.press("?", key)
    #expect(app.screen.contains("1/3"))
    #expect(app.takeEffects() == [])
    app.press("?", "^C")
    #expect(app.takeEffects().last == .quit)
  }

  @Test func theLetterThatLeavesOtherScreensMayBeginAWordAndLeavesWhenPressedAgain() {
    var app = DrivenApp(.threeUnread, columns: 60, rows: 10)
    app.press("*", "?")
    app.type("que")
    #expect(app.screen.contains("\n Keys with 'que'\n"))
    app.press("Esc", "?", "q")
    #expect(app.screen.hasSuffix("\n/q\n q again leaves  Enter keep  Esc leave  Down scroll"))
    app.press("q")
    #expect(app.screen.contains("1/3"))
    #expect(app.stored.reading(ArXivID(literal: "2611.00003")).star)
    #expect(app.takeEffects() == [])
    app.press("?", "s", "s", "q", "q")
    #expect(app.screen.contains("\n Keys with 'ssqq'\n"))
  }

  @Test func behindASlashEveryLetterIsText() {
    var app = DrivenApp(.threeUnread)
    app.press("?", "/")
    app.type("quit")
    #expect(app.screen.contains("\n Keys with 'quit'\n"))
    #expect(app.screen.contains("  quit"))
  }

  @Test func aPasteIntoTheHelpNarrowsIt() {
    var app = DrivenApp(.threeUnread)
    app.press("?")
    app.send(.pasted("queue"))
    #expect(app.screen.contains("\n Keys with 'queue'\n"))
  }

  @Test func aLetterMayBeBoundInTheHelp() throws {
    let map = try KeyMap(preset: "vim", bindings: ["help": ["j": "move-down"]])
    var app = DrivenApp(.threeUnread, rows: 10, options: { $0.keyMap = map })
    app.press("?", "j")
    #expect(!app.screen.contains("Marks of the list"))
    app.press("w", "j")
    #expect(app.screen.contains("\n Keys with 'wj'\n"))
  }
}
