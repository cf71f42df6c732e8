import Glibc
import LibraryStore
import Papers
import QueueUI
import Testing

@testable import paperq

struct StoreQueueTests {
  /// A file of the system's that is there and cannot be read stands for a disk that fails.
  @Test func papersThatAreTakenInAreShownWhenTheirChangeCannotBeSaved() async throws {
    let program = try BuiltProgram()
    let papers = try Paper.three()
    try program.stock(Array(papers.dropFirst()))
    let library = program.home.path + "/.local/share/paperq"
    mkdir(library + "/reading", 0o700)
    symlink("/proc/self/mem", library + "/reading/1706.json")
    let inbox = try EventInbox()
    let queue = StoreQueue(
      workspace: Workspace(
        try Settings(environment: Environment(program.variables)), device: "tests"),
      inbox: inbox)
    queue.open()
    let change = LibraryChange(
      action: "toggle-star", at: Workspace.now, steps: [.init(papers[0].id, .star(true))])
    queue.commit(change, taking: [papers[0]])
    // The queue is served in order.
    _ = try await queue.merge([])
    let events = inbox.drain()
    #expect(
      events.contains { if case .commitFailed(change, _) = $0 { true } else { false } })
    let shown = events.contains { event in
      guard case .libraryChanged(let update) = event else { return false }
      return Library(shelves: update.shelves).contains(papers[0].id)
    }
    #expect(shown)
  }
}
