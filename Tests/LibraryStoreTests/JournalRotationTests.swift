import Glibc
import LibraryStore
import Papers
import TestSupport
import Testing

struct JournalRotationTests {
  private static let limit = 2000
  private let folder = TemporaryLibrary()

  private func opened(device: String = "desk", calls: FileSystemCalls = .system) throws
    -> LibraryStore
  {
    let store = LibraryStore(
      folder: folder.path, device: device, lockTimeout: 5, now: { [folder] in folder.time },
      journalLimit: Self.limit, calls: calls)
    _ = try store.open()
    return store
  }

  /// An action of about 200 bytes, which sets the project of a paper to `number`.
  private func act(_ number: Int, in store: LibraryStore) throws {
    folder.tick()
    _ = try store.commit(
      LibraryChange(
        "action\(number)", at: folder.time, ("2401.0000\(number % 3 + 1)", .project("\(number)"))))
  }

  private func projects() throws -> [String?] {
    let library = try folder.opened().library
    return (1...3).map { library.reading(ArXivID(literal: "2401.0000\($0)")).project }
  }

  @Test func aLongJournalBeginsANewFileAndKeepsTheOneBefore() throws {
    var store = try opened()
    for number in 1...60 {
      try act(number, in: store)
      if number % 7 == 0 { store = try opened() }
      for name in folder.names("journal") {
        #expect((folder.bytes("journal/" + name)?.count ?? 0) < Self.limit + 300)
      }
    }
    #expect(folder.names("journal") == ["desk.jsonl", "desk~1.jsonl"])
    let history = try opened().history()
    let first = try #require(history.first?.number)
    #expect((30...52).contains(first))
    #expect(history.map(\.number) == Array(first...60))
    #expect(try opened().history(ofAllDevices: true) == history)
  }

  @Test func undoReachesOverTheBoundaryAndNotBehindWhatIsKept() throws {
    let store = try opened()
    var last = 0
    repeat {
      last += 1
      try act(last, in: store)
    } while last < 30 || folder.text("journal/desk.jsonl")?.count { $0 == "\n" } != 2
    for number in (last - 4...last).reversed() {
      folder.tick()
      #expect(try opened().undo()?.action == "action\(number)")
    }
    #expect(try Set(projects()) == Set((last - 7...last - 5).map { "\($0)" }))
    for number in last - 4...last {
      folder.tick()
      #expect(try opened().redo()?.action == "action\(number)")
    }
    #expect(try Set(projects()) == Set((last - 2...last).map { "\($0)" }))
    // Taking back adds entries too, so that in the end there is nothing left to be taken back.
    var undone: [ActionName] = []
    while let step = try opened().undo() { undone.append(step.action) }
    #expect(!undone.isEmpty && undone.count < last)
    #expect(undone == (last - undone.count + 1...last).reversed().map { "action\($0)" })
    #expect(try opened().history().count < 40)
  }

  @Test func twoCopiesOfOneDeviceWriteOneJournal() throws {
    let stores = [try opened(), try opened()]
    for number in 1...40 {
      try act(number, in: stores[number % 3 == 0 ? 1 : 0])
      #expect(try stores[0].history() == stores[1].history())
    }
    let numbers = try stores[0].history().map(\.number)
    #expect(numbers == Array((numbers.first ?? 0)...40))
    #expect(folder.names("journal").count == 2)
    for number in (36...40).reversed() {
      #expect(try stores[number % 2].undo()?.action == "action\(number)")
    }
  }

  @Test func aCopyThatDiesBetweenTheFilesLosesNothing() throws {
    let store = try opened()
    for number in 1...9 { try act(number, in: store) }
    #expect(
      rename(folder.path + "/journal/desk.jsonl", folder.path + "/journal/desk~1.jsonl") == 0)
    #expect(try opened().history().map(\.number) == Array(1...9))
    #expect(try opened().history(ofAllDevices: true).count == 9)
    #expect(try store.undo()?.action == "action9")
    #expect(try store.undo()?.action == "action8")
    #expect(try store.history().map(\.number) == Array(1...11))
    #expect(try opened().redo()?.action == "action8")
    // Torn, the first line of the new file says nothing.
    folder.write("{\"n\":10,\"at", to: "journal/desk.jsonl")
    #expect(try opened().undo()?.action == "action9")
    #expect(try opened().history().map(\.number) == Array(1...10))
  }

  @Test func aSaveThatFailsAtAnyCallWhileTheFileIsSetAsideChangesNoRecord() throws {
    var count = 1
    var number = 0
    while number < count {
      number += 1
      let test = JournalRotationTests()
      let disk = FaultyDisk()
      let store = try test.opened(calls: disk.calls)
      var action = 1
      while (test.folder.bytes("journal/desk.jsonl")?.count ?? 0) < Self.limit {
        try test.act(action, in: store)
        action += 1
      }
      let before = try test.projects()
      disk.fail(number, with: [ENOSPC, EIO, EROFS][number % 3])
      let failed: Bool
      do throws(StoreError) {
        test.folder.tick()
        _ = try store.commit(
          LibraryChange("last", at: test.folder.time, ("2401.00001", .project("last"))))
        failed = false
      } catch {
        failed = true
      }
      count = max(count, disk.log.count)
      let after = failed ? before : ["last"] + before.dropFirst()
      #expect(try test.projects() == after, "call \(number)")
      disk.work()
      try test.act(action, in: store)
      #expect(test.folder.names("reading") == ["2401.json"])
      #expect(try test.opened().undo()?.action == "action\(action)")
      #expect(try test.projects() == after)
      #expect(try test.opened().undo()?.action == (failed ? "action\(action - 1)" : "last"))
    }
    #expect(count > 10)
  }

  @Test func aSyncThatFailsWhileTheFileIsSetAsideIsNotInTheJournal() throws {
    var count = 100
    var number = 0
    while number <= count {
      number += 1
      let (test, stick) = (JournalRotationTests(), TemporaryLibrary())
      let disk = FaultyDisk()
      let store = try test.opened(calls: disk.calls)
      let project = String(repeating: "x", count: Self.limit)
      _ = try store.commit(
        LibraryChange("long", at: test.folder.time, ("2401.00002", .project(project))))
      let other = try stick.opened(calls: disk.calls)
      _ = try other.merge([Paper(test: "2401.00001")])
      disk.fail(number, with: EIO)
      let failed: Bool
      do throws(StoreError) {
        _ = try store.sync(with: other)
        failed = false
      } catch {
        failed = true
      }
      // Beyond the last call nothing fails.
      if !failed { count = disk.log.count }
      disk.work()
      let last = try test.opened().history().last?.action
      #expect(last == (failed ? "long" : "sync"), "call \(number)")
    }
    #expect(count > 10)
  }

  @Test func aJournalBehindALinkIsNotSetAside() throws {
    try act(1, in: opened())
    let journal = folder.path + "/journal/desk.jsonl"
    #expect(rename(journal, folder.path + "/elsewhere") == 0)
    #expect(symlink(folder.path + "/elsewhere", journal) == 0)
    let store = try opened()
    for number in 2...20 { try act(number, in: store) }
    #expect(folder.names("journal") == ["desk.jsonl"])
    #expect(try store.history().count == 20)
  }

  @Test func aDeviceNamedLikeAnOlderFileHasAJournalOfItsOwn() throws {
    try act(1, in: opened(device: "desk~1"))
    try act(2, in: opened(device: "desk"))
    #expect(folder.names("journal") == ["desk.jsonl", "desk_1.jsonl"])
    #expect(try opened().history(ofAllDevices: true).map(\.action) == ["action1", "action2"])
  }
}
