import PaperExport
import Papers
import Testing

/// A paper that means harm, with a note that does its best to break out.
private func hostile() throws -> ExportItem {
  var item = try ExportItem.noted("ER  - \n* x\n,* y\n#+end_src\n \"a\",b\r=1\n")
  item.paper.title = "=cmd|' [[shell:rm]] src_sh{x} :a:\u{1B}[31m\u{202E}"
  item.paper.abstract = "* One\nER  - \n#+include: \"/etc/passwd\""
  item.paper.authors = [.init("+Eve, Jr."), .init("The Big Collaboration"), .init("Plato")]
  item.paper.comment = "-1"
  item.paper.dois = ["10.1/a", "10.1/b"]
  return item
}

private func text(_ format: ExportFormat, _ items: ExportItem...) -> String {
  ExportEncoder.text(of: items, as: format).text
}

@Test func risIsWrittenInFull() throws {
  #expect(
    text(.ris, try .read(), ExportItem(paper: try .bare())) == """
      TY  - UNPB
      ID  - 1706.03762
      AU  - Vaswani, Ashish
      AU  - Shazeer, Noam
      TI  - Attention Is All You Need
      AB  - Sequence models are complex.
            We propose the Transformer.
      PY  - 2017
      DA  - 2017/06/12
      PB  - arXiv
      AN  - arXiv:1706.03762
      UR  - https://arxiv.org/abs/1706.03762
      L1  - https://arxiv.org/pdf/1706.03762
      KW  - attention
      N1  - Softmax(*QK*)V
      ER  -\u{20}

      TY  - UNPB
      ID  - hep-th/9901001
      TI  - A Title
      PY  - 1999
      DA  - 1999/01/04
      PB  - arXiv
      AN  - arXiv:hep-th/9901001
      UR  - https://arxiv.org/abs/hep-th/9901001
      L1  - https://arxiv.org/pdf/hep-th/9901001
      ER  -\u{20}

      """)
}

@Test func noLineOfANoteEndsARISRecord() throws {
  #expect(
    text(.ris, try hostile()).unicodeScalars.elementsEqual(
      """
      TY  - UNPB
      ID  - 1706.03762
      AU  - +Eve, Jr.
      AU  - The Big Collaboration
      AU  - Plato
      TI  - =cmd|' [[shell:rm]] src_shx :a:[31m
      AB  - * One
            ER -
            #+include: "/etc/passwd"
      PY  - 2017
      DA  - 2017/06/12
      PB  - arXiv
      AN  - arXiv:1706.03762
      DO  - 10.1/a
      UR  - https://arxiv.org/abs/1706.03762
      L1  - https://arxiv.org/pdf/1706.03762
      N1  - ER  -\u{20}
            * x
            ,* y
            #+end_src
             "a",b\u{D}      =1
            
      ER  -\u{20}

      """.unicodeScalars))
}

