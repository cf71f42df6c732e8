import Papers
import TestSupport
import Testing

@testable import QueueUI

struct MenuTests {
  @Test(arguments: ["y", "O", "X", "!", "L"])
  func onFortyColumnsNoMenuOfOursIsCut(key: String) {
    var app = DrivenApp(.threeUnread, columns: 40, rows: 40)
    app.press(key)
    let lines = app.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.last == " j/k choose  Enter take  Esc leave")
    let choices = lines.dropLast().suffix(app.state.question?.choices.count ?? 0)
    #expect(choices.count > 3)
    #expect(!choices.joined().contains("…"))
  }

  @Test func aLabelWithoutRoomIsShortenedAsSuitsIt() {
    func text(_ shortening: Question.Shortening) -> String {
      Question.Choice(
        key: "a", label: "paper   On Bridges [2611.00001]", shortening: shortening,
        outcome: .sort(nil)
      ).label(columns: 18)
    }
    #expect(text(.cutAtEnd) == "paper   On Bridge…")
    #expect(text(.cutInMiddle) == "paper   O…1.00001]")
    #expect(text(.replaced(by: "paper   On Bridges")) == "paper   On Bridges")
    #expect(text(.replaced(by: "paper   Over Bridges")) == "paper   Over Brid…")
  }

  // MARK: - Orders

  @Test func theSortMenuLeadsBackToTheOrderOfTheView() {
    var app = DrivenApp(.threeUnread)
    app.press("O", "t")
    #expect(app.screen.contains("\n sort: title  "))
    app.press("O", "v")
    #expect(app.screen.contains("\n Inbox  "))
    #expect(app.state.list.ids == DrivenApp(.threeUnread).state.list.ids)
    #expect(app.state.list.chosenOrder == nil)
  }

  @Test func theMenuBeginsAtTheOrderThatIsOn() {
    var app = DrivenApp(.threeUnread)
    app.press("O")
    #expect(app.state.question?.selected == 0)
    app.press("t", "O")
    #expect(app.state.question.map { $0.choices[$0.selected ?? 0].key } == "t")
    // An order that is not in the menu.
    app.press("Esc", ":")
    app.type("sort -title")
    app.press("Enter", "O", "Enter")
    #expect(app.state.list.chosenOrder == nil)
  }

  @Test func theOrderOfTheViewHasAName() {
    var app = DrivenApp(.threeUnread)
    app.press("O", "t", ":")
    app.type("sort view")
    app.press("Enter")
    #expect(app.state.list.chosenOrder == nil)
  }

  @Test func similarPapersGoBackToTheNearestFirst() {
    var app = DrivenApp(.threeUnread)
    app.press("~")
    let ids = ["2611.00001", "2611.00002"].map { ArXivID(literal: $0) }
    app.send(.similarFound(ArXivID(literal: "2611.00003"), ids))
    app.press("O", "p")
    #expect(app.state.list.ids == ids.reversed())
    app.press("O")
    #expect(app.screen.contains("\n  v  the view's own: nearest first\n"))
    app.press("v")
    #expect(app.state.list.ids == ids)
  }
}
