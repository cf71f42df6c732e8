import Foundation
import LibraryStore
import Papers
import QueueUI
import Testing

@testable import paperq

/// Notes that are being typed, in the real program and its files.
struct DraftSessionTests {
  private static let state = ".local/state/paperq/"

  private func stocked() throws -> BuiltProgram {
    let program = try BuiltProgram()
    try program.configure(#"{"sources": [], "refreshOnStart": false}"#)
    try program.stock(try Paper.three())
    return program
  }

  @Test func aKillInTheMiddleOfANoteLosesNothingThatWasTyped() async throws {
    let program = try stocked()
    let terminal = try TmuxScreen(program)
    try await terminal.wait(for: "/3")
    try terminal.press("a")
    try await terminal.wait(for: "note:")
    try terminal.type("half a thought: 拡散")
    try terminal.press("C-j")
    try terminal.type("and a second line")
    try await terminal.wait { _ in
      let file = try? program.home.read(Self.state + "session.json")
      return file?.contains(#"half a thought: 拡散\nand a second line"#) == true
    }
    try terminal.kill()
    try await terminal.wait(for: "ended 137")

    let again = try TmuxScreen(program)
    try await again.wait(for: "unsaved note on 1706.03762; a goes on with it")
    try again.press("a")
    try await again.wait(for: "note: half a thought: 拡散", "and a second line")
    try again.press("Enter")
    try await again.wait(for: "note saved")
    try again.press("Q")
    try await again.wait(for: "ended 0")
    #expect(try !program.home.read(Self.state + "session.json").contains("half a thought"))
  }

  @Test func aKillWhileTheEditorIsOpenLosesNothingThatItWrote() async throws {
    let program = try stocked()
    let file = Self.state + "notes/1706.03762.md"
    try program.home.write("#!/bin/sh\n. ~/steps\n", to: "editor")
    let editor = program.home.path + "/editor"
    #expect(chmod(editor, 0o755) == 0)
    try program.home.write("echo 'my thoughts' >>\"$1\"; kill -9 $PPID", to: "steps")
    let terminal = try TmuxScreen(program, variables: ["VISUAL": editor])
    try await terminal.wait(for: "/3")
    try terminal.press("e")
    try await terminal.wait(for: "ended 137")
    #expect(try program.home.read(file).hasSuffix("\nmy thoughts\n"))

    try program.home.write("true", to: "steps")
    let again = try TmuxScreen(program, variables: ["VISUAL": editor])
    try await again.wait(for: "notes of '1706.03762' were edited and not saved; :edit-notes or")
    try again.press("e")
    try await again.wait { _ in
      (try? program.reading("1706.03762").notes.map(\.text))
        == ["### Would I use it?\nmy thoughts"]
    }
  }

  @Test func draftsOfAnotherPaperqStay() throws {
    let folder = try TemporaryFolder()
    let ids = try Paper.three().map(\.id)
    try SessionFile(stateFolder: folder.path)
      .write(Session(view: "All", drafts: [[ids[0]]: "old", [ids[1]]: "changed there"]))
    let mine = SessionFile(stateFolder: folder.path)
    try SessionFile(stateFolder: folder.path).write(
      Session(view: "All", drafts: [[ids[0]]: "old", [ids[1]]: "changed", [ids[2]]: "theirs"]))
    let writer = SessionWriter(mine)
    writer.write(Session(view: "Queue", drafts: [[ids[0]]: "mine", [ids[1]]: "changed there"]))
    #expect(writer.finish() == nil)
    let found = SessionFile(stateFolder: folder.path).session
    #expect(
      found
        == Session(
          view: "Queue",
          drafts: [[ids[0]]: "mine", [ids[1]]: "changed", [ids[2]]: "theirs"]))
  }

  @Test func aWritingThatFailedIsMadeUpForByTheNext() async throws {
    let folder = try TemporaryFolder()
    let id = try Paper.three()[0].id
    let (failures, continuation) = AsyncStream.makeStream(of: String.self)
    let file = SessionFile(stateFolder: folder.path)
    let writer = SessionWriter(file) { continuation.yield($0) }
    // Nothing replaces a folder.
    #expect(mkdir(file.path, 0o700) == 0)
    writer.write(Session(drafts: [[id]: "a thought"]))
    let failure = try #require(await failures.first { _ in true })
    #expect(failure.contains("session.json"))
    #expect(rmdir(file.path) == 0)
    writer.write(Session(drafts: [[id]: "a thought"]))
    #expect(writer.finish() == nil)
    #expect(SessionFile(stateFolder: folder.path).session.drafts == [[id]: "a thought"])
  }

  @Test func theLastFailureIsToldAtTheEnd() throws {
    let folder = try TemporaryFolder()
    let file = SessionFile(stateFolder: folder.path)
    let writer = SessionWriter(file)
    #expect(mkdir(file.path, 0o700) == 0)
    writer.write(Session(view: "Queue"))
    #expect(try #require(writer.finish()).contains("session.json"))
  }

  @Test func ofManyWritingsTheLastIsInTheFile() throws {
    let folder = try TemporaryFolder()
    let id = try Paper.three()[0].id
    let writer = SessionWriter(SessionFile(stateFolder: folder.path))
    for count in 1...500 {
      writer.write(Session(drafts: [[id]: String(repeating: "x", count: count)]))
    }
    #expect(writer.finish() == nil)
    let text = String(repeating: "x", count: 500)
    #expect(SessionFile(stateFolder: folder.path).session.drafts == [[id]: text])
  }
}
