import Foundation
import LoopbackArXiv
import Papers
import TestSupport
import Testing

/// Every row of the table of keys, pressed in the real program on a real terminal, in four sizes, each
/// screen whole.
struct EveryKeyTests {
  /// A size of the terminal.
  struct Size: CustomTestStringConvertible, Sendable {
    var columns: Int
    var rows: Int

    var testDescription: String { "\(columns)x\(rows)" }
  }

  /// What is done for a screen: keys by tmux's names, texts to be typed behind `text:`.
  struct Step {
    var name: String
    var keys: [String]

    init(_ name: String, _ keys: String...) {
      self.name = name
      self.keys = keys
    }
  }

  @Test(arguments: [
    Size(columns: 40, rows: 10), Size(columns: 80, rows: 24), Size(columns: 120, rows: 40),
    Size(columns: 200, rows: 60),
  ])
  func eachKeyLeadsToItsScreen(size: Size) async throws {
    let program = try BuiltProgram()
    let arXiv = LoopbackArXiv(papers: Self.papers)
    try arXiv.start()
    try configure(program, arXiv)
    let terminal = try TmuxScreen(
      program, columns: size.columns, rows: size.rows,
      variables: ["VISUAL": program.home.path + "/edit"])
    var record = try ScreenRecord(name: size.testDescription)
    for step in Self.steps {
      for key in step.keys {
        if key.hasPrefix("text:") {
          try terminal.type(String(key.dropFirst(5)))
        } else {
          try terminal.press(key)
        }
      }
      if ScreenRecord.isWanted {
        record.add(try await Self.restingScreen(of: terminal), of: step.name)
        continue
      }
      let recorded = record.screen(of: step.name)
      let wanted = try #require(recorded, "no screen is recorded of '\(step.name)'")
      var seen: [String] = []
      do {
        try await terminal.wait { screen in
          seen = Self.comparable(screen)
          return seen == wanted
        }
      } catch {
        Issue.record("after '\(step.name)' it should be:\n\(wanted.joined(separator: "\n"))")
        throw error
      }
    }
    if ScreenRecord.isWanted { try record.write() } else { #expect(record.isUsedUp) }
  }

  private static let steps: [Step] = [
    Step("the first screen"),
    Step("j: down", "j", "j"),
    Step("k: up", "k"),
    Step("^D: half a page down", "C-d"),
    Step("^U: half a page up", "C-u"),
    Step("^F: a page down", "C-f"),
    Step("^B: a page up", "C-b"),
    Step("G: to the bottom", "G"),
    Step("g: to the top", "g"),
    Step("Enter: the page of the paper", "Enter"),
    Step("j on the page", "j"),
    Step("): the next paper", ")"),
    Step("(: the paper before", "("),
    Step("/ on the page", "/", "text:library"),
    Step("Enter: stays there", "Enter"),
    Step("Space: reads on", "Space"),
    Step("q: back", "q"),
    Step("Tab: the next view", "Tab"),
    Step("5: a view by its number", "5"),
    Step("r: read", "r"),
    Step("]: the next unread", "]"),
    Step("[: the previous unread", "G", "["),
    Step("w: into the queue", "g", "j", "w", "j", "w", "j", "w"),
    Step("K: up in the queue", "2", "G", "K"),
    Step("J: down in the queue", "J"),
    Step("{: to the top of the queue", "{"),
    Step("}: to its bottom", "}"),
    Step("i: start reading", "i"),
    Step("x: dismiss", "5", "j", "j", "j", "j", "x"),
    Step("*: star", "j", "*"),
    Step("!: how well it was understood", "!"),
    Step("! 2", "2"),
    Step("a: a note", "a", "text:The loss is **plain**: 拡散, ü."),
    Step("Alt-Enter: a new line of it", "M-Enter", "text:- one more thing"),
    Step("Enter: the note is saved", "Enter"),
    Step("e: the notes in an editor", "e"),
    Step("t: tags", "t", "text:vision to"),
    Step("t: saved", "text:do", "Enter"),
    Step("^E: the preview a line further", "C-e", "C-e"),
    Step("^Y: the preview a line back", "C-y"),
    Step("Space: marks", "Space", "j", "Space"),
    Step("v: a range", "j", "v", "j", "j"),
    Step("r on all that is marked", "r"),
    Step("u: undo", "u"),
    Step("^R: redo", "C-r"),
    Step("A: asks first", "A"),
    Step("n: no", "n"),
    Step("/: search", "g", "/", "text:image"),
    Step("Enter: stays at the match", "Enter"),
    Step("n: the next match", "n"),
    Step("N: the previous match", "N"),
    Step("f: filter", "6", "f", "text:au:he or"),
    Step("f: a whole query", "C-u", "text:au:he", "Enter"),
    Step("c: no filter", "c"),
    Step("O: the orders", "O"),
    Step("O: by title", "t"),
    Step(":: with an argument", ":", "text:sort -published", "Enter"),
    Step("R: fetch", "R"),
    Step("S: search arXiv", "S", "text:cat:cs.LG"),
    Step("S: what it found", "Enter"),
    Step("w: into the library", "w"),
    Step("p: its PDF", "p"),
    Step("q: leaves the search", "q"),
    Step("o: the browser", "1", "o"),
    Step("E: export", "6", "/", "text:adam", "Enter", "E"),
    Step("y: done", "y"),
    Step("y: what to copy", "y"),
    Step("y: Enter copies the identifier", "Enter"),
    Step("|: a command", "|", "text:cut -c 1-19"),
    Step("|: what it prints", "Enter"),
    Step("q: back from it", "q"),
    Step("d: what changed", "d"),
    Step("Esc: back from it", "Escape"),
    Step("d: what the new version of another one says", "g", "d"),
    Step("q: back from that", "q"),
    Step(":: the command line", ":", "text:toggle-r"),
    Step("Tab: completes", "Tab"),
    Step(":: a number is a row", "C-u", "text:7", "Enter"),
    Step(":: an unknown name", ":", "text:toggle-raed", "Enter"),
    Step("Esc: leaves it", "Escape"),
    Step("s: the sources", "s"),
    Step("q: back from the sources", "q"),
    Step("L: the links", "L"),
    Step("Esc: leaves the menu", "Escape"),
    Step("?: help", "?"),
    Step("?: filtered", "text:queue"),
    Step("Esc: back from help", "Escape"),
    Step("^L: redrawn", "C-l"),
    Step("^Z: leaves the shell its screen", "C-z"),
    Step("^Z: goes on where it was", "Enter"),
    Step("<: more room for the preview", "<", "<"),
    Step(">: more room for the list", ">"),
    Step("=: as it was", "="),
    Step("z: no preview", "z"),
    Step("z: the preview again", "z"),
    Step("~: similar papers", "~"),
    Step("q: leaves them", "q"),
    Step("T: one paper after the other", "5", "T"),
    Step("T: a verdict leads to the next", "x"),
    Step("T: its own help", "?"),
    Step("Esc: back to the paper", "Escape"),
    Step("q: leaves triage", "q"),
    Step("M: messages", "M"),
    Step("/: messages with a text", "/", "text:stat"),
    Step("Esc: all messages", "Escape"),
    Step("Esc: back from the messages", "Escape"),
    Step("Q: quits", "Q"),
  ]

  /// Papers that a search of arXiv finds, of fixed days; the last was replaced once.
  private static let papers: [Paper] = (1...3).map { number in
    let isReplaced = number == 3
    return Paper(
      id: ArXivID(literal: "2405.0000\(number)"), version: isReplaced ? 2 : 1,
      title: #"Gr\"obner Bases with $\alpha$-Divergence, Part \#(number)"#,
      abstract: "The abstract of part \(number)."
        + (isReplaced ? " Its bound is now tight. It holds for every basis." : ""),
      authors: [.init("Ada Lovelace")], categories: ["cs.LG", "math.AC"],
      published: Timestamp(literal: "2024-05-0\(number)T10:00:00Z"),
      updated: isReplaced ? Timestamp(literal: "2024-06-01T10:00:00Z") : nil,
      comment: isReplaced ? "12 pages" : nil)
  }

  private func configure(_ program: BuiltProgram, _ arXiv: LoopbackArXiv) throws {
    try program.configure(
      """
      {
        "arxiv": {"api": "\(arXiv.api)", "feeds": "\(arXiv.site)", "site": "\(arXiv.site)",
                  "secondsBetweenRequests": 0},
        "sources": [{"name": "bases", "ids": ["2405.00001", "2405.00002"]}],
        "refreshOnStart": false,
        "browser": ["true", "{url}"],
        "pdf": {"open": ["true", "{file}"]},
        "export": {"directory": "~/notes"}
      }
      """)
    try program.home.write("#!/bin/sh\nprintf 'From the editor.\\n' >>\"$1\"\n", to: "edit")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: program.home.path + "/edit")
  }

  /// The screen with what differs from run to run made the same.
  private static func comparable(_ screen: String) -> [String] {
    screen.withoutTimes.replacing(/127\.0\.0\.1:\d+/, with: "arxiv.test")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init).trimmed
  }

  /// The screen once nothing moves on it, for a record.
  private static func restingScreen(of terminal: TmuxScreen) async throws -> [String] {
    var last: [String] = []
    var count = 0
    while count < 8 {
      try await Task.sleep(for: .milliseconds(150))
      let screen = comparable(try terminal.screen)
      count = screen == last ? count + 1 : 0
      last = screen
    }
    return last
  }
}
