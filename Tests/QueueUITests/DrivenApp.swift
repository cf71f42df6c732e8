import Papers
import QueueUI
import TerminalGrid
import TestSupport
import Testing

/// The interface without a terminal and without a disk: keys go in, effects are answered as a store
/// in memory would answer them, and the screen comes out as text.
struct DrivenApp {
  private(set) var state: QueueState
  /// Every effect so far that is not answered here.
  private(set) var effects: [Effect] = []
  /// What would outlive a crash.
  private(set) var savedSession: Session
  /// The lines of the log; errors begin with `error`.
  private(set) var logged: [String] = []
  private(set) var now: Timestamp
  private var store: MemoryStore
  /// Whether changes are answered at once; otherwise they wait for `finishSaving`.
  var savesAtOnce = true
  private var unanswered: [Effect] = []
  private let options: QueueState.Options

  static let start = Timestamp(literal: "2026-11-22T12:00:00Z")

  init(
    _ library: Library, columns: Int = 80, rows: Int = 24,
    views: [ViewDefinition] = DrivenApp.views(), session: Session = Session(),
    options: (inout QueueState.Options) -> Void = { _ in }
  ) {
    now = Self.start
    store = MemoryStore(library)
    savedSession = session
    var chosen = QueueState.Options(views: views, sourceNames: ["learning", "canon"])
    options(&chosen)
    self.options = chosen
    state = QueueState(
      options: chosen, size: GridSize(rows: rows, columns: columns), session: session, now: now)
    send(.monthsLoaded(LibraryUpdate(shelves: library.shelves)))
    send(.libraryOpened(LibraryOpening()))
  }

  /// What is "on disk".
  var stored: Library { store.library }

  static func views() -> [ViewDefinition] {
    [
      ViewDefinition("Inbox", "is:unread since:14d"),
      ViewDefinition("Queue", "is:queued OR is:reading", order: SortOrder(.rank)),
      ViewDefinition("Starred", "is:starred"),
      ViewDefinition("All", ""),
    ]
  }

  /// Lets something happen a second, or another time, later.
  mutating func send(_ event: Event, after milliseconds: Int64 = 1000) {
    now = Timestamp(milliseconds: now.milliseconds + milliseconds)
    for effect in state.update(event, now: now) { run(effect) }
    state.settle()
    for effect in state.keepDrafts() { run(effect) }
  }

  /// Presses keys by name: `press("j", "^D", "Enter")`.
  mutating func press(_ names: String...) {
    for name in names {
      guard let key = Key(name: name) else {
        Issue.record("'\(name)' is no key")
        return
      }
      send(.key(key))
    }
  }

  /// Does something with the mouse, some time after the last event.
  mutating func point(
    _ kind: MouseInput.Kind, row: Int, column: Int, after milliseconds: Int64 = 1000
  ) {
    let position = Position(row: row, column: column)
    send(.mouse(MouseInput(kind, at: position)), after: milliseconds)
  }

  /// Types a text, character by character.
  mutating func type(_ text: String) {
    for character in text { send(.key(.character(character))) }
  }

  mutating func resize(columns: Int, rows: Int) {
    send(.resized(GridSize(rows: rows, columns: columns)))
  }

  /// Answers what was held back.
  mutating func finishSaving() {
    savesAtOnce = true
    let waiting = unanswered
    unanswered = []
    for effect in waiting { run(effect) }
  }

  /// Fails what was held back.
  mutating func failSaving(_ message: String) {
    savesAtOnce = true
    let waiting = unanswered
    unanswered = []
    for effect in waiting {
      switch effect {
      case .commit(let change), .take(_, let change):
        send(.commitFailed(change, message: message))
      default:
        send(.undoFailed(message: message))
      }
    }
  }

  /// Brings papers as a fetch does: on disk first, then to the screen.
  mutating func receive(_ papers: [Paper]) {
    send(store.merge(papers))
  }

  /// Opens the library anew, as another run of the program would; undo reaches over it.
  mutating func restart(session: Session = Session()) {
    state = QueueState(options: options, size: state.size, session: session, now: now)
    unanswered = []
    savesAtOnce = true
    send(.monthsLoaded(LibraryUpdate(shelves: stored.shelves)))
    send(.libraryOpened(LibraryOpening()))
  }

  mutating func takeEffects() -> [Effect] {
    defer { effects = [] }
    return effects
  }

  private mutating func run(_ effect: Effect) {
    switch effect {
    case .commit, .take, .undo, .redo:
      guard savesAtOnce else {
        unanswered.append(effect)
        return
      }
      if let event = store.answer(effect) { send(event) }
    case .log(let text, let isError):
      logged.append(isError ? "error \(text)" : text)
    case .saveSession(let session):
      savedSession = session
    default:
      effects.append(effect)
    }
  }

  /// The screen as a person sees it, a line a row, blanks at the ends trimmed.
  var screen: String { state.rendered().lines.joined(separator: "\n") }

  /// Compares the whole screen; a failure shows both and the first row that differs.
  func expectScreen(
    _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let actual = screen
    guard actual != expected else { return }
    let pairs = zip(
      actual.split(separator: "\n", omittingEmptySubsequences: false),
      expected.split(separator: "\n", omittingEmptySubsequences: false))
    let row = pairs.enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? -1
    Issue.record(
      "the screen differs, first in row \(row)\nexpected:\n\(expected)\nactual:\n\(actual)",
      sourceLocation: sourceLocation)
  }
}
