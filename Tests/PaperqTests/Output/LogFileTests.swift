import Foundation
import Papers
import Testing

@testable import paperq

struct LogFileTests {
  private let time = Timestamp(milliseconds: 1_700_000_000_123)

  @Test func linesAreDatedAndPlain() throws {
    let folder = try TemporaryFolder()
    let log = LogFile(stateFolder: folder.path)
    log.write("learning: 3 new", at: time)
    log.write("learning: \u{1B}[31mred\u{202E}\nlines", isError: true, at: time)
    #expect(
      try folder.read("paperq.log") == """
        2023-11-14T22:13:20.123Z info learning: 3 new
        2023-11-14T22:13:20.123Z error learning: [31mred lines

        """)
    let attributes = try FileManager.default.attributesOfItem(atPath: log.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func theLogIsBoundedByASecondFile() throws {
    let folder = try TemporaryFolder()
    let log = LogFile(stateFolder: folder.path)
    for size in [LogFile.limit, LogFile.limit + 1] {
      try folder.write(String(repeating: "x", count: size), to: "paperq.log")
      log.write("new", at: time)
      #expect(try folder.read("paperq.log") == "2023-11-14T22:13:20.123Z info new\n")
      #expect(try folder.read("paperq.log.1").utf8.count == size)
    }
    log.write(String(repeating: "y", count: 100_000), at: time)
    #expect(try folder.read("paperq.log").utf8.count < 3000)
  }

  @Test func whereNothingCanBeWrittenNothingIs() throws {
    let folder = try TemporaryFolder()
    LogFile(stateFolder: folder.path + "/missing").write("text", at: time)
    #expect(!folder.exists("missing"))
    try folder.write("mine", to: "target")
    symlink("target", folder.path + "/paperq.log")
    LogFile(stateFolder: folder.path).write("text", at: time)
    #expect(try folder.read("target") == "mine")
  }
}
