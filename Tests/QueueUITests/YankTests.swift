import Papers
import QueueUI
import TerminalGrid
import TestSupport
import Testing

struct YankTests {
  private let first = ArXivID(literal: "2611.00003")
  private let second = ArXivID(literal: "2611.00002")

  @Test func theMenuStandsOverTheListAndEnterCopiesTheIdentifier() {
    var app = DrivenApp(.threeUnread, columns: 40, rows: 14)
    app.press("y")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly What …
       N    20 Nov  Schrödinger Bridges for …
       copy of 2611.00003
        i  identifier
        u  URL of the abstract page
        p  URL of the PDF
        d  DOI
        b  BibTeX
        c  citation, as a line of text
        m  Markdown link
        t  title
        n  notes, as Markdown
       j/k choose  Enter take  Esc leave
      """)
    app.press("Enter")
    #expect(app.takeEffects() == [.copy(.id, [first])])
  }

  @Test func aKeyCopiesAPartOfAllMarkedPapers() {
    var app = DrivenApp(.threeUnread)
    app.press("Space", "j", "Space", "y")
    #expect(app.screen.contains("copy of 2 papers"))
    app.press("b")
    #expect(app.takeEffects() == [.copy(.bibtex, [first, second])])
    // What changes nothing leaves the marks.
    app.press("y", "n")
    #expect(app.takeEffects() == [.copy(.notes, [first, second])])
    app.press("*", "y", "n")
    #expect(app.takeEffects() == [.copy(.notes, [second])])
  }

  @Test func theCommandLineNamesThePart() {
    var app = DrivenApp(.threeUnread)
    app.press("Enter", ":")
    app.type("yank bibtex")
    app.press("Enter")
    #expect(app.takeEffects() == [.copy(.bibtex, [first])])
    app.press(":")
    app.type("yank bib")
    app.press("Enter")
    #expect(
      app.screen.contains(
        "cannot copy 'bib'; there are id, url, pdf, doi, bibtex, citation, markdown"))
    app.press("Tab")
    #expect(app.screen.contains(":yank bibtex"))
  }

  @Test func theTextGoesOnToTheClipboard() {
    var app = DrivenApp(.threeUnread)
    let text = CopiedText(name: "the title of 2611.00003", text: "A Title")
    app.send(.textToCopyMade(text))
    #expect(app.takeEffects() == [.putOnClipboard(text)])
  }

  @Test func whereThereIsNoPaperNothingIsCopied() {
    var app = DrivenApp(Library())
    app.press("y")
    #expect(app.takeEffects() == [])
    #expect(app.screen.contains("there is no paper here"))
  }
}
