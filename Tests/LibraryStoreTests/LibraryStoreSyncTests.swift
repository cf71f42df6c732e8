import Glibc
import LibraryStore
import Papers
import TestSupport
import Testing

/// Two libraries of two machines, as they are after each did something of its own.
struct LibraryStoreSyncTests {
  private let desk = TemporaryLibrary()
  private let stick = TemporaryLibrary()
  private let disk = FaultyDisk()

  /// Everything that both libraries must have in the end, and what each knows before.
  private func prepare() throws {
    let first = try desk.opened(device: "desk")
    _ = try first.merge(["2401.00001", "2401.00002", "2312.00001"].map { Paper(test: $0) })
    let second = try stick.opened(device: "laptop")
    _ = try second.merge(
      [
        Paper(test: "2401.00001", title: "A newer title", version: 2),
        Paper(test: "2402.00001"),
      ])
    let (morning, noon) = (desk.time, desk.time.advanced(byDays: 1))
    _ = try first.commit(
      LibraryChange(
        "mark", at: morning, ("2401.00001", .state(.read)), ("2401.00001", .depth(.read)),
        ("2401.00001", .tag("gone", isPresent: true)),
        ("2312.00001", .note(Note(id: "n1", created: morning, text: "Mine.")))))
    _ = try first.commit(
      LibraryChange("star", at: noon, ("2401.00002", .star(true))))
    _ = try second.commit(
      LibraryChange(
        "mark", at: noon, ("2401.00001", .state(.queued)),
        ("2401.00001", .tag("gone", isPresent: false)),
        ("2401.00001", .note(Note(id: "n2", created: noon, text: "Theirs.")))))
  }

  private func sync(calls: FileSystemCalls = .system) throws -> LibraryStore.Sync {
    try desk.opened(device: "desk", calls: calls)
      .sync(with: stick.opened(device: "desk", calls: calls)).sync
  }

  /// The files of what arXiv says and of what the user did.
  private func records(_ folder: TemporaryLibrary) -> [String: [UInt8]] {
    folder.snapshot().filter { $0.key.hasSuffix(".json") && $0.key != "library.json" }
  }

