import Glibc
import LibraryStore
import Papers
import TestSupport
import Testing

struct LibraryStoreSavingTests {
  private static let ids = ["2401.00001", "2312.00001", "2401.00002"]

  /// A library with three months of papers and reading, and a change over two of them.
  private func prepared(_ disk: FaultyDisk) throws -> (TemporaryLibrary, LibraryStore) {
    let folder = TemporaryLibrary()
    let store = try folder.opened(calls: disk.calls)
    _ = try store.merge((Self.ids + ["1706.03762"]).map { Paper(test: $0) })
    _ = try store.commit(
      LibraryChange("toggle-star", at: folder.time, ("2401.00001", .star(true))))
    folder.tick()
    return (folder, store)
  }

  private func change(at time: Timestamp) -> LibraryChange {
    LibraryChange(
      "mark", at: time, ("2401.00001", .state(.read)), ("2312.00001", .state(.read)),
      ("2401.00002", .tag("new", isPresent: true)))
  }

  private func reading(_ store: LibraryStore) -> [ArXivID: ReadingRecord] {
    store.library.shelves.values.reduce(into: [:]) { $0.merge($1.reading) { $1 } }
  }

  private func numberOfCalls(
    _ action: (TemporaryLibrary, LibraryStore) throws -> Void
  ) throws -> [String] {
    let disk = FaultyDisk()
    let (folder, store) = try prepared(disk)
    disk.work()
    try action(folder, store)
    return disk.log
  }

  @Test func aSaveThatFailsAtAnyCallLeavesEverythingAsItWas() throws {
    let calls = try numberOfCalls { _ = try $1.commit(change(at: $0.time)) }
    #expect(calls.count > 20)
    for number in 1...calls.count {
      let disk = FaultyDisk()
      let (folder, store) = try prepared(disk)
      let before = folder.snapshot()
      let records = reading(store)
      let code = [ENOSPC, EROFS, EACCES, EIO][number % 4]
      disk.fail(number, with: code)
      do throws(StoreError) {
        _ = try store.commit(change(at: folder.time))
        #expect(calls[number - 1] == "close", "call \(number)")
      } catch {
        guard case .cannotSave(_, .system(let told)) = error, told == code else {
          Issue.record("call \(number): \(error)")
          continue
        }
        #expect(folder.snapshot() == before, "call \(number), \(calls[number - 1])")
        #expect(reading(store) == records)
        #expect(try reading(folder.opened()) == records)
      }
      disk.work()
      _ = try store.commit(change(at: folder.time))
      let saved = reading(store)
      #expect(saved[ArXivID(literal: "2312.00001")]?.state == .read)
      #expect(try reading(folder.opened()) == saved)
      #expect(try store.reload().isEmpty)
    }
  }

  @Test func interruptedCallsAreRepeated() throws {
    let calls = try numberOfCalls { _ = try $1.commit(change(at: $0.time)) }
    for number in 1...calls.count where calls[number - 1] != "rename" {
      let disk = FaultyDisk()
      let (folder, store) = try prepared(disk)
      disk.fail(number, with: EINTR)
      _ = try store.commit(change(at: folder.time))
      #expect(try reading(folder.opened()) == reading(store))
    }
  }

  @Test func aCopyThatDiesAtAnyCallLeavesAllOfAnActionOrNothing() throws {
    let calls = try numberOfCalls { _ = try $1.commit(change(at: $0.time)) }
    var outcomes: Set<Int> = []
    for number in 1...calls.count {
      let disk = FaultyDisk()
      let (folder, store) = try prepared(disk)
      let before = reading(store)
      disk.fail(number, count: 1000, with: EIO)
      _ = try? store.commit(change(at: folder.time))
      folder.tick(86_400_000)
      let opening = try folder.store().open()
      #expect(opening.warnings == [])
      let again = try folder.opened()
      let after = reading(again)
      let old = Library(
        shelves: again.library.shelves.mapValues { shelf in
          Library.Shelf(
            papers: shelf.papers, reading: before.filter { shelf.reading[$0.key] != nil })
        })
      let time = Timestamp(milliseconds: folder.time.milliseconds - 86_400_000)
      let expected = old.applying(old.completing(change(at: time)))
      let isDone = after[ArXivID(literal: "2312.00001")] != nil
      let wanted = expected.shelves.values.reduce(into: [:]) { $0.merge($1.reading) { $1 } }
      #expect(after == (isDone ? wanted : before), "call \(number), \(calls[number - 1])")
      outcomes.insert(isDone ? 1 : 0)
      #expect(try again.undo()?.action == (isDone ? "mark" : "toggle-star"))
    }
    #expect(outcomes == [0, 1])
  }

