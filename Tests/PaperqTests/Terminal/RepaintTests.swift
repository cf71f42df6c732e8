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
    let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970) * 1000)
    arXiv = LoopbackArXiv(papers: LongPapers.papers(now: now))
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

  /// Nothing but the text that is new, where it goes and how it looks: a fifth more where the list
  /// scrolls, for the preview scrolls along.
  @Test(arguments: [(80, 24, 832, 1024), (120, 40, 2048, 2336), (200, 60, 2112, 2480)])
  func aMovedCursorWritesLittle(
    columns: Int, rows: Int, limit: Int, scrollLimit: Int
  ) async throws {
    let fetched = try await program("fetch", "learning")
    #expect(fetched.code == 0, "\(fetched)")
    let terminal = try PseudoTerminal(program, rows: rows, columns: columns)
    try await terminal.wait(for: "Paper 1 on", "1/90")
    try await terminal.rest()
    let start = terminal.output.count
    for (first, limit) in [(2, limit), (rows + 1, scrollLimit)] {
      try await terminal.type(":\(first - 1)\r")
      try await terminal.wait(for: " \(first - 1)/90")
      try await terminal.rest(looks: 50)
      for row in first..<(first + 4) {
        let before = terminal.output.count
        try await terminal.type("j")
        try await terminal.wait(for: " \(row)/90")
        // A pause in a move on a slow machine is not its end.
        try await terminal.rest(looks: 50)
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
