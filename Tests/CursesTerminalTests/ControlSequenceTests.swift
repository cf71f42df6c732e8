import Testing

@testable import CursesTerminal

@Test func aTitleCannotEndItsSequenceEarly() {
  #expect(
    String(decoding: ControlSequence.setTitle("a\u{7}\u{1B}\\b\n\u{9C}漢"), as: UTF8.self)
      == "\u{1B}]2;a\\b漢\u{7}")
}

@Test func aLongTitleIsCut() {
  let title = ControlSequence.setTitle(String(repeating: "x", count: 1000))
  #expect(title.count == 4 + 199 + "…".utf8.count + 1)
}

@Test(arguments: [
  ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
  ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("\u{FF}\u{3FF}>?", "w7/Pvz4/"),
])
func clipboardTextIsBase64(text: String, encoded: String) {
  let sequence = ControlSequence.copyToClipboard(text)
  #expect(sequence.map { String(decoding: $0, as: UTF8.self) } == "\u{1B}]52;c;\(encoded)\u{7}")
}

@Test func tooMuchForTheClipboardIsRefused() {
  let text = String(repeating: "x", count: ControlSequence.clipboardLimit)
  #expect(ControlSequence.copyToClipboard(text) != nil)
  #expect(ControlSequence.copyToClipboard(text + "x") == nil)
}