  /// What may be done to a library between a kill and the next start.
  enum Meanwhile: CaseIterable {
    case anotherDeviceWrites, anotherDeviceHasANewerJournal, everyFileGetsAnotherMode,
      theClockIsSetBack

    func callAsFunction(_ folder: TemporaryLibrary, _ other: LibraryStore) throws {
      switch self {
      case .anotherDeviceWrites: break
      case .anotherDeviceHasANewerJournal: folder.write("", to: "journal/phone.jsonl")
      case .everyFileGetsAnotherMode:
        for month in ["2401", "2312"] where folder.bytes("reading/\(month).json") != nil {
          #expect(chmod("\(folder.path)/reading/\(month).json", 0o644) == 0)
        }
        return
      case .theClockIsSetBack: folder.tick(-3_600_000)
      }
      let ids = LibraryStoreSavingTests.ids.map { ArXivID(literal: $0) }
      _ = try other.commit(
        LibraryChange(
          action: "set-depth", at: folder.time,
          steps: ids.map { .init($0, .depth(.skimmed)) }))
      #expect(ids.allSatisfy { other.library.reading($0).depth == .skimmed })
    }
  }

  @Test(arguments: Meanwhile.allCases, [1, 2])
  func nothingThatHappensAfterAKillLeavesHalfAnAction(
    meanwhile: Meanwhile, failures: Int
  ) throws {
    let calls = try numberOfCalls { _ = try $1.commit(change(at: $0.time)) }
    var outcomes: Set<Bool> = []
    for number in 1...calls.count {
      let disk = FaultyDisk()
      let (folder, store) = try prepared(disk)
      let other = try folder.opened(device: "laptop")
      // Dead at once, or after a call that failed and a first one to make up for that.
      disk.fail(number, with: EIO, andFrom: failures == 1 ? number : number + failures)
      _ = try? store.commit(change(at: folder.time))
      folder.tick()
      try meanwhile(folder, other)
      let again = try folder.opened()
      let records = Self.ids.map { again.library.reading(ArXivID(literal: $0)) }
      let isDone = try again.history().last?.action == "mark"
      let isMarked = records.map { $0.state == .read || $0.tags == ["new"] }
      #expect(isMarked == [isDone, isDone, isDone], "call \(number), \(calls[number - 1])")
      outcomes.insert(isDone)
      #expect(try again.undo()?.action == (isDone ? "mark" : "toggle-star"))
    }
    #expect(outcomes == [false, true])
  }

  @Test func oneDateInTheFutureDatesNothingElse() throws {
    let (folder, store) = try prepared(FaultyDisk())
    let tomorrow = Timestamp(milliseconds: folder.time.milliseconds + 86_400_000)
    _ = try store.commit(LibraryChange("mark", at: tomorrow, ("2401.00001", .state(.read))))
    _ = try store.commit(
      LibraryChange(
        "mark", at: folder.time, ("2401.00001", .state(.queued)), ("2312.00001", .state(.read))))
    let records = ["2401.00001", "2312.00001"].map { store.library.reading(ArXivID(literal: $0)) }
    #expect(records.map(\.state) == [.queued, .read])
    #expect(records[0].changed[.state] == Timestamp(milliseconds: tomorrow.milliseconds + 1))
    #expect(records[1].changed[.state] == folder.time)
    #expect(try store.history().last?.time == folder.time)
  }

  /// A journal that was carried here, by a file synchronizer for instance, before its months.
  @Test func anotherDevicesActionIsNotCarriedOutOnTheWordOfItsJournalAlone() throws {
    let (folder, store) = try prepared(FaultyDisk())
    let elsewhere = try folder.opened(device: "laptop")
    _ = try elsewhere.commit(
      LibraryChange("edit-tags", at: folder.time, ("2312.00001", .tag("far", isPresent: true))))
    folder.remove("reading/2312.json")
    _ = try store.commit(
      LibraryChange("toggle-star", at: folder.time, ("2401.00002", .star(true))))
    #expect(folder.bytes("reading/2312.json") == nil)
  }

