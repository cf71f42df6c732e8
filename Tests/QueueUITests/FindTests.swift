import Papers
import QueueUI
import TestSupport
import Testing

/// Looking for a text on a paper's page.
struct FindTests {
  private static let library = Library(papers: [
    Paper(
      id: ArXivID(literal: "2611.00001"), title: "A Long Page",
      abstract: "The first model.\n"
        + (1...9).map { "Paragraph \($0)." }.joined(separator: "\n")
        + "\nAt last comes a bridge to the Schrödinger\nmodel of well-\nknown shape.",
      authors: [Paper.Author("Ada Lovelace")], categories: ["cs.LG"],
      published: Timestamp(literal: "2026-11-20T09:00:00Z")),
    Paper(
      id: ArXivID(literal: "2611.00002"), title: "Another model", abstract: "Nothing.",
      authors: [], categories: ["cs.LG"], published: Timestamp(literal: "2026-11-19T09:00:00Z")),
  ])

  private func opened() -> DrivenApp {
    var app = DrivenApp(Self.library, columns: 40, rows: 10)
    app.press("Enter")
    return app
  }

  @Test func itScrollsAsTheTextIsTypedAndEscapeLeadsBack() {
    var app = opened()
    app.press("/")
    app.type("BRIDGE")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       At last comes a bridge to the
       Schrödinger

       model of well-

       known shape.

      /BRIDGE
       Enter stay  Esc back
      """)
    app.type("x")
    #expect(app.screen.contains("\n A Long Page\n"))
    #expect(app.screen.contains("not found"))
    app.press("Esc")
    #expect(app.screen.contains("\n A Long Page\n"))
    #expect(app.screen.contains("top"))
  }

  @Test func theNextAndThePreviousMatchAreOnThisPage() {
    var app = opened()
    app.press("/")
    app.type("model")
    app.press("Enter")
    #expect(app.screen.contains("\n The first model.\n\n Paragraph 1.\n"))
    #expect(app.screen.contains("\n match 1 of 2 "))
    app.press("n")
    #expect(app.screen.contains("4 All\n model of well-\n"))
    #expect(app.screen.contains("\n match 2 of 2 "))
    app.press("n")
    #expect(app.screen.contains("4 All\n The first model.\n"))
    app.press("N")
    #expect(app.screen.contains("4 All\n model of well-\n"))
    app.press("q")
    #expect(app.screen.contains("1/2"))
  }

  @Test func aTextMayGoOnInTheNextLine() {
    var app = opened()
    app.run("search to the schrodinger")
    #expect(app.screen.contains("4 All\n At last comes a bridge to the\n"))
    app.run("search bank")
    #expect(app.screen.contains("\n 'bank' is not found on this page"))
    app.press("q", "/", "Up")
    #expect(!app.screen.contains("/bank"))
  }

  @Test func itGoesOnFromWhereThePageWasScrolledTo() {
    var app = opened()
    app.run("search paragraph")
    #expect(app.screen.contains("4 All\n Paragraph 1.\n"))
    app.press("n", "n", "j", "j", "n")
    #expect(app.screen.contains("4 All\n Paragraph 4.\n"))
  }
}
