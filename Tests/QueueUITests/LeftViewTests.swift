import Papers
import TestSupport
import Testing

@testable import QueueUI

/// What is found again in a view that was left, and how the status line tells of it.
struct LeftViewTests {
  private static let query = ViewDefinition("", "au:lovelace").query

  /// The view 'All' by title, without the paper of lowest number, one paper marked.
  private func narrowed(columns: Int = 80) -> DrivenApp {
    var app = DrivenApp(.threeUnread, columns: columns, rows: 10)
    app.press("4", "O", "t", "f")
    app.type("-au:number1")
    app.press("Enter", "G", "Space")
    return app
  }

  @Test func aViewIsFoundAgainAsItWasLeft() {
    var app = narrowed()
    let before = app.screen
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly What You Need           Lovelace +1   cs.LG
      +N    20 Nov  Schrödinger Bridges for 拡散モデル with α-… Schrödinger   stat.ML





       1 marked  sort: title  filter: -au:number1                                 2/2
       Enter open  r read  w want  a note  ? help  / search  f filter  R fetch  t tags
      """)
    app.press("1")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly What You Need           Lovelace +1   cs.LG
       N    20 Nov  Schrödinger Bridges for 拡散モデル with α-… Schrödinger   stat.ML
       N    19 Nov  A Very Large Collaboration Reports Its Fir… Number1 +8    cs.AI




       Inbox                                                                      1/3
       Enter open  r read  w want  a note  ? help  / search  f filter  R fetch  t tags
      """)
    app.press("j", "*", "4")
    #expect(app.screen == before.replacing("N    20", with: "N*   20"))
    app.press("1")
    #expect(app.screen.contains(" 2/3\n"))
  }

  @Test func marksThatAFilterHidesAreDroppedWithTheirPapersToo() {
    var app = DrivenApp(.threeUnread, columns: 80, rows: 10)
    app.press("Space", "G", "Space", "f")
    app.type("-au:lovelace")
    app.press("Enter", "4", "g", "r", "1")
    // The first of them is read meanwhile, and the inbox has it no more.
    #expect(app.screen.contains("1 marked"))
    app.press("c")
    #expect(app.screen.contains("+N    19 Nov"))
    #expect(!app.screen.contains("21 Nov"))
  }

  @Test func marksOfPapersThatLeftTheViewAreDropped() {
    var app = DrivenApp(.threeUnread, columns: 80, rows: 10)
    app.press("Space", "j", "Space", "4", "r", "1")
    // The first paper is read and no longer in the inbox.
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
      +N    20 Nov  Schrödinger Bridges for 拡散モデル with α-… Schrödinger   stat.ML
       N    19 Nov  A Very Large Collaboration Reports Its Fir… Number1 +8    cs.AI





       1 marked                                                                   1/2
       Enter open  r read  w want  a note  ? help  / search  f filter  R fetch  t tags
      """)
  }

  @Test func aRangeIsGoneOnWith() {
    var app = DrivenApp(.threeUnread, columns: 80, rows: 10)
    app.press("v", "j", "Tab", "1")
    #expect(app.screen.contains("\n range of 2; the next action is about all of it  "))
    app.press("r")
    #expect(app.stored.reading(app.state.list.ids[0]).state == .read)
  }

  @Test func aNewSearchOfArXivBeginsAfresh() {
    var app = DrivenApp(.threeUnread, columns: 80, rows: 10)
    app.press("f")
    app.type("au:turing")
    app.press("Enter", "S")
    app.type("au:lovelace")
    app.press("Enter")
    #expect(app.screen.contains("\n asking arXiv   "))
    app.press("O", "t", "f")
    app.type("ti:x")
    app.press("Enter", "S", "^U")
    app.type("au:turing")
    app.press("Enter")
    #expect(app.screen.contains("\n asking arXiv  "))
    app.press("Esc")
    #expect(app.screen.contains("\n filter: au:turing  "))
  }

  @Test func similarPapersBeginAfreshToo() {
    var app = DrivenApp(.threeUnread, columns: 80, rows: 10)
    app.press("O", "t", "~")
    #expect(!app.screen.contains("sort"))
    app.press("O", "p")
    #expect(app.screen.contains("\n sort: newest first  looking for papers like"))
    app.send(.similarFound(app.state.similar?.id ?? ArXivID(literal: "2611.00001"), []))
    app.press("q")
    #expect(app.screen.contains("\n sort: title  "))
  }

  // MARK: - The status line

  @Test func theViewsOwnOrderIsNoOtherOrder() {
    var app = DrivenApp(.threeUnread, columns: 80, rows: 10)
    app.press("O", "P")
    #expect(app.screen.contains("\n sort: oldest first  "))
    app.press("O", "p")
    #expect(app.screen.contains("\n Inbox  "))
    app.press("2", "O", "r")
    #expect(app.screen.contains("\n Queue  "))
  }

  @Test func eachOrderHasOneNameInMenuAndStatusLine() {
    var app = DrivenApp(.threeUnread, columns: 80, rows: 16)
    app.press("O")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly What You Need           Lovelace +1   cs.LG
       N    20 Nov  Schrödinger Bridges for 拡散モデル with α-… Schrödinger   stat.ML
       N    19 Nov  A Very Large Collaboration Reports Its Fir… Number1 +8    cs.AI

       sort by
        v  the view's own: newest first
        p  newest first
        P  oldest first
        a  last added
        u  last updated
        r  queue order
        t  title
        A  author
        s  starter list
       j/k choose  Enter take  Esc leave
      """)
    for (key, words) in [
      ("P", "oldest first"), ("a", "last added"), ("u", "last updated"), ("r", "queue order"),
      ("t", "title"), ("A", "author"), ("s", "starter list"),
    ] {
      app.press("Esc", "O", key)
      #expect(app.screen.contains("\n sort: \(words)  "))
    }
    app.press(":")
    app.type("sort -author")
    app.press("Enter")
    #expect(app.screen.contains("\n sort: author, backwards  "))
  }

  @Test func whateverIsSaidTheNarrowingIsTold() {
    var app = narrowed()
    app.press("Esc", "F9")
    #expect(
      app.screen.contains(
        "\n F9 does nothing here; ? shows the keys   sort: title  filter: -au:number1  2/2\n"))
    app.press("R")
    #expect(
      app.screen.contains(
        "\n fetching arXiv                                           sorted, filtered  2/2\n"))
    app.press("Enter")
    #expect(app.screen.contains("sorted, filtered  top\n"))
    app.press("?")
    #expect(!app.screen.contains("filtered"))
  }

  @Test func fortyColumnsTellItToo() {
    var app = narrowed(columns: 40)
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly What …
      +N    20 Nov  Schrödinger Bridges for …





       1 marked  sort: title  filter: -a… 2/2
       Enter open  r read  w want  ? help
      """)
    app.press("Esc", "R")
    #expect(app.screen.contains("\n fetching arXiv   sorted, filtered  2/2\n"))
    app.press("F9")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly What …
       N    20 Nov  Schrödinger Bridges for …





       F9 does nothing here; ? shows the keys
                             sorted, filtered
      """)
    app.press(":")
    app.type("zz")
    app.press("Esc")
    app.resize(columns: 20, rows: 5)
    #expect(app.screen.contains("paperq needs"))
  }
}
