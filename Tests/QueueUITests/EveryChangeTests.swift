import Papers
import TerminalGrid
import TestSupport
import Testing

@testable import QueueUI

/// Every action that changes papers, on one paper and on several, wherever there are papers.
struct EveryChangeTests {
  /// Keys or a line of the command line, and what they make of a record that nobody has touched.
  struct Case: CustomTestStringConvertible {
    var name: String
    var keys: [String]
    var result: Summary
    var testDescription: String { name }

    init(_ name: String, _ keys: String..., result: (inout Summary) -> Void) {
      self.name = name
      self.keys = keys
      self.result = Summary(ReadingRecord())
      result(&self.result)
    }
  }

  /// What an action sets in a record, without times and places in the queue.
  struct Summary: Equatable {
    var state: ReadingState
    var depth: ReadingDepth
    var star: Bool
    var tags: [String]
    var notes: [String]

    init(_ record: ReadingRecord) {
      state = record.state
      depth = record.depth
      star = record.star
      tags = record.tags
      notes = record.notes.map(\.text)
    }
  }

  enum Place: CaseIterable {
    case view, filtered, sorted, search, page
  }

  enum Choice: CaseIterable {
    case one, marked, range
  }

  static let cases = [
    Case("toggle-read", "r") { $0.state = .read },
    Case("toggle-queued", "w") { $0.state = .queued },
    Case("toggle-reading", "i") { $0.state = .reading },
    Case("toggle-dismissed", "x") { $0.state = .dismissed },
    Case("toggle-star", "*") { $0.star = true },
    Case("set-depth", "!", "2") { $0.depth = .read },
    Case("set-depth in the menu", "!", "j", "Enter") { $0.depth = .skimmed },
    Case("annotate", "a", "o", "k", "Enter") { $0.notes = ["ok"] },
    Case("edit-tags", "t", "x", "y", "Enter") { $0.tags = ["xy"] },
    Case("set-depth by name", ":set-depth 3") { $0.depth = .understood },
    Case("annotate by name", ":annotate so so") { $0.notes = ["so so"] },
    Case("edit-tags by name", ":edit-tags +a b") { $0.tags = ["a", "b"] },
    Case("toggle-star by name", ":toggle-star") { $0.star = true },
  ]

  @Test(arguments: cases, Place.allCases)
  func theChosenPapersAreChangedAndNoOthersAndTheCursorStays(change: Case, place: Place) {
    for choice in Choice.allCases where place != .page || choice == .one {
      var app = Self.app(at: place)
      let ids = app.state.list.ids
      guard ids.count == 6 else {
        Issue.record("there are \(ids.count) papers")
        return
      }
      // On the page the paper is the chosen one, whatever is marked in the list.
      if place == .page { app.press("j", "Space", "k", "Enter") }
      let chosen: Set<ArXivID>
      switch choice {
      case .one:
        app.press(place == .page ? "^D" : "j")
        chosen = [ids[place == .page ? 0 : 1]]
      case .marked:
        app.press("Space", "j", "j", "Space", "j")
        chosen = [ids[0], ids[2]]
      case .range:
        app.press("j", "v", "j", "j")
        chosen = Set(ids[1...3])
      }
      let selected = app.state.list.selected
      func summaries() -> [ArXivID: Summary] {
        Dictionary(uniqueKeysWithValues: ids.map { ($0, Summary(app.stored.reading($0))) })
      }
      let before = summaries()
      var after = before
      for id in chosen { after[id] = change.result }

      if let line = change.keys.first, line.hasPrefix(":"), line.count > 1 {
        app.run(String(line.dropFirst()))
      } else {
        for key in change.keys { app.press(key) }
      }
      #expect(summaries() == after, "\(choice)")
      #expect(app.state.list.selected == selected, "\(choice)")
      #expect(app.state.list.marks.isEmpty == (place != .page), "\(choice)")
      for id in ids {
        #expect(app.state.library.reading(id) == app.stored.reading(id), "\(choice)")
      }
      app.press("u")
      #expect(summaries() == before, "\(choice)")
      app.press("^R")
      #expect(summaries() == after, "\(choice)")
      app.restart()
      app.press("u")
      #expect(summaries() == before, "\(choice)")
    }
  }

  /// A list of six papers, with the cursor on the first.
  private static func app(at place: Place) -> DrivenApp {
    var app = DrivenApp(.many(place == .filtered ? 14 : 6))
    switch place {
    case .view, .page: break
    case .filtered: app.run("filter ti:\"number 1\"")
    case .sorted: app.press("O", "t", "g")
    case .search:
      app.run("search-arxiv cat:cs.LG")
      let papers = Array(app.state.library.papersForTest.prefix(3)) + [7, 8, 9].map(stranger)
      app.send(
        .arXivFound(
          ArXivResults(
            query: ViewDefinition("", "cat:cs.LG").query, papers: papers, total: 6, next: nil)))
      app.press("g")
    }
    return app
  }

