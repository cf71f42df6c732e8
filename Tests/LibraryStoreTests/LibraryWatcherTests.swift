import Dispatch
import Glibc
import LibraryStore
import Papers
import TestSupport
import Testing

struct LibraryWatcherTests {
  @Test func aWriteOfAnotherStoreIsTold() throws {
    let folder = TemporaryLibrary()
    let store = try folder.opened()
    let told = DispatchSemaphore(value: 0)
    let watcher = try #require(LibraryWatcher(folder: folder.path) { told.signal() })
    #expect(told.wait(timeout: .now() + 5) == .success)
    let other = try folder.opened()
    _ = try other.merge([Paper(test: "2401.00001")])
    #expect(told.wait(timeout: .now() + 5) == .success)
    while try store.reload().isEmpty {
      try #require(told.wait(timeout: .now() + 5) == .success)
    }
    #expect(store.library.count == 1)
    _ = try other.commit(LibraryChange("a", at: folder.time, ("2401.00001", .star(true))))
    while try store.reload().isEmpty {
      try #require(told.wait(timeout: .now() + 5) == .success)
    }
    #expect(store.library.reading(ArXivID(literal: "2401.00001")).star)
    watcher.stop()
    watcher.stop()
  }

  @Test func whatWasWrittenBeforeTheWatchBeganIsTold() throws {
    let folder = TemporaryLibrary()
    let store = try folder.opened()
    _ = try folder.opened().merge([Paper(test: "2401.00001")])
    let told = DispatchSemaphore(value: 0)
    let watcher = try #require(LibraryWatcher(folder: folder.path) { told.signal() })
    #expect(told.wait(timeout: .now() + 5) == .success)
    _ = try store.reload()
    #expect(store.library.count == 1)
    watcher.stop()
  }

  @Test(arguments: ["papers", "reading"], [false, true])
  func aFolderThatIsMadeWhileWatchingIsWatched(name: String, isLink: Bool) throws {
    let folder = TemporaryLibrary()
    TemporaryLibrary.makeFolders(folder.path)
    TemporaryLibrary.makeFolders(folder.path + "/../elsewhere")
    let told = DispatchSemaphore(value: 0)
    let watcher = try #require(LibraryWatcher(folder: folder.path) { told.signal() })
    #expect(told.wait(timeout: .now() + 5) == .success)
    if isLink {
      symlink("../elsewhere", "\(folder.path)/\(name)")
    } else {
      TemporaryLibrary.makeFolders("\(folder.path)/\(name)")
    }
    #expect(told.wait(timeout: .now() + 5) == .success)
    folder.write("{}", to: "\(name)/2401.json")
    #expect(told.wait(timeout: .now() + 5) == .success)
    watcher.stop()
  }

  @Test(arguments: [false, true])
  func theFileBehindALinkedMonthIsWatched(isLinkedLater: Bool) throws {
    let folder = TemporaryLibrary()
    _ = try folder.opened().merge([Paper(test: "2401.00001")])
    folder.write("{}", to: "../elsewhere/january")
    TemporaryLibrary.makeFolders(folder.path + "/reading")
    func link() { symlink("../../elsewhere/january", folder.path + "/reading/2401.json") }
    if !isLinkedLater { link() }
    let store = try folder.opened()
    let told = DispatchSemaphore(value: 0)
    let watcher = try #require(LibraryWatcher(folder: folder.path) { told.signal() })
    #expect(told.wait(timeout: .now() + 5) == .success)
    if isLinkedLater {
      link()
      #expect(told.wait(timeout: .now() + 5) == .success)
      while told.wait(timeout: .now()) == .success {}
    }
    _ = try folder.opened().commit(
      LibraryChange("a", at: folder.time, ("2401.00001", .star(true))))
    var isStarred = false
    while !isStarred {
      try #require(told.wait(timeout: .now() + 5) == .success)
      _ = try store.reload()
      isStarred = store.library.reading(ArXivID(literal: "2401.00001")).star
    }
    while told.wait(timeout: .now()) == .success {}
    // What else happens in that folder is no business of ours.
    folder.write("{}", to: "../elsewhere/february")
    #expect(told.wait(timeout: .now() + .milliseconds(300)) == .timedOut)
    watcher.stop()
  }

  @Test func aLibraryThatIsPutIntoThePlaceOfAnotherIsTold() throws {
    let folder = TemporaryLibrary()
    let store = try folder.opened()
    _ = try store.merge([Paper(test: "2401.00001")])
    let other = TemporaryLibrary()
    _ = try other.opened().merge([Paper(test: "2401.00002")])
    let told = DispatchSemaphore(value: 0)
    let watcher = try #require(LibraryWatcher(folder: folder.path) { told.signal() })
    #expect(told.wait(timeout: .now() + 5) == .success)
    while told.wait(timeout: .now() + .milliseconds(50)) == .success {}

    rename(folder.path, folder.path + ".away")
    #expect(told.wait(timeout: .now() + 5) == .success)
    #expect(throws: StoreError.cannotRead(file: folder.path, cause: .system(ENOENT))) {
      try store.reload()
    }
    #expect(store.library.count == 1)
    rename(other.path, folder.path)
    while !store.library.contains(ArXivID(literal: "2401.00002")) {
      try #require(told.wait(timeout: .now() + 5) == .success)
      _ = try? store.reload()
    }
    #expect(store.library.count == 1)
    while told.wait(timeout: .now() + .milliseconds(50)) == .success {}
    _ = try folder.opened().merge([Paper(test: "2401.00003")])
    #expect(told.wait(timeout: .now() + 5) == .success)
    watcher.stop()
  }

  @Test func aFolderThatIsNotThereCannotBeWatched() {
    #expect(LibraryWatcher(folder: "/nowhere/at/all") {} == nil)
  }
}
