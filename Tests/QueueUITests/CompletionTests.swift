import Papers
import QueueUI
import TerminalGrid
import TestSupport
import Testing

/// What Tab makes of a word, and what is offered for it.
struct CompletionTests {
  @Test func tabCompletesTheNameAndThenGoesOnToItsArguments() {
    var app = DrivenApp(.threeUnread)
    app.press(":")
    app.type("yan")
    app.press("Tab")
    #expect(app.line == ":yank ")
    app.press("Tab")
    #expect(app.line == ":yank id")
    #expect(app.screen.contains("─ 1 of 9 ─"))
  }

  @Test func aNameInFullGetsItsBlankByTheFirstTab() {
    var app = DrivenApp(.threeUnread)
    app.press(":")
    app.type("yank")
    #expect(!app.screen.contains("─ 1 ─"))
    app.press("Tab")
    #expect(app.line == ":yank ")
  }

  @Test(arguments: [
    ("undo", ":undo"), ("und", ":undo"), ("clear-", ":clear-filter"), ("q", ":quit"),
    ("set-depth 2", ":set-depth 2"), ("sort tit", ":sort title"),
    ("show-view st", ":show-view Starred"),
    ("fetch learn", ":fetch learning "), ("filter is:unr", ":filter is:unread "),
    ("filter sinc", ":filter since:"), ("filt", ":filter "), ("exp", ":export "),
  ])
  func aBlankFollowsOnlyWhereSomethingMay(typed: String, completed: String) {
    var app = DrivenApp(.threeUnread)
    app.press(":")
    app.type(typed)
    app.press("Tab")
    #expect(app.line == completed)
    app.press("Enter")
    #expect(!app.screen.contains("takes nothing"))
  }

  @Test func aNameWithWhichOthersBeginIsOneOfThoseGoneThrough() {
    var app = DrivenApp(.threeUnread)
    app.press(":")
    app.type("search")
    #expect(app.screen.contains("─ 2 ─"))
    app.press("Tab")
    #expect(app.line == ":search-arxiv")
    app.press("Tab")
    #expect(app.line == ":search")
    app.press("Shift-Tab")
    #expect(app.line == ":search-arxiv")
  }

  @Test func tabInTheMiddleKeepsWhatFollowsAndStaysBehindTheWord() {
    var app = DrivenApp(.threeUnread)
    app.press(":")
    app.type("yan id")
    app.press("Left", "Left", "Left", "Tab")
    app.type("x")
    #expect(app.line == ":yank xid")
  }