  private static func stranger(_ number: Int) -> Paper {
    Paper(
      id: ArXivID(literal: "2510.0000\(number)"), title: "Stranger \(number)", abstract: "",
      authors: [], categories: ["cs.LG"], published: Timestamp(literal: "2025-10-01T00:00:00Z"))
  }
}

extension Library {
  fileprivate var papersForTest: [Paper] {
    shelves.values.flatMap { $0.papers.entries.map(\.id) }.sorted().compactMap(paper)
  }
}

/// The cursor is on a paper, and not on a row number.
struct CursorTests {
  @Test(arguments: [
    ["O", "t"], ["O", "P"], [":sort -title"], [":filter number 1"], ["f", "1", "Enter"],
    ["4", "1"], ["Tab", "Shift-Tab"], ["Enter", "j", "q"], ["?", "Esc"], ["s", "q"],
    ["/", "h", "o", "p", "Esc"], ["r", "1"], ["A", "y"], ["v", "k", "*"], ["x", "u"],
  ])
  func theCursorStaysOnItsPaper(keys: [String]) {
    var app = DrivenApp(.many(60))
    for _ in 0..<47 { app.press("j") }
    let id = app.state.list.selected
    #expect(id == ArXivID(literal: "2611.10013"))
    for key in keys {
      if key.hasPrefix(":") { app.run(String(key.dropFirst())) } else { app.press(key) }
    }
    let moved: [[String]: String] = [["v", "k", "*"]: "2611.10014"]
    // A paper that was read is gone when its view is shown anew: the next one takes its place.
    let expected = keys == ["r", "1"] ? "2611.10012" : moved[keys] ?? "2611.10013"
    #expect(app.state.list.selected == ArXivID(literal: expected))
  }

  @Test func theCursorStaysOnItsPaperThroughFetchesAndOthersChanges() {
    var app = DrivenApp(.many(60))
    for _ in 0..<30 { app.press("j") }
    let id = app.state.list.selected
    app.receive(
      (1...40).map { number in
        Paper(
          id: ArXivID(literal: "2611.\(20_000 + number)"), title: "New \(number)", abstract: "",
          authors: [], categories: ["cs.LG"], published: DrivenApp.start)
      })
    #expect(app.state.list.selected == id)
    #expect(app.screen.contains("71/100"))
    app.resize(columns: 40, rows: 10)
    #expect(app.state.list.selected == id)
    // Another program dismisses everything else.
    var other = app.stored
    let ids = app.state.list.ids.filter { $0 != id }
    other.apply(
      LibraryChange(
        action: "mark", at: app.now, steps: ids.map { .init($0, .state(.dismissed)) }))
    app.send(.libraryChanged(LibraryUpdate(shelves: other.shelves)))
    #expect(app.state.list.selected == id)
    app.press("Tab", "Shift-Tab")
    #expect(app.screen.contains("1/1"))
    #expect(app.state.list.selected == id)
  }
}

/// Questions before changes of many papers, and what is said of taken-back ones.
struct ManyPapersTests {
  @Test(arguments: [
    ("r", "mark 30 papers as read?"), ("w", "queue 30 papers?"), ("i", "start reading 30 papers?"),
    ("x", "dismiss 30 papers?"), ("*", "star 30 papers?"),
    (":set-depth 1", "set 30 papers to depth 1 (skimmed)?"),
    (":annotate good", "put the note on 30 papers?"),
    (":edit-tags +a", "change the tags of 30 papers?"),
  ])
  func manyPapersAreAskedAboutAndCounted(key: String, text: String) {
    for confirms in [true, false] {
      var app = DrivenApp(.many(30), columns: 60, rows: 10, options: { $0.confirms = confirms })
      app.press("v", "G")
      if key.hasPrefix(":") { app.run(String(key.dropFirst())) } else { app.press(key) }
      #expect(app.screen.contains(text + " (y/n)") == confirms)
      #expect(app.stored.touched.isEmpty == confirms)
      if confirms { app.press("n") }
      #expect(app.stored.touched.isEmpty == confirms)
    }
  }

  @Test func promptsAndMenusSayHowManyPapersTheyAreAbout() {
    var app = DrivenApp(.many(30))
    app.press("v", "G", "t")
    #expect(app.screen.contains("tags of 30 papers:"))
    app.press("Esc", "a")
    #expect(app.screen.contains("note on 30 papers:"))
    app.press("Esc", "!")
    #expect(app.screen.contains("how well are these 30 papers understood?"))
  }

  @Test func onlyPapersThatChangeAreCounted() {
    var app = DrivenApp(.many(30), options: { $0.confirms = false })
    app.press("v", "j", "j", "*")
    app = DrivenApp(app.stored)
    app.press("v", "G", "*")
    #expect(app.screen.contains("star 27 papers? (y/n)"))
  }

