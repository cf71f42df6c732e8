import ArXivFeed
import Foundation
import Papers
import Testing

struct RequestPaceTests {
  /// Runs `body` with a stamp file in a folder of its own.
  private func withStamp<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.appending(path: "pace").path)
  }

  @Test func copiesOfTheProgramShareTheirPace() async throws {
    try await withStamp { stamp in
      let clock = ManualClock()
      let first = RequestPace(secondsBetweenRequests: 3, stampFile: stamp, clock: clock)
      let second = RequestPace(secondsBetweenRequests: 3, stampFile: stamp, clock: clock)
      try await first.begin()
      clock.advance(milliseconds: 500)
      await first.end()
      clock.advance(milliseconds: 1000)
      try await second.begin()
      await second.end()
      #expect(clock.sleeps == [2000])
      let written = try String(contentsOfFile: stamp, encoding: .utf8)
      #expect(written == "1795000006500")
    }
  }

  @Test func aCopyWaitsWhileAnotherIsAsking() async throws {
    try await withStamp { stamp in
      let clock = ManualClock()
      let first = RequestPace(secondsBetweenRequests: 0, stampFile: stamp, clock: clock)
      try await first.begin()
      let releasing = ReleasingClock(afterSleeps: 3) { await first.end() }
      let second = RequestPace(secondsBetweenRequests: 0, stampFile: stamp, clock: releasing)
      try await second.begin()
      await second.end()
      #expect(await releasing.sleeps == [100, 100, 100])
    }
  }

  @Test func everyCopyHoldsBackWhenArXivAsksForIt() async throws {
    try await withStamp { stamp in
      let clock = ManualClock()
      let first = RequestPace(secondsBetweenRequests: 3, stampFile: stamp, clock: clock)
      let second = RequestPace(secondsBetweenRequests: 3, stampFile: stamp, clock: clock)
      try await first.begin()
      await first.postpone(milliseconds: 60_000)
      await first.end()
      try await second.begin()
      await second.end()
      #expect(clock.sleeps == [60_000])
    }
  }

  @Test(arguments: ["", "soon", "99999999999999999", "-5"])
  func aStampThatCannotBeMeantIsIgnored(text: String) async throws {
    try await withStamp { stamp in
      try Data(text.utf8).write(to: URL(filePath: stamp))
      let clock = ManualClock()
      let pace = RequestPace(secondsBetweenRequests: 3, stampFile: stamp, clock: clock)
      try await pace.begin()
      await pace.end()
      #expect(clock.sleeps == [])
    }
  }

  @Test func withoutAFolderForTheStampThePaceIsKeptInTheProcess() async throws {
    let clock = ManualClock()
    let pace = RequestPace(
      secondsBetweenRequests: 3, stampFile: "/nonexistent/folder/pace", clock: clock)
    for _ in 1...3 {
      try await pace.begin()
      await pace.end()
    }
    #expect(clock.sleeps == [3000, 3000])
  }

  @Test func requestsOfOneProcessTakeTurns() async throws {
    let pace = RequestPace(secondsBetweenRequests: 0, clock: ManualClock())
    let notes = Notes<String>()
    try await pace.begin()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 1...5 {
        group.addTask {
          try await pace.begin()
          notes.add("begin")
          await Task.yield()
          notes.add("end")
          await pace.end()
        }
      }
      await pace.end()
      try await group.waitForAll()
    }
    #expect(notes.items == (1...5).flatMap { _ in ["begin", "end"] })
  }

  @Test func waitsThatAreLongEnoughToBeNoticedAreTold() async throws {
    let notes = Notes<RequestPace.Wait>()
    let pace = RequestPace(secondsBetweenRequests: 3, clock: ManualClock())
    try await pace.begin(onWait: notes.add)
    await pace.end()
    try await pace.begin(onWait: notes.add)
    await pace.postpone(milliseconds: 40_000)
    await pace.end()
    #expect(notes.items == [])
    try await pace.begin(onWait: notes.add)
    await pace.end()
    #expect(notes.items == [.turn(milliseconds: 40_000)])
  }

  @Test func aCopyThatKeepsArXivToItselfIsTold() async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/pace-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let other = RequestPace(secondsBetweenRequests: 0, stampFile: folder, clock: ManualClock())
    try await other.begin()
    let notes = Notes<RequestPace.Wait>()
    let clock = ReleasingClock(afterSleeps: 60) { await other.end() }
    let pace = RequestPace(secondsBetweenRequests: 0, stampFile: folder, clock: clock)
    try await pace.begin(onWait: notes.add)
    await pace.end()
    #expect(notes.items == [.otherCopy])
  }

  @Test func whoeverIsCancelledWhileWaitingLeavesTheLine() async throws {
    let pace = RequestPace(secondsBetweenRequests: 0, clock: ManualClock())
    try await pace.begin()
    let task = Task { try await pace.begin() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    await pace.end()
    try await pace.begin()
    await pace.end()
  }
}

/// A clock during whose sleep something happens.
private actor ReleasingClock: FeedClock {
  nonisolated let now = Timestamp(milliseconds: 1_795_000_000_000)
  private(set) var sleeps: [Int64] = []
  private let count: Int
  private let release: @Sendable () async -> Void

  init(afterSleeps count: Int, release: @escaping @Sendable () async -> Void) {
    self.count = count
    self.release = release
  }

  func sleep(milliseconds: Int64) async throws {
    sleeps.append(milliseconds)
    if sleeps.count == count { await release() }
  }
}
