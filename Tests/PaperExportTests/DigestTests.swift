import PaperExport
import Papers
import Testing

@Test func aDigestHasAllPapersInTheGivenOrder() throws {
  let items = [ExportItem(paper: try .bare()), try .noted("note")]
  #expect(
    ExportEncoder.text(of: items, as: .digest).text == """
      <!-- paperq:begin -->
      # Papers

      ## A Title

      [arXiv:hep-th/9901001](https://arxiv.org/abs/hep-th/9901001) · \
      [PDF](https://arxiv.org/pdf/hep-th/9901001) · 1999-01-04

      ## Attention Is All You Need

      Ashish Vaswani, Noam Shazeer

      [arXiv:1706.03762](https://arxiv.org/abs/1706.03762) · \
      [PDF](https://arxiv.org/pdf/1706.03762) · 2017-06-12

      Comment: 15 pages, 5 figures

      ### Abstract

      Sequence models are complex.

      We propose the Transformer.

      ### Notes

      **2026-11-22**

      note

      <!-- paperq:end -->

      """)
}

@Test func aDigestKeepsWhatWasWrittenAroundIt() throws {
  let hostile = try ExportItem.noted("<!-- paperq:end -->\n---")
  let first = ExportEncoder.text(of: [hostile], as: .digest)
  let edited = [UInt8]("---\ntop\n---\n") + first + [UInt8]("<!-- paperq:end -->\nbottom")
  let items = [ExportItem(paper: try .bare())]
  let file = ExportPlan.file("d.md", of: items, as: .digest, existing: edited)
  let expected =
    [UInt8]("---\ntop\n---\n") + ExportEncoder.text(of: items, as: .digest)
    + [UInt8]("<!-- paperq:end -->\nbottom")
  #expect(file.outcome == .update(expected))
  #expect(
    ExportPlan.file("d.md", of: items, as: .digest, existing: expected).outcome == .unchanged)
}

@Test func papersOfTheMarkdownFormatFollowOneAnother() throws {
  let items = [ExportItem(paper: try .bare()), try .noted("note")]
  let each = items.map { ExportEncoder.text(of: [$0], as: .markdown) }
  #expect(ExportEncoder.text(of: items, as: .markdown) == each[0] + [UInt8]("\n") + each[1])
}
