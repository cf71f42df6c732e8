import TerminalGrid
import Testing

@testable import QueueUI

struct MarkdownTextTests {
  /// Each line with a letter a character below it: what role it has.
  private func shown(_ text: String, columns: Int = 40) -> [String] {
    MarkdownText(text).lines(columns: columns).flatMap { line in
      [
        line.text,
        line.spans.map { String(repeating: letter($0.role), count: $0.text.count) }.joined(),
      ]
    }
  }

  private func letter(_ role: Role) -> String {
    switch role {
    case .text: "."
    case .heading: "h"
    case .emphasis: "e"
    case .strong: "s"
    case .code: "c"
    case .link: "l"
    case .quote: "q"
    case .listMark: "m"
    default: "?"
    }
  }

  @Test(arguments: [
    ("a *b* c", "..eee.."), ("**b** and __c__", "sssss.....sssss"), ("***x***", "sssssss"),
    ("`a *b*` c", "ccccccc.."), ("``a ` b``", "ccccccccc"), ("snake_case_name", "..............."),
    ("2 * 3 * 4", "........."), ("\\*not\\* so", ".........."), ("open *here", ".........."),
    ("[text](a b) c", "lllllllllll.."), ("[12] c", "......"), ("[a] [b](c)", "....llllll"),
    ("[a](b [c](d)", "llllllllllll"), ("*a **b* c", "eeeeeee.."), ("`a ``b` c", "ccccccc.."),
    ("\\**a*", "..eee"), ("[a `b](c` d", "...cccccc.."),
    ("see https://a.b/c_d).", "....lllllllllllllll.."),
    ("xhttps://a", ".........."), ("_a b_, c", "eeeee..."), ("* * *", "mm..."),
    ("# Head *x*", "hhhhhhhhhh"), ("#hashtag", "........"), ("####### x", "........."),
    ("#", "h"), ("- item", "mm...."), ("12. item", "mmmm...."), ("- [ ] todo", "mmmmmm...."),
    ("-item", "....."), ("> said *so*", "mmqqqqqeeee"), ("> - a", "mmmmq"), ("a **b", "....."),
  ])
  func whatIsWrittenIsShownAndStyled(text: String, roles: String) {
    #expect(shown(text) == [text, roles])
  }

  @Test func codeBlocksAreNotRead() {
    #expect(
      shown("```swift\nlet *a* = 1\n# no\n```\n# yes") == [
        "```swift", "cccccccc", "let *a* = 1", "ccccccccccc", "# no", "cccc", "```", "ccc", "# yes",
        "hhhhh",
      ])
    #expect(shown("~~~\n```\n~~~~\na") == ["~~~", "ccc", "```", "ccc", "~~~~", "cccc", "a", "."])
  }

  @Test func whatFollowsInAListIsSetIn() {
    #expect(
      MarkdownText("  - one two three four five\n> one two three four five").lines(columns: 16)
        .map(\.text) == [
          "  - one two", "    three four", "    five", "> one two three", "> four five",
        ])
  }

  @Test func blankLinesStay() {
    #expect(MarkdownText("a\n\n\nb\n").lines(columns: 20).map(\.text) == ["a", "", "", "b", ""])
  }

  @Test func whatNothingEndsCostsNoMoreThanLetters() {
    let texts = ["[", "*a ", "_a ", "`", "``a`", "[a](", "[a] ", "*a_b**c `", "http://)"].map {
      String(repeating: $0, count: 20_000 / $0.count)
    }
    let letters = seconds(of: String(repeating: "a ", count: 10_000))
    for text in texts {
      #expect(seconds(of: text) < 20 * letters + 0.5, "\(text.prefix(10))")
    }
  }

  private func seconds(of text: String) -> Double {
    let taken = ContinuousClock().measure {
      _ = MarkdownSpans.spans(of: text[...], base: .text)
    }
    return Double(taken.components.attoseconds) / 1e18 + Double(taken.components.seconds)
  }

  @Test func noCharacterIsLostAndNoLineTooLong() {
    let texts = [
      "**拡散モデル** と `コード` と שלום *עולם*", "- 👩‍👩‍👧 [x](y) e\u{301}*e\u{301}*", "> > > deep quote here",
      String(repeating: "*", count: 5000), String(repeating: "`a", count: 5000),
      String(repeating: "[a](", count: 3000), "\u{202E}**x**",
    ]
    for text in texts {
      for columns in [1, 2, 7, 38, 100] {
        let lines = MarkdownText(text).lines(columns: columns)
        #expect(lines.allSatisfy { $0.text.displayWidth <= columns })
        guard columns > 7 else { continue }
        let kept = lines.map(\.text).joined().filter { !$0.isWhitespace && $0 != ">" }
        #expect(kept == text.filter { !$0.isWhitespace && $0 != ">" })
      }
    }
  }
}
