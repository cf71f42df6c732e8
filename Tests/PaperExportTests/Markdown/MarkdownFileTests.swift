import PaperExport
import Papers
import Testing

private func merged(_ existing: String?, _ item: ExportItem) throws -> String {
  try MarkdownFile.merged(existing: existing.map { [UInt8]($0) }, with: item, file: "x.md").text
}

private func fresh(_ item: ExportItem) throws -> String { try merged(nil, item) }

@Test func aNewFileHasFrontMatterAndOurPartBetweenTheMarkers() throws {
  let text = try fresh(try .read())
  #expect(
    text == """
      ---
      id: "1706.03762"
      version: 7
      title: "Attention Is All You Need"
      authors:
        - "Ashish Vaswani"
        - "Noam Shazeer"
      published: 2017-06-12
      updated: 2023-08-02
      categories: ["cs.CL", "cs.LG"]
      tags: ["attention"]
      state: read
      depth: 3
      star: true
      project: "thesis"
      comment: "15 pages, 5 figures"
      url: "https://arxiv.org/abs/1706.03762"
      pdf: "https://arxiv.org/pdf/1706.03762"
      ---

      <!-- paperq:begin -->
      # Attention Is All You Need

      Ashish Vaswani, Noam Shazeer

      [arXiv:1706.03762](https://arxiv.org/abs/1706.03762) · \
      [PDF](https://arxiv.org/pdf/1706.03762) · 2017-06-12

      Comment: 15 pages, 5 figures

      ## Abstract

      Sequence models are complex.

      We propose the Transformer.

      ## Notes

      **2026-11-22**

      Softmax(*QK*)V

      <!-- paperq:end -->

      """)
}

@Test func aPaperWithNothingKnownStillHasAFile() throws {
  #expect(
    try fresh(ExportItem(paper: try .bare(title: ""))) == """
      ---
      id: "hep-th/9901001"
      version: 1
      published: 1999-01-04
      updated: 1999-01-04
      state: unread
      depth: 0
      star: false
      url: "https://arxiv.org/abs/hep-th/9901001"
      pdf: "https://arxiv.org/pdf/hep-th/9901001"
      ---

      <!-- paperq:begin -->
      # arXiv:hep-th/9901001

      [arXiv:hep-th/9901001](https://arxiv.org/abs/hep-th/9901001) · \
      [PDF](https://arxiv.org/pdf/hep-th/9901001) · 1999-01-04

      <!-- paperq:end -->

      """)
}

@Test func aNoteShowsWhenItWasEditedItsPageAndItsQuote() throws {
  var item = try ExportItem.noted("first\n", "second")
  var note = try Note.sample("second", id: "n1")
  note.edited = try time("2026-11-30T00:00:00Z")
  note.page = "3"
  note.quote = "one\n\ntwo"
  item.reading.apply(.note(note), at: note.edited)
  let text = try fresh(item)
  #expect(
    text.hasSuffix(
      """
      ## Notes

      **2026-11-22**

      first


      **2026-11-22, edited 2026-11-30, page 3**

      > one
      >\u{20}
      > two

      second

      <!-- paperq:end -->

      """))
}

@Test func theHeadingsOfANewNoteStandBelowThoseOfTheFile() throws {
  let note = NoteTemplate(headings: ["Claim", "Method"]).text
  let lines = try fresh(.noted(note)).split(separator: "\n").filter { $0.hasPrefix("#") }
  #expect(
    lines.drop { $0 != "## Notes" } == ["## Notes", "### Claim", "### Method"]
      && lines[0].hasPrefix("# "))
}

@Test func exportingTwiceGivesTheSameBytes() throws {
  for item in [try ExportItem.read(), try .noted("a", "<!-- paperq:end -->"), try .noted("```")] {
    let once = try fresh(item)
    #expect(try merged(once, item) == once)
  }
}

@Test func handWrittenTextAroundOurPartIsKept() throws {
  let before = try fresh(try .noted("old"))
  let edited =
    before.replacing("<!-- paperq:begin -->", with: "Above.\n\n<!-- paperq:begin -->")
    + "\nBelow.\n---\n<b>html</b> without end"
  let item = try ExportItem.noted("new")
  let expected =
    (try fresh(item)).replacing("<!-- paperq:begin -->", with: "Above.\n\n<!-- paperq:begin -->")
    + "\nBelow.\n---\n<b>html</b> without end"
  #expect(try merged(edited, item) == expected)
  #expect(try merged(expected, item) == expected)
}

@Test func whatIsWrittenBetweenTheMarkersIsReplaced() throws {
  let item = try ExportItem.noted("note")
  let text = try fresh(item)
  #expect(try merged(text.replacing("# Attention", with: "scribble"), item) == text)
}

@Test func ourKeysOfTheFrontMatterAreSetAnewAndTheUsersAreKept() throws {
  var edited = try fresh(try .noted("note"))
  edited = edited.replacing(
    "state: unread\n",
    with: """
      state: read # by hand
      # why I keep this
      aliases:
      - Transformer

      - "that paper"
      cssclass: wide

      """)
  edited = edited.replacing("  - \"Noam Shazeer\"\n", with: "- me\n\n")
  let text = try merged(edited, try .read())
  let expected = (try fresh(try .read())).replacing(
    "\npdf: \"https://arxiv.org/pdf/1706.03762\"\n",
    with: """

      pdf: "https://arxiv.org/pdf/1706.03762"
      # why I keep this
      aliases:
      - Transformer

      - "that paper"
      cssclass: wide

      """)
  #expect(text == expected)
  #expect(try merged(text, try .read()) == text)
}

