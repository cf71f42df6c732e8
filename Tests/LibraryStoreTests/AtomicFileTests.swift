import Glibc
import LibraryStore
import Testing

struct AtomicFileTests {
  @Test func aFileIsMadeWithItsFoldersAndReplaced() throws {
    let folder = TemporaryLibrary()
    let file = folder.path + "/state/last/view.json"
    try AtomicFile.write(Array("one".utf8), to: file)
    #expect(folder.text("state/last/view.json") == "one")
    #expect(folder.mode("state") == 0o700)
    #expect(folder.mode("state/last/view.json") == 0o600)
    folder.write("two", to: "state/last/view.json")
    #expect(folder.mode("state/last/view.json") == 0o644)
    try AtomicFile.write([], to: file)
    #expect(try FileContents.read(file)?.bytes == [])
    #expect(folder.mode("state/last/view.json") == 0o600)
    #expect(folder.names("state/last") == ["view.json"])
  }

  @Test func aFileThatIsNotOursKeepsItsMode() throws {
    let folder = TemporaryLibrary()
    folder.write("one", to: "notes.md")
    symlink("notes.md", folder.path + "/link.md")
    for mode: UInt32 in [0o644, 0o664, 0o400] {
      chmod(folder.path + "/notes.md", mode)
      try AtomicFile.write(Array("two".utf8), to: folder.path + "/link.md", mode: .kept)
      #expect(folder.text("notes.md") == "two")
      #expect(folder.mode("notes.md") == mode)
    }
    try AtomicFile.write([], to: folder.path + "/new.md", mode: .kept)
    #expect(folder.mode("new.md") == 0o600)
  }

  @Test func whatIsNoFileIsNotReplaced() throws {
    let folder = TemporaryLibrary()
    TemporaryLibrary.makeFolders(folder.path + "/folder")
    symlink("nowhere", folder.path + "/dangling")
    symlink("folder", folder.path + "/toFolder")
    mkfifo(folder.path + "/pipe", 0o600)
    let faults: [(String, FileFault)] = [
      ("folder", .folder), ("dangling", .danglingLink), ("toFolder", .folder), ("pipe", .special),
    ]
    let names = folder.names()
    for (name, fault) in faults {
      let file = folder.path + "/" + name
      #expect(throws: StoreError.cannotSave(file: file, cause: fault)) {
        try AtomicFile.write([1], to: file)
      }
      #expect(throws: StoreError.cannotRead(file: file, cause: fault)) {
        try FileContents.read(file)
      }
    }
    #expect(folder.names() == names)
    let below = folder.path + "/pipe/x"
    #expect(throws: StoreError.cannotSave(file: below, cause: .system(ENOTDIR))) {
      try AtomicFile.write([1], to: below)
    }
    #expect(try FileContents.read(folder.path + "/absent") == nil)
  }

  @Test func aFailureAtAnyCallLeavesTheOldFileAndNoTrace() throws {
    let folder = TemporaryLibrary()
    let file = folder.path + "/view.json"
    let disk = FaultyDisk()
    try AtomicFile.write(Array("old".utf8), to: file, calls: disk.calls)
    disk.work()
    try AtomicFile.write(Array("old".utf8), to: file, calls: disk.calls)
    let calls = disk.log
    #expect(
      calls == ["open", "setMode", "write", "fsync", "close", "rename", "open", "fsync", "close"])
    for number in 1...6 {
      disk.fail(number, with: ENOSPC)
      #expect(throws: StoreError.cannotSave(file: file, cause: .system(ENOSPC))) {
        try AtomicFile.write(Array("new".utf8), to: file, calls: disk.calls)
      }
      #expect(folder.text("view.json") == "old", "call \(number)")
      #expect(folder.names() == ["view.json"])
    }
  }

  @Test func messagesNameTheFileAndTheCause() {
    let file = "/home/ada/papers/reading/2401.json"
    #expect(
      StoreError.cannotSave(file: file, cause: .system(ENOSPC)).message
        == "cannot save 'reading/2401.json': no space left on device")
    #expect(
      StoreError.cannotRead(file: "/x/library.json", cause: .danglingLink).message
        == "cannot read 'library.json': it is a link to a file that is not there")
    #expect(
      StoreError.locked(
        folder: "/x", seconds: 2.5, holder: LockHolder(description: "process 7 (paperq)")
      ).message == "cannot save to library '/x': process 7 (paperq) has kept it locked for "
        + "2.5 seconds; try again, or end it if it hangs")
  }
}
