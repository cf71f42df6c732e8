import JSONText
import Papers
import TestSupport
import Testing

/// Papers whose taking in was taken back.
struct TakenOutTests {
  private static let time = Timestamp(literal: "2026-02-01T00:00:00Z")
  private static let id = ArXivID(literal: "2401.00001")

  private static func paper(sources: [String] = []) -> Paper {
    Paper(
      id: id, title: "Attention and memory", abstract: "Of attention.",
      published: Timestamp(literal: "2024-01-02T03:04:05Z"), sources: sources)
  }

  /// A library after a paper was taken in as queued, and that was undone.
  private static func undone(_ paper: Paper, takenFrom sources: [String]? = nil) -> Library {
    var library = Library(papers: [paper])
    let change = LibraryChange(
      action: "import", at: time,
      steps: [.init(id, .takeIn(sources: sources ?? paper.sources))]
        + library.steps(toMark: [id], as: .queued)
    )
    let inverse = library.inverse(of: change, at: time.advanced(byDays: 1))
    library.apply(change)
    #expect(library.shows(id))
    library.apply(inverse)
    return library
  }

  private static func isFound(in library: Library, _ query: String = "") throws -> Bool {
    try library.ids(matching: Query(parsing: query), now: time) == [id]
  }

  @Test(arguments: ["", "is:unread", "attention", "is:dismissed OR -is:dismissed"])
  func noQueryFindsThem(query: String) throws {
    let library = Self.undone(Self.paper(sources: ["import"]))
    #expect(library.isTakenOut(Self.id) && !library.shows(Self.id) && library.contains(Self.id))
    #expect(try !Self.isFound(in: library, query))
    #expect(try Self.isFound(in: Library(papers: [Self.paper()]), query))
  }

  @Test func aSourceThatBringsThemShowsThem() throws {
    var library = Self.undone(Self.paper())
    library.apply(library.merging([Self.paper(sources: ["learning"])]))
    #expect(try Self.isFound(in: library))
    // It may have brought them while they were taken in.
    #expect(try Self.isFound(in: Self.undone(Self.paper(sources: ["learning"]), takenFrom: [])))
    // Those that a file names, as another library's export does, do not bring it.
    library = Self.undone(Self.paper(sources: ["import", "learning"]))
    #expect(try !Self.isFound(in: library))
    library.apply(library.merging([Self.paper(sources: ["learning", "vision"])]))
    #expect(try Self.isFound(in: library))
  }

  @Test(arguments: [
    ReadingEdit.state(.read), .star(true), .depth(.skimmed), .tag("a", isPresent: true),
    .project("p"), .note(Note(id: "n", created: time, text: "one")),
  ])
  func whatTheUserDoesWithThemTakesThemInForGood(edit: ReadingEdit) throws {
    let library = Self.undone(Self.paper())
    let change = LibraryChange(
      action: "a", at: Self.time.advanced(byDays: 2), steps: [.init(Self.id, edit)])
    let completed = library.completing(change)
    #expect(completed.steps.contains(.init(Self.id, .takeIn(sources: []))))
    let after = library.applying(completed)
    #expect(try Self.isFound(in: after))
    let inverse = after.inverse(
      of: LibraryChange(action: "b", at: Self.time, steps: [.init(Self.id, .takeIn(sources: []))]),
      at: Self.time)
    #expect(inverse.steps == [.init(Self.id, .takeIn(sources: []))])
    // Also when it is unread again.
    let unread = after.applying(
      LibraryChange(
        action: "c", at: Self.time.advanced(byDays: 3),
        steps: [.init(Self.id, library.reading(Self.id).inverse(of: edit))]))
    #expect(try Self.isFound(in: unread))
    // Without that they would be there as long as something stands in their record.
    #expect(try Self.isFound(in: library.applying(change)))
  }

  @Test func theyAreSimilarToNothing() {
    let other = Paper(
      id: ArXivID(literal: "2401.00002"), title: "Attention", abstract: "Attention.",
      published: Self.time)
    var library = Self.undone(Self.paper())
    library.apply(library.merging([other]))
    #expect(library.papers(similarTo: other) == [])
    #expect(Library(papers: [Self.paper(), other]).papers(similarTo: other) == [Self.id])
  }

  @Test func theRecordIsReadBackAsItWasWritten() throws {
    let record = Self.undone(Self.paper()).reading(Self.id)
    #expect(
      record.json.text
        == #"{"changed":{"rank":"2026-02-02T00:00:00.000Z","state":"2026-02-02T00:00:00.000Z","#
        + #""takenOut":"2026-02-02T00:00:00.000Z"},"takenOut":[]}"#)
    #expect(ReadingRecord(json: record.json) == record)
    #expect(ReadingRecord().merged(with: record) == record)
  }
}
