import Foundation
import JSONText
import LoopbackArXiv
import Papers
import QueueUI
import Testing

@testable import paperq

/// The files outside the library with every kind of damage.
struct DamagedFilesTests {
  enum Damage: CaseIterable, Sendable {
    case empty, truncated, zeroed, garbage, wrongTop, wrongTypes, duplicateKeys, byteOrderMark
    case carriageReturns, hugeNumbers, deepNesting, notUTF8, folder, danglingLink
  }

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Writes `text` to a file, damaged; `key` is the beginning of its last member. Returns the bytes,
  /// nil when there is no file.
  private func inflict(
    _ damage: Damage, on name: String, in folder: TemporaryFolder, text: String, key: String,
    wrong: (String, String)
  ) throws -> [UInt8]? {
    func before(_ member: String) -> [UInt8] {
      Array(text.replacing(key, with: "\(member),\(key)").utf8)
    }
    let bytes: [UInt8]
    switch damage {
    case .empty: bytes = []
    case .truncated: bytes = Array(text.utf8.dropLast(8))
    case .zeroed: bytes = Array(repeating: 0, count: text.utf8.count)
    case .garbage: bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 7) }
    case .wrongTop: bytes = Array("[1]\n".utf8)
    case .wrongTypes: bytes = Array(text.replacing(wrong.0, with: wrong.1).utf8)
    case .duplicateKeys:
      bytes = Array(text.replacing("{\n", with: "{\n\"theme\":\"x\",\"theme\":\"default\",").utf8)
    case .byteOrderMark: bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .carriageReturns: bytes = Array(text.replacing("\n", with: "\r\n").utf8)
    case .hugeNumbers: bytes = before("\"weight\":1e99999")
    case .deepNesting:
      bytes = before(
        "\"x\":" + String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000))
    case .notUTF8: bytes = before("\"x\":\"\u{1}\"").map { $0 == 1 ? 0xFF : $0 }
    case .folder:
      try FileManager.default.createDirectory(
        at: folder.url.appending(path: name), withIntermediateDirectories: true)
      return nil
    case .danglingLink:
      try folder.write("", to: name)
      try FileManager.default.removeItem(at: folder.url.appending(path: name))
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/\(name)", withDestinationPath: "/nowhere/at/all")
      return nil
    }
    try folder.write("", to: name)
    try Data(bytes).write(to: folder.url.appending(path: name))
    return bytes
  }

  // MARK: - The session

  private static let session = """
    {
    "commands":["sort title"],"colour":1.50,"drafts":[{"ids":["1706.03762"],"text":"one"},\
    {"ids":["1512.03385"],"text":"two"}],"view":"Queue"
    }
    """

  @Test(arguments: Damage.allCases)
  func draftsOutliveWhateverBecomesOfTheSession(damage: Damage) throws {
    let bytes = try inflict(
      damage, on: "session.json", in: folder, text: Self.session, key: #""view""#,
      wrong: (#""view":"Queue""#, #""view":7"#))
    var file = SessionFile(stateFolder: folder.path)
    let drafts = file.session.drafts.values.sorted()
    let warning = try? file.mend()
    let names = { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    switch damage {
    case .byteOrderMark, .carriageReturns, .duplicateKeys, .hugeNumbers:
      #expect(drafts == ["one", "two"] && warning == nil)
      #expect(try names() == ["session.json"])
      try file.write(file.session)
      #expect(try folder.read("session.json").contains(#""colour":1.50"#))
    case .folder, .danglingLink:
      #expect(drafts == [] && warning == nil)
      #expect(throws: (any Error).self) { try file.write(Session(view: "All")) }
      #expect(try names() == ["session.json"])
    case .truncated, .wrongTypes, .deepNesting, .notUTF8, .empty, .zeroed, .garbage, .wrongTop:
      let isLost = [.empty, .zeroed, .garbage, .wrongTop].contains(damage)
      #expect(drafts == (isLost ? [] : ["one", "two"]))
      let aside = try #require(try names().last)
      #expect(warning == "'session.json' was damaged and is kept as '\(aside)'")
      #expect(try folder.bytes(aside) == bytes ?? [])
      #expect(SessionFile(stateFolder: folder.path).condition == .good)
      #expect(SessionFile(stateFolder: folder.path).session.drafts.values.sorted() == drafts)
    }
  }

  @Test func aSessionThatBreaksWhileItLastsIsKept() throws {
    let file = SessionFile(stateFolder: folder.path)
    try folder.write("{", to: "session.json")
    try file.write(Session(view: "All"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count == 2)
    #expect(try folder.read(try #require(names.last)) == "{")
    #expect(SessionFile(stateFolder: folder.path).session.view == "All")
  }

  // MARK: - The configuration

  @Test(arguments: Damage.allCases)
  func aDamagedConfigurationIsNamedAndLeftAlone(damage: Damage) async throws {
    let paperq = try BuiltProgram()
    let name = ".config/paperq/config.json"
    let bytes = try inflict(
      damage, on: name, in: paperq.home, text: "{\n\"mouse\":false\n}\n", key: #""mouse""#,
      wrong: ("false", "7"))
    let outcome = try await paperq("config", "check")
    if damage == .byteOrderMark || damage == .carriageReturns {
      #expect(outcome.code == 0)
    } else {
      #expect(outcome.code == 78)
      let (head, tail) = ("paperq: cannot ", "\n")
      #expect(outcome.errors.hasPrefix(head) && outcome.errors.hasSuffix(tail))
      #expect(outcome.errors.contains("config '\(paperq.home.path)/\(name)'"))
      #expect(outcome.errors.count { $0 == "\n" } == 1)
    }
    if let bytes {
      #expect(try paperq.home.bytes(name) == bytes)
    }
  }

  // MARK: - The pace stamp

  @Test(arguments: Damage.allCases)
  func noPaceStampKeepsAFetchFromEnding(damage: Damage) async throws {
    let paperq = try BuiltProgram()
    let arXiv = LoopbackArXiv(papers: try Paper.three())
    try arXiv.start()
    try paperq.configure(
      #"""
      {"arxiv": {"api": "\#(arXiv.api)", "feeds": "\#(arXiv.site)", "site": "\#(arXiv.site)",
        "secondsBetweenRequests": 0}, "sources": [{"name": "canon", "ids": ["1706.03762"]}]}
      """#)
    _ = try inflict(
      damage, on: ".local/state/paperq/pace", in: paperq.home, text: "{\n\"n\":1\n}", key: "\"n\"",
      wrong: ("1", "9e9"))
    let outcome = try await paperq("fetch", "canon")
    #expect(outcome.code == 0)
    #expect(arXiv.requests.count == 1)
  }

  @Test(arguments: ["9223372036854775807", "-9223372036854775808", "99999999999999999999999"])
  func aHugeTimeInThePaceStampHoldsNobodyUp(text: String) async throws {
    let paperq = try BuiltProgram()
    let arXiv = LoopbackArXiv(papers: try Paper.three())
    try arXiv.start()
    try paperq.configure(
      #"""
      {"arxiv": {"api": "\#(arXiv.api)", "feeds": "\#(arXiv.site)", "site": "\#(arXiv.site)",
        "secondsBetweenRequests": 0}, "sources": [{"name": "canon", "ids": ["1706.03762"]}]}
      """#)
    try paperq.home.write(text, to: ".local/state/paperq/pace")
    #expect(try await paperq("fetch", "canon").code == 0)
    #expect(arXiv.requests.count == 1)
  }
}
