import Glibc
import JSONText
import Papers
import TestSupport
import Testing

@testable import LibraryStore

/// A library that changes, or fails, while it is being opened or is open.
struct LibraryStoreOpeningTests {
  private let papers = ["2401.00001", "2312.00001"].map { Paper(test: $0) }

  /// Of two first starts, the one that comes second to the lock has what the first wrote.
  @Test(arguments: [false, true])
  func whatAnotherFirstStartWroteIsRead(isHalfWay: Bool) throws {
    let folder = TemporaryLibrary()
    let (first, second) = (folder.store(), folder.store())
    if isHalfWay {
      folder.write(
        #"{"2401.00001":\#(papers[0].json.text)}"#, to: "papers/2401.json")
    }
    func starters() -> [Paper] {
      // The second has seen by now that there is no library.
      _ = try? first.open(beginningWith: papers)
      return papers
    }
    var shown = Library()
    let opening = try second.open(beginningWith: starters()) { shown.replace($0.shelves) }
    #expect(opening.warnings == [])
    #expect(opening.library.count == 2)
    #expect(shown.count == 2)
    _ = try second.commit(LibraryChange("star", at: folder.time, ("2312.00001", .star(true))))
    #expect(second.library.reading(ArXivID(literal: "2312.00001")).star)
  }

  @Test func aMonthThatCouldNotBeReadOnceIsReadAgain() throws {
    let folder = TemporaryLibrary()
    let id = papers[0].id
    let store = try folder.opened()
    _ = try store.merge(papers)
    _ = try store.commit(LibraryChange("star", at: folder.time, ("2401.00001", .star(true))))
    // As a disk leaves it that failed once, while the file stayed as it was.
    let error = StoreError.cannotRead(file: "2401.json", cause: .system(EIO))
    store.months[id.month]?.reading.condition = .blocked(error)
    store.months[id.month]?.papers.condition = .blocked(error)
    _ = try store.commit(LibraryChange("read", at: folder.time, ("2401.00001", .state(.read))))
    #expect(try store.merge([Paper(test: "2401.00002")]).merge.leftOut == [])
    #expect(store.library.reading(id).star)
    #expect(try folder.opened().library.reading(id).state == .read)
  }

  /// A file of the system's that is there and cannot be read stands for a disk that fails.
  @Test func whatWasReadBeforeTheDiskFailsStaysOnTheScreen() throws {
    let folder = TemporaryLibrary()
    let id = papers[0].id
    let store = try folder.opened()
    _ = try store.merge(papers)
    _ = try store.commit(LibraryChange("star", at: folder.time, ("2401.00001", .star(true))))
    let files = ["reading/2401.json", "papers/2401.json"].map { folder.path + "/" + $0 }
    for file in files {
      rename(file, file + ".away")
      symlink("/proc/self/mem", file)
    }
    #expect(try store.reload().isEmpty)
    #expect(store.library.contains(id))
    #expect(store.library.reading(id).star)
    #expect(throws: StoreError.cannotSave(file: files[0], cause: .system(EIO))) {
      try store.commit(LibraryChange("a", at: folder.time, ("2401.00001", .depth(.read))))
    }
    for file in files { rename(file + ".away", file) }
    _ = try store.commit(LibraryChange("a", at: folder.time, ("2401.00001", .depth(.read))))
    #expect(try folder.opened().library.reading(id).star)
  }
}
