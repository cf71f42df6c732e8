import PaperExport
import Papers
import Testing

struct SnippetTests {
  @Test func aCitationIsALineOfText() throws {
    var paper = try Paper.attention()
    #expect(
      Citation.text(of: paper)
        == "Vaswani and Shazeer (2017). Attention Is All You Need. arXiv:1706.03762.")
    paper.authors.append(.init("Niki Parmar"))
    #expect(
      Citation.text(of: paper)
        == "Vaswani et al. (2017). Attention Is All You Need. arXiv:1706.03762.")
    paper.authors = [.init(#"Laurens van der M\"aaten"#)]
    paper.title = "Is it $\\alpha$?"
    #expect(Citation.text(of: paper) == "van der Mäaten (2017). Is it α? arXiv:1706.03762.")
    #expect(
      Citation.text(of: try .bare(title: "A\u{1B}]52;c;x\u{7} \u{202E}Title"))
        == "(1999). A]52;c;x Title. arXiv:hep-th/9901001.")
  }

  @Test(arguments: [
    ("A Title", "[A Title]"), ("", "[arXiv:hep-th/9901001]"),
    ("x](http://evil) [y", #"[x\](http://evil) \[y]"#), ("<b>`*", #"[\<b>\`\*]"#),
    (#"back\"#, #"[back\\]"#), ("two\nlines\u{1B}", "[two lines]"),
  ])
  func aMarkdownLinkEndsWhereItShould(title: String, text: String) throws {
    let link = MarkdownLink.text(of: ExportItem(paper: try .bare(title: title)))
    #expect(link == text + "(https://arxiv.org/abs/hep-th/9901001)")
  }

  @Test func notesStandBelowTheTitle() throws {
    #expect(NotesText.text(of: ExportItem(paper: try .bare())) == nil)
    #expect(
      NotesText.text(of: try .noted("one\n\n- two", "```\nthree"))
        == """
        # Attention Is All You Need

        [arXiv:1706.03762](https://arxiv.org/abs/1706.03762)

        **2026-11-22**

        one

        - two

        **2026-11-22**

        ```
        three

        """)
  }
}
