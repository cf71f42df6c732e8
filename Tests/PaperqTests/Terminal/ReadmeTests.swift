import Foundation
import Testing

/// The screen in the README is what the program shows; `RECORD_SNAPSHOTS=1` writes it anew.
struct ReadmeTests {
  private static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "README.md")
  private static let fence = "```text\n"

  @Test func theScreenIsWhatTheProgramShows() async throws {
    let program = try BuiltProgram()
    try program.configure("{\"refreshOnStart\": false}")
    let terminal = try TmuxScreen(program, columns: 92, rows: 24)
    try await terminal.wait(for: "1/28")
    try terminal.press("r", "j", "*", "r", "j", "x", "j", "w", "j", "w", "j", "w", "a")
    try await terminal.wait(for: "note:")
    try terminal.type("The identity path is what lets the gradient through. Try it without.")
    try terminal.press("Enter")
    try await terminal.wait(for: "Q n", "note of")
    try terminal.press("t")
    try await terminal.wait(for: "tags:")
    try terminal.type("vision classics")
    try terminal.press("Enter")
    let screen = try await terminal.wait(for: "tags classics vision")
    let today = try #require(screen.firstMatch(of: /note of (\d{4}-\d\d-\d\d)/)?.1)
    let shown = screen.replacing(today, with: "2026-11-22").trimmingCharacters(in: .newlines)

    var readme = try String(contentsOf: Self.file, encoding: .utf8)
    let begin = try #require(readme.range(of: Self.fence)).upperBound
    let end = try #require(readme.range(of: "\n```", range: begin..<readme.endIndex)).lowerBound
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      readme.replaceSubrange(begin..<end, with: shown)
      try Data(readme.utf8).write(to: Self.file)
    } else {
      #expect(String(readme[begin..<end]) == shown)
    }
  }
}
