import LibraryStore
import Papers
import TestSupport
import Testing

struct LibraryStoreTests {
  @Test func aNewLibraryIsMadeWithItsDescription() throws {
    let folder = TemporaryLibrary()
    let opening = try folder.store().open()
    #expect(opening.isNew)
    #expect(!opening.isReadOnly)
    #expect(opening.warnings == [])
    #expect(opening.library.count == 0)
    #expect(folder.text("library.json") == #"{"format":1,"created":"2027-01-15T08:00:00Z"}"# + "\n")
    #expect(folder.mode("") == 0o700)
    #expect(folder.mode("library.json") == 0o600)
    #expect(folder.mode("library.lock") == 0o600)
    #expect(try !folder.store().open().isNew)
  }

  @Test func aCommitWritesTheMonthAndTheJournal() throws {
    let folder = TemporaryLibrary()
    let store = try folder.opened()
    let update = try store.commit(
      LibraryChange("toggle-read", at: folder.time, ("2401.00002", .state(.read))))
    #expect(update.shelves.keys.map(\.description) == ["2401"])
    folder.tick()
    _ = try store.commit(
      LibraryChange(
        "toggle-star", at: folder.time, ("2401.00001", .star(true)), ("hep-th/9901001", .star(true))
      ))
    #expect(
      folder.text("reading/2401.json") == """
        {
        "2401.00001":{"changed":{"star":"2027-01-15T08:00:01.000Z"},"star":true},
        "2401.00002":{"changed":{"state":"2027-01-15T08:00:00.000Z"},"state":"read"}
        }

        """)
    #expect(
      folder.text("reading/9901.json") == """
        {
        "hep-th/9901001":{"changed":{"star":"2027-01-15T08:00:01.000Z"},"star":true}
        }

        """)
    #expect(
      folder.text("journal/desk.jsonl") == """
        {"n":1,"at":"2027-01-15T08:00:00.000Z","action":"toggle-read",\
        "steps":[{"id":"2401.00002","state":"read"}],\
        "inverse":[{"id":"2401.00002","state":"unread"}]}
        {"n":2,"at":"2027-01-15T08:00:01.000Z","action":"toggle-star",\
        "steps":[{"id":"2401.00001","star":true},{"id":"hep-th/9901001","star":true}],\
        "inverse":[{"id":"hep-th/9901001","star":false},{"id":"2401.00001","star":false}]}

        """)
    #expect(folder.names() == ["journal", "library.json", "library.lock", "reading"])
    #expect(folder.names("reading") == ["2401.json", "9901.json"])
    for name in ["reading", "journal"] { #expect(folder.mode(name) == 0o700) }
    for name in ["reading/2401.json", "journal/desk.jsonl"] { #expect(folder.mode(name) == 0o600) }
    let again = try folder.opened()
    #expect(
      again.library.shelves.mapValues(\.reading) == store.library.shelves.mapValues(\.reading))
  }

  @Test func mergingWritesOnlyWhatChangedAndNeverTouchesTheReading() throws {
    let folder = TemporaryLibrary()
    let store = try folder.opened()
    _ = try store.commit(
      LibraryChange("toggle-read", at: folder.time, ("2401.00002", .state(.read))))
    let reading = folder.bytes("reading/2401.json")
    let papers = [Paper(test: "2401.00002"), Paper(test: "2401.00001"), Paper(test: "2312.00001")]
    let first = try store.merge(papers)
    #expect(first.merge.new.map(\.id.description) == ["2312.00001", "2401.00001", "2401.00002"])
    #expect(Set(first.update.shelves.keys.map(\.description)) == ["2312", "2401"])
    #expect(
      folder.text("papers/2312.json") == """
        {
        "2312.00001":{"abstract":"An abstract.","added":"2024-01-02T03:04:05.000Z",\
        "authors":[{"name":"Ada Lovelace"}],"categories":["cs.LG"],"primaryCategory":"cs.LG",\
        "published":"2024-01-02T03:04:05Z","title":"A title","updated":"2024-01-02T03:04:05Z",\
        "version":1}
        }

        """)
    let stamp = FileStamp(of: folder.path + "/papers/2401.json")
    let second = try store.merge(papers + [Paper(test: "2312.00001", title: "Another")])
    #expect(second.merge.changed.map(\.title) == ["Another"])
    #expect(second.update.shelves.keys.map(\.description) == ["2312"])
    #expect(FileStamp(of: folder.path + "/papers/2401.json") == stamp)
    #expect(folder.bytes("reading/2401.json") == reading)
    let again = try folder.opened().library
    #expect(again.paper(ArXivID(literal: "2312.00001"))?.title == "Another")
    #expect(again.reading(ArXivID(literal: "2401.00002")).state == .read)
    #expect(again.count == 3)
  }

  @Test func monthsAreHandedOverNewestFirst() throws {
    let folder = TemporaryLibrary()
    let ids = ["2401.00001", "2312.00001", "hep-th/9901001", "0704.0001", "2402.00001"]
    _ = try folder.opened().merge(ids.map { Paper(test: $0) })
    var months: [String] = []
    let opening = try folder.store().open { months += $0.shelves.keys.map(\.description) }
    #expect(months == ["2402", "2401", "2312", "0704", "9901"])
    #expect(opening.library.count == 5)
  }

  @Test func twoStoresOnOneFolderLoseNothing() throws {
    let folder = TemporaryLibrary()
    let one = try folder.opened()
    let other = try folder.opened()
    for number in 1...20 {
      let store = number % 2 == 0 ? one : other
      let field: ReadingEdit = number % 4 < 2 ? .star(true) : .depth(.read)
      _ = try store.commit(
        LibraryChange("change", at: folder.time, ("2401.\(10000 + number / 4)", field)))
    }
    let third = try folder.opened()
    let reading = try #require(third.library.shelves.values.first).reading
    #expect(reading.count == 6)
    #expect(reading.values.filter(\.star).count == 6)
    #expect(reading.values.filter { $0.depth == .read }.count == 5)
    #expect(try other.reload().shelves.count == 1)
    #expect(try other.reload().isEmpty)
    #expect(other.library.shelves.values.first?.reading == reading)
    #expect(try one.reload().isEmpty)
    #expect(try third.history().map(\.number) == Array(1...20))
  }

  @Test func whatAnotherStoreWroteIsToldByTheNextUpdate() throws {
    let folder = TemporaryLibrary()
    let one = try folder.opened()
    let other = try folder.opened()
    _ = try other.commit(LibraryChange("a", at: folder.time, ("2401.00001", .star(true))))
    let update = try one.commit(LibraryChange("b", at: folder.time, ("2401.00001", .depth(.read))))
    let record = update.shelves.values.first?.reading[ArXivID(literal: "2401.00001")]
    #expect(record?.star == true)
    #expect(record?.depth == .read)
  }
}
