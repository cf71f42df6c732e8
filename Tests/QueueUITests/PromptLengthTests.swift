import Testing

@testable import QueueUI

struct PromptLengthTests {
  @Test func aPromptRefusesMoreThanItCanLayOutForEachKey() {
    var app = DrivenApp(.threeUnread, columns: 80, rows: 24)
    app.press("a")
    app.type("note")
    app.send(.pasted(String(repeating: "word ", count: 200_000)))
    #expect(app.state.prompt?.editor.text == "note")
    #expect(app.screen.contains("the text would have 1000004 characters, but at most 20000 fit"))
    app.send(.pasted(String(repeating: "word\n", count: 3999)))
    #expect(app.state.prompt?.editor.characters.count == 19_999)
    #expect(app.state.prompt?.remark == nil)
    app.type("ab")
    #expect(app.state.prompt?.editor.text.hasSuffix("word\na") == true)
    #expect(app.screen.contains("would have 20001"))
    // What makes it no longer is taken.
    app.press("Backspace", "Backspace", "b")
    #expect(app.state.prompt?.editor.text.hasSuffix("word" + "b") == true)
    app.press("Esc", "?")
    app.send(.pasted(String(repeating: "k", count: 1_000_000)))
    #expect(app.state.screens.last?.filter == "")
  }

  @Test func aFilterThatIsTooLongKeepsWhatWasTyped() {
    var app = DrivenApp(.threeUnread)
    app.press("f")
    app.type("lovelace")
    app.send(.pasted(String(repeating: "x", count: 20_000)))
    #expect(app.state.prompt?.editor.text == "lovelace")
    #expect(app.screen.contains("the text would have 20008 characters"))
    #expect(app.state.list.ids.count == 1)
  }
}
