import Papers
import TestSupport
import Testing

@testable import QueueUI

struct SimilarTests {
  private let ids = ["2611.00003", "2611.00002", "2611.00001"].map { ArXivID(literal: $0) }

  /// The tab of papers like the first one, the last one of the list being nearest to it.
  private func answered(columns: Int = 80, rows: Int = 16) -> DrivenApp {
    var app = DrivenApp(.threeUnread, columns: columns, rows: rows)
    app.press("~")
    app.send(.similarFound(ids[0], [ids[2], ids[1]]))
    return app
  }

  @Test func papersLikeTheOneAreAListOfTheirOwnTheNearestFirst() throws {
    var app = answered()
    let paper = try #require(app.stored.paper(ids[0]))
    #expect(app.takeEffects() == [.findSimilar(paper)])
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All  5 ~ Attention Is Mostly W…
       N    19 Nov  A Very Large Collaboration Reports Its Fir… Number1 +8    cs.AI
       N    20 Nov  Schrödinger Bridges for 拡散モデル with α-… Schrödinger   stat.ML





      ────────────────────────────────────────────────────────────────────────────────
      A Very Large Collaboration Reports Its First Results
      Author Number1, Author Number2, Author Number3, Author Number4, Author Number5,
      Author Number6 and 3 more
      2611.00001v1  cs.AI
                                                                                     ↓
       2 papers like 'Attention Is Mostly What You Need'                          1/2
       Enter open  r read  w want  a note  ? help  / search  f filter  R fetch  t tags
      """)
  }

  @Test func fortyColumnsAndTenRowsHoldIt() {
    let app = answered(columns: 40, rows: 10)
    app.expectScreen(
      """
      ‹ 4 All  5 ~ Attention Is Mostly W…
       N    19 Nov  A Very Large Collaboratio…
       N    20 Nov  Schrödinger Bridges for …





       2 papers like 'Attention Is Mostl… 1/2
       Enter open  r read  w want  ? help
      """)
  }

  @Test func allKeysWorkThereAndEscapeLeadsBack() {
    var app = answered()
    app.press("w", "j", "*", "u", "^R")
    #expect(app.stored.queue == [ids[2]])
    #expect(app.stored.reading(ids[1]).star)
    #expect(app.state.list.ids == [ids[2], ids[1]])
    app.press("x", "O", "p", "g")
    #expect(app.state.list.ids == [ids[1], ids[2]])
    app.press("f")
    app.type("au:number1")
    app.press("Enter")
    #expect(app.state.list.ids == [ids[2]])
    app.press("Esc", "Esc")
    #expect(app.screen.contains("\n Inbox  "))
    #expect(app.state.list.selected == ids[0])
    #expect(!app.screen.contains("~ Attention"))
  }

  @Test func thePageLeadsThereAndAResultLeadsOn() {
    var app = DrivenApp(.threeUnread)
    app.press("4", "j", "Enter", "~")
    #expect(app.screen.contains("looking for papers like"))
    app.send(.similarFound(ids[1], [ids[0]]))
    app.press("~")
    // An answer to an earlier question is about another paper.
    app.send(.similarFound(ids[1], [ids[0]]))
    #expect(app.state.list.ids.isEmpty)
    app.send(.similarFound(ids[0], []))
    #expect(app.screen.contains("No paper of the library is like 'Attention Is Mostly What You"))
    app.press("q")
    #expect(app.screen.contains("\n All  "))
    #expect(app.state.list.selected == ids[1])
  }

  @Test func askedForOnAPageTheyLeadBackToIt() {
    var app = DrivenApp(.threeUnread)
    app.press("j", "Enter")
    let page = app.screen
    app.press("~")
    app.send(.similarFound(ids[1], [ids[2], ids[0]]))
    // On the way there may be a page, and papers like another one.
    app.press("Enter", "~")
    app.send(.similarFound(ids[2], [ids[0]]))
    #expect(app.screen.contains("1 paper like 'A Very Large"))
    app.press("q")
    #expect(app.screen == page)
    app.press("q")
    #expect(app.state.list.selected == ids[1])
  }

  @Test func itStandsBesideTheSearchOfArXiv() {
    var app = DrivenApp(.threeUnread)
    app.run("search-arxiv cat:cs.LG")
    let found = Paper(
      id: ArXivID(literal: "2510.00001"), title: "Found", abstract: "", authors: [],
      categories: ["cs.LG"], published: DrivenApp.start)
    let query = ViewDefinition("", "cat:cs.LG").query
    app.send(.arXivFound(ArXivResults(query: query, papers: [found], total: 1, next: nil)))
    app.press("~")
    app.send(.similarFound(found.id, [ids[0]]))
    #expect(app.screen.contains("5 arXiv: cat:cs.LG  6 ~ Found"))
    app.press("5")
    #expect(app.state.list.ids == [found.id])
    app.press("6", "q")
    #expect(app.state.list.ids == [found.id])
    app.press("~")
    app.send(.similarFound(found.id, [ids[0]]))
    // Another search ends it, and so does leaving the search from which it came.
    app.run("search-arxiv cat:cs.AI")
    #expect(!app.screen.contains("~ Found"))
    app.send(
      .arXivFound(
        ArXivResults(
          query: ViewDefinition("", "cat:cs.AI").query, papers: [found], total: 1, next: nil)))
    app.press("~", "1", "5")
    #expect(app.screen.contains("6 ~ Found"))
    app.press("Esc")
    #expect(app.screen.hasPrefix(" 1 Inbox  2 Queue  3 Starred  4 All\n"))
  }

  @Test func quittingThereRemembersTheViewBehindIt() {
    var app = answered()
    _ = app.takeEffects()
    app.press("Q")
    #expect(app.takeEffects() == [.quit])
    #expect(
      app.savedSession == Session(view: "Inbox", paper: ArXivID(literal: "2611.00003")))
  }

  @Test func thereIsNothingLikeNoPaper() {
    var app = DrivenApp(Library())
    app.press("~")
    #expect(app.takeEffects() == [])
    #expect(app.screen.contains("there is no paper here"))
  }
}
