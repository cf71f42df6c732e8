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

/// A library with these papers queued, in this order.
private func queued(_ ids: [String], at now: Timestamp) throws -> Library {
  var library = Library(papers: try ids.map { try .bare($0) })
  let queue = try ids.map { try #require(ArXivID($0)) }
  let steps = library.steps(toMark: queue, as: .queued)
  library.apply(LibraryChange(action: "queue", at: now, steps: steps))
  return library
}

@Test func theOrderOfTheQueueComesBack() throws {
  let now = try time("2026-11-22T01:02:03Z")
  let order = ["2401.00002", "2401.00003", "2401.00001"]
  var exported = try queued(order, at: now)
  let last = try #require(ArXivID("2401.00001"))
  exported.apply(
    LibraryChange(action: "start", at: now, steps: exported.steps(toMark: [last], as: .reading)))
  let items = exported.queue.sorted().compactMap { id in
    exported.paper(id).map { ExportItem(paper: $0, reading: exported.reading(id)) }
  }
  let bytes = ExportEncoder.text(of: items, as: .jsonl)
  let papers = ImportFile(bytes, now: now).papers
  #expect(papers.map(\.id.description) == order.sorted())

  // Behind what is queued, and with the very places in an empty queue.
  for present in [["2402.00009"], []] {
    var library = try queued(present, at: now)
    library.apply(library.merging(papers.map { $0.placeholder(at: now) }))
    let steps = library.steps(toImport: papers, as: .queued, keywordsAreTags: false)
    library.apply(LibraryChange(action: "import", at: now, steps: steps))
    #expect(library.queue.map(\.description) == present + order)
    #expect(library.reading(last).state == .reading)
    if present.isEmpty {
      #expect(
        order.map { library.reading(ArXivID($0)!).rank }
          == order.map { exported.reading(ArXivID($0)!).rank })
    }
    #expect(library.steps(toImport: papers, as: .queued, keywordsAreTags: false).isEmpty)
  }
}

@Test func onlyAPaperInTheQueueHasAPlaceInIt() throws {
  var item = ExportItem(paper: try .bare())
  let now = try time("2026-11-22T01:02:03Z")
  item.reading.apply(.rank(QueueRank("V")), at: now)
  for state in ReadingState.allCases {
    item.reading.apply(.state(state), at: now)
    let isInQueue = state == .queued || state == .reading
    #expect(PaperJSON.object(of: item).object?["rank"] == (isInQueue ? .string("V") : nil))
  }
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
