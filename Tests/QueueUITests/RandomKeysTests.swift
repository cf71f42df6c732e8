import Papers
import TerminalGrid
import TestSupport
import Testing

@testable import QueueUI

/// Thousands of keys in no sensible order, the same ones in every run: whatever is pressed, the
/// interface neither traps nor says anything else than what is stored.
struct RandomKeysTests {
  @Test(arguments: [1, 2] as [UInt64])
  func whateverIsPressedTheScreenIsTrueAndEverythingCanBeUndone(seed: UInt64) {
    var run = RandomRun(seed: seed)
    for _ in 0..<Rounds.of(1000) { run.step() }
    run.settle()
    #expect(run.differences == [])
    run.undoEverything()
    #expect(run.differences == [])
    #expect(run.touchedAtLast == [])
  }
}

/// An app and the dice that drive it.
private struct RandomRun {
  var app: DrivenApp
  private var dice: Dice
  private var arrived = 0
  private let initial: Library

  init(seed: UInt64) {
    dice = Dice(seed: seed)
    initial = Library.many(40).applying(
      LibraryChange(
        action: "edit-tags", at: DrivenApp.start,
        steps: [
          .init(ArXivID(literal: "2611.10007"), .tag("vision", isPresent: true)),
          .init(ArXivID(literal: "2611.10008"), .tag("to read", isPresent: true)),
          .init(ArXivID(literal: "2611.10009"), .state(.queued)),
          .init(ArXivID(literal: "2611.10010"), .state(.queued)),
        ]))
    app = DrivenApp(initial)
  }

  /// Something happens, and what must hold is checked.
  mutating func step() {
    switch dice.below(100) {
    case 0..<62: app.send(.key(dice.pick(Self.keys)))
    case 62..<72: submitPrompt()
    case 72..<80: app.send(.key(.character(dice.pick(Self.characters))))
    case 80..<84: app.type(dice.pick(Self.texts))
    case 84..<88: app.send(.pasted(dice.pick(Self.texts)))
    case 88..<93: resize()
    case 93..<94: receivePapers()
    case 94..<96: app.savesAtOnce = false
    case 96..<98: app.finishSaving()
    case 98: app.failSaving("cannot save '2611.json': no space left on device")
    default: app.send(.waitingForLock)
    }
    answerEffects()
    checkScreen()
  }

  /// Gives a prompt a text to take.
  private mutating func submitPrompt() {
    app.press("Esc", dice.pick(["/", "f", "a", "t", "S", ":", ":", ":"]))
    app.send(.pasted(dice.pick(Self.texts)))
    app.press("Enter")
  }

  /// Leaves every prompt and screen, and lets everything be saved.
  mutating func settle() {
    app.finishSaving()
    app.resize(columns: 80, rows: 24)
    for _ in 0..<8 { app.press("Esc") }
    answerEffects()
  }

  mutating func undoEverything() {
    for _ in 0..<1000 where !isUndone { app.press("u") }
    #expect(isUndone)
  }

  private var isUndone: Bool { app.state.message?.text == "nothing to undo" }

  private mutating func resize() {
    let selected = app.state.list.selected
    let page = app.state.screens
    app.resize(columns: 1 + dice.below(200), rows: 1 + dice.below(60))
    #expect(app.state.list.selected == selected)
    #expect(app.state.screens == page)
  }

  /// A paper of arXiv's search; every other one is not in the library.
  private static func found(_ number: Int) -> Paper {
    Paper(
      id: ArXivID(literal: "2611.\(number.isMultiple(of: 2) ? 10_000 + number : 29_000 + number)"),
      title: "Found \(number)", abstract: "", authors: [], categories: ["cs.LG"],
      published: DrivenApp.start)
  }

  private mutating func receivePapers() {
    arrived += 1
    app.receive([
      Paper(
        id: ArXivID(literal: "2610.\(10_000 + arrived)"), version: 1 + dice.below(3),
        title: dice.pick(Self.texts), abstract: dice.pick(Self.texts),
        authors: [Paper.Author(dice.pick(Self.texts))], categories: ["cs.LG"], published: app.now),
      Paper(
        id: ArXivID(literal: "2611.\(10_001 + dice.below(40))"), version: 2 + dice.below(5),
        title: "A newer version", abstract: "", authors: [], categories: ["cs.LG"],
        published: app.now),
    ])
  }

