import Papers
import TerminalGrid
import TestSupport
import Testing

@testable import QueueUI

/// Writing a note in place, as a person sees it.
struct NoteEditorTests {
  private let first = ArXivID(literal: "2611.00003")

  private func cursor(of app: DrivenApp) -> Position? { app.state.rendered().cursor }

  @Test func aNoteOfSeveralLinesGrowsOverTheScreen() {
    var app = DrivenApp(.threeUnread, columns: 60, rows: 12)
    app.press("a")
    app.type("Worth a second look:")
    app.press("Alt-Enter")
    app.type("the ablation of section 4 has no variance, and the code is said to come later")
    app.press("^J")
    app.type("拡散 déjà vu")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly Wha… Lovelace +1  cs.LG
       N    20 Nov  Schrödinger Bridges for… Schrödinger  stat.ML
       N    19 Nov  A Very Large Collaborat… Number1 +8   cs.AI



      note: Worth a second look:
      the ablation of section 4 has no variance, and the code is
      said to come later
      拡散 déjà vu
       Enter save  Alt-Enter new line  Esc leave
      """)
    #expect(cursor(of: app) == Position(row: 10, column: 12))
  }

  @Test func aTallNoteScrollsOnASmallScreenAndSaysWhere() {
    var app = DrivenApp(.threeUnread, columns: 40, rows: 10)
    app.press("a")
    app.send(.pasted((1...9).map { "line \($0)" }.joined(separator: "\n")))
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly What …
       N    20 Nov  Schrödinger Bridges for …
       N    19 Nov  A Very Large Collaboratio…
      line 5
      line 6
      line 7
      line 8
      line 9
       Enter save  Esc leave   lines 5-9 of 9
      """)
    #expect(cursor(of: app) == Position(row: 8, column: 6))
    app.press("Up", "Up", "Up", "Up", "Up")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly What …
       N    20 Nov  Schrödinger Bridges for …
       N    19 Nov  A Very Large Collaboratio…
      line 4
      line 5
      line 6
      line 7
      line 8
       Enter save  Esc leave   lines 4-8 of 9
      """)
    #expect(cursor(of: app) == Position(row: 4, column: 6))
  }

  @Test func theCursorMovesByLinesOfTheScreen() {
    var app = DrivenApp(.threeUnread, columns: 40, rows: 12)
    app.press("a")
    app.type(
      "a long line that goes over more than one line of this narrow screen and even over a third one"
    )
    app.press("Up")
    app.type("^")
    app.press("End")
    app.type("$")
    app.press("Home")
    app.type("<")
    app.press("Home", "Home")
    app.type(">")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly What …
       N    20 Nov  Schrödinger Bridges for …
       N    19 Nov  A Very Large Collaboratio…




      note: >a long line that goes over more
      <than one line of this^ narrow screen$
      and even over a third one
       Enter save  Esc leave
      """)
  }

  @Test func wideAndJoinedTextKeepsTheCursorInItsPlace() {
    var app = DrivenApp(.threeUnread, columns: 40, rows: 12)
    app.press("a")
    for scalar in "拡散モデルは画像を生成するe\u{301}👩\u{200D}💻 שלום".unicodeScalars {
      app.send(.key(.character(Character(scalar))))
    }
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly What …
       N    20 Nov  Schrödinger Bridges for …
       N    19 Nov  A Very Large Collaboratio…





      note: 拡散モデルは画像を生成するé👩
      שלום
       Enter save  Esc leave
      """)
    app.press("Alt-b", "Left", "Backspace", "Enter")
    #expect(
      app.stored.reading(first).notes.map(\.text) == ["拡散モデルは画像を生成するe\u{301} שלום"])
  }

  @Test func notesAreFoundAndShown() {
    var app = DrivenApp(.threeUnread, columns: 60, rows: 24)
    app.press("a")
    app.type("See the *bottleneck* of section 3")
    app.press("Enter", "j", "j", "/")
    app.type("bottlen")
    app.press("Enter")
    #expect(app.screen.contains("\n N n  21 Nov"))
    #expect(app.screen.contains("1/3"))
    #expect(app.screen.contains("See the"))
    for query in ["bottleneck", "note:\"section 3\"", "is:noted"] {
      app.press("f", "^U")
      app.type(query)
      app.press("Enter")
      #expect(app.screen.contains("1/1"), "\(query)")
      app.press("c")
    }
  }

  @Test func nothingCrashesOnATinyScreen() {
    var app = DrivenApp(.threeUnread, columns: 40, rows: 10)
    app.press("a")
    app.send(.pasted(String(repeating: "漢字 and words\n", count: 30)))
    app.resize(columns: 20, rows: 5)
    app.press("Up", "PgUp", "Home", "End", "PgDn", "Down")
    app.resize(columns: 2, rows: 1)
    app.press("Up", "Down", "Home", "End")
    app.resize(columns: 300, rows: 100)
    app.press("PgUp")
    app.type("x")
    #expect(app.screen.contains("note: x漢字 and words"))
  }
}
