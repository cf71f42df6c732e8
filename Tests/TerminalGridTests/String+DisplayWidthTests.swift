import Testing

@testable import TerminalGrid

@Test(arguments: [
  ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("ｱ", 1), ("Ａ", 2), ("한", 2),
  ("\u{1112}\u{1161}\u{11AB}", 2), ("αβγ", 3), ("…", 1), ("𝛼", 1), ("\u{3000}", 2),
  ("\u{1B}[0m", 3), ("\u{0}\u{7F}\u{85}", 1), ("a\tb", 3), ("a\r\nb", 3), ("\u{301}", 0),
  ("\u{202A}\u{202E}\u{2066}\u{2069}\u{61C}\u{200E}\u{200F}", 0), ("a\u{AD}b", 2),
  ("\u{200B}\u{FEFF}\u{E0041}\u{2060}", 0), ("\u{2028}\u{2029}", 2),
])
func widthInColumns(text: String, columns: Int) {
  #expect(text.displayWidth == columns)
}

@Test(arguments: [
  ("👍🏽", ["👍"], [2]),
  ("👨‍👩‍👧", ["👨"], [2]),
  ("🏳️‍🌈", ["🏳"], [1]),
  ("❤️", ["❤"], [1]),
  ("1️⃣", ["1\u{20E3}"], [1]),
  ("🇫🇷", ["F", "R"], [1, 1]),
  ("🏴\u{E0067}\u{E0062}\u{E007F}", ["🏴"], [2]),
  ("क्ष", ["क\u{94D}", "ष"], [1, 1]),
  ("नि", ["न", "ि"], [1, 1]),
  ("a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", ["a\u{301}\u{302}\u{303}\u{304}"], [1]),
])
func clustersOfDisputedWidthAreDrawnSafely(text: String, cells: [String], columns: [Int]) {
  let units = Array(DisplayUnits(text))
  #expect(units.map { Array($0.content) } == cells.map { Array($0.unicodeScalars) })
  #expect(units.map(\.columns) == columns)
}

@Test func theShortWayThroughATextFindsTheSameClusters() {
  var generator = SeededGenerator(state: 3)
  for _ in 0..<500 {
    let text = String.awkward(length: 30, using: &generator)
    let clusters = Array(DisplayClusters(text))
    // Where it parts from Swift's segmentation, the parts are drawn as the whole would be.
    #expect(clusters.map { String(text[$0.range]) }.joined() == text)
    #expect(clusters.reduce(0) { $0 + $1.columns } == text.reduce(0) { $0 + $1.displayWidth })
    #expect(Array(DisplayUnits(text)) == text.flatMap { DisplayUnits.units(of: $0) })
  }
}

@Test(arguments: [
  ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""),
  ("abcdef", -3, ""), ("漢字", 4, "漢字"), ("漢字", 3, "漢…"), ("漢字", 2, "…"), ("", 0, ""),
  ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
])
func truncationEndsInAnEllipsis(text: String, columns: Int, expected: String) {
  #expect(text.truncated(toColumns: columns) == expected)
}

@Test func paddingFillsUpWithBlanks() {
  #expect("漢".padded(toColumns: 4) == "漢  ")
  #expect("abc".padded(toColumns: 2) == "abc")
  #expect("".padded(toColumns: -1) == "")
}

@Test func truncatedAndPaddedTextHasExactlyTheWidth() {
  var generator = SeededGenerator(state: 4)
  for columns in 0..<40 {
    let text = String.awkward(length: 25, using: &generator)
    #expect(text.truncated(toColumns: columns).padded(toColumns: columns).displayWidth == columns)
  }
}
