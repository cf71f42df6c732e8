import LibraryStore
import Papers
import TestSupport
import Testing

struct LibraryStoreUndoTests {
  private let id = ArXivID(literal: "2401.00001")

  @Test func undoAndRedoOutliveTheProgram() throws {
    let folder = TemporaryLibrary()
    let store = try folder.opened()
    #expect(try store.undo() == nil)
    _ = try store.commit(
      LibraryChange("toggle-read", at: folder.time, ("2401.00001", .state(.read))))
    folder.tick()
    _ = try store.commit(LibraryChange("toggle-star", at: folder.time, ("2401.00001", .star(true))))
    folder.tick()

    let undone = try #require(try folder.opened().undo())
    #expect(undone.action == "toggle-star")
    #expect(undone.ids == [id])
    #expect(undone.update.shelves.values.first?.reading[id]?.star == false)
    #expect(try folder.opened().undo()?.action == "toggle-read")
    #expect(try folder.opened().undo() == nil)
    #expect(try folder.opened().library.reading(id).state == .unread)

    #expect(try folder.opened().redo()?.action == "toggle-read")
    #expect(try folder.opened().redo()?.action == "toggle-star")
    #expect(try folder.opened().redo() == nil)
    let again = try folder.opened()
    #expect(again.library.reading(id).state == .read)
    #expect(again.library.reading(id).star)
    #expect(
      try again.history().map(\.kind) == [
        .action, .action, .undo(of: 2), .undo(of: 1), .redo(of: 1), .redo(of: 2),
      ])
    #expect(try again.undo()?.action == "toggle-star")
  }

  @Test(arguments: [
    #""n":9223372036854775807"#, #""n":0"#, #""n":-1"#, #""n":9,"undoes":0"#,
    #""n":9,"redoes":9223372036854775807"#,
  ])
  func anEntryWithAnImpossibleNumberIsNone(numbers: String) throws {
    let folder = TemporaryLibrary()
    folder.write(
      #"{"n":7,"at":"2027-01-15T08:00:00.000Z","action":"a","steps":[],"inverse":[]}"# + "\n"
        + "{\(numbers)" + #","at":"2027-01-15T08:00:00.000Z","action":"b","steps":[],"inverse":[]}"#
        + "\n", to: "journal/desk.jsonl")
    let store = try folder.opened()
    #expect(try store.history().map(\.action) == ["a"])
    _ = try store.commit(LibraryChange("c", at: folder.time, ("2401.00001", .star(true))))
    #expect(try store.history().map(\.number) == [7, 8])
    #expect(try store.undo()?.action == "c")
  }

  @Test func numbersBeginAnewBehindTheGreatest() throws {
    let folder = TemporaryLibrary()
    folder.write(
      #"{"n":9223372036854775806,"at":"2027-01-15T08:00:00.000Z","action":"a","steps":[],"#
        + #""inverse":[]}"# + "\n", to: "journal/desk.jsonl")
    let store = try folder.opened()
    _ = try store.commit(LibraryChange("b", at: folder.time, ("2401.00001", .star(true))))
    #expect(try store.history().map(\.number) == [.max - 1, 1])
    #expect(try store.undo()?.action == "b")
    #expect(try store.redo()?.action == "b")
  }

  @Test func aNewActionEndsTheRedoing() throws {
    let folder = TemporaryLibrary()
    let store = try folder.opened()
    _ = try store.commit(LibraryChange("a", at: folder.time, ("2401.00001", .state(.read))))
    _ = try store.undo()
    _ = try store.commit(LibraryChange("b", at: folder.time, ("2401.00001", .depth(.read))))
    #expect(try store.redo() == nil)
    #expect(try store.undo()?.action == "b")
    #expect(try store.redo()?.action == "b")
    #expect(try store.undo()?.action == "b")
    #expect(try store.undo() == nil)
  }

  @Test func whatIsNotUndoableIsSteppedOver() throws {
    let folder = TemporaryLibrary()
    let store = try folder.opened()
    func open(version: Int) throws {
      var change = LibraryChange("open", at: folder.time, ("2401.00001", .seenVersion(version)))
      change.isUndoable = false
      _ = try store.commit(change)
      folder.tick()
    }
    _ = try store.commit(LibraryChange("a", at: folder.time, ("2401.00001", .state(.read))))
    try open(version: 1)
    #expect(try store.undo()?.action == "a")
    try open(version: 2)
    #expect(try store.redo()?.action == "a")
    #expect(store.library.reading(id).state == .read)
    #expect(store.library.reading(id).seenVersion == 2)
  }

  @Test func aBulkActionIsTakenBackAtOnce() throws {
    let folder = TemporaryLibrary()
    let store = try folder.opened()
    let ids = (1...300).map { ArXivID(literal: "240\($0 % 3 + 1).\(10000 + $0)") }
    _ = try store.commit(
      LibraryChange(
        action: "star", at: folder.time, steps: ids.prefix(100).map { .init($0, .star(true)) }))
    let before = store.library.shelves.mapValues { $0.reading.filter(\.value.star) }
    folder.tick()
    _ = try store.commit(
      LibraryChange(
        action: "mark-all-read", at: folder.time,
        steps: ids.flatMap { [.init($0, .state(.read)), .init($0, .star(false))] }))
    folder.tick()
    let step = try #require(try folder.opened().undo())
    #expect(Set(step.ids) == Set(ids))
    let after = try folder.opened().library
    #expect(
      after.shelves.values.allSatisfy { $0.reading.values.allSatisfy { $0.state == .unread } })
    #expect(
      after.shelves.mapValues { Set($0.reading.filter(\.value.star).keys) }
        == before.mapValues { Set($0.keys) })
  }

  @Test func anotherDeviceIsNotUndone() throws {
    let folder = TemporaryLibrary()
    _ = try folder.opened(device: "lap/top").commit(
      LibraryChange("a", at: folder.time, ("2401.00001", .star(true))))
    #expect(try folder.opened(device: "desk").undo() == nil)
    #expect(folder.names("journal") == ["lap_top.jsonl"])
    folder.tick()
    let desk = try folder.opened(device: "desk")
    _ = try desk.commit(LibraryChange("b", at: folder.time, ("2401.00001", .star(false))))
    folder.tick()
    #expect(try folder.opened(device: "lap/top").undo()?.action == "a")
    #expect(try desk.history().map(\.action) == ["b"])
    #expect(try desk.history(ofAllDevices: true).map(\.action) == ["a", "b", "a"])
  }

  @Test func tornAndForeignLinesOfTheJournalAreLeft() throws {
    let folder = TemporaryLibrary()
    let store = try folder.opened()
    _ = try store.commit(LibraryChange("a", at: folder.time, ("2401.00001", .star(true))))
    let first = try #require(folder.text("journal/desk.jsonl"))
    let torn = first + "not JSON\n[1]\n{\"n\":2,\"at\":\"2027-01-15T08:00:00.000Z\",\"act"
    folder.write(torn, to: "journal/desk.jsonl")
    folder.tick()
    #expect(try folder.opened().undo()?.action == "a")
    let text = try #require(folder.text("journal/desk.jsonl"))
    #expect(text.hasPrefix(torn + "\n{\"n\":2,"))
    #expect(try folder.opened().history().map(\.number) == [1, 2])
    #expect(try folder.opened().redo()?.action == "a")
  }

  @Test func anActionOfANewerVersionIsNotHalfUndone() throws {
    let folder = TemporaryLibrary()
    let store = try folder.opened()
    _ = try store.commit(LibraryChange("a", at: folder.time, ("2401.00001", .star(true))))
    let line = """
      {"n":2,"at":"2027-01-15T08:00:00.000Z","action":"new","steps":[{"id":"2401.00001",\
      "colour":1}],"inverse":[{"id":"2401.00001","colour":0},{"id":"2401.00001","star":false}]}

      """
    folder.write(try #require(folder.text("journal/desk.jsonl")) + line, to: "journal/desk.jsonl")
    folder.tick()
    #expect(try store.undo()?.action == "a")
    #expect(try store.history().map(\.number) == [1, 2, 3])
  }

  @Test func aLongJournalIsReadFromItsEnd() throws {
    let folder = TemporaryLibrary()
    let store = try folder.opened()
    _ = try store.commit(LibraryChange("first", at: folder.time, ("2401.00001", .star(true))))
    let text = String(repeating: "x", count: 50_000)
    for number in 1...4 {
      let note = Note(id: "n\(number)", created: folder.time, text: text)
      _ = try store.commit(LibraryChange("annotate", at: folder.time, ("2401.00001", .note(note))))
    }
    for _ in 1...4 { #expect(try store.undo()?.action == "annotate") }
    #expect(try store.undo()?.action == "first")
    #expect(store.library.reading(id).notes == [])
  }

  /// What the user sees of a record: its values, without the times of change.
  private struct Values: Equatable {
    var state: ReadingState
    var depth: ReadingDepth
    var star: Bool
    var rank: QueueRank?
    var tags: [String]
    var notes: [String: String]
    var seenVersion: Int?
    var project: String?

    init(_ record: ReadingRecord) {
      (state, depth, star, rank) = (record.state, record.depth, record.star, record.rank)
      tags = record.tags
      notes = Dictionary(
        uniqueKeysWithValues: record.notes.map { ($0.id, $0.text + ($0.page ?? "")) })
      (seenVersion, project) = (record.seenVersion, record.project)
    }
  }

  @Test(arguments: 1...8)
  func undoingEverythingGivesBackTheBeginningAndRedoingTheEnd(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let folder = TemporaryLibrary()
    var store = try folder.opened()
    let ids = ["2401.00001", "2401.00002", "2312.00001", "hep-th/9901001"].map {
      ArXivID(literal: $0)
    }
    func values() -> [Values] { ids.map { Values(store.library.reading($0)) } }
    func edit() -> ReadingEdit {
      let word = ["a", "b", "c"].randomElement(using: &random) ?? "a"
      return switch Int.random(in: 0..<9, using: &random) {
      case 0: .state(ReadingState.allCases.randomElement(using: &random) ?? .read)
      case 1: .depth(ReadingDepth.allCases.randomElement(using: &random) ?? .read)
      case 2: .star(Bool.random(using: &random))
      case 3: .rank(Bool.random(using: &random) ? nil : QueueRank("V\(word)"))
      case 4: .seenVersion(Bool.random(using: &random) ? nil : 2)
      case 5: .project(Bool.random(using: &random) ? nil : word)
      case 6: .tag(word, isPresent: Bool.random(using: &random))
      case 7: .removeNote(id: word)
      default:
        .note(Note(id: word, created: folder.time, text: "\(random.next())", page: "4"))
      }
    }
    var states = [values()]
    for number in 1...30 {
      // Also within one millisecond, and with a clock that was set back.
      folder.tick([0, 1, 1000, -5000].randomElement(using: &random) ?? 0)
      let steps = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        LibraryChange.Step(ids.randomElement(using: &random) ?? ids[0], edit())
      }
      _ = try store.commit(LibraryChange(action: "a\(number)", at: folder.time, steps: steps))
      states.append(values())
      if number % 7 == 0 { store = try folder.opened() }
      #expect(values() == states.last)
    }
    for number in (1...30).reversed() {
      #expect(try store.undo()?.action == "a\(number)")
      #expect(values() == states[number - 1])
      if number % 7 == 0 { store = try folder.opened() }
    }
    #expect(try store.undo() == nil)
    for number in 1...30 {
      #expect(try store.redo()?.action == "a\(number)")
      #expect(values() == states[number])
    }
    store = try folder.opened()
    #expect(values() == states.last)
  }

  @Test func whatStandsIsWhatWasNotTakenBack() throws {
    let folder = TemporaryLibrary()
    let (desk, lap) = (try folder.opened(), try folder.opened(device: "lap"))
    for (name, store) in [("one", desk), ("two", lap), ("three", desk)] {
      folder.tick()
      let change = LibraryChange(
        "\(name)", at: folder.time, ("2401.00001", .project(name)))
      _ = try store.commit(change)
    }
    #expect(try desk.standingChanges().map(\.action) == ["one", "two", "three"])
    _ = try desk.undo()
    _ = try desk.undo()
    #expect(try lap.standingChanges().map(\.action) == ["two"])
    _ = try desk.redo()
    #expect(try desk.standingChanges().map(\.action) == ["one", "two"])
    _ = try desk.undo()
    #expect(try desk.standingChanges().map(\.action) == ["two"])
  }
}
