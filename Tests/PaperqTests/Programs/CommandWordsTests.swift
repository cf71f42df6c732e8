import Testing

@testable import paperq

struct CommandWordsTests {
  @Test(arguments: [
    ("vim", ["vim"]),
    ("  code   --wait ", ["code", "--wait"]),
    ("'my editor' \"a b\"c", ["my editor", "a bc"]),
    (#"a\ b "c\"d" 'e\f' "g\h""#, ["a b", #"c"d"#, #"e\f"#, #"g\h"#]),
    ("a '' b", ["a", "", "b"]),
    ("$HOME;id `x` $(y)", ["$HOME;id", "`x`", "$(y)"]),
    ("", []),
  ])
  func wordsArePartedAsAShellWouldWithoutExpandingThem(text: String, words: [String]) {
    #expect(CommandWords.split(text) == words)
  }

  @Test(arguments: ["'open", "a \"b", "a'b"])
  func aQuoteThatIsNotClosedIsRefused(text: String) {
    #expect(CommandWords.split(text) == nil)
  }
}
