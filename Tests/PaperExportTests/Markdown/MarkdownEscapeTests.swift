import Testing

@testable import PaperExport

@Test func onlyWhatReachesOutOfAParagraphIsEscaped() {
  for (text, escaped) in [
    ("a < b, 1<2, a<", "a < b, 1<2, a<"),
    ("<div> </p> <!-- <?x <A", "\\<div> \\</p> \\<!-- \\<?x \\<A"),
    ("\\<b> \\\\<b> \\\\\\<b>", "\\<b> \\\\\\<b> \\\\\\<b>"),
    ("[a](b) [a][b] [a] (b) ![a](b)", "[a]\\(b) [a]\\[b] [a] (b) ![a]\\(b)"),
    ("$x_1^{2}$ *is* `code`", "$x_1^{2}$ *is* `code`"),
    ("été <é 😀", "été <é 😀"),
  ] {
    #expect(text.escapedInMarkdown == escaped)
  }
}

@Test func whatBeginsABlockIsEscapedAtTheBeginningOfALine() {
  for (text, escaped) in [
    ("```x", "\\```x"), ("~~~", "\\~~~"), ("# x", "\\# x"), ("> x", "\\> x"), ("- x", "\\- x"),
    ("+ x", "\\+ x"), ("* x", "\\* x"), ("---", "\\---"), ("===", "\\==="), ("| x", "\\| x"),
    ("[x]: y", "\\[x]: y"), ("12. x", "12\\. x"), ("1) x", "1\\) x"), ("1 x", "1 x"),
    ("2.5 x", "2\\.5 x"), ("<b>", "\\<b>"), ("plain", "plain"), ("", ""), ("12", "12"),
  ] {
    #expect(text.escapedLineInMarkdown == escaped)
  }
}
