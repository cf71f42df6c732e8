import Papers
import TerminalGrid
import TestSupport
import Testing

@testable import QueueUI

struct PaperPageTests {
  private static let id = ArXivID(literal: "2401.00001")

  /// A paper with all that a page can show.
  private static let library: Library = {
    var paper = Paper(
      id: id, version: 4, title: "World Models Without Rewards",
      abstract: "We learn world models.\nCode is at https://github.com/a/b.",
      authors: [
        Paper.Author("Ada Lovelace", affiliations: ["Analytical Society"]),
        Paper.Author("Alan Turing"),
      ],
      categories: ["cs.LG", "cs.AI"], published: Timestamp(literal: "2024-01-05T09:00:00Z"),
      updated: Timestamp(literal: "2026-10-02T09:00:00Z"),
      comment: "Accepted at ICML 2024, 12 pages",
      journalRef: "PMLR 235", dois: ["10.1000/182"], sources: ["learning"],
      added: Timestamp(literal: "2026-11-01T09:00:00Z"))
    var second = paper
    second.version = 2
    second.updated = Timestamp(literal: "2024-03-01T00:00:00Z")
    paper.earlier = PaperVersion(of: second)
    let first = Note(
      id: "1", created: Timestamp(literal: "2026-11-02T10:00:00Z"),
      edited: Timestamp(literal: "2026-11-03T10:00:00Z"),
      text: "# Claim\n- the model **needs no** reward, see arXiv:1803.10122\n- `rssm` is enough",
      page: "4", quote: "no reward is used")
    let other = Note(
      id: "2", created: Timestamp(literal: "2026-11-05T10:00:00Z"), text: "Try it on our robots.")
    return Library(papers: [paper]).applying(
      LibraryChange(
        action: "a", at: DrivenApp.start,
        steps: [
          .init(id, .note(first)), .init(id, .note(other)), .init(id, .seenVersion(2)),
          .init(id, .state(.queued)), .init(id, .star(true)), .init(id, .depth(.skimmed)),
          .init(id, .project("robots")), .init(id, .tag("later", isPresent: true)),
        ]))
  }()

