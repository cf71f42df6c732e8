import Papers
import QueueUI
import TerminalGrid
import TestSupport
import Testing

/// The line behind `:`.
struct CommandLineTests {
  @Test(arguments: [
    ("3", "3/30"), ("$", "30/30"), ("+5", "6/30"), ("-5", "1/30"), ("0", "1/30"), (" 12 ", "12/30"),
    ("99999999999999999999", "30/30"), ("-99999999999999999999", "1/30"),
  ])
  func aNumberGoesToItsRow(line: String, place: String) {
    var app = DrivenApp(.many(30))
    app.run(line)
    #expect(app.screen.contains(place))
  }

  @Test func aRowOfThePagesListIsItsPage() {
    var app = DrivenApp(.threeUnread)
    app.press("Enter")
    app.run("3")
    #expect(app.screen.contains(" A Very Large Collaboration Reports Its First Results\n"))
    app.run("-1")
    app.press("q")
    #expect(app.screen.contains("2/3"))
  }

  @Test func whatFitsIsShownWithItsHelpWhileTyping() {
    var app = DrivenApp(.threeUnread, columns: 80, rows: 16)
    app.press(":")
    app.type("next")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly What You Need           Lovelace +1   cs.LG
       N    20 Nov  Schrödinger Bridges for 拡散モデル with α-… Schrödinger   stat.ML
       N    19 Nov  A Very Large Collaboration Reports Its Fir… Number1 +8    cs.AI




      ────────────────────────────────────────────────────────────────────────────────
      Attention Is Mostly What You Need
      ──────────────────────────────────────────────────────────────────────────── 3 ─
       next-unread  next unread paper
       next-view    next view
       next-match   next match
      :next
       Enter run  Tab complete  Up earlier  Esc leave
      """)
    app.press("Tab", "Tab")
    #expect(app.screen.contains("─ 2 of 3 ─"))
    #expect(app.screen.hasSuffix("\n:next-view\n next-view: next view"))
    app.press("Enter")
    #expect(app.screen.contains("No papers in Queue."))
  }

  @Test func fortyColumnsAndTenRowsShowThreeWords() {
    var app = DrivenApp(.threeUnread, columns: 40, rows: 10)
    app.press(":")
    app.type("toggle-")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly What …
       N    20 Nov  Schrödinger Bridges for …
       N    19 Nov  A Very Large Collaboratio…
      ──────────────────────────────────── 7 ─
       toggle-read       read, or unread agai
       toggle-queued     want to read: into t
       toggle-reading    start reading, or st
      :toggle-
       Enter run  Tab complete  Esc leave
      """)
    app.press("Shift-Tab")
    #expect(app.screen.contains("─ 7 of 7 ─"))
    #expect(app.screen.contains("\n toggle-mark  "))
  }

  @Test func aWordInTheMiddleOfANameFindsIt() {
    var app = DrivenApp(.threeUnread)
    app.press(":")
    app.type("star")
    app.press("Tab", "Enter")
    #expect(app.stored.reading(ArXivID(literal: "2611.00003")).star)
  }

  @Test func argumentsAreCompletedToo() {
    var app = DrivenApp(.threeUnread)
    app.press(":")
    app.type("show-view st")
    app.press("Tab", "Enter")
    #expect(app.screen.contains("No papers in Starred."))
    app.press(":")
    app.type("set-depth ")
    app.press("Tab", "Tab", "Tab")
    #expect(app.screen.contains("\n 2  read\n"))
    #expect(app.screen.contains("set-depth [0-3]: how well it was understood, 0 to 3"))
    app.press("Esc", ":")
    app.type("filter is:")
    #expect(app.screen.contains("\n is: "))
  }

  @Test func aMistakeStaysInThePromptWithTheCursorBehindIt() throws {
    var app = DrivenApp(.threeUnread)
    app.press(":")
    app.type("togle-star")
    app.press("Enter")
    #expect(
      app.screen.hasSuffix(
        "\n:togle-star\n unknown action 'togle-star'; did you mean 'toggle-star'?"))
    #expect(app.state.rendered().cursor == Position(row: 22, column: 11))
    app.press("Tab", "Enter")
    #expect(app.stored.reading(ArXivID(literal: "2611.00003")).star)
  }

  @Test(arguments: [
    ("filter cat:cs.LG xyz:3 au:me", 23, "column 11: unknown field 'xyz'"),
    ("fetch learning nowhre canon", 22, "there is no source 'nowhre'"),
    ("sort  size", 11, "cannot sort by 'size'"),
    ("show-view", 10, "'show-view' takes the number or name of a view"),
    ("12 monkeys", 11, "row '12' takes nothing after it"),
    ("nonsense behind", 9, "unknown action 'nonsense'"),
  ])
  func theCursorIsBehindTheWordAtFault(line: String, column: Int, remark: String) {
    var app = DrivenApp(.threeUnread)
    app.run(line)
    #expect(app.screen.contains(remark))
    #expect(app.state.rendered().cursor?.column == column)
    app.press("Right")
    // Of a query it stays as a hint, as in its own prompt.
    #expect(app.screen.contains(remark) == line.hasPrefix("filter"))
  }

  @Test func aLongRemarkIsReadInFullOnANarrowScreen() {
    var app = DrivenApp(.threeUnread, columns: 40, rows: 10)
    app.run("sort size")
    #expect(
      app.screen.hasSuffix(
        """
        :sort size
         cannot sort by 'size'; there are
         published, added, updated, rank,
         title, author, starter, view, with -
         for descending
        """))
  }

  @Test func upGoesThroughTheLinesThatBeginAsTyped() {
    var app = DrivenApp(.threeUnread)
    for line in ["sort title", "redraw", "sort -updated", "undo"] { app.run(line) }
    app.press(":")
    app.type("so")
    app.press("Up")
    #expect(app.screen.contains("\n:sort -updated\n"))
    app.press("Up", "Up")
    #expect(app.screen.contains("\n:sort title\n"))
    app.press("Down", "Down")
    #expect(app.screen.contains("\n:so\n"))
    app.press("^U", "Up")
    #expect(app.screen.contains("\n:undo\n"))
  }

  @Test func everyActionCanBeRunByItsName() {
    for action in Action.allCases {
      var app = DrivenApp(.threeUnread)
      app.run(action.rawValue)
      #expect(!app.screen.contains("unknown action"), "\(action.rawValue)")
    }
  }
}

extension DrivenApp {
  /// Runs a line of the command line.
  mutating func run(_ line: String) {
    press(":")
    type(line)
    press("Enter")
  }
}
