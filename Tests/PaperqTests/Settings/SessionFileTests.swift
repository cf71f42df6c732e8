import Dispatch
import Glibc
import LibraryStore
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

  @Test func aSessionThatCannotBeReadIsNotReplaced() throws {
    let text = #"{"drafts":[{"ids":["2611.00001"],"text":"half a thou"}]}"#
    try folder.write(text, to: "session.json")
    let path = folder.path + "/session.json"
    #expect(chmod(path, 0) == 0 && chmod(folder.path, 0o777) == 0)
    // Nobody, for this thread and its files: root may read everything.
    let user = setFileSystemUser(65534)
    defer { setFileSystemUser(user) }
    let file = SessionFile(stateFolder: folder.path)
    let denied = FileFault.system(EACCES)
    #expect(file.condition == .blocked(.cannotRead(file: path, cause: denied)))
    #expect(throws: StoreError.cannotSave(file: path, cause: denied)) {
      try file.write(QueueUI.Session(view: "Inbox"))
    }
    setFileSystemUser(user)
    #expect(chmod(path, 0o600) == 0)
    #expect(try folder.read("session.json") == text)
  }

  @Test func screensThatWriteAtOnceKeepTheDraftsOfAll() throws {
    let path = folder.path
    DispatchQueue.concurrentPerform(iterations: 4) { screen in
      var written = QueueUI.Session()
      for number in 1...20 {
        var session = written
        session.drafts[[ArXivID(literal: "2611.0000\(screen + 1)")]] = "draft \(number)"
        let file = SessionFile(stateFolder: path)
        try? file.write(session, insteadOf: written)
        written = session
      }
    }
    let drafts = SessionFile(stateFolder: folder.path).session.drafts
    #expect(drafts.count == 4)
    #expect(drafts.values.allSatisfy { $0 == "draft 20" })
  }

  @Test func papersLeftForLaterThatCannotBeReadAreLeftOutAndTheFileIsKept() throws {
    try folder.write(#"{"skipped":["2611.00001",7,"x"]}"#, to: "session.json")
    let file = SessionFile(stateFolder: folder.path)
    #expect(file.condition == .damaged)
    #expect(file.session.skipped == [ArXivID(literal: "2611.00001")])
  }
}

/// `setfsuid(2)`: whose rights this thread has to files; gives whose it had.
@_silgen_name("setfsuid") @discardableResult
private func setFileSystemUser(_ user: Int32) -> Int32
