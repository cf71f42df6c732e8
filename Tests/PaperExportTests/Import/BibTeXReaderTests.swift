import PaperExport
import Papers
import Testing

private func records(_ text: String) -> [BibTeXRecord] {
  Array(BibTeXReader(Array(text.utf8)))
}

private func fields(_ text: String) -> [String: String] {
  records("@misc{k, \(text)}").first?.fields ?? [:]
}

private func id(_ text: String) -> String? {
  records("@misc{k, \(text)}").first?.reference?.description
}

@Test func anEntryOfAnyShapeIsRead() {
  let text = """
    Anything may stand here, even me@example.org {and this}.
    @STRING{nips = "Neural " # {Information}, abc = nips # " Processing"}
    @comment{jabref-meta: @misc{no, eprint={1706.03762}}; {} }
    @Article { vaswani17 ,
      Title = "The {"}quoted{"} {\\LaTeX} title",
      year = 2017, month = jun # "~12"
      journal = abc # " " # nips,
      note = {nested {braces {deep}} and
              a line break},
      empty = {},, bare = plain words
      title = {second},
    }@book(other, title={In (parentheses)}, pages = "1--2")
    @preamble{"\\newcommand{\\x}{y}"}
    @nokey{title={T}}
    @misc{a key with blanks title = {U}}
    """
  let found = records(text)
  #expect(found.map(\.type) == ["article", "book", "nokey", "misc"])
  #expect(found.map(\.key) == ["vaswani17", "other", "", "a key with blanks"])
  #expect(found.allSatisfy { !$0.isTorn })
  #expect(
    found[0].fields == [
      "title": "The {\"}quoted{\"} {\\LaTeX} title", "year": "2017", "month": "jun~12",
      "journal": "Neural Information Processing Neural Information",
      "note": "nested {braces {deep}} and\n          a line break", "empty": "",
      "bare": "plain words",
    ])
  #expect(found[1].fields == ["title": "In (parentheses)", "pages": "1--2"])
  #expect(found[2].fields == ["title": "T"])
  #expect(found[3].fields == ["title": "U"])
}

@Test func aBrokenEntryCostsNoOther() {
  let found = records(
    """
    @misc{a, title={Never closed, eprint={arXiv:1512.03385},
    @misc{b, title="Never closed {either,
      year=2001}
    @misc{c, title={Fine}}
    @misc{d
    @misc{e, eprint={1706.03762}
    """)
  #expect(found.map(\.key) == ["a", "b", "c", "d", "e"])
  #expect(found.map(\.isTorn) == [true, true, false, false, false])
  #expect(found[0].reference?.description == "1512.03385")
  #expect(found[2].fields == ["title": "Fine"])
  #expect(found[4].reference?.description == "1706.03762")
}

@Test(arguments: ["@a{b, c =", "@a{b, c = d #", "@a{", "@string{s ="])
func anEntryBehindAMissingKeyOrValueIsRead(broken: String) {
  let found = records(broken + "\n@misc{k, eprint = {1706.03762}}")
  #expect(found.last?.key == "k")
  #expect(found.last?.reference?.description == "1706.03762")
}

@Test func oldFilesAreReadInLatin1() {
  var bytes = Array("@misc{m, author={M".utf8)
  bytes += [0xFC]
  bytes += Array("ller}, note={".utf8) + [0x93, 0x61, 0x94] + Array("}, title={é}}".utf8)
  let record = BibTeXReader(bytes).first { _ in true }
  #expect(record?.fields == ["author": "Müller", "note": "“a”", "title": "é"])
}

@Test func everyPlaceOfAnIdentifierIsKnown() {
  for text in [
    "eprint={1706.03762}", "eprint={1706.03762v2}, archivePrefix={arXiv}",
    "eprint={arXiv:1706.03762}, eprinttype=arxiv", "url={https://arxiv.org/pdf/1706.03762v3.pdf}",
    "doi={10.48550/ARXIV.1706.03762}", "doi={https://doi.org/10.48550/arXiv.1706.03762}",
    "journal={arXiv preprint arXiv:1706.03762}", "journal=CoRR, volume={abs/1706.03762}",
    "note={Also available as arXiv:1706.03762 [cs.CL]}", "journal={ArXiv}, number=1706.03762",
    "howpublished={\\url{https://arxiv.org/abs/1706.03762}}", "eid={arXiv:1706.03762}",
    "journal={arXiv e-prints}, pages={arXiv:1706.03762}", "arxivid=1706.03762",
  ] {
    #expect(id(text).map { String($0.prefix(10)) } == "1706.03762", "\(text)")
  }
  #expect(id("eprint={9711200}, archivePrefix={hep-th}") == "hep-th/9711200")
  #expect(id("eprint={0309136}, primaryClass={math.GT}, archiveprefix=arXiv") == "math/0309136")
}

@Test func noIdentifierIsInvented() {
  for text in [
    "title={On 1706.03762}", "doi={10.1145/1706.03762}", "eprint={1706.03762}, eprinttype={hal}",
    "abstract={We extend arXiv:1706.03762.}", "journal={Phys. Rev.}, volume={1706.03762}",
    "url={https://example.org/1706.03762}", "note={pages 1706.03762}",
  ] {
    #expect(id(text) == nil, "\(text)")
  }
}

