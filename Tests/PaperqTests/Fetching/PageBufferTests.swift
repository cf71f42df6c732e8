import LibraryStore
import Papers
import Synchronization
import TestSupport
import Testing

@testable import paperq

@Suite struct PageBufferTests {
  @Test func pagesAtArXivsPaceAreSavedAtOnce() async throws {
    let (disk, pages) = buffered()
    for number in 1...3 {
      try await pages.take([paper("2611.0000\(number)")])
      #expect(disk.saves.count == number)
      disk.wait(.seconds(3))
    }
    try await pages.flush()
    #expect(disk.saves == [["2611.00001"], ["2611.00002"], ["2611.00003"]])
  }

  @Test func pagesThatComeFasterAreSavedTogetherAfterASecond() async throws {
    let (disk, pages) = buffered()
    for number in 1...6 {
      try await pages.take([paper("2611.0000\(number)")])
      disk.wait(.milliseconds(400))
    }
    #expect(
      disk.saves == [
        ["2611.00001"], ["2611.00002", "2611.00003", "2611.00004"],
      ])
    try await pages.flush()
    try await pages.flush()
    #expect(disk.saves.dropFirst(2) == [["2611.00005", "2611.00006"]])
  }

  @Test func aPageOfAMonthThatWasNotSavedBeforeIsSavedAtOnceWithWhatWaits() async throws {
    let (disk, pages) = buffered()
    try await pages.take([paper("2611.00001")])
    try await pages.take([paper("2611.00002")])
    try await pages.take([paper("2611.00003"), paper("2610.00001")])
    #expect(
      disk.saves == [["2611.00001"], ["2611.00002", "2611.00003", "2610.00001"]])
  }

  @Test func aMonthThatCannotBeWrittenIsToldOfWithEachPage() async throws {
    let (disk, pages) = buffered(blocked: "2610")
    try await pages.take([paper("2610.00001")])
    try await pages.take([paper("2610.00002")])
    #expect(disk.saves == [["2610.00001"], ["2610.00002"]])
  }

  @Test func papersThatAreLostLaterAreAnError() async throws {
    let (disk, pages) = buffered()
    try await pages.take([paper("2611.00001")])
    try await pages.take([paper("2611.00002")])
    disk.block("2611")
    await #expect { try await pages.flush() } throws: {
      ($0 as? PageBuffer.LostPapers)?.count == 1
    }
  }

  @Test func whatCouldNotBeSavedIsNotSavedAgain() async throws {
    let (disk, pages) = buffered()
    try await pages.take([paper("2611.00001")])
    try await pages.take([paper("2611.00002")])
    disk.fail()
    await #expect(throws: StoreError.self) { try await pages.flush() }
    try await pages.flush()
    #expect(disk.saves == [["2611.00001"]])
  }
}

private func paper(_ id: String) -> Paper {
  Paper(
    id: ArXivID(literal: id), title: "Title", published: Timestamp(literal: "2026-11-01T00:00:00Z"))
}

private func buffered(blocked: String? = nil) -> (Disk, PageBuffer) {
  let disk = Disk(blocked: blocked)
  return (disk, PageBuffer(now: { disk.now }, save: { try disk.save($0) }))
}

/// A disk and a clock.
private final class Disk: Sendable {
  private struct State {
    var saves: [[String]] = []
    var blocked: String?
    var fails = false
    var now = ContinuousClock.now
  }

  private let state: Mutex<State>

  init(blocked: String? = nil) {
    state = Mutex(State(blocked: blocked))
  }

  var saves: [[String]] { state.withLock(\.saves) }
  var now: ContinuousClock.Instant { state.withLock(\.now) }

  func save(_ papers: [Paper]) throws -> FeedMerge {
    try state.withLock { state in
      if state.fails { throw StoreError.notAFolder(path: "/library") }
      state.saves.append(papers.map(\.id.description))
      var merge = FeedMerge()
      merge.leftOut = papers.map(\.id).filter { $0.month.description == state.blocked }
      return merge
    }
  }

  func wait(_ duration: Duration) { state.withLock { $0.now += duration } }

  func block(_ month: String) { state.withLock { $0.blocked = month } }

  func fail() { state.withLock { $0.fails = true } }
}
