import TestSupport
import Testing

@testable import QueueUI

struct HelpLegendTests {
  @Test(arguments: [("", "of the list"), ("Enter", "of the page"), ("T", "of triage")])
  func theHelpAboutPapersBeginsWithWhatTheirMarksMean(key: String, place: String) {
    var app = DrivenApp(.threeUnread)
    if !key.isEmpty { app.press(key) }
    app.press("?")
    #expect(
      app.screen.contains(
        """
         Marks of the list
         N unread   Q queued   R being read   X dismissed   * starred   n noted
         u updated since you opened it   w withdrawn   + marked   · not in the library

         Keys \(place)

        """))
  }

  @Test func onFortyColumnsTheMarksStayWhole() {
    var app = DrivenApp(.threeUnread, columns: 40, rows: 10)
    app.press("?")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       Marks of the list
       N unread   Q queued   R being read
       X dismissed   * starred   n noted
       u updated since you opened it
       w withdrawn   + marked
       · not in the library

       Inbox                              top
       type to filter  Esc back  PgDn more
      """)
  }

  @Test func aMarkIsFoundByItsSignAndByItsMeaning() {
    var app = DrivenApp(.threeUnread)
    app.press("?", "·")
    #expect(
      app.screen.contains("\n no key has this\n\n Marks of the list\n · not in the library\n"))
    app.press("Backspace")
    app.type("WITHDR")
    #expect(app.screen.contains("\n Marks of the list\n w withdrawn\n"))
  }

  @Test func whatHasNoPapersHasNoMarks() {
    var app = DrivenApp(.threeUnread)
    app.press("M", "?")
    #expect(app.screen.contains("\n Keys among the messages\n"))
    #expect(!app.screen.contains("Marks"))
  }
}
