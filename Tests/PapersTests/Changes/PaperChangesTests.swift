import Papers
import TestSupport
import Testing

struct PaperChangesTests {
  private let id = ArXivID(literal: "2401.00001")
  private let time = Timestamp(literal: "2026-02-01T00:00:00Z")

  private func paper(
    _ version: Int, title: String = "A Title", abstract: String = "What it says.",
    authors: [String] = ["Ann Lee", "Bo Li"], comment: String? = nil,
    categories: [String] = ["cs.LG"]
  ) -> Paper {
    Paper(
      id: id, version: version, title: title, abstract: abstract,
      authors: authors.map { Paper.Author($0) }, categories: categories,
      published: Timestamp(literal: "2024-01-02T03:04:05Z"),
      updated: Timestamp(literal: "2024-0\(version)-02T03:04:05Z"), comment: comment)
  }

  private func seeing(_ version: Int?, _ library: Library) -> Library {
    library.applying(
      LibraryChange(action: "open", at: time, steps: [.init(id, .seenVersion(version))]))
  }

  private func taking(_ papers: Paper..., into library: Library) -> Library {
    var library = library
    let merge = library.merging(papers)
    library.apply(merge)
    #expect(library.merging(papers).isEmpty, "merging twice is merging once")
    return library
  }

  private func earlier(_ library: Library) -> Int? { library.paper(id)?.earlier?.number }

  @Test func changedFieldsAreComparedWithTeXAsUnicode() {
    let old = paper(
      1, title: #"On $\alpha$"#, authors: [#"P. Erd\H{o}s"#, "Bo Li"], categories: ["cs.LG"])
    let new = paper(
      3, title: "On α", abstract: "What it really says.", authors: ["P. Erdős", "Cy Wu"],
      comment: "5 pages", categories: ["cs.LG", "cs.AI"])
    let changes = PaperChanges(from: PaperVersion(of: old), to: PaperVersion(of: new))
    #expect(changes.from == 1)
    #expect(changes.to == 3)
    #expect(changes.changes.map(\.field) == [.authors, .categories, .comment, .abstract])
    #expect(
      changes.changes.map(\.diff.runs) == [
        [.init(.kept, "P. Erdős, "), .init(.removed, "Bo Li"), .init(.added, "Cy Wu")],
        [.init(.kept, "cs.LG"), .init(.added, " cs.AI")],
        [.init(.added, "5 pages")],
        [.init(.kept, "What it "), .init(.added, "really "), .init(.kept, "says.")],
      ])
  }

  @Test func whatNobodyToldUsIsNoChange() {
    let old = paper(1, abstract: "", authors: [], categories: [])
    #expect(PaperChanges(from: PaperVersion(of: old), to: PaperVersion(of: paper(2))).changes == [])
  }

  @Test func thePaperKeepsTheVersionThatTheUserHadSeen() throws {
    var library = seeing(1, Library(papers: [paper(1, title: "One")]))
    library = taking(paper(2, title: "Two"), into: library)
    #expect(library.paper(id)?.earlier == PaperVersion(of: paper(1, title: "One")))
    #expect(library.isUpdated(id))
    // A further version does not hide what was seen, nor does a late older one.
    library = taking(paper(4, title: "Four"), into: library)
    library = taking(paper(3, title: "Three"), into: library)
    #expect(earlier(library) == 1)
    #expect(library.comparedVersion(of: id) == 1)
    // Opening the page loses nothing, until the next version comes.
    library = seeing(4, library)
    #expect(!library.isUpdated(id))
    #expect(library.comparedVersion(of: id) == 1)
    #expect(library.changes(of: id)?.to == 4)
    library = taking(paper(4, title: "Four!"), into: library)
    #expect(earlier(library) == 1)
    library = taking(paper(5, title: "Five"), into: library)
    #expect(library.paper(id)?.earlier == PaperVersion(of: paper(4, title: "Four!")))
    let changes = try #require(library.changes(of: id))
    #expect([changes.from, changes.to] == [4, 5])
  }

  @Test func versionsOfOneFeedComeTogether() {
    let library = taking(
      paper(2), paper(3, title: "Three"), into: seeing(1, Library(papers: [paper(1)])))
    #expect(earlier(library) == 1)
    #expect(library.paper(id)?.title == "Three")
  }