@Test func cslIsWrittenInFull() throws {
  #expect(
    text(.cslJSON, try .read(), ExportItem(paper: try .bare())) == #"""
      [
      {"id":"1706.03762","type":"article","genre":"preprint",\#
      "title":"Attention Is All You Need",\#
      "author":[{"family":"Vaswani","given":"Ashish"},{"family":"Shazeer","given":"Noam"}],\#
      "issued":{"date-parts":[[2017,6,12]]},"publisher":"arXiv","number":"arXiv:1706.03762",\#
      "URL":"https://arxiv.org/abs/1706.03762",\#
      "abstract":"Sequence models are complex.\nWe propose the Transformer.",\#
      "keyword":"attention","note":"Softmax(*QK*)V"},
      {"id":"hep-th/9901001","type":"article","genre":"preprint","title":"A Title",\#
      "issued":{"date-parts":[[1999,1,4]]},"publisher":"arXiv",\#
      "number":"arXiv:hep-th/9901001","URL":"https://arxiv.org/abs/hep-th/9901001"}
      ]

      """#)
  #expect(text(.cslJSON) == "[\n]\n")
  let authors =
    #""author":[{"literal":"+Eve, Jr."},{"literal":"The Big Collaboration"},"#
    + #"{"literal":"Plato"}],"#
  #expect(text(.cslJSON, try hostile()).contains(authors))
}

@Test func csvIsWrittenInFullAndHoldsNoFormulaOfAFeed() throws {
  let header = """
    id,version,title,authors,categories,published,updated,comment,journalRef,doi,url,pdf,\
    abstract,state,depth,star,tags,project,notes\r\n
    """
  #expect(
    text(.csv, try .read(), try hostile(), ExportItem(paper: try .bare())) == header + #"""
      arXiv:1706.03762,7,Attention Is All You Need,Ashish Vaswani; Noam Shazeer,cs.CL cs.LG,\#
      2017-06-12,2023-08-02,"15 pages, 5 figures",,,https://arxiv.org/abs/1706.03762,\#
      https://arxiv.org/pdf/1706.03762,"Sequence models are complex.
      We propose the Transformer.",read,3,true,attention,thesis,Softmax(*QK*)V\#r
      arXiv:1706.03762,7,'=cmd|' [[shell:rm]] src_shx :a:[31m,\#
      "'+Eve, Jr.; The Big Collaboration; Plato",cs.CL cs.LG,2017-06-12,2023-08-02,'-1,,10.1/a,\#
      https://arxiv.org/abs/1706.03762,https://arxiv.org/pdf/1706.03762,"* One
      ER -
      #+include: ""/etc/passwd""",unread,0,false,,,"ER  -\#u{20}
      * x
      ,* y
      #+end_src
       ""a"",b\#r=1
      "\#r
      arXiv:hep-th/9901001,1,A Title,,,1999-01-04,1999-01-04,,,,\#
      https://arxiv.org/abs/hep-th/9901001,https://arxiv.org/pdf/hep-th/9901001,,\#
      unread,0,false,,,\#r

      """#)
}

@Test func orgIsWrittenInFull() throws {
  #expect(
    text(.org, try .read(), ExportItem(paper: try .bare())) == """
      * Attention Is All You Need :attention:
      :PROPERTIES:
      :ARXIV: 1706.03762
      :VERSION: 7
      :AUTHORS: Ashish Vaswani; Noam Shazeer
      :PUBLISHED: 2017-06-12
      :UPDATED: 2023-08-02
      :CATEGORIES: cs.CL cs.LG
      :COMMENTS: 15 pages, 5 figures
      :URL: https://arxiv.org/abs/1706.03762
      :PDF: https://arxiv.org/pdf/1706.03762
      :STATE: read
      :DEPTH: 3
      :STAR: true
      :KEYWORDS: attention
      :PROJECT: thesis
      :END:
      #+begin_example
      Sequence models are complex.
      We propose the Transformer.
      #+end_example
      ** 2026-11-22
      #+begin_src markdown
      Softmax(*QK*)V
      #+end_src

      * A Title
      :PROPERTIES:
      :ARXIV: hep-th/9901001
      :VERSION: 1
      :PUBLISHED: 1999-01-04
      :UPDATED: 1999-01-04
      :URL: https://arxiv.org/abs/hep-th/9901001
      :PDF: https://arxiv.org/pdf/hep-th/9901001
      :STATE: unread
      :DEPTH: 0
      :STAR: false
      :END:

      """)
}

@Test func noLineLeavesItsBlockInOrg() throws {
  let lines = text(.org, try hostile()).split(
    separator: "\n" as Character, omittingEmptySubsequences: false)
  #expect(lines.first == "* =cmd|' [\u{200B}[shell:rm]] src\u{200B}_shx :a:[31m")
  #expect(
    lines.drop { $0 != ":END:" }.map(String.init) == [
      ":END:", "#+begin_example", ",* One", "ER -", ",#+include: \"/etc/passwd\"",
      "#+end_example", "** 2026-11-22", "#+begin_src markdown", "ER  - ", ",* x", ",,* y",
      ",#+end_src", " \"a\",b\r=1", "", "#+end_src", "",
    ])
  var item = try ExportItem.noted()
  item.paper.title = "TODO [[b:"
  #expect(text(.org, item).hasPrefix("* \u{200B}TODO [\u{200B}[b:\u{200B}\n"))
}

@Test(arguments: ExportFormat.allCases)
func everyFormatIsTheSameTwiceAndCleanOfControls(format: ExportFormat) throws {
  var item = try ExportItem.read()
  item.paper.title = "a\(controls)b"
  item.paper.abstract = "a\(controls)b\nc\(controls)"
  item.paper.authors = [.init("A\(controls) B", affiliations: [controls])]
  item.paper.comment = controls
  item.paper.dois = ["10.1/\(controls)"]
  item.paper.categories = ["cs\(controls)"]
  let bytes = ExportEncoder.text(of: [item, item], as: format)
  #expect(bytes == ExportEncoder.text(of: [item, item], as: format))
  #expect(isClean(bytes, in: format))
}

@Test(arguments: ExportFormat.allCases)
func aStreamOfManyPapersHasThePiecesOfTheWhole(format: ExportFormat) throws {
  let items = try (1...500).map { number in
    var item = try ExportItem.noted("Note \(number)")
    item.paper.title = "Paper \(number)"
    return item
  }
  let pieces = Array(ExportStream(items, as: format))
  #expect(pieces.count > 1 && pieces.allSatisfy { $0.count < 1 << 17 })
  #expect(pieces.flatMap(\.self) == ExportEncoder.text(of: items, as: format))
}
