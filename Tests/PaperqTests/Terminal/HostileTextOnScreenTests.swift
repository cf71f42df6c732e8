import Foundation
import Testing

/// Text whose width terminals dispute, in titles and notes, in a real terminal.
@Suite(.serialized) struct HostileTextOnScreenTests {
  private static let texts = [
    "拡散モデルの研究 and more", "e\u{301}\u{323}\u{308} combining a\u{36F}\u{36F}\u{36F}",
    "👩‍👩‍👧‍👦 🇩🇪 👍🏽 family ❤️ ☂︎", "a\u{200B}b\u{200D}c\u{AD}d\u{FEFF} without width",
    "שלום עולم مرحبا from the right", "हिन्दी देवनागरी क्ष्म", "\u{202E}turned\u{202C} \u{2066}x\u{2069}",
    "ｆｕｌｌ ｗｉｄｔｈ ﾊﾝｶｸ", "\u{1F468}\u{200D}\u{200D} \u{FE0F} \u{1F1E9} stray joiners",
  ]

  /// After any move the screen is the same as one that is painted anew.
  @Test func movingOverItLeavesNoTraces() async throws {
    let program = try BuiltProgram()
    try program.configure(
      #"{"refreshOnStart": false, "views": [{"name": "Odd", "query": "jr:odd", "sort": "title"}]}"#)
    let lines = Self.texts.enumerated().map { index, text in
      """
      {"id": "2611.0000\(index + 1)", "title": "\(text)", "abstract": "\(text) \(text)", \
      "authors": [{"name": "\(text)"}], "categories": ["cs.LG"], "journalRef": "Odd", "published": "2026-11-20T00:00:00Z"}
      """
    }
    let imported = try await program("import", "-", input: lines.joined(separator: "\n") + "\n")
    #expect(imported.code == 0, "\(imported)")
    for number in 1...Self.texts.count {
      _ = try await program("note", "2611.0000\(number)", Self.texts[number - 1])
    }

    let terminal = try TmuxScreen(program, columns: 70, rows: 22)
    try await terminal.wait(for: "combining", "1/\(Self.texts.count)")
    for _ in Self.texts {
      for key in ["j", "Enter", "q"] {
        try terminal.press(key)
        try await expectNoTraces(terminal)
      }
    }
    try terminal.press("g")
    try terminal.type("/family")
    try await expectNoTraces(terminal, leavingWith: "Enter")
    try terminal.press("Q")
    try await terminal.wait(for: "ended 0")
  }

  private func expectNoTraces(
    _ terminal: TmuxScreen, leavingWith key: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    if let key { try terminal.press(key) }
    // What the prompt covers is drawn again when it goes.
    try terminal.press(":")
    try await terminal.wait { $0.contains("\n:") }
    try terminal.press("Escape")
    let before = try await terminal.wait { !$0.contains("\n:") }
    try terminal.press("C-l", ":")
    try await terminal.wait { $0.contains("\n:") }
    try terminal.press("Escape")
    let after = try await terminal.wait { !$0.contains("\n:") }
    #expect(before == after, sourceLocation: sourceLocation)
  }
}
