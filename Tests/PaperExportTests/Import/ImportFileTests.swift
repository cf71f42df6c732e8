import JSONText
import PaperExport
import Papers
import Testing

private func file(_ text: String) throws -> ImportFile {
  ImportFile(Array(text.utf8), now: try time("2026-11-22T01:02:03Z"))
}

@Test func aFileIsKnownByItsContent() throws {
  #expect(try file("\u{FEFF}\n  @misc{a, eprint={1706.03762}}").kind == .bibtex)
  #expect(try file("\u{FEFF}\n {\"id\": \"1706.03762\"}\n").kind == .jsonl)
  #expect(try file("[{\"id\": \"1706.03762\"}]").kind == .text)
  #expect(try file("").kind == .text)
  #expect(
    try file("{1706.03762, 1512.03385}").papers.map(\.id.description) == [
      "1706.03762", "1512.03385",
    ])
}

@Test func whatAnExportSaysIsReadBack() throws {
  let item = try ExportItem.read()
  var bytes: [UInt8] = []
  PaperJSON.writeLine(item, to: &bytes)
  let now = try time("2026-11-22T01:02:03Z")
  let paper = try #require(ImportFile(bytes, now: now).papers.first)
  #expect(paper.description?.added == item.paper.published)
  var expected = item.paper
  expected.added = now
  #expect(paper.placeholder(at: now) == expected)
  #expect(!paper.isApproximate)
  let reading = try #require(paper.reading)
  #expect(reading.state == .read && reading.depth == .understood && reading.star)
  #expect(reading.project == "thesis" && reading.tags == ["attention"])
  #expect(reading.notes == item.reading.notes)
}

@Test func wrongTypesCostNoMoreThanTheirField() throws {
  let line = """
    {"id":"1706.03762v3","version":-1,"title":7,"state":"gone","depth":9,"star":"yes","tags":[1,"a"],\
    "notes":[{"text":"no id"},7],"authors":"x","project":{}}
    """
  let paper = try #require(try file(line).papers.first)
  #expect(paper.reference.description == "1706.03762v1" && paper.description == nil)
  var reading = ReadingRecord()
  reading.apply(.tag("a", isPresent: true), at: try time("2026-11-22T01:02:03Z"))
  #expect(paper.reading == reading)
}

@Test func noControlCharacterOfAFileIsKept() throws {
  let text =
    "@misc{a, title={x\(controls)}, author={A\(controls)}, abstract={y\(controls)}, "
    + "eprint={1706.03762}}"
  let paper = try #require(try file(text).papers.first)
  let kept = paper.placeholder(at: try time("2026-11-22T01:02:03Z"))
  #expect(kept.title == "x[31m" && kept.abstract == "y[31m")
  #expect(kept.authors.map(\.name) == ["A[31m"])
  #expect(kept.hasApproximateDates && kept.sources == ["import"])
  #expect(kept.published == (try time("2017-06-30T23:59:59Z")))
}

@Test func aPaperOfThisMonthIsNoOlderThanNow() throws {
  let paper = try #require(try file("2611.00001").papers.first)
  let now = try time("2026-11-22T01:02:03Z")
  #expect(paper.placeholder(at: now).published == now)
  #expect(paper.placeholder(at: now).title == "arXiv:2611.00001")
}

@Test func stepsTakenTwiceAreTakenOnce() throws {
  let now = try time("2026-11-22T01:02:03Z")
  var bytes: [UInt8] = []
  PaperJSON.writeLine(try .read(), to: &bytes)
  let papers = ImportFile(bytes, now: now).papers + (try file("hep-th/9901001").papers)
  var library = Library(papers: [try .attention(), try .bare()])
  let steps = library.steps(toImport: papers, as: .queued, keywordsAreTags: false)
  library.apply(LibraryChange(action: "import", at: now, steps: steps))
  let reading = library.reading(try #require(ArXivID("1706.03762")))
  #expect(reading.state == .read && reading.tags == ["attention"] && reading.notes.count == 1)
  #expect(library.queue.map(\.description) == ["hep-th/9901001"])
  #expect(library.steps(toImport: papers, as: .queued, keywordsAreTags: false).isEmpty)
}
