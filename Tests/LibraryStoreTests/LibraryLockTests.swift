import Glibc
import LibraryStore
import Papers
import TestSupport
import Testing

struct LibraryLockTests {
  @Test func aLibraryThatIsLockedIsNotWrittenUntilTheLockIsFree() throws {
    let folder = TemporaryLibrary()
    _ = try folder.opened()
    let holder = open(folder.path + "/library.lock", O_RDWR)
    defer { close(holder) }
    #expect(flock(holder, LOCK_EX | LOCK_NB) == 0)
    let store = folder.store(lockTimeout: 0)
    #expect(try store.open().warnings == [])
    let change = LibraryChange("a", at: folder.time, ("2401.00001", .star(true)))
    let error = folder.lockedByUs(seconds: 0)
    #expect(throws: error) { try store.commit(change) }
    #expect(throws: error) { try store.merge([Paper(test: "2401.00001")]) }
    #expect(
      error.message == "cannot save to library '\(folder.path)': "
        + "\(LockHolder.us) has kept it locked for 0 seconds; try again, or end it if it hangs")
    #expect(folder.names() == ["library.json", "library.lock"])
    flock(holder, LOCK_UN)
    #expect(try store.commit(change).shelves.count == 1)
  }

  @Test func whoeverWaitsIsToldForWhomOnce() throws {
    let folder = TemporaryLibrary()
    _ = try folder.opened()
    let holder = open(folder.path + "/library.lock", O_RDWR)
    #expect(flock(holder, LOCK_EX | LOCK_NB) == 0)
    var told: [LockHolder] = []
    let store = LibraryStore(
      folder: folder.path, device: "desk", lockTimeout: nil, now: { folder.time },
      onWait: {
        told.append($0)
        // Who is told ends the holder.
        close(holder)
      })
    _ = try store.commit(LibraryChange("a", at: folder.time, ("2401.00001", .star(true))))
    #expect(told == [.us])
  }

  @Test func aLockFileThatIsRemovedIsMadeAgain() throws {
    let folder = TemporaryLibrary()
    let store = try folder.opened()
    unlink(folder.path + "/library.lock")
    _ = try store.commit(LibraryChange("a", at: folder.time, ("2401.00001", .star(true))))
    #expect(folder.mode("library.lock") == 0o600)
  }

  @Test func aDamagedLibraryThatIsLockedOpensAsItIs() throws {
    let folder = TemporaryLibrary()
    _ = try folder.opened()
    folder.write("{\"2401.00001\":{\"star\":true}", to: "reading/2401.json")
    let holder = open(folder.path + "/library.lock", O_RDWR)
    #expect(flock(holder, LOCK_EX | LOCK_NB) == 0)
    // However patient saving is, opening does not wait for the lock.
    let store = folder.store(lockTimeout: nil)
    let opening = try store.open()
    #expect(
      opening.warnings == [
        folder.lockedByUs(seconds: 0.2).message,
        "'reading/2401.json' is damaged; 1 record could be read",
      ])
    #expect(opening.library.reading(ArXivID(literal: "2401.00001")).star)
    close(holder)
    _ = try store.commit(LibraryChange("a", at: folder.time, ("2401.00002", .star(true))))
    #expect(folder.names("reading").count == 2)
    #expect(try folder.opened().library.shelves.values.first?.reading.count == 2)
  }
}