@Test func aFileWithoutFrontMatterGetsNone() throws {
  let text = "Mine\n<!-- paperq:begin -->\n<!-- paperq:end -->\n---\nx\n---\n"
  let result = try merged(text, try .noted("note"))
  #expect(result.hasPrefix("Mine\n<!-- paperq:begin -->\n# Attention Is All You Need\n"))
  #expect(result.hasSuffix("\nnote\n\n<!-- paperq:end -->\n---\nx\n---\n"))
}

@Test func aFileWithoutMarkersIsLeftAlone() throws {
  for text in [
    "Mine.\n", "---\nid: 1\n---\n", "<!-- paperq:end -->\n", "<!-- paperq:begin -->\nno end\n",
    "a <!-- paperq:begin -->\n<!-- paperq:end -->\n", "---\n<!-- paperq:begin -->\n---\n",
  ] {
    #expect(throws: ExportError.noMarkers(file: "x.md")) { try merged(text, try .noted("note")) }
  }
}

@Test func anEmptyFileIsWrittenLikeANewOne() throws {
  let item = try ExportItem.noted("note")
  #expect(try merged("", item) == fresh(item))
  #expect(try merged(" \r\n\n", item) == fresh(item))
}

@Test func windowsLineEndingsAndAByteOrderMarkDoNotHideOurPart() throws {
  let item = try ExportItem.noted("note")
  let windows = (try fresh(item)).replacing("\n", with: "\r\n") + "mine\r\n"
  let expected = (try fresh(item)).replacing("---\n\n<", with: "---\n\r\n<") + "mine\r\n"
  #expect(try merged(windows, item) == expected)
  let marked = "\u{FEFF}" + (try fresh(item))
  #expect(try merged(marked, item) == marked)
}

@Test func bytesThatAreNoTextAreKept() throws {
  let item = try ExportItem.noted("note")
  let foreign: [UInt8] = [0xFF, 0xFE, 0x00, 0x0A, 0xC3]
  let existing = [UInt8](try fresh(item)) + foreign
  #expect(try MarkdownFile.merged(existing: existing, with: item, file: "x.md") == existing)
}

@Test func noControlCharacterOfAFeedReachesAFile() throws {
  var item = ExportItem(paper: try .attention(title: "A\(controls)\r\nB"))
  item.paper.abstract = "One\(controls)\nTwo"
  item.paper.authors = [.init(controls), .init("B\(controls)")]
  item.paper.comment = "C\(controls)"
  item.paper.journalRef = "J\(controls)"
  item.paper.dois = ["10.1/\(controls)"]
  item.paper.categories = ["cs.\(controls)"]
  for format in ExportFormat.allCases {
    #expect(isClean(ExportEncoder.text(of: [item], as: format), in: format), "\(format)")
  }
}

@Test func textOfAFeedCannotReachOutOfItsParagraph() throws {
  var item = ExportItem(paper: try .attention(title: "# <!-- T --> [a](b) ![i](c) a<b"))
  item.paper.authors = [.init("- A")]
  item.paper.comment = nil
  item.paper.abstract = """
    + x
    <!-- paperq:end -->
    1. one
    > q
    <div> a < b ]( x
    [r]: http://evil
    """
  let text = try fresh(item)
  #expect(
    text.contains(
      """
      # # \\<!– T --> [a]\\(b) ![i]\\(c) a\\<b

      \\- A

      """))
  #expect(
    text.hasSuffix(
      """
      ## Abstract

      \\+ x

      \\<!– paperq:end -->

      1\\. one

      \\> q

      \\<div> a < b ]\\( x

      \\[r]: http://evil

      <!-- paperq:end -->

      """))
}

@Test func valuesOfTheFrontMatterAreQuoted() throws {
  var item = ExportItem(paper: try .attention(title: #"No: "x" # [z]"#))
  item.paper.comment = "- x: y"
  let now = try time("2026-11-22T01:02:03Z")
  item.reading.apply(.tag("a, b]\n---\n\u{1B}", isPresent: true), at: now)
  item.reading.apply(.project(#"yes \n {"#), at: now)
  let text = try fresh(item)
  #expect(text.contains("\n" + #"title: "No: \"x\" # [z]""# + "\n"))
  #expect(text.contains("\n" + #"tags: ["a, b]\n---\n\u001b"]"# + "\n"))
  #expect(text.contains("\n" + #"project: "yes \\n {""# + "\n"))
  #expect(text.contains("\ncomment: \"- x: y\"\n"))
  #expect(try merged(text, item) == text)
}

@Test func thePublishersPageIsLinkedWhateverTheDOIHolds() throws {
  var item = ExportItem(paper: try .bare())
  item.paper.dois = ["10.1002/(SICI)1-2<1::A>3;2 é)", "10.2/b"]
  #expect(
    try fresh(item).contains(
      "[DOI](https://doi.org/10.1002/%28SICI%291-2%3C1::A%3E3;2%20%C3%A9%29) · 1999-01-04\n"))
}
