import LibraryStore
import Papers
import Testing

struct LibraryStoreSourcesTests {
  private let folder = TemporaryLibrary()

  private func answer(fromDay day: Int, stored: Int) -> LedgerEntry {
    let from = Timestamp(milliseconds: Int64(day) * 86_400_000)
    var answer = WindowAnswer(window: from...from.advanced(byDays: 1), at: folder.time)
    answer.stored = stored
    answer.expected = stored
    return .window(answer)
  }

  @Test func aLibraryWithoutTheFileHasEmptyLedgers() throws {
    _ = try folder.opened()
    #expect(try LibraryStore.ledgers(inLibrary: folder.path) == SourceLedgers())
    #expect(folder.text("sources.json") == nil)
  }

  @Test func answersOfSeveralCopiesAreAllKept() throws {
    let first = try folder.opened()
    let second = try folder.opened(device: "lap")
    try first.record(answer(fromDay: 10, stored: 1), of: "a", subject: "q") { _ in 0 }
    try second.record(answer(fromDay: 20, stored: 2), of: "a", subject: "q") { _ in 0 }
    try first.record(answer(fromDay: 30, stored: 3), of: "b", subject: "q") { _ in 0 }
    let ledgers = try LibraryStore.ledgers(inLibrary: folder.path)
    #expect(ledgers["a"].windows.map(\.stored) == [1, 2])
    #expect(ledgers["b"].windows.map(\.stored) == [3])
    #expect(try first.reload().isEmpty)
  }

  @Test func keysThatAreNotKnownStay() throws {
    let store = try folder.opened()
    folder.write(#"{"a":{"mine":1.50,"query":"q"},"odd":[1]}"#, to: "sources.json")
    try store.record(answer(fromDay: 0, stored: 1), of: "a", subject: "other") { _ in 0 }
    #expect(
      folder.text("sources.json") == """
        {
        "a":{"last":{"at":"2027-01-15T08:00:00.000Z","outcome":"complete"},"mine":1.50,\
        "query":"other","updates":{"since":"2027-01-15T08:00:00.000Z"},"windows":[{"expected":1,"from":"1970-01-01T00:00:00.000Z","stored":1,\
        "until":"1970-01-02T00:00:00.000Z"}]},
        "odd":[1]
        }

        """)
  }

  @Test(arguments: ["", "[]", "garbage", "{\"a\":{"])
  func aDamagedFileIsMovedAsideWhenItIsWritten(text: String) throws {
    let store = try folder.opened()
    folder.write(text, to: "sources.json")
    #expect(try LibraryStore.ledgers(inLibrary: folder.path) == SourceLedgers())
    #expect(store.takeWarnings() == [])
    try store.record(answer(fromDay: 0, stored: 1), of: "a", subject: "q") { _ in 0 }
    let aside = "sources.json.corrupt-2027-01-15T080000.000Z"
    #expect(folder.text(aside) == text)
    #expect(
      store.takeWarnings() == [
        "'sources.json' was damaged and is kept as '\(aside)'; sources are fetched anew"
      ])
    #expect(try LibraryStore.ledgers(inLibrary: folder.path)["a"].windows.map(\.stored) == [1])
  }

  @Test func aFolderInItsPlaceIsMovedAsideWithAllThatIsInIt() throws {
    let store = try folder.opened()
    folder.write("precious", to: "sources.json/inside")
    #expect(try LibraryStore.ledgers(inLibrary: folder.path) == SourceLedgers())
    try store.record(answer(fromDay: 0, stored: 1), of: "a", subject: "q") { _ in 0 }
    let aside = "sources.json.corrupt-2027-01-15T080000.000Z"
    #expect(folder.text(aside + "/inside") == "precious")
    #expect(
      store.takeWarnings() == [
        "'sources.json' was a folder and is kept as '\(aside)'; sources are fetched anew"
      ])
    #expect(try LibraryStore.ledgers(inLibrary: folder.path)["a"].windows.map(\.stored) == [1])
  }
}
