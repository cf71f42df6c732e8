import Papers
import TerminalGrid
import TestSupport
import Testing

@testable import QueueUI

struct ChangesScreenTests {
  private let id = ArXivID(literal: "2611.00001")
  private let first = Paper(
    id: ArXivID(literal: "2611.00001"), title: "Attention Is All You Need",
    abstract: "Our model achieves 27.5 BLEU.", authors: [Paper.Author("Ada Lovelace")],
    categories: ["cs.CL"], published: Timestamp(literal: "2026-11-19T09:00:00Z"))

  private var third: Paper {
    var paper = first
    paper.version = 3
    paper.updated = Timestamp(literal: "2026-11-21T09:00:00Z")
    paper.title = "Attention Is Mostly What You Need"
    paper.abstract = "Our model achieves 41.8 BLEU."
    paper.categories = ["cs.LG", "cs.CL"]
    paper.primaryCategory = "cs.LG"
    return paper
  }

  /// The paper was starred in its first version, and the third came.
  private func updated(columns: Int = 60, rows: Int = 20) -> DrivenApp {
    var app = DrivenApp(Library(papers: [first]), columns: columns, rows: rows)
    app.press("*")
    app.receive([third])
    return app
  }

  @Test func anUpdateOfAStarredPaperIsMarkedAndExplained() {
    var app = updated()
    #expect(
      app.state.rendered().lines[1]
        == " N* u 19 Nov  Attention Is Mostly Wha… Lovelace     cs.LG")
    #expect(app.screen.contains("updated: v1 → v3; d shows what changed"))
    app.press("Enter")
    #expect(app.stored.reading(id).seenVersion == 3)
    #expect(app.screen.contains("updated: v1 → v3; d shows what changed"))
    app.press("q")
    #expect(!app.screen.contains("updated:"))
  }

  @Test func thePageShowsOldAndNewWords() {
    var app = updated()
    app.press("d")
    let screen = """
       1 Inbox  2 Queue  3 Starred  4 All
       Attention Is Mostly What You Need
       2611.00001  v1 → v3, what changed

       title
       Attention Is All Mostly What You Need

       categories
       cs.LG cs.CL

       abstract
       Our model achieves 27.5 41.8 BLEU.






       Inbox                                                  all
       q back  r read  a note  ? help  ) next  o browser  p PDF
      """
    app.expectScreen(screen)
    let theme = Theme.sixteenColors
    let styles = app.state.rendered().styleLines { style in
      style == theme[.removed] ? "-" : style == theme[.added] ? "+" : "."
    }
    #expect(styles[5].hasPrefix("..............---.+++++++++++......"))
    #expect(styles[8].hasPrefix(".++++++....."))
    #expect(styles[11].hasPrefix("....................----.++++......"))
    // It is seen now, and can be looked at again.
    #expect(app.effects == [])
    #expect(app.stored.reading(id).seenVersion == 3)
    app.press("q", "d", "d")
    app.expectScreen(screen)
    app.press("q")
    #expect(app.state.screens == [])
  }

  @Test func aSmallTerminalScrollsIt() {
    var app = updated(columns: 40, rows: 10)
    app.press("d", "G")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       Attention Is All Mostly What You Need

       categories
       cs.LG cs.CL

       abstract
       Our model achieves 27.5 41.8 BLEU.
       Inbox                              end
       q back  r read  a note  ? help  ) next
      """)
    app.resize(columns: 20, rows: 5)
    app.press("d", "j", "q")
  }

  @Test func keysOfThePageWorkOnIt() {
    var app = updated()
    app.press("d", "r")
    #expect(app.stored.reading(id).state == .read)
    app.press("u")
    #expect(app.stored.reading(id).state == .unread)
  }

  @Test func aFirstVersionHasNothingToShow() {
    var app = DrivenApp(Library(papers: [first]))
    app.press("d")
    #expect(app.state.screens == [])
    #expect(app.screen.contains("2611.00001 has only this version"))
    app = DrivenApp(Library())
    app.press("d")
    #expect(app.screen.contains("there is no paper here"))
  }

  @Test func ofAPaperThatArXivHasYetToCompleteNoVersionIsKnown() {
    var paper = first
    paper.hasApproximateDates = true
    paper.sources = [Paper.placeholderSource]
    var app = DrivenApp(Library(papers: [paper]))
    app.press("d")
    #expect(app.screen.contains("arXiv has yet to complete 2611.00001; R asks it"))
  }

  @Test func aVersionThatIsNotHeldIsAskedFor() {
    // Seen in a library that did not keep earlier versions yet.
    let library = Library(papers: [third]).applying(
      LibraryChange(action: "open", at: DrivenApp.start, steps: [.init(id, .seenVersion(1))]))
    var app = DrivenApp(library, columns: 60, rows: 20)
    app.press("d")
    let reference = ArXivReference(id: id, version: 1)
    #expect(app.effects == [.fetchVersion(reference)])
    #expect(app.screen.contains("said. Asking\n arXiv for it; q leads back."))
    // The version seen is not forgotten before its text is there.
    #expect(app.stored.reading(id).seenVersion == 1)
    app.send(.versionFetched(reference, failure: "no connection"))
    #expect(app.screen.contains("not be fetched: no connection."))
    app.press("q", "d")
    app.receive([first])
    app.send(.versionFetched(reference, failure: nil))
    #expect(app.screen.contains("Our model achieves 27.5 41.8 BLEU."))
    #expect(app.stored.reading(id).seenVersion == 3)
    // An answer that nobody waits for any more changes nothing.
    app.press("q")
    app.send(.versionFetched(reference, failure: "late"))
    #expect(app.state.screens == [])
  }

  @Test func aPaperThatWasNeverSeenIsComparedWithTheVersionBefore() {
    var app = DrivenApp(Library(papers: [third]), columns: 60, rows: 20)
    app.press("d")
    #expect(app.effects == [.fetchVersion(ArXivReference(id: id, version: 2))])
    #expect(app.stored.reading(id).seenVersion == 3)
    var second = first
    second.version = 2
    app.receive([second])
    app.send(.versionFetched(ArXivReference(id: id, version: 2), failure: nil))
    #expect(app.screen.contains("v2 → v3, what changed"))
    #expect(app.screen.contains("Our model achieves 27.5 41.8 BLEU."))
  }

  @Test func whatIsTheSameIsNotShown() {
    var second = first
    second.version = 2
    var app = DrivenApp(Library(papers: [first]), columns: 60, rows: 12)
    app.press("r")
    app.receive([second])
    app.press("d")
    #expect(app.screen.contains("Title, authors, categories, comment and abstract are as"))
  }

  @Test func aWithdrawnPaperIsDimWithTheReason() {
    var withdrawn = first
    withdrawn.version = 2
    withdrawn.comment = "Withdrawn by the author due to a sign error. 9 pages"
    var app = DrivenApp(Library(papers: [first]), columns: 60, rows: 20)
    app.press("w")
    app.receive([withdrawn])
    let grid = app.state.rendered()
    #expect(grid.lines[1] == " Q  w 19 Nov  Attention Is All You Ne… Lovelace     cs.CL")
    let dim = grid.styleLines { $0.attributes.contains(.dim) ? "-" : "." }
    #expect(dim[1] == "..............------------------------.--------.............")
    #expect(app.screen.contains("withdrawn: due to a sign error\n"))
    app.press("Enter")
    #expect(app.screen.contains("withdrawn: due to a sign error\n"))
    app.press("d")
    #expect(app.screen.contains("Withdrawn by the author due to a sign error. 9 pages"))
  }

  @Test(arguments: [nil, 0, 1, 2, 3, 4], [1, 2, 3])
  func theMarkAgreesWithTheQuery(seen: Int?, version: Int) throws {
    var paper = first
    paper.version = version
    for state in ReadingState.allCases {
      let library = Library(papers: [paper]).applying(
        LibraryChange(
          action: "a", at: DrivenApp.start,
          steps: [.init(id, .seenVersion(seen)), .init(id, .state(state))]))
      let found = library.ids(
        matching: try Query(parsing: "is:updated (is:dismissed OR -is:dismissed)"),
        now: DrivenApp.start)
      let row = ListRow(
        paper: paper, reading: library.reading(id), isMarked: false, now: DrivenApp.start,
        columns: ListColumns(ListColumn.standard, columns: 60, dates: .absolute))
      #expect(row.line().text.dropFirst(4).first == (found.isEmpty ? " " : "u"))
      #expect(library.isUpdated(id) == !found.isEmpty)
    }
  }
}
