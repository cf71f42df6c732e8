import LibraryStore
import Papers
import TestSupport
import Testing

struct LibraryStoreVersionsTests {
  private let id = ArXivID(literal: "2401.00001")

  private func paper(_ version: Int, _ title: String) -> Paper {
    Paper(
      id: id, version: version, title: title, authors: [Paper.Author("Ann Lee")],
      categories: ["cs.LG"], published: Timestamp(literal: "2024-01-02T03:04:05Z"),
      updated: Timestamp(literal: "2024-0\(version)-02T03:04:05Z"))
  }

  private func open(_ version: Int, _ store: LibraryStore, at time: Timestamp) throws {
    var change = LibraryChange("open", at: time, ("2401.00001", .seenVersion(version)))
    change.isUndoable = false
    _ = try store.commit(change)
  }

  @Test func whatTheUserActsOnShowsAsUpdatedWhenANewerVersionComes() throws {
    let folder = TemporaryLibrary()
    let store = try folder.opened()
    _ = try store.merge([paper(1, "One")])
    _ = try store.commit(LibraryChange("queue", at: folder.time, ("2401.00001", .state(.queued))))
    #expect(!store.library.isUpdated(id))
    _ = try store.merge([paper(2, "Two")])
    let library = try folder.opened().library
    #expect(library.isUpdated(id))
    #expect(library.ids(matching: try Query(parsing: "is:updated"), now: folder.time) == [id])
    #expect(library.paper(id)?.earlier == PaperVersion(of: paper(1, "One")))
    let changes = try #require(library.changes(of: id))
    #expect(
      changes
        == PaperChanges(
          from: PaperVersion(of: paper(1, "One")), to: PaperVersion(of: paper(2, "Two"))))
  }

  @Test func undoTakesBothBackAndRedoSetsBoth() throws {
    let folder = TemporaryLibrary()
    let store = try folder.opened()
    _ = try store.merge([paper(1, "One")])
    _ = try store.commit(LibraryChange("star", at: folder.time, ("2401.00001", .star(true))))
    #expect(store.library.reading(id).seenVersion == 1)
    _ = try store.merge([paper(2, "Two")])
    _ = try store.undo()
    #expect(store.library.reading(id).seenVersion == nil)
    #expect(!store.library.isUpdated(id))
    _ = try store.redo()
    #expect(store.library.reading(id).seenVersion == 1)
    #expect(store.library.isUpdated(id))
  }

  @Test func undoDoesNotForgetWhatWasOpenedSince() throws {
    let folder = TemporaryLibrary()
    let store = try folder.opened()
    _ = try store.merge([paper(1, "One")])
    _ = try store.commit(LibraryChange("star", at: folder.time, ("2401.00001", .star(true))))
    _ = try store.merge([paper(2, "Two")])
    folder.tick()
    try open(2, store, at: folder.time)
    #expect(try store.undo()?.action == "star")
    #expect(!store.library.reading(id).star)
    #expect(store.library.reading(id).seenVersion == 2)
    #expect(try store.redo()?.action == "star")
    #expect(store.library.reading(id).star)
    #expect(store.library.reading(id).seenVersion == 2)
  }

  @Test func theEarlierVersionStandsInThePapersRecord() throws {
    let folder = TemporaryLibrary()
    var store = try folder.opened()
    _ = try store.merge([paper(1, "One")])
    try open(1, store, at: folder.time)
    _ = try store.merge([paper(2, "Two")])
    let line = """
      {
      "2401.00001":{"added":"2024-01-02T03:04:05.000Z","authors":[{"name":"Ann Lee"}],\
      "categories":["cs.LG"],"earlier":{"authors":[{"name":"Ann Lee"}],"categories":["cs.LG"],\
      "title":"One","updated":"2024-01-02T03:04:05Z","version":1},"primaryCategory":"cs.LG",\
      "published":"2024-01-02T03:04:05Z","title":"Two","updated":"2024-02-02T03:04:05Z","version":2}
      }

      """
    #expect(folder.text("papers/2401.json") == line)
    // What a later version of paperq put there stays, until there is something else to keep.
    folder.write(
      line.replacing(#""version":1}"#, with: #""version":1,"words":1.50}"#),
      to: "papers/2401.json")
    store = try folder.opened()
    _ = try store.merge([paper(3, "Three")])
    let text = try #require(folder.text("papers/2401.json"))
    #expect(
      text.contains(#""title":"One","updated":"2024-01-02T03:04:05Z","version":1,"words":1.50}"#))
    #expect(text.contains(#""title":"Three""#))
  }
}