  /// Does what the world outside would do.
  private mutating func answerEffects() {
    for effect in app.takeEffects() {
      switch effect {
      case .fetch: app.send(.fetchProgressed(FetchProgress(source: "learning", received: 3)))
      case .log: break
      case .cancelFetch: app.send(.fetchEnded(FetchOutcome(isCancelled: true)))
      case .editNotes(let id, let notes):
        let edits = notes.dropFirst().map { ReadingEdit.removeNote(id: $0.id) }
        app.send(.notesEdited(id, edits))
      case .copy(let part, let ids):
        app.send(.textToCopyMade(CopiedText(name: part.name(count: ids.count), text: "text")))
      case .putOnClipboard(let text): app.send(.reported("copied \(text.name)", isError: false))
      case .pipe(_, _, let command):
        guard dice.below(2) == 0 else { break }
        let output = dice.pick(Self.texts)
        app.send(.pipeEnded(CommandOutput(command: command, text: output, end: .status(0))))
      case .cancelPipe:
        app.send(.pipeEnded(CommandOutput(command: "x", text: "", end: .cancelled)))
      case .export(let ids, let request):
        app.send(
          dice.below(2) == 0
            ? .reported("exported", isError: false)
            : .exportWouldReplace(file: "~/refs.bib", ids, request))
      case .listFolder(let folder): app.send(.folderListed(folder, ["notes/", "refs.bib"]))
      case .fetchVersion(let reference):
        app.send(.versionFetched(reference, failure: "arXiv is away"))
      case .searchArXiv(let query, let start, _):
        let papers = (1...3).map { Self.found(start + $0) }
        app.send(
          .arXivFound(
            ArXivResults(query: query, papers: papers, total: 9, next: start < 6 ? start + 3 : nil)
          ))
      case .cancelArXivSearch: break
      case .openPDF(let id):
        let reference = ArXivReference(id: id, version: 1 + dice.below(2))
        app.send(
          .pdfProgressed(PDFDownload(reference, received: 300, expected: Int64(dice.below(600)))))
        if dice.below(2) == 0 { app.send(.pdfEnded(id, .opened(reference, message: "opened"))) }
      case .cancelDownloads:
        app.send(.pdfEnded(ArXivID(literal: "2611.10001"), .cancelled))
      case .findSimilar(let paper):
        app.send(.similarFound(paper.id, app.stored.papers(similarTo: paper)))
      case .readSources: app.send(.sourcesRead([]))
      case .quit:
        #expect(!app.state.isSaving || app.state.isWaitingForLock)
        app.finishSaving()
        app.restart()
      case .openInBrowser, .redraw, .suspend, .saveSession, .commit, .take, .undo, .redo: break
      }
    }
  }

  private func checkScreen() {
    let grid = app.state.rendered()
    #expect(grid.size == app.state.size)
    if let cursor = grid.cursor {
      #expect((0..<grid.size.rows).contains(cursor.row))
      #expect((0..<grid.size.columns).contains(cursor.column))
    }
    // What was laid out before a key is what would be laid out now.
    if let screen = app.state.screens.last {
      #expect(app.state.laidOutScreen?.lines == app.state.laidOutLines(of: screen))
      #expect(app.state.lines(of: screen) == app.state.laidOutLines(of: screen))
    }
    let list = app.state.list
    #expect(list.ids.isEmpty ? list.cursor == 0 : list.ids.indices.contains(list.cursor))
  }

  /// The papers whose records differ between the screen's library and the stored one.
  var differences: [ArXivID] {
    ids.filter {
      app.state.library.reading($0) != app.stored.reading($0)
        || app.state.library.paper($0) != app.stored.paper($0)
    }
  }

  /// The papers whose record holds other values than before the first key, versions seen aside.
  var touchedAtLast: [ArXivID] {
    ids.filter { id in
      let (before, after) = (initial.reading(id), app.stored.reading(id))
      return before.state != after.state || before.depth != after.depth
        || before.star != after.star || before.rank != after.rank || before.tags != after.tags
        || before.notes != after.notes || before.project != after.project
    }
  }

  private var ids: [ArXivID] {
    let shelves = Array(app.stored.shelves.values) + app.state.library.shelves.values
    return Set(shelves.flatMap { $0.papers.entries.map(\.id) + $0.reading.keys }).sorted()
  }

  private static let keys: [Key] =
    KeyContext.allCases.flatMap { context in
      Action.allCases.flatMap { KeyMap().keyNames(of: $0, in: context) }.compactMap(Key.init(name:))
    } + [
      .enter, .enter, .enter, .altEnter, .tab, .tab, .backTab, .escape, .escape, .backspace,
      .delete, .insert, .left, .right, .function(5), .control("a"), .control("e"), .control("w"),
      .control("k"), .control("y"), .control("g"), .alt("b"), .alt("f"), .alt("d"),
      .character("y"), .character("n"),
    ]

  private static let characters: [Character] = Array(
    "abz0129+-\"\\(): é拡\u{301}\u{200D}👩‍🔬\u{AD}ع")

  private static let texts = [
    "", " ", "a", "is:unread", "-is:read OR tag:vision", "ti:\"world", "((((", "\\", "$\\alpha$\\",
    "two\nlines", "tab\there\r\nand more", "\u{1B}[31mred\u{7}", "e\u{301}\u{301}\u{301}",
    "\u{301}", "拡散モデル拡散モデル拡散モデル拡散モデル拡散モデル", "👩‍👩‍👧‍👦🇩🇪", "\u{202E}abc", "שלום",
    "-9223372036854775808", "show-view -9223372036854775808", "sort -updated", "show-view 2",
    "edit-tags +later -skim", "annotate  with   blanks", "set-depth 2", "filter is:unread",
    String(repeating: "long text ", count: 60),
  ]
}

/// Random numbers that are the same in every run (xorshift).
private struct Dice {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  mutating func below(_ count: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % count
  }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
}