  @Test func aMergeThatFailsAtAnyCallLeavesEverythingAsItWas() throws {
    let papers = Self.ids.map { Paper(test: $0, title: "Another", version: 2) }
    let calls = try numberOfCalls { _ = try $1.merge(papers) }
    for number in 1...calls.count where calls[number - 1] != "close" {
      let disk = FaultyDisk()
      let (folder, store) = try prepared(disk)
      let before = folder.snapshot()
      disk.fail(number, with: ENOSPC)
      #expect(throws: StoreError.self) { try store.merge(papers) }
      #expect(folder.snapshot() == before, "call \(number), \(calls[number - 1])")
      #expect(store.library.paper(ArXivID(literal: "2312.00001"))?.title == "A title")
      disk.work()
      #expect(try store.merge(papers).merge.newVersions.count == 3)
      #expect(try folder.opened().library.paper(ArXivID(literal: "2312.00001"))?.version == 2)
    }
  }

  @Test(arguments: [1, 1000])
  func aFirstRunThatFailsAtAnyCallLosesNoStarters(failures: Int) throws {
    let starters = Self.ids.map { Paper(test: $0) }
    let disk = FaultyDisk()
    let opening = try TemporaryLibrary().store(calls: disk.calls).open(beginningWith: starters)
    #expect(opening.isNew && opening.library.count == 3)
    let calls = disk.log
    for number in 1...calls.count {
      let folder = TemporaryLibrary()
      let disk = FaultyDisk()
      disk.fail(number, count: failures, with: ENOSPC)
      _ = try? folder.store(calls: disk.calls).open(beginningWith: starters)
      let again = try folder.store().open(beginningWith: starters)
      #expect(again.warnings == [])
      #expect(again.library.count == 3, "call \(number), \(calls[number - 1])")
      let later = try folder.store().open(beginningWith: [Paper(test: "1706.03762")])
      #expect(later.library.count == 3)
    }
  }

  @Test func aLibraryThatIsHalfBegunAndCannotBeSavedIsOpenedWithAWarning() throws {
    let folder = TemporaryLibrary()
    _ = try folder.opened().merge([Paper(test: "2312.00001")])
    unlink(folder.path + "/library.json")
    let disk = FaultyDisk()
    disk.fail(1, count: 1000, with: EROFS)
    let store = folder.store(calls: disk.calls)
    let opening = try store.open(beginningWith: [Paper(test: "2401.00001")])
    #expect(opening.library.count == 1)
    #expect(opening.warnings == ["cannot save 'papers/2401.json': read-only file system"])
    disk.work()
    let update = try store.commit(
      LibraryChange("a", at: folder.time, ("2312.00001", .star(true))))
    #expect(update.shelves.keys.map(\.description).sorted() == ["2312", "2401"])
    #expect(try folder.opened().library.count == 2)
  }

  @Test func anEntryThatCouldNotBeTakenBackIsNotCarriedOutLater() throws {
    let calls = try numberOfCalls { _ = try $1.commit(change(at: $0.time)) }
    let rename = try #require(calls.firstIndex(of: "rename"))
    let disk = FaultyDisk()
    let (folder, store) = try prepared(disk)
    let records = reading(store)
    disk.fail(rename + 1, count: 1000, with: EIO)
    #expect(throws: StoreError.self) { try store.commit(change(at: folder.time)) }
    disk.work()
    _ = try store.commit(LibraryChange("x", at: folder.time, ("1706.03762", .star(true))))
    var wanted = records
    wanted[ArXivID(literal: "1706.03762")] = store.library.reading(ArXivID(literal: "1706.03762"))
    #expect(try reading(folder.opened()) == wanted)
  }

  @Test func modesAreTheSameWhateverTheUmask() throws {
    // The umask belongs to the process, so that a test which sets it would disturb the others; a
    // mode that the system narrowed is the same to us.
    let folder = TemporaryLibrary()
    let system = FileSystemCalls.system
    var calls = system
    calls.open = { system.open($0, $1, $2 & 0o400) }
    calls.makeFolder = { system.makeFolder($0, $1 & 0o500) }
    let store = try folder.opened(calls: calls)
    _ = try store.commit(change(at: folder.time))
    #expect(folder.mode("") == 0o700)
    for name in ["reading", "journal"] { #expect(folder.mode(name) == 0o700) }
    for name in ["reading/2401.json", "journal/desk.jsonl", "library.json"] {
      #expect(folder.mode(name) == 0o600, "\(name)")
    }
  }
}
