import Glibc
import Papers
import Testing

/// What a user sees while another program holds the library's lock; here the test holds it.
struct LockedLibraryTests {
  private let program: BuiltProgram
  private let lock: Int32

  init() throws {
    program = try BuiltProgram()
    try program.stock(Paper.three())
    let file = program.home.path + "/.local/share/paperq/library.lock"
    lock = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
  }

  @Test func aCommandSaysForWhomItWaitsAndGivesUpIn10Seconds() async throws {
    let terminal = try TmuxScreen(program, ["star", "1706.03762"], columns: 240)
    let holder = "process \(getpid()) ("
    try await terminal.wait(
      for: "paperq: waiting for \(holder)", "), which is saving",
      "paperq: cannot save to library '\(program.home.path)/.local/share/paperq': \(holder)",
      ") has kept it locked for 10 seconds; try again, or end it if it hangs", "ended 74")
    close(lock)
  }

  @Test func theScreenGoesOnAndSavesWhenTheLockIsFree() async throws {
    try program.configure(
      #"{"views": [{"name": "All", "query": ""}], "refreshOnStart": false, "sources": []}"#)
    let terminal = try TmuxScreen(program)
    try await terminal.wait(for: "1/3")
    try terminal.press("*")
    try await terminal.wait(for: "another paperq is saving; the change waits for it")
    try terminal.press("j")
    try await terminal.wait(for: "2/3")
    #expect(!program.home.exists(".local/share/paperq/reading/1706.json"))
    close(lock)
    try await terminal.wait(for: " N*   ", "2/3")
    #expect(try program.reading("1706.03762").star)
  }

  @Test func notesThatAreBeingSavedAreNotEditedAgainMeanwhile() async throws {
    try program.configure(
      """
      {"views": [{"name": "All", "query": ""}], "refreshOnStart": false, "sources": [],
       "notes": {"template": []}}
      """)
    try program.home.write("#!/bin/sh\necho more >>\"$1\"\n", to: "editor")
    let editor = program.home.path + "/editor"
    #expect(chmod(editor, 0o755) == 0)
    let terminal = try TmuxScreen(program, variables: ["VISUAL": editor])
    try await terminal.wait(for: "1/3")
    try terminal.press("e")
    try await terminal.wait(for: "another paperq is saving; the change waits for it")
    try terminal.press("e")
    try await terminal.wait(
      for: "the notes of '1706.03762' are just being saved; edit them again when they are")
    close(lock)
    try await terminal.wait(for: "N n  ")
    try await terminal.wait { _ in
      !program.home.exists(".local/state/paperq/notes/1706.03762.md")
    }
    #expect(try program.reading("1706.03762").notes.map(\.text) == ["more"])
    try terminal.press("e")
    try await terminal.wait { _ in
      (try? program.reading("1706.03762").notes.map(\.text)) == ["more", "more"]
    }
  }
}