@Test func hostileFilesAreReadInTimeThatGrowsWithThem() {
  let many = 20_000
  for text in [
    String(repeating: "@", count: many), String(repeating: "@a{", count: many),
    String(repeating: "\n@a{", count: many), String(repeating: "\n@a{b,c={", count: many),
    String(repeating: "@comment{", count: many), String(repeating: "{", count: many),
    "@a{b,c=" + String(repeating: "{", count: many),
    "@a{b,c=\"" + String(repeating: "\n ", count: many),
    "@a{" + String(repeating: "b ", count: many), "@a{b," + String(repeating: "c=\"", count: many),
    "@a{b,title=" + String(repeating: "{", count: many) + String(repeating: "}", count: many),
    "@a{b,author={" + String(repeating: "and {", count: many),
  ] {
    for record in records(text) {
      _ = record.reference
      _ = record.keywords
      if let reference = ArXivReference("1706.03762") {
        _ = record.description(of: reference, date: Timestamp(milliseconds: 0))
      }
    }
  }
  // Strings that double one another would fill any memory.
  let names = (1...200).map { "@string{s\($0) = s\($0 - 1) # s\($0 - 1)}" }
  let bomb = "@string{s0 = {0123456789}}\n" + names.joined(separator: "\n")
  let uses = String(repeating: " # s200", count: many)
  let value = records(bomb + "\n@a{b, c = s200\(uses)}").first?.fields["c"]
  #expect((value?.utf8.count ?? 0) <= 8192)
}

@Test func anyBytesAreRead() {
  var generator: UInt64 = 1
  func random(_ bound: Int) -> Int {
    generator = generator &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(generator >> 33) % bound
  }
  let signs = Array("@{}\"#=,() \n\\ab1stringcomment".utf8) + [0xFF, 0x0D]
  for _ in 0..<500 {
    let bytes = (0..<200).map { _ in signs[random(signs.count)] }
    for record in BibTeXReader(bytes) { _ = record.reference }
    let entry = Array("\n@misc{k, eprint = {1706.03762}}".utf8)
    let read = Array(BibTeXReader(bytes + entry))
    #expect(read.last?.reference == ArXivReference("1706.03762"))
  }
}

@Test func aDescriptionIsWhatTheEntrySays() throws {
  let record = try #require(
    records(
      """
      @article{k,
        title = {{The {\\"O}sterreich of
           {GAN}s}},
        author = {Vaswani, Ashish and {Google Brain Team} and van der Maaten, Laurens AND
          King, Jr., Martin Luther and Noam Shazeer and others},
        abstract = {One
          two.}, primaryClass = {cs.LG}, keywords = {deep learning, Vision; GANs,,vision}
      }
      """
    ).first)
  let reference = try #require(ArXivReference("1706.03762v2"))
  let day = try time("2017-06-30T23:59:59Z")
  #expect(
    record.description(of: reference, date: day)
      == Paper(
        id: reference.id, version: 2, title: "The {\\\"O}sterreich of {GAN}s", abstract: "One two.",
        authors: [
          "Ashish Vaswani", "Google Brain Team", "Laurens van der Maaten",
          "Martin Luther King Jr.", "Noam Shazeer",
        ].map { Paper.Author($0) }, categories: ["cs.LG"], published: day))
  #expect(record.description(of: reference, date: day)?.titleText == "The Österreich of GANs")
  #expect(record.keywords == ["deep learning", "Vision", "GANs", "vision"])
  let untitled = try #require(records("@a{k, year=2001}").first)
  #expect(untitled.description(of: reference, date: day) == nil)
}

@Test func whatPaperqExportsIsReadBack() throws {
  var papers = try ["1706.03762", "2401.00002", "hep-th/9901001"].map { try Paper.bare($0) }
  papers[0].title = "A {brace and a } brace, 5% of $x_1$"
  papers[1].authors = [.init("Smith, Jr."), .init("Research and Development"), .init("A. B")]
  let bytes = ExportEncoder.text(of: papers.map { ExportItem(paper: $0) }, as: .bibtex)
  let found = Array(BibTeXReader(bytes))
  #expect(found.compactMap(\.reference?.id) == papers.map(\.id))
  let second = found[1].description(
    of: ArXivReference(id: papers[1].id), date: papers[1].published)
  #expect(second?.authors.map(\.name) == ["Smith, Jr.", "Research and Development", "A. B"])
}

@Test func bibtexIsRecognizedByALineThatBeginsAnEntry() {
  for text in [
    "@misc{a,", "\u{FEFF}@misc{a,\n", "text\r\n  @Article ( a ,", "@string{a", "x\n@misc{a",
  ] {
    #expect(BibTeXReader.recognizes(Array(text.utf8)), "\(text)")
  }
  for text in ["", "@", "me@example.org", "@alice {hello} said, 1706.03762", "see @misc{a,"] {
    #expect(!BibTeXReader.recognizes(Array(text.utf8)), "\(text)")
  }
}
