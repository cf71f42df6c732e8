import Papers
import QueueUI
import TestSupport
import Testing

@testable import paperq

struct SessionFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func whatIsWrittenIsReadAgain() throws {
    let ids = ["2611.00001", "2611.00002"].map { ArXivID(literal: $0) }
    let session = Session(
      view: "Inbox", commands: ["sort title"], drafts: [[ids[0]]: "half a thou"], skipped: ids)
    try SessionFile(stateFolder: folder.path).write(session)
    let file = SessionFile(stateFolder: folder.path)
    #expect(file.condition == .good)
    #expect(file.session == session)
    #expect(try folder.read("session.json").contains(#""skipped":["2611.00001","2611.00002"]"#))
    try file.write(Session())
    #expect(try !folder.read("session.json").contains("skipped"))
  }

  @Test func papersLeftForLaterThatCannotBeReadAreLeftOutAndTheFileIsKept() throws {
    try folder.write(#"{"skipped":["2611.00001",7,"x"]}"#, to: "session.json")
    let file = SessionFile(stateFolder: folder.path)
    #expect(file.condition == .damaged)
    #expect(file.session.skipped == [ArXivID(literal: "2611.00001")])
  }
}