  @Test func bothEndEqualAndASecondSyncWritesNothing() throws {
    try prepare()
    #expect(
      try sync()
        == .init(
          took: .init(papers: 1, updated: 1, records: 1),
          gave: .init(papers: 2, updated: 1, records: 3)))
    #expect(records(desk) == records(stick))
    #expect(records(desk).count == 5)
    let (ours, theirs) = (desk.snapshot(), stick.snapshot())
    #expect(try sync() == .init())
    #expect(try stick.opened().sync(with: desk.opened()).sync == .init())
    #expect(desk.snapshot() == ours)
    #expect(stick.snapshot() == theirs)
  }

  @Test func theLaterChangeOfEachFieldHoldsAndTombstonesDo() throws {
    try prepare()
    _ = try sync()
    let library = try stick.opened().library
    let id = ArXivID(literal: "2401.00001")
    let record = library.reading(id)
    #expect(record.state == .queued)
    #expect(record.depth == .read)
    #expect(record.tags == [])
    #expect(record.tagMarks["gone"]?.isPresent == false)
    #expect(record.notes.map(\.text) == ["Theirs."])
    #expect(library.paper(id)?.title == "A newer title")
    // The text that was read here is what the newer version is compared with.
    #expect(library.paper(id)?.earlier?.number == 1)
    #expect(library.reading(ArXivID(literal: "2312.00001")).notes.map(\.text) == ["Mine."])
  }

  @Test func anEmptyOrAbsentFolderBecomesALibrary() throws {
    let first = try desk.opened()
    _ = try first.merge([Paper(test: "2401.00001")])
    #expect(
      try first.sync(with: stick.opened()).sync == .init(gave: .init(papers: 1)))
    #expect(stick.names() == ["library.json", "library.lock", "papers"])
    #expect(records(desk) == records(stick))
  }

  @Test func unknownKeysGoAlong() throws {
    for (folder, own) in [(desk, #""mood":"good""#), (stick, #""pace":1.50"#)] {
      _ = try folder.opened().merge([Paper(test: "2401.00001")])
      folder.write("{\n\"2401.00001\":{\(own)}\n}\n", to: "reading/2401.json")
      let papers = try #require(folder.text("papers/2401.json"))
      folder.write(
        papers.replacing(#"{"abstract""#, with: #"{\#(own),"abstract""#), to: "papers/2401.json")
    }
    _ = try sync()
    #expect(
      desk.text("reading/2401.json") == "{\n\"2401.00001\":{\"mood\":\"good\",\"pace\":1.50}\n}\n")
    let paper = try #require(desk.text("papers/2401.json"))
    #expect(paper.contains(#""mood":"good""#) && paper.contains(#""pace":1.50"#))
    #expect(records(desk) == records(stick))
  }

  /// A hand-typed note without a time of creation is none that paperq knows.
  @Test func notesThatCannotBeReadOfBothSidesStay() throws {
    let (ours, theirs) = (#"{"id":"a","text":"Mine."}"#, #"{"id":"b","text":"Theirs."}"#)
    desk.write(#"{"2401.00001":{"notes":[\#(ours)]}}"#, to: "reading/2401.json")
    stick.write(#"{"2401.00001":{"notes":[\#(theirs)]}}"#, to: "reading/2401.json")
    #expect(try sync() == .init(took: .init(records: 1), gave: .init(records: 1)))
    let both = "{\n\"2401.00001\":{\"notes\":[\(ours),\(theirs)]}\n}\n"
    #expect(desk.text("reading/2401.json") == both)
    #expect(stick.text("reading/2401.json") == both)
    #expect(try sync() == .init())
  }

  @Test func anUndoneRemovalOfANoteHoldsAgainstAnOlderRemoval() throws {
    let id = ArXivID(literal: "2401.00001")
    let first = try desk.opened(device: "desk")
    let note = Note(id: "n1", created: desk.time, text: "Mine.")
    _ = try first.commit(LibraryChange("note", at: desk.time, ("2401.00001", .note(note))))
    _ = try sync()
    let second = try stick.opened(device: "laptop")
    desk.tick()
    _ = try first.commit(
      LibraryChange("remove", at: desk.time, ("2401.00001", .removeNote(id: "n1"))))
    desk.tick()
    _ = try second.commit(
      LibraryChange("remove", at: desk.time, ("2401.00001", .removeNote(id: "n1"))))
    desk.tick()
    _ = try first.undo()
    _ = try sync()
    for folder in [desk, stick] {
      #expect(try folder.opened().library.reading(id).notes.map(\.text) == ["Mine."])
    }
    desk.tick()
    _ = try first.redo()
    #expect(try desk.opened().library.reading(id).notes == [])
  }

  @Test func theUndoneEditOfANoteHoldsAgainstAnOlderEdit() throws {
    let id = ArXivID(literal: "2401.00001")
    let first = try desk.opened(device: "desk")
    var note = Note(id: "n1", created: desk.time, text: "One.")
    func edit(_ store: LibraryStore, _ text: String) throws {
      desk.tick()
      (note.text, note.edited) = (text, desk.time)
      _ = try store.commit(LibraryChange("note", at: desk.time, ("2401.00001", .note(note))))
    }
    try edit(first, "One.")
    _ = try sync()
    let second = try stick.opened(device: "laptop")
    try edit(first, "Two.")
    try edit(second, "Theirs.")
    desk.tick()
    _ = try first.undo()
    _ = try sync()
    #expect(try stick.opened().library.reading(id).notes.map(\.text) == ["One."])
    #expect(try stick.opened().library.reading(id).notes.map(\.edited) == [desk.time])
  }

  @Test func copiesThatDifferInWordsAloneEndAlikeWhoeverBegins() throws {
    for (ours, theirs) in [("A", "B"), ("B", "A")] {
      let (first, second) = (TemporaryLibrary(), TemporaryLibrary())
      let here = try first.opened()
      let there = try second.opened()
      _ = try here.merge([Paper(test: "2401.00001", title: ours)])
      _ = try there.merge([Paper(test: "2401.00001", title: theirs)])
      _ = try here.sync(with: there)
      #expect(here.library.paper(ArXivID(literal: "2401.00001"))?.title == "B")
      #expect(records(first) == records(second))
    }
  }

  @Test func aNewerFormatOnEitherSideIsRefusedAndNothingIsWritten() throws {
    try prepare()
    for folder in [desk, stick] {
      let described = try #require(folder.text("library.json"))
      folder.write(#"{"format": 2}"#, to: "library.json")
      let before = [desk.snapshot(), stick.snapshot()]
      #expect(throws: StoreError.readOnly(folder: folder.path, format: 2)) { try sync() }
      #expect([desk.snapshot(), stick.snapshot()] == before)
      folder.write(described, to: "library.json")
    }
  }

  @Test func aLibraryThatIsBeingWrittenIsWaitedFor() throws {
    try prepare()
    let lock = open(stick.path + "/library.lock", O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    let before = [desk.snapshot(), stick.snapshot()]
    #expect(throws: StoreError.locked(folder: stick.path, seconds: 0, holder: .us)) {
      try desk.opened().sync(
        with: {
          let store = stick.store(lockTimeout: 0); _ = try store.open(); return store
        }())
    }
    #expect([desk.snapshot(), stick.snapshot()] == before)
  }

  @Test func theLogTellsOfASyncAndUndoStepsOverIt() throws {
    try prepare()
    _ = try sync()
    let store = try desk.opened(device: "desk")
    #expect(try store.history().map(\.action) == ["mark", "star", "sync"])
    desk.tick(1_000_000_000)
    #expect(try store.undo()?.action == "star")
    #expect(!store.library.reading(ArXivID(literal: "2401.00002")).star)
    _ = try sync()
    #expect(try !stick.opened().library.reading(ArXivID(literal: "2401.00002")).star)
    #expect(try store.redo()?.action == "star")
  }

  @Test(arguments: [false, true])
  func aSyncThatIsCutShortAtAnyCallLosesNothingAndTheNextOneEndsIt(isKilled: Bool) throws {
    try prepare()
    _ = try sync(calls: disk.calls)
    let wanted = records(desk)
    let calls = disk.log.count
    #expect(calls > 40)
    // A single failure is what the faults of every other write are tested with, call by call.
    for number in stride(from: 1, through: calls, by: isKilled ? 1 : 4) {
      let test = LibraryStoreSyncTests()
      try test.prepare()
      let before = [test.records(test.desk), test.records(test.stick)]
      test.disk.fail(number, count: isKilled ? 1_000_000 : 1, with: ENOSPC)
      let result = Result { try test.sync(calls: test.disk.calls) }
      test.disk.work()
      for (folder, before) in zip([test.desk, test.stick], before) where isKilled {
        // Each file is as it was or as it will be.
        for (name, bytes) in test.records(folder) {
          #expect(bytes == before[name] || bytes == wanted[name], "\(name) after \(number)")
        }
        #expect(Set(before.keys).isSubset(of: test.records(folder).keys))
      }
      _ = try test.sync()
      #expect(test.records(test.desk) == wanted, "call \(number): \(result)")
      #expect(test.records(test.stick) == wanted, "call \(number): \(result)")
    }
  }
}
