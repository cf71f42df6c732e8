import Papers
import Testing

@testable import QueueUI

struct SourcesScreenTests {
  private static let reports = [
    SourceReport(
      name: "learning", papers: 1204, summary: "cat:cs.LG, 7 days, at most 500",
      lines: [
        "covered 15 to 22 Nov, 1,204 of 1,204",
        "gap 18 Nov 02:10 to 06:00: arXiv answered 503 five times",
      ]),
    SourceReport(name: "canon", papers: 1, summary: "2 identifiers", lines: []),
  ]

  private static var opened: DrivenApp {
    var app = DrivenApp(.threeUnread, columns: 60, rows: 15)
    app.press("s")
    return app
  }

  @Test func thePageTellsWhatEachSourceBroughtAndOwes() {
    var app = Self.opened
    #expect(app.effects == [.readSources])
    app.send(.sourcesRead(Self.reports))
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       Sources  R fetches them all, after / those that are shown

       learning  1204 papers
         cat:cs.LG, 7 days, at most 500
         covered 15 to 22 Nov, 1,204 of 1,204
         gap 18 Nov 02:10 to 06:00: arXiv answered 503 five times

       canon  1 paper
         2 identifiers



       Inbox                                                  all
       q back  / filter  R fetch  ? help
      """)
  }

  @Test func untilTheyAreReadThePageSaysSo() {
    let app = Self.opened
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       looking up the sources











       Inbox                                                  all
       q back  / filter  R fetch  ? help
      """)
  }

  @Test func aLongPageScrollsAndEscapeLeavesIt() {
    var app = Self.opened
    app.resize(columns: 40, rows: 10)
    app.send(.sourcesRead(Self.reports))
    app.press("G")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
         cat:cs.LG, 7 days, at most 500
         covered 15 to 22 Nov, 1,204 of 1,204
         gap 18 Nov 02:10 to 06:00: arXiv
         answered 503 five times

       canon  1 paper
         2 identifiers
       Inbox                              end
       q back  / filter  R fetch  ? help
      """)
    app.press("Esc")
    #expect(app.state.screens.isEmpty)
  }

  @Test func onANarrowedPageWhatIsShownIsFetched() {
    var app = Self.opened
    app.send(.sourcesRead(Self.reports))
    app.press("/")
    app.type("gap")
    app.press("Enter")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       Sources with 'gap'  R fetches these

       learning  1204 papers
         cat:cs.LG, 7 days, at most 500
         covered 15 to 22 Nov, 1,204 of 1,204
         gap 18 Nov 02:10 to 06:00: arXiv answered 503 five times






       Inbox                                                  all
       q back  / filter  R fetch these  ? help
      """)
    _ = app.takeEffects()
    app.press("R")
    #expect(app.takeEffects() == [.fetch(sources: ["learning"])])
    app.send(.fetchEnded(FetchOutcome()))
    _ = app.takeEffects()
    app.run("fetch canon")
    #expect(app.takeEffects() == [.fetch(sources: ["canon"])])
    app.send(.fetchEnded(FetchOutcome()))
    _ = app.takeEffects()
    app.run("search nothing")
    app.press("R")
    #expect(app.takeEffects() == [])
    #expect(app.screen.contains("\n no source that is shown can be fetched  "))
    app.press("Esc", "s")
    app.send(.sourcesRead(Self.reports))
    app.press("R")
    #expect(app.takeEffects() == [.readSources, .fetch(sources: nil)])
  }

  @Test func theEndOfAFetchLooksThemUpAnew() {
    var app = Self.opened
    app.send(.fetchEnded(FetchOutcome(new: 1)))
    #expect(app.effects == [.readSources, .readSources])
    app.press("Esc")
    app.send(.fetchEnded(FetchOutcome(new: 1)))
    #expect(app.effects == [.readSources, .readSources])
  }
}