  @Test(arguments: [40, 80])
  func aCommentIsAsItsAuthorsWroteIt(columns: Int) {
    var paper = Self.library.paper(Self.id)
    paper?.comment = "Code: https://github.com/a/b"
    let library = Library(papers: [paper].compactMap(\.self))
    var app = DrivenApp(
      library, columns: columns, rows: 24, session: Session(view: "All"))
    app.press("Enter")
    let words = app.screen.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("comment Code: https://github.com/a/b "))
  }

  @Test func aNoteThatIsWrittenOnThePageIsSeen() {
    var app = DrivenApp(Self.library, columns: 80, rows: 12, session: Session(view: "All"))
    app.press("Enter", "a")
    app.type("what I make of it")
    app.press("Enter")
    #expect(app.screen.contains("\n note of 2026-11-22\n what I make of it\n"))
  }

  @Test func theAuthorsOfACollaborationStandAtTheEndOfItsPage() {
    let paper = Paper(
      id: Self.id, title: "A Search", abstract: "What they found.",
      authors: (1...400).map { Paper.Author("Author Number \($0)") },
      categories: ["hep-ex"], published: Timestamp(literal: "2024-01-05T09:00:00Z"))
    var app = DrivenApp(
      Library(papers: [paper]), columns: 80, rows: 24, session: Session(view: "All"))
    app.press("Enter")
    #expect(app.screen.contains("and 394 more"))
    #expect(app.screen.contains("What they found."))
    #expect(!app.screen.contains("Author Number 400"))
    app.press("G")
    #expect(app.screen.contains("Author Number 400"))
  }

  @Test func manyTagsLeaveRoomInThePreview() {
    let tags = (1...60).map { LibraryChange.Step(Self.id, .tag("tag\($0)", isPresent: true)) }
    let library = Self.library.applying(
      LibraryChange(action: "a", at: DrivenApp.start, steps: tags))
    var app = DrivenApp(library, columns: 80, rows: 40, session: Session(view: "All"))
    #expect(app.screen.contains("tags later tag1"))
    #expect(app.screen.contains("note of 2026-11-02"))
    #expect(!app.screen.contains("tag60"))
    app.press("Enter")
    #expect(app.screen.contains("tag60"))
  }

  @Test func whatTheUserDidIsDatedByTheClockOnTheWall() {
    var app = DrivenApp(
      Self.library, columns: 80, rows: 48, session: Session(view: "All"),
      options: { $0.wallClock = WallClock { _ in 14 * 3600 } })
    #expect(app.screen.contains("note of 2026-11-03, edited 2026-11-04, page 4"))
    app.press("Enter")
    // A day later than in UTC; what arXiv dates is as arXiv has it.
    #expect(app.screen.contains("\n note of 2026-11-03, edited 2026-11-04, page 4\n"))
    #expect(app.screen.contains("\n in the library since 2026-11-01 from learning\n"))
    #expect(app.screen.contains("\n v1  2024-01-05\n"))
  }

  @Test func aPaperOfWhichOnlyTheIdentifierIsKnownSaysSo() {
    let id = ArXivID(literal: "2401.00001")
    var paper = Paper(
      id: id, title: id.placeholderTitle, published: Timestamp(literal: "2024-01-31T23:59:59Z"),
      sources: [Paper.placeholderSource], added: Timestamp(literal: "2026-11-01T09:00:00Z"))
    paper.hasApproximateDates = true
    var app = DrivenApp(
      Library(papers: [paper]), columns: 60, rows: 24, session: Session(view: "All"))
    #expect(app.screen.contains("only the identifier is known; R fetches the rest"))
    #expect(!app.screen.contains("2401.00001v1") && !app.screen.contains("2024-01"))
    app.press("Enter")
    #expect(app.screen.contains("only the identifier is known; R fetches the rest"))
    #expect(!app.screen.contains("2024-01-31") && !app.screen.contains("v1"))
    #expect(app.screen.contains("in the library since 2026-11-01 from import"))
    // What is not known was not seen.
    #expect(app.stored.reading(id).seenVersion == nil)

    paper.title = "Attention"
    app = DrivenApp(
      Library(papers: [paper]), columns: 60, rows: 24, session: Session(view: "All"))
    #expect(app.screen.contains("known as a file describes it; R fetches the rest"))
  }

  @Test func thePageShowsAllThereIs() {
    var app = DrivenApp(Self.library, columns: 80, rows: 48, session: Session(view: "All"))
    app.press("Enter")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       World Models Without Rewards
       Ada Lovelace (Analytical Society), Alan Turing
       2401.00001v4  cs.LG cs.AI  queued  starred
       updated: v2 → v4; d shows what changed
       ICML 2024 · published in PMLR · 12 pages · code
       comment Accepted at ICML 2024, 12 pages
       published PMLR 235
       depth 1 (skimmed)
       project robots
       tags later

       We learn world models.

       Code is at https://github.com/a/b.

       Notes
       note of 2026-11-02, edited 2026-11-03, page 4
       > no reward is used
       # Claim
       - the model **needs no** reward, see arXiv:1803.10122
       - `rssm` is enough

       note of 2026-11-05
       Try it on our robots.

       Links  L, then a key of these, opens one
        a  page   https://arxiv.org/abs/2401.00001
        1  doi    doi.org/10.1000/182
        2  code   github.com/a/b
        3  paper  arXiv:1803.10122

       Versions
       v1  2024-01-05
       v2  2024-03-01
       …
       v4  2026-10-02  seen by you
       in the library since 2026-11-01 from learning








       All                                                                        all
       q back  r read  a note  ? help  ) next  o browser  p PDF  L links  t tags
      """)
  }

  @Test func thePageFitsIntoFortyByTenAndTellsThePlace() {
    var app = DrivenApp(Self.library, columns: 40, rows: 10, session: Session(view: "All"))
    app.press("Enter")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       World Models Without Rewards
       Ada Lovelace (Analytical Society),
       Alan Turing
       2401.00001v4  cs.LG cs.AI  queued
       starred
       updated: v2 → v4; d shows what changed
       ICML 2024 · published in PMLR · 12
       All                                top
       q back  Space more  r read  ? help
      """)
    app.press("^D")
    #expect(app.screen.contains("7%"))
    app.press("G")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       Versions
       v1  2024-01-05
       v2  2024-03-01
       …
       v4  2026-10-02  seen by you
       in the library since 2026-11-01 from
       learning
       All                                end
       q back  r read  a note  ? help  ) next
      """)
  }

  @Test func linesOfTextStayReadableOnAWideScreen() {
    var app = DrivenApp(Self.library, columns: 300, rows: 100, session: Session(view: "All"))
    app.press("Enter")
    let lines = app.state.rendered().lines.dropLast(2).dropFirst()
    #expect(lines.allSatisfy { $0.displayWidth <= 101 })
  }

  @Test func thePageFollowsWhatChanges() {
    var app = DrivenApp(Self.library, columns: 80, rows: 48, session: Session(view: "All"))
    app.press("Enter")
    #expect(!app.screen.contains("a third note"))
    app.press("a")
    app.type("a third note")
    app.press("Enter")
    #expect(app.screen.contains("a third note"))
    app.press("u")
    #expect(!app.screen.contains("a third note"))
    app.resize(columns: 60, rows: 48)
    #expect(app.state.rendered().lines.allSatisfy { $0.displayWidth <= 60 })
  }

  @Test func scrollingLaysOutNothingAnew() {
    let paper = Paper(
      id: Self.id, title: "Many Hands",
      authors: (1...10_000).map { Paper.Author("Author Number\($0)") },
      published: Timestamp(literal: "2024-01-05T09:00:00Z"))
    var app = DrivenApp(
      Library(papers: [paper]), columns: 80, rows: 24, session: Session(view: "All"))
    app.press("Enter")
    let key = app.state.laidOutScreen?.key
    #expect(key != nil)
    app.press("j", "^F", "G", "k")
    #expect(app.state.laidOutScreen?.key == key)
    app.press("*")
    #expect(app.state.laidOutScreen?.key != key)
    app.press("q")
    #expect(app.state.laidOutScreen == nil)
  }
}
