import Foundation
import LoopbackArXiv
import PaperExport
import Papers
import Testing

/// A feed that means harm, from the wire to the disk, the terminal, exports and other programs.
struct HostileFeedCommandsTests {
  private let paperq: BuiltProgram
  private let arXiv: LoopbackArXiv

  /// Sequences as XML lets them through: CSI and OSC of C1, an override, an isolate, DEL, and more.
  private static let evil =
    "x\u{9B}31m\u{9D}0;owned\u{9C}\u{202E}\u{2066}\u{7F}\u{85}\u{2028}\u{FEFF}y"

  init() throws {
    paperq = try BuiltProgram()
    arXiv = LoopbackArXiv(papers: [])
    try arXiv.start()
    try paperq.configure(
      #"""
      {
        "arxiv": {"api": "\#(arXiv.api)", "feeds": "\#(arXiv.site)", "site": "\#(arXiv.site)",
                  "secondsBetweenRequests": 0},
        "sources": [{"name": "canon", "ids": ["2401.00001"]}],
        "browser": ["/bin/sh", "-c", "printf '%s\\n' \"$@\" > opened", "sh", "{url}"],
        "refreshOnStart": false
      }
      """#)
    try paperq.home.write(
      #"{"format": 1, "created": "2026-11-22T01:02:03Z"}"#,
      to: ".local/share/paperq/library.json")
    arXiv.serve(Array(Self.feed.utf8))
  }

  private static let feed = """
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"><entry>
    <id>http://arxiv.org/abs/2401.00001v1</id><title>../../\(evil) $(touch owned) `id` --help</title>
    <updated>2024-01-03T00:00:00Z</updated><published>2024-01-02T00:00:00Z</published>
    <summary>\(evil) &lt;script&gt;</summary><category term="cs.LG"/>
    <category term="cs.AI&#10;\(evil)"/><arxiv:comment>\(evil)</arxiv:comment>
    <arxiv:journal_ref>\(evil)</arxiv:journal_ref>
    <arxiv:doi>javascript:alert(1) --browser file:///etc/passwd</arxiv:doi>
    <author><name>\(evil)&#10;Evil</name></author><link href="javascript:alert(1)"/>
    </entry><entry><id>http://arxiv.org/abs/math/../../etc/passwd</id><title>x</title></entry></feed>
    """

  private func isClean(_ text: String) -> Bool {
    // Rows of CSV end in CR LF.
    !text.replacing("\r\n", with: "\n").unicodeScalars.contains { $0.isControl && $0 != "\n" }
  }

  /// All files of the home folder, with what is in them.
  private func files() throws -> [String: String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: paperq.home.path)
    var files: [String: String] = [:]
    // A folder cannot be read.
    for name in names { files[name] = try? paperq.home.read(name) }
    return files
  }

  @Test func nothingOfItDoesHarm() async throws {
    let fetched = try await paperq("fetch")
    #expect(fetched.code == 0 && isClean(fetched.output + fetched.errors))
    for words in [["list"], ["show", "2401.00001"], ["sources"]] {
      let outcome = try await paperq.run(words)
      #expect(outcome.code == 0 && isClean(outcome.output + outcome.errors), "\(words)")
    }
    for format in ExportFormat.allCases {
      let outcome = try await paperq("export", "--format", format.rawValue, "--output", "out/")
      #expect(outcome.code == 0, "\(format): \(outcome.errors)")
      let text = try await paperq("export", "--format", format.rawValue, "--output", "-").output
      #expect(text.contains("2401.00001") && isClean(text), "\(format)")
    }
    let files = try files()
    #expect(files.keys.allSatisfy(isClean))
    #expect(files.values.allSatisfy(isClean))
    #expect(files.keys.filter { $0.hasPrefix("out/") }.count >= ExportFormat.allCases.count)
    #expect(!files.keys.contains { $0.hasSuffix("owned") || $0.hasSuffix("passwd") })
  }

  @Test func otherProgramsGetAnAddressOfTheConfigurationAndNothingElse() async throws {
    _ = try await paperq("fetch")
    #expect(try await paperq("open", "2401.00001").code == 0)
    #expect(try paperq.home.read("opened") == "\(arXiv.site)/abs/2401.00001\n")
    #expect(try await paperq("open", "--html", "2401.00001").code == 0)
    #expect(try paperq.home.read("opened") == "\(arXiv.site)/html/2401.00001\n")
    // The server gives a feed where a PDF is due.
    let refused = try await paperq("open", "--pdf", "2401.00001")
    #expect(refused.code == 76 && isClean(refused.errors))
    #expect(try paperq.home.read("opened") == "\(arXiv.site)/html/2401.00001\n")
    for id in ["../../etc/passwd", "math/../..", "-e", "$(id)", "javascript:alert(1)"] {
      let outcome = try await paperq("open", "--", id)
      #expect([64, 65, 66].contains(outcome.code) && isClean(outcome.errors), "\(id)")
    }
  }

  @Test func onATerminalItIsText() async throws {
    _ = try await paperq("fetch")
    for words in ["list", "show 2401.00001"] {
      for line in try await paperq.onTerminal(words) { #expect(isClean(line), "\(words)") }
    }
    let terminal = try TmuxScreen(paperq)
    try terminal.press("6")
    let screen = try await terminal.wait(for: "../../x31m0;owned")
    #expect(isClean(screen))
    try terminal.press("Enter")
    #expect(isClean(try await terminal.wait(for: "Versions", "doi")))
    try terminal.press("Q")
    try await terminal.wait(for: "ended 0")
  }
}
