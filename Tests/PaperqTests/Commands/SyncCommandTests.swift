import Foundation
import Papers
import Testing

struct SyncCommandTests {
  private let paperq: BuiltProgram

  init() throws {
    paperq = try BuiltProgram()
    try paperq.stock(Paper.three())
  }

  private func counts(_ papers: Int, _ updated: Int, _ changes: Int) -> String {
    #"{"papers":\#(papers),"updated":\#(updated),"changes":\#(changes)}"#
  }

  @Test func anotherMachineGetsWhatWasDoneHereAndTheOtherWayRound() async throws {
    _ = try await paperq("mark", "read", "1706.03762")
    let stick = paperq.home.path + "/stick"
    let first = try await paperq("sync", "~/stick")
    #expect(
      first
        == .init(
          #"{"folder":"\#(stick)","took":\#(counts(0, 0, 0)),"gave":\#(counts(3, 0, 1))}"#
            + "\n"))
    // The other machine has a library that begins empty.
    #expect(try await paperq("--library", "other", "list").code == 0)
    _ = try await paperq("--library", "other", "sync", "stick")
    _ = try await paperq("--library", "other", "note", "1706.03762", "Theirs.")
    _ = try await paperq("--library", "other", "sync", "stick")
    _ = try await paperq("sync", "stick")
    let record = try paperq.reading("1706.03762")
    #expect(record.notes.map(\.text) == ["Theirs."])
    #expect(record.state == .read)
    let last = try await paperq("sync", "stick")
    #expect(last.output.contains(#""took":\#(counts(0, 0, 0)),"gave":\#(counts(0, 0, 0))"#))
    #expect(try await paperq("log").output.contains(#""action":"sync","ids":[]"#))
  }

  @Test func aFolderThatIsNoLibraryIsRefused() async throws {
    try paperq.home.write("text", to: "letters/a.txt")
    #expect(
      try await paperq("sync", "letters")
        == .init(
          errors: "paperq: cannot sync with 'letters': it holds other files and no library; "
            + "name an empty folder\n",
          code: 65))
    let absent = try await paperq("sync", "nowhere/library")
    #expect(absent.code == 65)
    #expect(
      absent.errors.hasSuffix(
        "/nowhere' is not there; make it, or mount the disk that it is on\n"))
    #expect(!paperq.home.exists("nowhere"))
    #expect(try await paperq("sync", "letters/a.txt").code == 74)
    #expect(
      try await paperq("sync", "~/.local/share/paperq/")
        == .init(
          errors: "paperq: cannot sync with '\(paperq.home.path)/.local/share/paperq/': "
            + "it is this library itself\n",
          code: 64))
    #expect(try await paperq("sync").code == 64)
  }

  @Test func aFirstSyncThatWasCutShortIsEndedByTheNext() async throws {
    try paperq.home.write("", to: "stick/library.lock")
    try paperq.home.write("{", to: "stick/.library.json.7-a.paperq-tmp")
    let outcome = try await paperq("sync", "stick")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains(#""gave":\#(counts(3, 0, 0))"#))
  }

  @Test func aNewerLibraryIsLeftAlone() async throws {
    try paperq.home.write(#"{"format": 2}"#, to: "stick/library.json")
    let outcome = try await paperq("sync", "stick")
    #expect(outcome.code == 74)
    #expect(outcome.errors.contains("its format 2 is newer than this paperq"))
    #expect(!paperq.home.exists("stick/papers"))
  }
}