  @Test func aPaperThatNobodyKnowsKeepsNothing() {
    let library = taking(paper(2), into: Library(papers: [paper(1)]))
    #expect(library.paper(id) == paper(2).merged(with: paper(1)))
    #expect(earlier(library) == nil)
    #expect(!library.isUpdated(id))
    #expect(library.changes(of: id) == nil)
    #expect(library.comparedVersion(of: id) == 1)
  }

  /// `source` is where the paper is from of which only about is known when it was submitted.
  @Test(arguments: [
    (String?.none, 3, Int?.some(3)), ("import", 1, nil), ("import", 3, 3), ("daily", 1, 1),
  ])
  func noVersionIsSeenThatNobodyKnows(source: String?, version: Int, seen: Int?) {
    var paper = paper(version)
    paper.hasApproximateDates = source != nil
    paper.sources = source.map { [$0] } ?? []
    let star = LibraryChange(action: "toggle-star", at: time, steps: [.init(id, .star(true))])
    let library = Library(papers: [paper])
    let noted = library.applying(library.completing(star)).reading(id)
    #expect(noted.star)
    #expect(noted.seenVersion == seen)
  }

  @Test func aVersionThatWasFetchedForItIsKept() {
    // An older library: the version seen is known, its text is not.
    var library = seeing(1, Library(papers: [paper(3)]))
    #expect(library.comparedVersion(of: id) == 1)
    #expect(library.changes(of: id) == nil)
    library = taking(paper(1, title: "One"), into: library)
    #expect(library.paper(id)?.version == 3)
    #expect(library.changes(of: id)?.from == 1)
    // Who has seen the present version compares it with the one before.
    library = seeing(3, Library(papers: [paper(3)]))
    #expect(library.comparedVersion(of: id) == 2)
    #expect(earlier(taking(paper(2), into: library)) == 2)
  }

  @Test func aFirstVersionHasNothingToBeComparedWith() {
    let library = seeing(1, Library(papers: [paper(1)]))
    #expect(library.comparedVersion(of: id) == nil)
    #expect(library.changes(of: id) == nil)
  }

  @Test func ofTwoCopiesTheOneThatSawMoreIsKept() {
    var (one, two) = (paper(3), paper(3))
    one.earlier = PaperVersion(of: paper(1))
    two.earlier = PaperVersion(of: paper(2))
    #expect(one.merged(with: two).earlier?.number == 2)
    #expect(two.merged(with: one).earlier?.number == 2)
    // What is not older than the paper is no earlier version of it.
    two.earlier = PaperVersion(of: paper(3))
    #expect(one.merged(with: two).earlier?.number == 1)
  }

  @Test func actingOnAPaperCountsAsSeeingIt() {
    let library = Library(papers: [paper(2)])
    func noted(_ edits: ReadingEdit...) -> [ReadingEdit] {
      let change = LibraryChange(action: "a", at: time, steps: edits.map { .init(id, $0) })
      let steps = library.notingVersions(in: change).steps
      #expect(Array(steps.prefix(edits.count)) == change.steps)
      return steps.dropFirst(edits.count).map(\.edit)
    }
    let note = Note(id: "n", created: time, text: "t")
    let interested: [ReadingEdit] = [
      .state(.queued), .state(.reading), .state(.read), .depth(.skimmed), .star(true),
      .rank(QueueRank("V")), .project("p"), .tag("t", isPresent: true), .note(note),
    ]
    for edit in interested { #expect(noted(edit) == [.seenVersion(2)]) }
    let indifferent: [ReadingEdit] = [
      .state(.unread), .state(.dismissed), .depth(.notYet), .star(false), .rank(nil),
      .project(nil), .tag("t", isPresent: false), .removeNote(id: "n"), .seenVersion(1),
    ]
    for edit in indifferent { #expect(noted(edit) == []) }
    #expect(noted(.state(.queued), .rank(QueueRank("V"))) == [.seenVersion(2)])
    #expect(noted(.star(true), .seenVersion(1)) == [])
    let known = seeing(1, library)
    let star = LibraryChange(action: "a", at: time, steps: [.init(id, .star(true))])
    #expect(known.notingVersions(in: star) == star)
    #expect(Library().notingVersions(in: star) == star)
  }
}
