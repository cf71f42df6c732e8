import Papers
import QueueUI
import TestSupport
import Testing

/// From the page of one paper to that of another.
struct PageMovesTests {
  private let second = ArXivID(literal: "2611.00002")

  @Test(arguments: KeyMap.Preset.allCases)
  func theNextAndThePreviousPaperOfTheListAreAKeyAway(preset: KeyMap.Preset) {
    var app = DrivenApp(
      .threeUnread, columns: 60, rows: 12, options: { $0.keyMap = KeyMap(preset: preset) })
    app.press("Enter", ")")
    #expect(app.screen.contains("\n Schrödinger Bridges"))
    #expect(app.stored.reading(second).seenVersion == 2)
    app.press(")", ")")
    #expect(app.screen.contains("\n A Very Large Collaboration"))
    #expect(app.screen.contains("\n this is the last paper of Inbox"))
    app.press("(", "(", "(")
    #expect(app.screen.contains("\n Attention Is Mostly"))
    #expect(app.screen.contains("\n this is the first paper of Inbox"))
    app.press(")", "q")
    #expect(app.screen.contains("2/3"))
  }

  @Test func spaceReadsOnToTheEndAndThenTheNextUnreadPaper() {
    var app = DrivenApp(.threeUnread, columns: 40, rows: 10)
    app.press("j", "r", "k", "Enter")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       Attention Is Mostly What You Need
       Ada Lovelace, Alan Turing
       2611.00003v1  cs.LG cs.CL

       We show that attention is mostly
       enough.

       Inbox                              top
       q back  Space more  r read  ? help
      """)
    app.press("Space")
    #expect(app.screen.contains("The rest is engineering."))
    #expect(app.screen.contains("Space more"))
    app.press("Space")
    #expect(app.screen.hasSuffix("end\n q back  Space next unread  ? help"))
    app.press("Space")
    #expect(app.screen.contains("\n A Very Large Collaboration"))
    #expect(app.screen.contains("top"))
  }

  @Test func whereNoOtherPaperIsUnreadSpaceIsNotOffered() {
    var app = DrivenApp(.threeUnread, columns: 60, rows: 24)
    app.press("r", "j", "r", "j", "Enter")
    #expect(app.screen.hasSuffix("\n q back  r read  a note  ? help  ) next  o browser  p PDF"))
    app.press("Space")
    #expect(app.screen.contains("\n no other paper here is unread  "))
    #expect(app.screen.contains("\n A Very Large Collaboration"))
    app.press("r", "Space")
    #expect(app.screen.contains("\n no unread paper here  "))
    app.press("r", "(", "r")
    #expect(app.screen.contains("\n q back  Space next unread  "))
  }

  @Test func whatChangedAndTheLinksOfAPageGiveWayToTheNextPage() {
    var app = DrivenApp(.threeUnread)
    app.press("j")
    app.run("show-changes")
    app.press("Enter", "L", "Esc", ")")
    #expect(app.screen.contains("\n A Very Large Collaboration"))
    app.press("q")
    #expect(app.screen.contains("3/3"))
  }

  @Test(arguments: [")", "(", "]", "["])
  func aPageOverTriageStays(key: String) {
    var app = DrivenApp(.threeUnread, rows: 40)
    app.press("T", "Enter", key)
    #expect(app.screen.contains("\n Attention Is Mostly"))
    #expect(
      app.screen.contains("q goes back to triage, where a verdict leads to the next paper"))
    app.press("Space")
    #expect(app.screen.contains("q goes back to triage"))
    app.press("q")
    #expect(app.screen.contains("1 of 3"))
  }

  @Test func eachScreenHasItsOwnWords() {
    let words: [(KeyContext, Action, String)] = [
      (.list, .moveDown, "next paper"), (.page, .moveDown, "a line down"),
      (.sources, .moveUp, "a line up"), (.output, .search, "only what has a text"),
      (.triage, .moveDown, "a line down"), (.messages, .back, "back"),
      (.triage, .toggleQueued, "want to read it: into the queue"),
      (.page, .export, "export this paper"), (.triage, .export, "export this paper"),
      (.list, .export, "export this view, or what is marked"),
    ]
    for (context, action, help) in words { #expect(action.help(in: context) == help) }
    for context in KeyContext.allCases where context != .list {
      for action in context.actions {
        #expect(!action.help(in: context).contains("in the list q quits"))
        #expect(!action.help(in: context).contains("next paper, or"))
      }
    }
  }
}
