import Papers
import QueueUI
import TerminalGrid
import TestSupport
import Testing

struct LinkMenuTests {
  private let id = ArXivID(literal: "2611.00001")

  private func library(comment: String? = nil, note: String = "") -> Library {
    let published = Timestamp(literal: "2026-11-20T09:00:00Z")
    let linked = Paper(
      id: id, title: "A Paper with Links",
      abstract:
        "Weights: https://huggingface.co/some-organisation/a-model-with-a-rather-long-name.",
      authors: [Paper.Author("Ada Lovelace")], categories: ["cs.LG"], published: published,
      comment: comment
        ?? "ICML 2026 oral, 12 pages. Code: https://github.com/a/b, extends arXiv:2611.00002")
    let other = Paper(
      id: ArXivID(literal: "2611.00002"), title: "The Paper Before It",
      published: Timestamp(literal: "2026-11-19T09:00:00Z"))
    let library = Library(papers: [linked, other])
    guard !note.isEmpty else { return library }
    let step = LibraryChange.Step(id, .note(Note(id: "n", created: published, text: note)))
    return library.applying(LibraryChange(action: "annotate", at: DrivenApp.start, steps: [step]))
  }

  @Test func theMenuStandsOverTheList() {
    var app = DrivenApp(library(note: "see [2401.00001]"), columns: 80, rows: 16)
    app.press("L")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N n  20 Nov  A Paper with Links               ICML 2026  Lovelace      cs.LG
       N    19 Nov  The Paper Before It



       open a page or link of 2611.00001
        a  abstract page
        h  HTML
        p  PDF in the browser
        s  source
        1  model   huggingface.co/some-organisation/a-model-with-a-rather-long-name
        2  code    github.com/a/b
        3  paper   The Paper Before It [2611.00002]
        4  paper   arXiv:2401.00001
       j/k choose  Enter take  Esc leave
      """)
  }

  @Test func aLowScreenShowsTheChosenEntryAndBothEndsOfAnAddress() {
    let addresses = (1...9).map { "https://example.org/\($0)" }.joined(separator: " ")
    var app = DrivenApp(
      library(comment: "extends arXiv:2611.00002 " + addresses), columns: 40, rows: 10)
    app.press("Enter", "L")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       open a page or link of 2611.00001
         a  abstract page
         h  HTML
         p  PDF in the browser
         s  source
         1  model   huggingf…ather-long-name
         2  paper   The Paper Before It
         3  other   example.org/1            ↓
       j/k choose  Enter take  Esc leave
      """)
    app.press("k", "k")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       open a page or link of 2611.00001
         4  other   example.org/2            ↑
         5  other   example.org/3
         6  other   example.org/4
         7  other   example.org/5
         8  other   example.org/6
         9  other   example.org/7
        10  other   example.org/8            ↓
       j/k choose  Enter take  Esc leave
      """)
  }

  @Test func lettersAndNumbersOpenAtOnce() {
    var app = DrivenApp(library())
    app.press("L", "h", "L", "2", "L", "j", "j", "Enter", "L", "Esc", "L", "q")
    #expect(
      app.takeEffects() == [
        .openInBrowser(ArXivSite.standard.address(of: id, page: .html)),
        .openInBrowser(WebAddress("https://github.com/a/b")!),
        .openInBrowser(ArXivSite.standard.address(of: id, page: .pdf)),
      ])
    #expect(app.screen.contains("1/2"))
  }

  @Test func aPaperOfTheLibraryIsShownHere() {
    var app = DrivenApp(library())
    app.press("L", "3")
    #expect(app.takeEffects() == [])
    #expect(app.screen.contains("The Paper Before It"))
    #expect(app.screen.contains("a  page  https://arxiv.org/abs/2611.00002"))
    app.press("q")
    #expect(app.screen.contains("1/2"))
  }

  @Test func numbersOfTwoDigitsAreTypedOrTakenByEnter() {
    let addresses = (1...12).map { "https://example.org/\($0)" }
    func address(_ number: Int) -> Effect { .openInBrowser(WebAddress(addresses[number - 1])!) }
    var app = DrivenApp(library(comment: addresses.joined(separator: " ")))
    // The model of the abstract is the first link.
    app.press("L", "1", "2", "L", "1", "Enter", "L", "1", "j", "3")
    #expect(
      app.takeEffects() == [
        address(11),
        .openInBrowser(
          WebAddress("https://huggingface.co/some-organisation/a-model-with-a-rather-long-name")!),
        address(2),
      ])
  }

  @Test func theCommandLineTakesTheNumber() {
    var app = DrivenApp(library())
    for command in ["open-link 2", "open-link 9", "open-link x"] {
      app.press(":")
      app.type(command)
      app.press("Enter")
    }
    #expect(app.takeEffects() == [.openInBrowser(WebAddress("https://github.com/a/b")!)])
    #expect(app.screen.contains("'open-link' takes a number, not 'x'"))
  }

  @Test func theConfiguredSiteIsOpened() {
    let site = ArXivSite(base: "http://127.0.0.1:8000")
    var app = DrivenApp(library()) { $0.site = site }
    app.press("o", "L", "s", "Enter")
    #expect(
      app.takeEffects() == [
        .openInBrowser(site.address(of: id)), .openInBrowser(site.address(of: id, page: .source)),
      ])
    #expect(app.screen.contains("a  page   http://127.0.0.1:8000/abs/2611.00001"))
  }

  @Test func badgesStandUnderTheAuthors() {
    var app = DrivenApp(library(), columns: 100, rows: 18)
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    2026-11-20 A Paper with Links                             ICML 2026  Lovelace         cs.LG
       N    2026-11-19 The Paper Before It






      ────────────────────────────────────────────────────────────────────────────────────────────────────
      A Paper with Links
      Ada Lovelace
      2611.00001v1  cs.LG
      ICML 2026 oral · 12 pages · code · model
      comment ICML 2026 oral, 12 pages. Code: https://github.com/a/b, extends arXiv:2611.00002
                                                                                                         ↓
       Inbox                                                                                          1/2
       Enter open  r read  w want  a note  ? help  / search  f filter  R fetch  t tags  * star  u undo
      """)
    app.press("Enter")
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       A Paper with Links
       Ada Lovelace
       2611.00001v1  cs.LG
       ICML 2026 oral · 12 pages · code · model
       comment ICML 2026 oral, 12 pages. Code: https://github.com/a/b, extends arXiv:2611.00002

       Weights: https://huggingface.co/some-organisation/a-model-with-a-rather-long-name.

       Links  L, then a key of these, opens one
        a  page   https://arxiv.org/abs/2611.00001
        1  model  huggingface.co/some-organisation/a-model-with-a-rather-long-name
        2  code   github.com/a/b
        3  paper  The Paper Before It [2611.00002]

       Versions
       Inbox                                                                                          top
       q back  Space more  r read  a note  ? help  ) next  o browser  p PDF  L links  t tags  * star
      """)
  }
}
