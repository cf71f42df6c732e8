import Testing

@testable import LibraryStore

struct LockHolderTests {
  private func holder(_ lines: String...) -> Int? {
    LockHolder.holder(ofInode: "77", inLocks: lines.joined(separator: "\n") + "\n")
  }

  @Test func theProcessWithTheLockIsNamed() {
    #expect(
      holder(
        "1: POSIX  ADVISORY  WRITE 11 fe:00:77 0 EOF", "2: FLOCK  ADVISORY  WRITE 12 fe:00:7 0 EOF",
        "3: FLOCK  ADVISORY  WRITE 13 fe:00:77 0 EOF",
        "3: -> FLOCK  ADVISORY  WRITE 14 fe:00:77 0 EOF") == 13)
    #expect(holder("1: FLOCK  ADVISORY  WRITE 0 fe:00:77 0 EOF", "", "2: FLOCK") == nil)
  }

  @Test func ofSeveralThatFitNoneIsNamed() {
    let first = "1: FLOCK  ADVISORY  WRITE 13 fe:00:77 0 EOF"
    #expect(holder(first, "2: FLOCK  ADVISORY  WRITE 14 00:2a:77 0 EOF") == nil)
    #expect(holder(first, "2: FLOCK  ADVISORY  WRITE 13 00:2a:77 0 EOF") == 13)
  }
}
