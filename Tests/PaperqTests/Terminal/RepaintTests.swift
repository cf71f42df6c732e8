import Foundation
import LoopbackArXiv
import Papers
import Testing

/// What the real program writes to the terminal for a key.
@Suite(.serialized) struct RepaintTests {
  private let arXiv: LoopbackArXiv
  private let program: BuiltProgram

  /// A library of papers with long abstracts, authors and comments.
  init() throws {
    program = try BuiltProgram()
    let words = ["diffusion", "of", "models", "the", "learning", "and", "reward", "we", "show"]
    let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970) * 1000)
    let papers = try (1...90).map { number in
      let abstract = (0..<220).map { words[($0 * number + $0 / 7) % words.count] }
      return Paper(
        id: try #require(ArXivID("2611.\(10_000 + number)")),
        title: "Paper \(number) on \(abstract[..<9].joined(separator: " "))",
        abstract: abstract.joined(separator: " "),
        authors: (1...6).map { .init("Ada \(words[($0 + number) % 9].capitalized)") },
        categories: ["cs.LG"],
        published: Timestamp(milliseconds: now.milliseconds - Int64(number) * 60_000),
        comment: "Accepted at ICML 2026, \(number) pages")
    }
    arXiv = LoopbackArXiv(papers: papers)
    try arXiv.start()
    try program.configure(
      """
      {
        "arxiv": {"api": "\(arXiv.api)", "feeds": "\(arXiv.site)", "site": "\(arXiv.site)",
                  "secondsBetweenRequests": 0},
        "sources": [{"name": "learning", "query": "cat:cs.LG", "window": "30d"}],
        "refreshOnStart": false
      }
      """)
  }

  @Test(arguments: [(80, 24, 2048), (120, 40, 3072), (200, 60, 4096)])
  func aMovedCursorWritesLittle(columns: Int, rows: Int, limit: Int) async throws {
    let fetched = try await program("fetch", "learning")
    #expect(fetched.code == 0, "\(fetched)")
    let terminal = try PseudoTerminal(program, rows: rows, columns: columns)
    try await terminal.wait(for: "Paper 1 on", "1/90")
    try await terminal.rest()
    let start = terminal.output.count
    // On the screen, and where the list scrolls.
    for first in [2, rows + 1] {
      try await terminal.type(":\(first - 1)\r")
      try await terminal.wait(for: " \(first - 1)/90")
      try await terminal.rest()
      for row in first..<(first + 4) {
        let before = terminal.output.count
        try await terminal.type("j")
        try await terminal.wait(for: " \(row)/90")
        try await terminal.rest()
        #expect(terminal.output.count - before < limit, "row \(row)")
      }
    }
    // Nothing is cleared to be drawn again: that would flicker.
    for clearing in ["\u{1B}[2J", "\u{1B}[H\u{1B}[J", "\u{1B}[3J"] {
      #expect(terminal.output.dropFirst(start).firstRange(of: Array(clearing.utf8)) == nil)
    }
    try await terminal.type("Q")
    #expect(try await terminal.end() == 0)
  }
}
