import JSONText
import PaperExport
import Papers
import Testing

@Test func aPaperIsOneLineWithKeysInTheOrderOfTheSpecification() throws {
  var item = try ExportItem.read()
  item.paper.dois = ["10.1/a", "10.1/b"]
  item.paper.journalRef = "NIPS 2017"
  #expect(
    ExportEncoder.text(of: [item], as: .jsonl).text == """
      {"id":"1706.03762","version":7,"title":"Attention Is All You Need",\
      "abstract":"Sequence models are complex.\\nWe propose the Transformer.",\
      "titleText":"Attention Is All You Need",\
      "abstractText":"Sequence models are complex.\\nWe propose the Transformer.",\
      "authors":[{"name":"Ashish Vaswani","affiliations":["Google"]},{"name":"Noam Shazeer"}],\
      "categories":["cs.CL","cs.LG"],"primaryCategory":"cs.CL",\
      "published":"2017-06-12T17:57:34Z","updated":"2023-08-02T00:41:18Z",\
      "comment":"15 pages, 5 figures","journalRef":"NIPS 2017","doi":"10.1/a","dois":["10.1/b"],\
      "url":"https://arxiv.org/abs/1706.03762","pdf":"https://arxiv.org/pdf/1706.03762",\
      "sources":["canon"],"state":"read","depth":3,"star":true,"tags":["attention"],\
      "notes":[{"id":"n0","created":"2026-11-22T01:02:03.004Z",\
      "edited":"2026-11-22T01:02:03.004Z","text":"Softmax(*QK*)V"}],"project":"thesis"}

      """)
}

@Test func whatAPaperDoesNotHaveIsLeftOut() throws {
  #expect(
    PaperJSON.object(of: ExportItem(paper: try .bare())).text == """
      {"id":"hep-th/9901001","version":1,"title":"A Title","titleText":"A Title",\
      "published":"1999-01-04T12:00:00Z","updated":"1999-01-04T12:00:00Z",\
      "url":"https://arxiv.org/abs/hep-th/9901001","pdf":"https://arxiv.org/pdf/hep-th/9901001",\
      "state":"unread","depth":0,"star":false}
      """)
}

@Test func aRemovedNoteIsLeftOutAndANotesPageAndQuoteAreKept() throws {
  var item = try ExportItem.noted("one", "two")
  let now = try time("2026-11-22T02:00:00Z")
  var note = try Note.sample("one, edited")
  note.id = "n0"
  note.edited = now
  note.page = "3"
  note.quote = "a\nb"
  item.reading.apply(.note(note), at: now)
  item.reading.apply(.removeNote(id: "n1"), at: now)
  let notes = PaperJSON.object(of: item).object?["notes"]
  #expect(
    notes?.text == """
      [{"id":"n0","created":"2026-11-22T01:02:03.004Z","edited":"2026-11-22T02:00:00.000Z",\
      "text":"one, edited","page":"3","quote":"a\\nb"}]
      """)
}

@Test func jsonOfAFeedHasNoControlCharactersAndThatOfANoteIsVerbatim() throws {
  var item = try ExportItem.noted("mine\u{1B}\u{202E}")
  item.paper.title = "A\(controls) B\r\n\tC"
  item.paper.abstract = "One\(controls)\n\n  Two\u{2028}three \n"
  item.paper.authors = [.init("An\(controls)n", affiliations: ["X\(controls)"])]
  item.paper.comment = controls
  item.paper.journalRef = "J\(controls)"
  item.paper.dois = ["10.1/\(controls)", "10.2/\(controls)"]
  let object = try #require(PaperJSON.object(of: item).object)
  #expect(object["title"] == .string("A[31m B C"))
  #expect(object["abstract"] == .string("One[31m\nTwo three"))
  #expect(object["authors"]?.text == #"[{"name":"An[31m n","affiliations":["X[31m"]}]"#)
  #expect(object["comment"] == .string("[31m"))
  #expect(object["journalRef"] == .string("J[31m"))
  #expect(object["doi"] == .string("10.1/[31m"))
  #expect(object["dois"]?.text == #"["10.2/[31m"]"#)
  #expect(
    object["notes"]?.array?.first?.object?["text"] == .string("mine\u{1B}\u{202E}"))
}

@Test func everyLineOfJSONLinesIsOneObject() throws {
  let items = [try ExportItem.noted("a\nb\r\n\u{2028}c"), ExportItem(paper: try .bare())]
  let bytes = ExportEncoder.text(of: items, as: .jsonl)
  let lines = bytes.split(separator: UInt8(ascii: "\n"))
  #expect(lines.count == 2)
  for (line, item) in zip(lines, items) {
    #expect(try JSONValue.parse(Array(line)) == PaperJSON.object(of: item))
  }
}
