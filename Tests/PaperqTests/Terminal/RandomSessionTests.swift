import Foundation
import LibraryStore
import Papers
import QueueUI
import TerminalGrid
import TestSupport
import Testing

@testable import paperq

/// Random keys, texts, pastes, sizes, kills and restarts in the real program on a real terminal, the
/// same ones in every run. After each the screen must be the one that the interface makes of it
/// without a terminal and a disk, and in the end the disk must hold what that holds.
@Suite(.serialized) struct RandomSessionTests {
  @Test(arguments: [1, 2] as [UInt64])
  func theScreenIsAlwaysTheModelsAndSoIsTheLibraryInTheEnd(seed: UInt64) async throws {
    var run = try await RandomSession(seed: seed)
    for _ in 0..<Rounds.of(400) { try await run.step() }
    try run.compareLibraries()
  }
}

/// A program in a terminal beside its model, and the dice that drive both.
private struct RandomSession {
  private let program: BuiltProgram
  private var terminal: TmuxScreen
  private var model: SessionModel
  private var dice: SeededGenerator
  private var size = GridSize(rows: 24, columns: 80)
  /// What is left to be typed of a text.
  private var untyped: [Character] = []
  /// What was done last, for a failure to be understood.
  private var trail: [String] = []

  init(seed: UInt64) async throws {
    dice = SeededGenerator(seed: seed)
    program = try BuiltProgram()
    try program.configure(
      #"{"refreshOnStart": false, "sources": [], "browser": ["true", "{url}"]}"#)
    try program.stock(Self.papers)
    terminal = try TmuxScreen(program, columns: size.columns, rows: size.rows)
    let options = try QueueState.Options(
      Workspace(
        Settings(environment: Environment(program.variables)), device: "model"))
    try await terminal.wait(for: "1/")
    model = SessionModel(
      options: options, library: try program.openStore(device: "model").library, size: size)
    try await compareScreens()
  }

  private enum Input {
    case key(Key), text(String), paste(String), resize(GridSize), restart
  }

  mutating func step() async throws {
    let input = pick()
    var next = model
    switch input {
    case .key(let key): next.take(.key(key))
    case .text(let text): for character in text { next.take(.key(.character(character))) }
    case .paste(let text): next.take(.pasted(text))
    case .resize(let size): next.take(.resized(size))
    case .restart: next.restart(size: size.usable)
    }
    if next.isBeyondKnowing { return }
    // Escape and a key behind it are one key with Alt, unless the screen has shown the first.
    if case .key(.escape) = input, next.screen == model.screen { return }
    model = next
    trail.append("\(input)")
    switch input {
    case .key(let key): try terminal.pressAtOnce(key.tmuxWords)
    case .text(let text): try terminal.type(text)
    case .paste(let text): try terminal.paste(text)
    case .resize(let size):
      // A new size must not overtake keys that change no text, nor such keys a size that changes none.
      try await terminal.waitUntilIdle()
      self.size = size
      try terminal.resize(columns: size.columns, rows: size.rows)
      try await terminal.waitUntilIdle()
    case .restart:
      // What is typed is kept a moment later.
      let session = model.session
      let state = program.home.path + "/.local/state/paperq"
      try await terminal.wait { _ in SessionFile(stateFolder: state).session == session }
      try terminal.kill()
      try await terminal.wait(for: "ended 137")
      try startAgain()
    }
    if model.hasQuit {
      try await terminal.wait(for: "ended 0")
      try startAgain()
      model.restart(size: size)
    }
    try await compareScreens()
  }

  /// Starts the program on a screen that shows when the library is open, and keys have a meaning.
  private mutating func startAgain() throws {
    size = size.usable
    terminal = try TmuxScreen(program, columns: size.columns, rows: size.rows)
  }

  private mutating func pick() -> Input {
    // A list follows what is typed when no key is waiting, so each character waits for it.
    if !untyped.isEmpty { return .text(String(untyped.removeFirst())) }
    if Int.random(in: 0..<100, using: &dice) < 12 {
      untyped = Array(element(of: Self.texts))
      return pick()
    }
    return switch Int.random(in: 12..<100, using: &dice) {
    case 12..<82: .key(element(of: Self.keys))
    case 82..<88: .paste(element(of: Self.texts))
    case 88..<96:
      .resize(
        GridSize(
          rows: Int.random(in: 3...50, using: &dice),
          columns: Int.random(in: 20...160, using: &dice)))
    case 96..<98: .restart
    default: .key(.enter)
    }
  }

  private mutating func element<Element>(of list: [Element]) -> Element {
    list[Int.random(in: 0..<list.count, using: &dice)]
  }

  private func compareScreens() async throws {
    let wanted = model.screen.map(\.withoutTimes)
    var seen: [String] = []
    do {
      try await terminal.wait { screen in
        seen = screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
          .trimmed.map(\.withoutTimes)
        return seen == wanted
      }
    } catch {
      Issue.record(
        """
        the screen should be:
        \(wanted.joined(separator: "\n"))
        after \(trail.suffix(12).joined(separator: ", "))
        """)
      throw error
    }
  }

  /// Compares what is on the disk with what the model holds, times aside.
  func compareLibraries() throws {
    let stored = try program.openStore(device: "model").library
    let ids = Set(stored.shelves.values.flatMap { $0.papers.entries.map(\.id) })
    #expect(ids.count == 30)
    for id in ids.sorted() {
      #expect(Reading(stored.reading(id)) == Reading(model.library.reading(id)), "\(id)")
    }
  }

  /// What a record says, without when it was said.
  private struct Reading: Equatable {
    var state: ReadingState
    var depth: ReadingDepth
    var star: Bool
    var rank: String
    var tags: [String]
    var notes: [String]
    var seenVersion: Int?

    init(_ record: ReadingRecord) {
      state = record.state
      depth = record.depth
      star = record.star
      rank = "\(record.rank as Any)"
      tags = record.tags
      notes = record.notes.map(\.text)
      seenVersion = record.seenVersion
    }
  }

  private static let papers: [Paper] = (1...30).map { number in
    Paper(
      id: ArXivID(literal: "2405.\(10_000 + number)"),
      title: titles[number % titles.count] + " \(number)",
      abstract: "What we say of it is number \(number). "
        + String(repeating: "It is said at length. ", count: number),
      authors: (0...(number % 9)).map { Paper.Author("Ada \($0) Lovelace") },
      categories: ["cs.LG"], published: Timestamp(literal: "2024-05-0\(1 + number % 9)T12:00:00Z"))
  }

  private static let titles = [
    "A Plain Title", "拡散モデルの研究", "Schr\\\"odinger Bridges with $\\alpha$-Divergence",
    "A Title That Goes On and On Until It Is Longer than Any Row of Any List on Any Screen",
  ]

  private static let keys: [Key] =
    KeyContext.allCases.flatMap { context in
      Action.allCases.filter { ![.suspend, .quit].contains($0) }
        .flatMap { KeyMap().keyNames(of: $0, in: context) }.compactMap(Key.init(name:))
    } + [.enter, .enter, .tab, .escape, .escape, .backspace, .character("y"), .control("a"), .left]

  private static let texts = [
    "a", "title", "is:unread", "tag:later", "two words", "拡散", "note with ü and 拡", "+later",
    "sort title", "120", "edit-tags +later", "set-depth 2", "-is:read", "((",
  ]
}

extension GridSize {
  /// It, or where it is too small the smallest that shows something.
  fileprivate var usable: GridSize { GridSize(rows: max(rows, 10), columns: max(columns, 40)) }
}

extension Key {
  /// The words behind tmux's `send-keys`.
  fileprivate var tmuxWords: [String] {
    switch self {
    case .character(";"): ["-l", "\\;"]
    case .character(let character): ["-l", "--", String(character)]
    case .control(let character): ["C-\(character)"]
    case .alt(let character): ["M-\(character)"]
    case .enter: ["Enter"]
    case .altEnter: ["M-Enter"]
    case .tab: ["Tab"]
    case .backTab: ["BTab"]
    case .escape: ["Escape"]
    case .backspace: ["BSpace"]
    case .altBackspace: ["M-BSpace"]
    case .controlLeft: ["C-Left"]
    case .controlRight: ["C-Right"]
    case .delete: ["DC"]
    case .insert: ["IC"]
    case .up: ["Up"]
    case .down: ["Down"]
    case .left: ["Left"]
    case .right: ["Right"]
    case .home: ["Home"]
    case .end: ["End"]
    case .pageUp: ["PPage"]
    case .pageDown: ["NPage"]
    case .function(let number): ["F\(number)"]
    }
  }
}
