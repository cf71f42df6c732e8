import TerminalGrid
import TestSupport
import Testing

@testable import QueueUI

/// The editor alone: keys go in, and the text comes out with `|` where the cursor is.
struct LineEditorTests {
  private func edited(_ text: String = "", _ keys: String...) -> String {
    var editor = LineEditor(text)
    for name in keys {
      guard let key = Key(name: name) else {
        Issue.record("'\(name)' is no key")
        continue
      }
      _ = editor.press(key)
    }
    return shown(editor)
  }

  private func shown(_ editor: LineEditor) -> String {
    String(editor.characters[..<editor.cursor]) + "|"
      + String(editor.characters[editor.cursor...])
  }

  private func type(_ text: String, into editor: inout LineEditor) {
    for scalar in text.unicodeScalars { _ = editor.press(.character(Character(scalar))) }
  }

  @Test(arguments: [
    ("e\u{301}a", ["e\u{301}", "a"]),
    ("👩\u{200D}💻!", ["👩\u{200D}💻", "!"]),
    ("👍\u{1F3FD}", ["👍\u{1F3FD}"]),
    ("🇩🇪🇫🇷", ["🇩🇪", "🇫🇷"]),
    ("नि", ["नि"]),
    ("한", ["한"]),
    ("شَ", ["شَ"]),
    ("\u{301}a", ["a"]),
    ("a\u{202E}\u{200B}b", ["a", "b"]),
  ])
  func scalarsThatArriveOneByOneJoin(text: String, characters: [String]) {
    var editor = LineEditor()
    type(text, into: &editor)
    #expect(editor.characters.map(String.init) == characters)
    #expect(editor.cursor == characters.count)
    #expect(editor.characters == Array(editor.text))
  }

  @Test func aCharacterBetweenTwoIsCutAsTheWholeTextIs() {
    var editor = LineEditor("🇩🇪🇫🇷")
    _ = editor.press(.home)
    type("🇽", into: &editor)
    #expect(editor.characters == Array(editor.text))
    #expect(editor.text == "🇽🇩🇪🇫🇷")
    for _ in 0..<5 { _ = editor.press(.backspace) }
    #expect(editor.characters == Array(editor.text))
    _ = editor.press(.control("_"))
    _ = editor.press(.control("_"))
    #expect(editor.text == "🇩🇪🇫🇷")
  }

  @Test func wordsAreMovedOverAndCut() {
    #expect(edited("one two-three", "Alt-b") == "one two-|three")
    #expect(edited("one two-three", "Ctrl-Left", "Ctrl-Left") == "one |two-three")
    #expect(edited("one two", "^A", "Alt-f") == "one| two")
    #expect(edited("one two-three", "^W") == "one |")
    #expect(edited("one two-three", "Alt-Backspace") == "one two-|")
    #expect(edited("one two", "^A", "Alt-d") == "| two")
    #expect(edited("拡散 モデル", "Alt-b") == "拡散 |モデル")
  }

  @Test func cutsInARowComeBackTogetherAndEarlierOnesInTurn() {
    #expect(edited("one two three", "^W", "^W", "^A", "^Y") == "two three|one ")
    #expect(edited("one two", "^A", "Alt-d", "Alt-d", "^Y") == "one two|")
    #expect(edited("one two", "^W", "Left", "^U", "^Y", "Alt-y") == "two| ")
    #expect(edited("one two", "^W", "Left", "^U", "^Y", "Alt-y", "Alt-y") == "one| ")
    #expect(edited("one", "Alt-y") == "one|")
  }

  @Test func cuttingAtTheEndOfALineJoinsTheNext() {
    #expect(edited("one\ntwo", "Alt-<", "^K") == "|\ntwo")
    #expect(edited("one\ntwo", "Alt-<", "^K", "^K") == "|two")
    #expect(edited("one\ntwo", "Alt-<", "^K", "^K", "^Y") == "one\n|two")
    #expect(edited("one\ntwo", "^U") == "one\n|")
  }

  @Test func charactersAndWordsAreSwappedAndChanged() {
    #expect(edited("teh", "^T") == "the|")
    #expect(edited("teh", "Left", "^T") == "the|")
    #expect(edited("t", "^T") == "t|")
    #expect(edited("one two", "Alt-t") == "two one|")
    #expect(edited("one, two", "Alt-<", "Alt-f", "Alt-t") == "two, one|")
    #expect(edited("one", "Alt-t") == "one|")
    #expect(edited("straße", "Alt-<", "Alt-u") == "STRASSE|")
    #expect(edited("ONE two", "Alt-<", "Alt-l") == "one| two")
    #expect(edited("oNE two", "Alt-<", "Alt-c") == "One| two")
  }

  @Test func undoGoesBackByWordsAndRedoForward() {
    var editor = LineEditor()
    type("one two", into: &editor)
    _ = editor.press(.control("_"))
    #expect(shown(editor) == "one |")
    _ = editor.press(.control("x"))
    _ = editor.press(.control("u"))
    #expect(shown(editor) == "|")
    _ = editor.press(.control("_"))
    #expect(shown(editor) == "|")
    _ = editor.press(.alt("_"))
    #expect(shown(editor) == "one |")
    _ = editor.press(.control("x"))
    _ = editor.press(.control("r"))
    #expect(shown(editor) == "one two|")
  }

  @Test func undoTakesBackCutsPastesAndErasing() {
    var editor = LineEditor("one two three")
    _ = editor.press(.control("w"))
    for _ in 0..<3 { _ = editor.press(.backspace) }
    #expect(shown(editor) == "one t|")
    _ = editor.press(.control("_"))
    #expect(shown(editor) == "one two |")
    _ = editor.press(.control("_"))
    #expect(shown(editor) == "one two three|")
    editor.insert(text: "\nfour")
    _ = editor.press(.home)
    _ = editor.press(.control("_"))
    #expect(shown(editor) == "one two three|")
    type("!", into: &editor)
    _ = editor.press(.alt("_"))
    #expect(shown(editor) == "one two three!|")
  }

  /// Any keys leave a text that is cut as Swift cuts it, and undo leads back to the beginning.
  @Test func anyKeysCanBeUndone() {
    var generator = SeededGenerator(seed: 1)
    let texts = ["a", " ", "é", "\u{301}", "漢", "👩", "\u{200D}", "💻", "🇩", "ی", "\u{1F3FD}", "\n"]
    let names = [
      "Left", "Right", "Backspace", "Del", "^W", "^K", "^U", "^Y", "Alt-y", "^T", "Alt-t", "Alt-u",
      "Alt-d", "Alt-Backspace", "Home", "End", "Alt-b",
    ]
    for _ in 0..<300 {
      var editor = LineEditor("ab 漢字\nç")
      for _ in 0..<40 {
        if Bool.random(using: &generator), let text = texts.randomElement(using: &generator) {
          editor.insert(text: text, as: .typing)
        } else if let name = names.randomElement(using: &generator), let key = Key(name: name) {
          _ = editor.press(key)
        }
        #expect(editor.characters == Array(editor.text))
        #expect((0...editor.characters.count).contains(editor.cursor))
      }
      let end = editor.text
      for _ in 0..<80 { editor.undo() }
      #expect(editor.text == "ab 漢字\nç")
      for _ in 0..<80 { editor.redo() }
      #expect(editor.text == end)
    }
  }
}