  @Test func whatAShortNameMeansIsSaidOnce() {
    var app = DrivenApp(.threeUnread, columns: 60, rows: 10)
    app.press(":", "q")
    #expect(
      app.screen.hasSuffix(
        """
        ─ 1 ─
         quit  leave paperq
        :q
         Enter run  Tab complete  Up earlier  Esc leave
        """))
    app.press("Backspace", "h")
    #expect(app.screen.hasSuffix("\n:h\n help: this help"))
  }

  @Test func queriesAreHelpedAlongOnTheCommandLineAsInTheirPrompts() {
    var app = DrivenApp(.threeUnread, columns: 80, rows: 12)
    for (open, command) in [("f", "filter "), ("S", "search-arxiv ")] {
      for text in ["a", "au:", "-ti:", "cat:cs.LG ", "or", "(au:x OR abs:", "au:x)", "has:x"] {
        func last(_ key: String, _ text: String) -> [Substring] {
          app.press(key)
          app.type(text)
          let lines = app.screen.split(separator: "\n", omittingEmptySubsequences: false)
          app.press("Esc")
          // The offers, from the rule on, and what is said below; not the line of text itself.
          let rule = lines.firstIndex { $0.hasPrefix("──") } ?? lines.count - 2
          return lines[rule..<(lines.count - 2)] + lines.suffix(1)
        }
        let own = last(open, text)
        let shared = last(":", command + text)
        #expect(own.dropLast() == shared.dropLast(), "\(command)\(text)")
        if !(own.last ?? "").hasPrefix(" Enter ") { #expect(own.last == shared.last) }
      }
    }
    app.press(":")
    app.type("filter au:")
    #expect(app.screen.contains("\n:filter au:\n au: author: hill, hill_f, "))
  }

  @Test func theLineOfTagsSaysHowBlanksAreWritten() {
    var app = DrivenApp(.threeUnread, columns: 80, rows: 12)
    app.press("t")
    #expect(
      app.screen.hasSuffix(
        "\ntags:\n Enter save  Tab complete  Esc leave  \"a b\" a tag with blanks"))
    app.resize(columns: 40, rows: 10)
    #expect(app.screen.hasSuffix("\n Enter save  Tab complete  Esc leave"))
  }

  @Test func onlyTagsThatChangeSomethingAreOffered() {
    var app = DrivenApp(.threeUnread)
    app.run("edit-tags +theory +\"to skim\"")
    app.press("j")
    app.run("edit-tags later")
    #expect(app.stored.allTags == ["later", "theory", "to skim"])
    app.press("k", ":")
    app.type("edit-tags +")
    app.press("Tab")
    #expect(app.line == ":edit-tags +later ")
    app.type("-")
    app.press("Tab")
    #expect(app.line == ":edit-tags +later -theory")
    app.press("Tab")
    #expect(app.line == ":edit-tags +later -\"to skim\"")
    app.type(" -")
    app.press("Tab", "Enter")
    #expect(app.stored.reading(ArXivID(literal: "2611.00003")).tags == ["later"])
  }

  @Test func ofSeveralPapersTagsAreOfferedThatOneLacksAndThatOneHas() {
    var app = DrivenApp(.threeUnread)
    app.run("edit-tags both mine")
    app.press("j")
    app.run("edit-tags both")
    app.press("Space", "k", "Space", ":")
    app.type("edit-tags +")
    app.press("Tab")
    #expect(app.line == ":edit-tags +mine ")
    app.type("-")
    app.press("Tab", "Tab")
    #expect(app.line == ":edit-tags +mine -both ")
  }

  @Test func theLineOfTagsOffersNoneThatStandsInIt() {
    var app = DrivenApp(.threeUnread)
    app.run("edit-tags alpha beta")
    app.press("t", "Tab")
    #expect(app.line == "tags: alpha beta ")
    app.press("^W", "Tab")
    #expect(app.line == "tags: alpha beta ")
  }

  @Test func tagsThatChangeNothingAreToldSo() {
    var app = DrivenApp(.threeUnread)
    app.run("edit-tags +theory")
    app.run("edit-tags -theroy")
    #expect(app.screen.contains("\n there is no tag 'theroy' to take away"))
    app.run("edit-tags theory")
    #expect(app.screen.contains("\n tagged 'theory' already"))
    app.run("edit-tags +theory -\"two words\"")
    #expect(app.screen.contains("\n it has these tags already"))
    #expect(app.stored.reading(ArXivID(literal: "2611.00003")).tags == ["theory"])
  }

  @Test(arguments: [
    ("tag", "unknown action 'tag'; did you mean 'edit-tags'?"),
    ("queue", "unknown action 'queue'; there are toggle-queued, move-up-in-queue, move-down"),
  ])
  func aWordOfANameLeadsToIt(typed: String, remark: String) {
    var app = DrivenApp(.threeUnread)
    app.run(typed)
    #expect(app.screen.contains(remark))
  }

  @Test func aWordOfAQueryIsNotTakenForThePartOfAField() {
    var app = DrivenApp(.threeUnread)
    app.press("f")
    app.type("a or")
    #expect(!app.screen.contains("before:"))
    app.press("Tab")
    #expect(app.line == "filter: a or")
    app.press("^U")
    app.type("bef")
    app.press("Tab")
    #expect(app.line == "filter: before:")
  }

  @Test func theLinksOfThePaperAreOfferedByNumber() {
    var app = DrivenApp(.threeUnread)
    app.run("annotate see https://example.org/slides")
    app.press(":")
    app.type("open-link ")
    app.press("Tab")
    #expect(app.line == ":open-link 1")
  }
}

extension DrivenApp {
  /// What stands in the prompt, with its label and the blanks at its end.
  var line: String {
    let grid = state.rendered()
    guard let cursor = grid.cursor else { return "" }
    let text = grid.lines[cursor.row]
    return text + String(repeating: " ", count: max(0, cursor.column - text.count))
  }
}