  @Test func everythingReadIsAskedAboutUnlessTheUserWantsNoQuestions() {
    var app = DrivenApp(.many(3))
    app.press("A")
    #expect(app.screen.contains("mark all 3 unread papers of this view as read? (y/n)"))
    app = DrivenApp(.many(3), options: { $0.confirms = false })
    app.press("A")
    #expect(app.stored.touched.count == 3)
  }

  @Test func aNoteAndTagsThatWereTypedAskToo() {
    for confirms in [true, false] {
      var app = DrivenApp(.many(30), columns: 60, rows: 10, options: { $0.confirms = confirms })
      app.press("v", "G", "a")
      app.type("good")
      app.press("Enter")
      #expect(app.screen.contains("put the note on 30 papers? (y/n)") == confirms)
      #expect(app.savedSession.drafts.isEmpty != confirms)
      guard confirms else {
        #expect(app.stored.touched.count == 30)
        continue
      }
      app.press("n")
      #expect(app.stored.touched.isEmpty)
      #expect(app.screen.contains("\n the note is kept as a draft; a goes on with it"))
      app.press("a", "Enter", "y")
      #expect(app.stored.touched.count == 30)
      #expect(app.savedSession.drafts.isEmpty)
      #expect(app.screen.contains("\n 30 papers noted; u undoes  "))
      app.press("v", "g", "t")
      app.type("rl")
      app.press("Enter")
      #expect(app.screen.contains("change the tags of 30 papers? (y/n)"))
      app.press("y")
      #expect(app.screen.contains("\n 30 papers tagged 'rl'; u undoes  "))
    }
  }

  @Test func takingBackNamesThePaper() {
    var app = DrivenApp(.threeUnread)
    app.press("*", "j", "u")
    #expect(app.screen.contains("\n undone: 'Attention Is Mostly What You Need' starred  "))
    #expect(app.screen.contains("1/3"))
    app.press("^R")
    #expect(app.screen.contains("\n redone: 'Attention Is Mostly What You Need' starred  "))
    app.press("v", "G", "*", "u")
    #expect(app.screen.contains("\n undone: 2 papers starred  "))
    app.resize(columns: 40, rows: 10)
    app.press("u")
    #expect(app.screen.contains("\n undone: 'Attention Is Mo…' starred 1/3\n"))
  }
}

/// Places in the queue.
struct QueueOrderTests {
  private let ids = (1...6).map { ArXivID(literal: "2611.1000\(7 - $0)") }

  /// Six queued papers in the view of all; `ids` is their order.
  private func app() -> DrivenApp {
    var app = DrivenApp(.many(6))
    app.press("4")
    for _ in ids { app.press("w", "j") }
    app.press("g")
    return app
  }

  @Test func aPaperGoesToAnEndOfTheQueueWhicheverViewIsShown() {
    for view in ["1", "2", "4"] {
      var app = app()
      app.press(view)
      app.run("5")
      guard view != "1" else { continue }
      app.press("{")
      #expect(app.stored.queue == [ids[4], ids[0], ids[1], ids[2], ids[3], ids[5]])
      #expect(app.screen.contains("\n 1st of 6 in the queue  "))
      #expect(app.state.list.selected == ids[4])
      app.press("{")
      #expect(app.screen.contains("already 1st of 6 in the queue"))
      app.press("}")
      #expect(app.stored.queue == [ids[0], ids[1], ids[2], ids[3], ids[5], ids[4]])
      #expect(app.screen.contains("\n 6th of 6 in the queue  "))
      app.press("u", "u")
      #expect(app.stored.queue == ids)
    }
  }

  @Test func markedPapersKeepTheirOrderAndTheirMarks() {
    var app = app()
    app.press("2", "j", "Space", "j", "j", "Space")
    app.press("{")
    #expect(app.stored.queue == [ids[1], ids[3], ids[0], ids[2], ids[4], ids[5]])
    #expect(app.screen.contains("1st to 2nd of 6 in the queue"))
    app.press("}", "K")
    #expect(app.stored.queue == [ids[0], ids[2], ids[4], ids[1], ids[3], ids[5]])
    #expect(app.screen.contains("4th to 5th of 6 in the queue"))
    app.press("u", "u", "u")
    #expect(app.stored.queue == ids)
  }

  @Test func thePaperOfThePageMovesToo() {
    var app = app()
    app.press("3", "4", "G", "Enter", "{")
    #expect(app.stored.queue.first == ids[5])
    #expect(app.screen.contains("1st of 6 in the queue"))
  }

  @Test(arguments: [
    (1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
    (21, "21st"), (102, "102nd"), (111, "111th"),
  ])
  func placesAreSpokenOfAsPeopleDo(number: Int, text: String) {
    #expect(number.ordinal == text)
  }
}

extension Library {
  /// The papers whose record is not an untouched one.
  fileprivate var touched: [ArXivID] {
    shelves.values.flatMap { shelf in
      shelf.reading.filter { $0.value != ReadingRecord() }.map(\.key)
    }
  }
}
