import Glibc
import LibraryStore
import Papers
import TestSupport
import Testing

/// Each kind of write with each of its system calls failing in turn, for each reason.
struct LibraryStoreFaultsTests {
  enum Write: CaseIterable {
    case action, undo, redo, merge, ledger, repair

    func callAsFunction(_ store: LibraryStore, at time: Timestamp) throws(StoreError) {
      switch self {
      case .action, .repair: _ = try store.commit(change(at: time))
      case .undo: _ = try store.undo()
      case .redo: _ = try store.redo()
      case .merge:
        _ = try store.merge(["2401.00001", "2312.00001"].map { Paper(test: $0, version: 2) })
      case .ledger:
        let answer = WindowAnswer(
          window: Timestamp(
            milliseconds: 1_799_000_000_000)...Timestamp(
              milliseconds: 1_799_900_000_000), at: time)
        try store.record(
          .window(answer), of: "learning", subject: "cat:cs.LG", held: { _ in 0 })
      }
    }

    private func change(at time: Timestamp) -> LibraryChange {
      LibraryChange(
        "mark", at: time, ("2401.00001", .state(.read)), ("2312.00001", .tag("a", isPresent: true)))
    }
  }

  private let folder = TemporaryLibrary()
  private let disk = FaultyDisk()

  /// A library in which each kind of write has something to do.
  private func prepared(for write: Write) throws -> LibraryStore {
    let store = try folder.opened()
    _ = try store.merge(["2401.00001", "2312.00001", "2401.00002"].map { Paper(test: $0) })
    for id in ["2401.00001", "2312.00001"] {
      _ = try store.commit(
        LibraryChange("star", at: folder.time, (id, .star(true)), ("2401.00002", .star(true))))
      folder.tick()
    }
    if write == .redo { _ = try store.undo() }
    if write == .repair { folder.write(try damaged(), to: "reading/2401.json") }
    let again = folder.store(calls: disk.calls)
    // What is damaged is met by the write itself, as when it happens while the program runs.
    if write == .repair {
      disk.fail(1, count: 1000, with: EIO)
      _ = try again.open()
      disk.work()
    } else {
      _ = try again.open()
    }
    folder.tick()
    return again
  }

  /// A file of two whole records and the beginning of a third.
  private func damaged() throws -> String {
    try #require(folder.text("reading/2401.json")).dropLast(3) + ",\n\"2401.00003\":{\"st"
  }

  private static func numberOfCalls(of write: Write) throws -> Int {
    let test = LibraryStoreFaultsTests()
    let store = try test.prepared(for: write)
    test.disk.work()
    try write(store, at: test.folder.time)
    return test.disk.log.count
  }

  private static let codes = [ENOSPC, EROFS, EACCES, EIO]

  @Test(arguments: Write.allCases, [false, true])
  func aWriteThatFailsAtAnyCallNamesTheFileAndTheNextOneWorks(
    write: Write, isInterrupted: Bool
  ) throws {
    let wanted = try Self.afterSuccess(of: write)
    let count = try Self.numberOfCalls(of: write)
    #expect(count > 5)
    for number in 1...count {
      let test = LibraryStoreFaultsTests()
      let store = try test.prepared(for: write)
      let before = test.folder.snapshot()
      let library = store.library
      let code = isInterrupted ? EINTR : Self.codes[number % Self.codes.count]
      test.disk.fail(number, with: code)
      var failed = false
      do throws(StoreError) {
        try write(store, at: test.folder.time)
      } catch {
        failed = true
        try Self.expectOneLine(error, code)
        #expect(!isInterrupted, "call \(number) is not repeated")
        let after = test.folder.snapshot()
        switch write {
        case .action, .undo, .redo, .merge: #expect(after == before, "call \(number)")
        case .ledger:
          // It is replaced when the folder cannot be synced, and as true as before.
          #expect(after.filter { $0.key != "sources.json" } == before, "call \(number)")
        case .repair:
          let kept = after.filter { $0.key.hasPrefix("reading/2401.json") }.map(\.value)
          #expect(
            before["reading/2401.json"].map(kept.contains) == true,
            "call \(number): \(after.keys.sorted())")
        }
        #expect(write == .repair || store.library.shelves.keys == library.shelves.keys)
        #expect(Self.reading(store) == Self.reading(try test.folder.opened()), "call \(number)")
      }
      test.disk.work()
      if failed { try write(store, at: test.folder.time) }
      #expect(Self.reading(store) == wanted, "call \(number)")
      #expect(Self.reading(try test.folder.opened()) == wanted, "call \(number)")
      let names = ["", "papers", "reading", "journal"].flatMap { test.folder.names($0) }
      #expect(names.filter { $0.hasSuffix(".paperq-tmp") } == [], "call \(number)")
    }
  }

  private static func afterSuccess(of write: Write) throws -> [ArXivID: ReadingRecord] {
    let test = LibraryStoreFaultsTests()
    let store = try test.prepared(for: write)
    try write(store, at: test.folder.time)
    return reading(store)
  }

  private static func reading(_ store: LibraryStore) -> [ArXivID: ReadingRecord] {
    store.library.shelves.values.reduce(into: [:]) { $0.merge($1.reading) { $1 } }
  }

  private static func expectOneLine(_ error: StoreError, _ code: Int32) throws {
    guard case .cannotSave(let file, .system(let told)) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(told == code)
    let name = try #require(file.split(separator: "/").last)
    #expect(error.message.hasPrefix("cannot save '") && error.message.contains("\(name)': "))
    #expect(error.message == error.message.onOneLine)
  }
}
