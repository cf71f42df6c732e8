import Foundation
import LibraryStore
import Papers
import QueueUI
import TerminalGrid
import TestSupport

@testable import paperq

/// What paperq should show and store: the same interface, without terminal and disk.
struct SessionModel {
  private(set) var state: QueueState
  private var store: MemoryStore
  /// What the next run begins with.
  private(set) var session: Session
  private(set) var hasQuit = false
  /// Whether an event led to something outside, whose outcome the model cannot know.
  private(set) var isBeyondKnowing = false
  private let options: QueueState.Options

  init(options: QueueState.Options, library: Library, size: GridSize) {
    self.options = options
    store = MemoryStore(library)
    session = Session()
    state = QueueState(options: options, size: size, session: session, now: Workspace.now)
    open()
  }

  /// What the user did, as it should be on the disk.
  var library: Library { store.library }

  /// The screen, without blanks at the ends of rows and without empty rows at its end.
  var screen: [String] { state.rendered().lines.trimmed }

  /// Another run of the program on the same library.
  mutating func restart(size: GridSize) {
    hasQuit = false
    state = QueueState(options: options, size: size, session: session, now: Workspace.now)
    open()
  }

  private mutating func open() {
    take(.monthsLoaded(LibraryUpdate(shelves: store.library.shelves)))
    take(.libraryOpened(LibraryOpening()))
  }

  mutating func take(_ event: Event) {
    respond(to: event)
    state.settle()
    for effect in state.keepDrafts() { run(effect) }
  }

  private mutating func respond(to event: Event) {
    for effect in state.update(event, now: Workspace.now) { run(effect) }
  }

  private mutating func run(_ effect: Effect) {
    switch effect {
    case .commit, .take, .undo, .redo:
      if let event = store.answer(effect) { respond(to: event) }
    case .saveSession(let session): self.session = session
    case .quit: hasQuit = true
    case .findSimilar(let paper):
      respond(to: .similarFound(paper.id, library.papers(similarTo: paper)))
    case .redraw, .openInBrowser, .log: break
    default: isBeyondKnowing = true
    }
  }
}

extension [String] {
  /// Without blanks at the ends of the lines and without empty lines at the end.
  var trimmed: [String] {
    var lines = map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }
}

extension String {
  /// With today, and every time of day, made the same in all runs.
  var withoutTimes: String {
    let now = Workspace.now
    let today = [now, now.advanced(byDays: -1)].map(\.date)
    return today.reduce(self) { $0.replacing($1, with: "2026-11-22") }
      .replacing(/[ \d]\d [A-Z][a-z][a-z] \d\d:\d\d/, with: "22 Nov 12:00")
      .replacing(/\d\d:\d\d(:\d\d)?/, with: "12:00")
  }
}
