import Papers
import TestSupport
import Testing

/// What holds for any text, however broken its TeX is.
struct TeXPropertyTests {
  @Test func noLetterOfRandomTeXIsLost() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<3000 {
      let text = RandomTeX.text(using: &generator)
      let result = text.texAsUnicode
      #expect(TeXLetters.lost(of: text, in: result) == nil, "'\(text)' became '\(result)'")
    }
  }

  @Test func unknownCommandsStay() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<1000 {
      let text = RandomTeX.text(using: &generator)
      let result = text.texAsUnicode
      let count = text.ranges(of: "\\algoOFL").count
      #expect(result.ranges(of: "\\algoOFL").count >= count, "'\(text)' became '\(result)'")
    }
  }

  @Test func textWithoutTeXIsUnchanged() {
    var generator = SeededGenerator(seed: 5)
    let pieces = Array("abcXYZ019 .,:;!?()[]<>=+*/|'\"^_&%#@-\n\u{301}éßλ′²字🙂").map(String.init)
    for _ in 0..<1000 {
      let text = (0..<Int.random(in: 0..<40, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
        .replacing("-", with: "- ")
      #expect(text.texAsUnicode.utf8.elementsEqual(text.utf8))
    }
  }

  @Test(
    .timeLimit(.patientMinute),
    arguments: [
      "{", "}", "\\(", "\\[ ", "$", "$$ $", "\\", "`", "``", "^", "$^", "\\'", "{\\rm ", "\\frac",
      "-", "\\emph{", "$a\\over ", "://", "x://y--", "\\v", "\\sqrt[", "\\foo[", "$\\hat{", "\\'{",
      "\\c {", "{\\cal ", "$\\left. ", "\\hspace{", "$5 ", "\\textcolor{a}{", "a`", "'", "_{", "~",
    ])
  func hugeTextIsConvertedInTimeThatGrowsWithItsLength(piece: String) {
    let count = 15_000 / piece.utf8.count
    let text = String(repeating: piece, count: count)
    let closed = text + "z" + String(repeating: "}", count: count)
    #expect(text.texAsUnicode.utf8.count <= 4 * text.utf8.count)
    #expect(closed.texAsUnicode.folded.utf8.contains(UInt8(ascii: "z")))
  }

  @Test(.timeLimit(.patientMinute))
  func aHundredThousandBracesOrFractionsStay() {
    for piece in ["{", "\\frac{", "\\emph{", "$\\sqrt{"] {
      let text = String(repeating: piece, count: 100_000)
      #expect(text.texAsUnicode == text)
    }
  }

  @Test(.timeLimit(.patientMinute))
  func aHugeNameOfACommandStays() {
    let text = "\\" + String(repeating: "x", count: 100_000)
    #expect(text.texAsUnicode == text)
  }
}

/// Texts made of pieces of TeX, nested and often broken.
private enum RandomTeX {
  static func text(using generator: inout SeededGenerator) -> String {
    let text = (0..<Int.random(in: 1..<7, using: &generator))
      .map { _ in piece(depth: 0, using: &generator) }.joined()
    if Bool.random(using: &generator) { return text }
    let scalars = text.unicodeScalars
    return String(scalars.prefix(Int.random(in: 0...scalars.count, using: &generator)))
  }

  private static func piece(depth: Int, using generator: inout SeededGenerator) -> String {
    func pick(_ pieces: [String]) -> String { pieces.randomElement(using: &generator) ?? "" }
    guard depth < 4 else { return pick(["a", "1", "é", "\\alpha"]) }
    switch Int.random(in: 0..<9, using: &generator) {
    case 0: return pick(words)
    case 1: return pick(words) + pick([" ", "", ", ", "-", "--", "~"])
    case 2: return pick(signs)
    case 3: return pick(broken)
    case 4: return pick(accents) + pick(words)
    default:
      let template = pick(templates)
      return template.split(separator: "#", omittingEmptySubsequences: false)
        .map(String.init)
        .reduce(into: "") { result, part in
          if !result.isEmpty { result += piece(depth: depth + 1, using: &generator) }
          result += part
        }
    }
  }

  private static let words = [
    "a", "Word", "xyz", "é", "λ", "ı", "Æ", "字", "n+1", "12", "GAN", "max", "q", "ab cd", "Ji\\vr",
    "u\u{301}",
  ]
  private static let signs = [
    "\\alpha ", "\\leq", "\\in ", "\\algoOFL ", "\\algoOFL", "\\infty", "\\log", "\\,", "\\%",
    "\\\\",
    "\\ldots", "\\o ", "\\ss{}", "\\kern-2mu ", "\\quad", "\\left(", "\\right.", "\\rm ", "\\cal ",
    "\\over ", "\\choose ", "\\not", "\\forall ", "\\rangle", "https://a.b/c--d_{e} ", "'", "''",
  ]
  private static let broken = [
    "{", "}", "$", "$$", "\\", "^", "_", "`", "``", "\\(", "\\)", "\\[", "]", "[", "\n", "\\v", "~",
    "\\frac", "\\mathbb", "\\emph", "\\hat", "\\sqrt[", "\\foo[", "-", "\"", "\u{301}", "\u{0}",
  ]
  private static let accents = [
    "\\'", "\\\"", "\\v ", "\\c", "\\H ", "\\^", "\\`", "\\~", "\\=", "\\d ",
  ]
  private static let templates = [
    "{#}", "{#}", "$#$", "$#$", "^{#}", "_{#}", "_#", "^#", "\\emph{#}", "\\mathbb{#}",
    "\\mathcal #", "\\frac{#}{#}", "\\frac##", "\\sqrt{#}", "\\sqrt[#]{#}", "\\hat{#}", "\\bar #",
    "\\overline{#}", "\\binom{#}{#}", "{# \\over #}", "{#\\choose #}", "\\'{#}", "\\v{#}",
    "\\(#\\)",
    "\\foo{#}", "\\algoOFL{#}", "\\textcolor{red}{#}", "``#''", "`#'", "\\text{#}", "{\\em #}",
    "{\\cal #}", "\\left(#\\right)", "\\pmod{#}", "\\operatorname{#}", "\\url{#}",
    "\\textsuperscript{#}", "\\hspace{1cm}#", "\\not #", "$$#$$", "\\ensuremath{#}",
  ]
}
