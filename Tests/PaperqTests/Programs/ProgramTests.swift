import Foundation
import Glibc
import Testing

@testable import paperq

/// Serialized, for what a signal does is the whole process's matter.
@Suite(.serialized) struct ProgramTests {
  @Test(arguments: [SIGINT, SIGQUIT])
  func aHandlerIsAfterTheEditorAsItWasBefore(number: Int32) throws {
    var before = sigaction()
    var handler = sigaction()
    handler.__sigaction_handler.sa_sigaction = { _, _, _ in }
    handler.sa_flags = SA_SIGINFO | SA_ONSTACK
    sigaddset(&handler.sa_mask, SIGWINCH)
    sigaction(number, &handler, &before)
    defer { sigaction(number, &before, nil) }

    #expect(try Program(["true"]).runInForeground(environment: .current) == 0)
    var after = sigaction()
    sigaction(number, nil, &after)
    #expect(after.sa_flags & (SA_SIGINFO | SA_ONSTACK) == SA_SIGINFO | SA_ONSTACK)
    #expect(sigismember(&after.sa_mask, SIGWINCH) == 1)
  }

  @Test func theStatusIsThatOfAShell() throws {
    #expect(try Program(["sh", "-c", "exit 7"]).runInForeground(environment: .current) == 7)
    #expect(
      try Program(["sh", "-c", "kill -KILL $$"]).runInForeground(environment: .current) == 137)
    #expect(
      throws: ProgramError(program: "/nonexistent", reason: "no such file or directory")
    ) {
      try Program(["/nonexistent"]).runInForeground(environment: .current)
    }
  }

  @Test(arguments: [
    ("exit 0", ["started"]), ("exit 3", ["failed with 3"]), ("sleep 5", ["started"]),
    ("sleep 0.7; exit 4", ["started", "failed with 4"]),
  ])
  func onlyAProgramThatDoesNotEndAtOnceWithAFailureHasStarted(
    script: String, outcome: [String]
  ) async throws {
    let (outcomes, continuation) = AsyncStream<String>.makeStream()
    try Program(["sh", "-c", script]).startInBackground(environment: .current) {
      continuation.yield("started")
    } whenFailed: { status in
      continuation.yield("failed with \(status)")
    }
    var heard: [String] = []
    for await word in outcomes.prefix(outcome.count) { heard.append(word) }
    #expect(heard == outcome)
  }

  @Test func whatRunsInTheBackgroundLeavesNoZombie() async throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/number"
    try Program(["sh", "-c", "echo $$ >\"$0.new\"; mv \"$0.new\" \"$0\"", file])
      .startInBackground(environment: .current)
    let deadline = ContinuousClock.now.advanced(by: .seconds(10))
    while !folder.exists("number"), ContinuousClock.now < deadline {
      try await Task.sleep(for: .milliseconds(5))
    }
    let child = try #require(
      Int32(try folder.read("number").trimmingCharacters(in: .whitespacesAndNewlines)))
    // A zombie can be sent signals; one that was waited for is gone.
    while kill(child, 0) == 0, ContinuousClock.now < deadline {
      try await Task.sleep(for: .milliseconds(5))
    }
    #expect(kill(child, 0) == -1 && errno == ESRCH)
  }
}
