import JSONText
import Papers
import TestSupport
import Testing

/// The code points of a text, but for some planes without anything that matters here.
private let allScalars =
  ([0...0x1FFFF, 0xDFFF0...0xEFFFF, 0x10FFF0...0x10FFFF] as [ClosedRange<UInt32>])
  .joined().compactMap { Unicode.Scalar($0) }

struct ControlCharactersTests {
  @Test func controlsAreWhatDrivesTerminalsOrReordersText() {
    let basic: [ClosedRange<UInt32>] = [
      0...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x206F,
      0xFDD0...0xFDEF, 0xFEFF...0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F,
    ]
    let noCharacters = (0...16).flatMap { [$0 << 16 | 0xFFFE, $0 << 16 | 0xFFFF] as [UInt32] }
    let looked = Set(allScalars.map(\.value))
    let expected = Set(basic.joined()).union(noCharacters).intersection(looked)
    #expect(Set(allScalars.filter(\.isControl).map(\.value)) == expected)
  }

  @Test(arguments: [
    ("plain", "plain", "plain"), ("", "", ""), ("ü漢\u{200D}\u{AD}", "ü漢\u{200D}\u{AD}", nil),
    ("a\tb\nc\r\nd", "a b c  d", "a\tb\nc\r\nd"),
    ("\u{1B}[31mred\u{1B}[0m", "[31mred[0m", nil),
    ("\u{1B}]0;title\u{7}", "]0;title", nil), ("\u{9B}2J\u{9D}0;x\u{9C}", "2J0;x", nil),
    ("a\u{0}\u{8}\u{7F}b", "ab", nil), ("a\u{85}b\u{2028}c\u{B}d", "a b c d", nil),
    ("\u{202E}evil\u{202C} \u{2067}x\u{2069}\u{200F}\u{FEFF}", "evil x", nil),
    ("\u{1B}\u{202E}", "", nil),
  ])
  func textsLoseTheirControls(text: String, line: String, withLines: String?) {
    #expect(Array(text.onOneLine.unicodeScalars) == Array(line.unicodeScalars))
    #expect(
      Array(text.withoutControls.unicodeScalars) == Array((withLines ?? line).unicodeScalars))
  }

  @Test func jsonHoldsNoControlUnescaped() {
    // Tags and what is no character lie beyond JSON's short escapes.
    for scalar in allScalars where scalar.isControl && scalar.value < 0x10000 {
      let json = JSONValue.string("a\(Character(scalar))").encoded
      #expect(json.allSatisfy { $0 < 0x80 }, "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func notesAreEditedBelowATitleWithoutControls() {
    let paper = Paper(
      id: ArXivID(literal: "2401.00001"), title: "a\u{1B}]0;x\u{7}\u{202E}\nb",
      published: Timestamp(milliseconds: 0))
    let text = NotesDocument(paper: paper, notes: []).text
    #expect(text.hasPrefix("# a]0;x b (2401.00001)\n"))
  }
}
