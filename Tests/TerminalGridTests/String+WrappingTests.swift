import Testing

@testable import TerminalGrid

@Test(arguments: [
  ("", 5, [""]),
  ("abc", 5, ["abc"]),
  ("the quick brown fox", 10, ["the quick", "brown fox"]),
  ("the quick brown fox", 9, ["the quick", "brown fox"]),
  ("the  quick   brown", 6, ["the", "quick", "brown"]),
  ("abcdefgh", 3, ["abc", "def", "gh"]),
  ("a abcdefgh", 4, ["a", "abcd", "efgh"]),
  ("one\ntwo", 10, ["one", "two"]),
  ("one\n\ntwo\n", 10, ["one", "", "two", ""]),
  ("one\r\ntwo", 10, ["one", "two"]),
  ("  indented text", 10, ["  indented", "text"]),
  ("trailing   ", 20, ["trailing"]),
  ("state-of-the-art", 9, ["state-of-", "the-art"]),
  ("x -1 2-3", 4, ["x -1", "2-3"]),
  ("深層学習の論文", 6, ["深層学", "習の論", "文"]),
  ("深層学習。論文", 8, ["深層学", "習。論文"]),
  ("深層「学習」", 6, ["深層", "「学", "習」"]),
  ("deep深層learning", 8, ["deep深層", "learning"]),
  ("漢字", 1, ["?", "?"]),
  ("abc", 0, []),
  ("abc", -1, []),
])
func wrapping(text: String, columns: Int, expected: [String]) {
  #expect(text.wrapped(toColumns: columns) == expected)
}

@Test(arguments: [
  ("on cond-mat.str-el", 15, ["on", "cond-mat.str-el"]),
  ("in hep-th/9901001.", 12, ["in hep-", "th/9901001."]),
  ("in hep-th/9901001.", 17, ["in", "hep-th/9901001."]),
  ("see https://a.org/b-c-d now", 20, ["see", "https://a.org/b-c-d", "now"]),
  ("doi 10.1000/ab-cd", 16, ["doi", "10.1000/ab-cd"]),
  // What fits no line breaks as before.
  ("on cond-mat.str-el", 10, ["on cond-", "mat.str-el"]),
  ("a.org/b-c well-known", 16, ["a.org/b-c well-", "known"]),
  // The end of a sentence makes no address, nor does a slash between words.
  ("x state-of.", 9, ["x state-", "of."]),
  ("x and/or-like", 9, ["x and/or-", "like"]),
])
func anAddressStaysWhole(text: String, columns: Int, expected: [String]) {
  #expect(text.wrapped(toColumns: columns) == expected)
}

@Test func wordsAreKeptOnRequest() {
  #expect("x hep-th".wrapped(toColumns: 6) == ["x hep-", "th"])
  #expect("x hep-th".wrapped(toColumns: 6, keepsWords: true) == ["x", "hep-th"])
  #expect("x hep-th".wrapped(toColumns: 4, keepsWords: true) == ["x", "hep-", "th"])
}

@Test func aSequenceLongerThanALineBecomesAQuestionMark() {
  let stacked = "क" + String(repeating: "ि", count: 40)
  #expect("a \(stacked) b".wrapped(toColumns: 5) == ["a ? b"])
}

@Test func noLineIsTooWideAndNothingIsLost() {
  var generator = SeededGenerator(state: 5)
  for columns in [1, 2, 3, 4, 5, 7, 10, 20, 33, 80] {
    for length in [0, 1, 2, 5, 20, 100] {
      let text = String.awkward(length: length, using: &generator)
      let lines = text.wrapped(toColumns: columns)
      #expect(lines.allSatisfy { $0.displayWidth <= columns && !$0.contains(where: \.isNewline) })
      if columns > 4 {
        #expect(lines.flatMap(ink) == ink(text), "\(text.debugDescription) in \(columns)")
      }
    }
  }
}

/// The base characters that are drawn of a text, without blanks.
private func ink(_ text: String) -> [Unicode.Scalar] {
  DisplayUnits(text).compactMap(\.content.base).filter { $0 != " " }
}
