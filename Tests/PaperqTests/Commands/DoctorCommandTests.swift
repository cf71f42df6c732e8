import Foundation
import JSONText
import LibraryStore
import Papers
import Testing

/// `paperq doctor`, as the built program does it.
struct DoctorCommandTests {
  private let paperq: BuiltProgram
  private let library = ".local/share/paperq"

  init() throws {
    paperq = try BuiltProgram()
    try paperq.stock(Paper.three())
    for name in ["", "/papers"] {
      chmod("\(paperq.home.path)/\(library)\(name)", 0o700)
    }
  }

  /// What was found, `VERDICT CHECK: MESSAGE`, without what depends on the machine.
  private func findings(_ outcome: BuiltProgram.Outcome) throws -> [String] {
    try outcome.lines.compactMap { line in
      let object = try #require(try JSONValue.parse(Array(line.utf8)).object)
      let check = object["check"]?.string ?? ""
      if ["disk", "editor", "browser", "pdf viewer", "locale"].contains(check) { return nil }
      return "\(object["verdict"]?.string ?? "") \(check): \(object["message"]?.string ?? "")"
    }
  }

  private var whatIsWell: [String] {
    let home = paperq.home.path
    return [
      "ok config: \(home)/.config/paperq/config.json: there is no such file; the defaults hold",
      "ok state: \(home)/.local/state/paperq: not made yet",
      "ok pdf: \(home)/.cache/paperq/pdf: not made yet",
      "ok library: \(home)/.local/share/paperq",
      "ok library.json: format 1",
      "ok papers: 3 papers in 3 files",
      "ok reading: 0 records in 0 files",
      "note papers: 2 papers that no source names",
      "ok lock: free",
      "note terminal: cannot show the screen: TERM is not set; "
        + "set TERM to the name of yours, e.g. xterm-256color",
    ]
  }

  @Test func aSoundLibraryEndsWith0AndNothingIsMade() async throws {
    let before = try FileManager.default.subpathsOfDirectory(atPath: paperq.home.path)
    let outcome = try await paperq("doctor")
    #expect(try findings(outcome) == whatIsWell)
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: paperq.home.path) == before)
  }

  @Test func aLineACheckOnATerminal() async throws {
    let lines = try await paperq.onTerminal("doctor")
    #expect(
      lines.dropFirst(4).prefix(2) == [
        "ok       library.json  format 1", "ok       papers        3 papers in 3 files",
      ])
  }

  @Test func aDamagedFileIsAProblemThatRepairMends() async throws {
    try paperq.home.write("garbage", to: library + "/papers/1706.json")
    chmod("\(paperq.home.path)/\(library)/papers/1706.json", 0o600)
    let sick = try await paperq("doctor")
    let problem =
      "problem papers/1706.json: it is damaged; 'paperq doctor --repair' keeps it and recovers "
      + "0 records"
    #expect(try findings(sick).filter { $0.hasPrefix("problem") } == [problem])
    #expect(sick.code == 65 && sick.errors.isEmpty)
    #expect(try paperq.home.read(library + "/papers/1706.json") == "garbage")

    let mended = try await paperq("doctor", "--repair")
    #expect(mended.code == 0)
    let folder = "\(paperq.home.path)/\(library)/papers"
    let aside = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.contains("corrupt") })
    #expect(
      mended.lines.first == #"{"repaired":"'papers/1706.json' was damaged and is kept as "#
        + "'\(aside)'; no records could be recovered\"}")
    #expect(try paperq.home.read(library + "/papers/" + aside) == "garbage")
    #expect(try findings(mended).contains("ok papers: 2 papers in 3 files"))
  }

  @Test func aBrokenConfigurationAndABadPlaceAreProblems() async throws {
    try paperq.configure(#"{"mouse": 1, "pdf": {"directory": "~/f"}}"#)
    try paperq.home.write("x", to: ".local/state/paperq")
    let outcome = try await paperq("doctor")
    let home = paperq.home.path
    #expect(
      try findings(outcome).filter { $0.hasPrefix("problem") } == [
        "problem config: cannot use the config '\(home)/.config/paperq/config.json': 'mouse' is 1; "
          + "allowed is true or false; 'paperq config example' shows what is allowed",
        "problem state: cannot use '\(home)/.local/state/paperq': it is no folder; move it away",
        "problem session.json: cannot read 'session.json': not a directory; move what is there away",
      ])
    #expect(outcome.code == 65)
  }

  @Test func programsThatAreNotThereAreNoted() async throws {
    let outcome = try await paperq("doctor", variables: ["VISUAL": "no-such-editor -w"])
    #expect(
      outcome.lines.contains(
        #"{"check":"editor","verdict":"note","message":"there is no program 'no-such-editor'; "#
          + #"set VISUAL to your editor"}"#))
    #expect(outcome.code == 0)
  }

  @Test func aNewerLibraryIsNotTouched() async throws {
    try paperq.home.write(#"{"format": 2}"#, to: library + "/library.json")
    let outcome = try await paperq("doctor", "--repair")
    #expect(
      outcome
        == .init(
          errors:
            "paperq: cannot save to library '\(paperq.home.path)/\(library)': its format 2 is "
            + "newer than this paperq; update paperq\n", code: 74))
    #expect(try paperq.home.read(library + "/library.json") == #"{"format": 2}"#)
  }

  @Test func arXivIsAskedOnlyOnRequest() async throws {
    try paperq.configure(
      #"""
      {"arxiv": {"api": "http://127.0.0.1:1/api/query", "feeds": "http://127.0.0.1:1",
        "site": "http://127.0.0.1:1", "secondsBetweenRequests": 0}}
      """#)
    #expect(try await paperq("doctor").code == 0)
    let asked = try await paperq("doctor", "--network")
    #expect(asked.code == 65)
    #expect(asked.lines.last?.hasPrefix(#"{"check":"arxiv","verdict":"problem""#) == true)
  }
}
