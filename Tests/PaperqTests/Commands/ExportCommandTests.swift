import Foundation
import Papers
import Testing

struct ExportCommandTests {
  private let paperq: BuiltProgram

  init() throws {
    paperq = try BuiltProgram()
    try paperq.stock(Paper.three())
  }

  @Test func standardOutputIsTheUsualPlace() async throws {
    let outcome = try await paperq("export", "--format", "jsonl", "cat:cs.LG")
    #expect(try await paperq("list", "cat:cs.LG") == outcome)
    let bibtex = try await paperq("export", "--format", "bibtex", "--output", "-")
    #expect(bibtex.lines.filter { $0.hasPrefix("@") }.count == 3)
  }

  @Test func aFolderGetsAFileForEachPaperAndTheSameBytesTwice() async throws {
    _ = try await paperq("note", "1706.03762", "Mine.")
    #expect(try await paperq("export", "--output", "out/") == .init())
    let names = try FileManager.default.contentsOfDirectory(atPath: paperq.home.path + "/out")
    #expect(
      names.sorted() == [
        "1512.03385 Deep Residual Learning.md", "1706.03762 Attention Is All You Need.md",
        "hep-th_9711200 The Large N Limit.md",
      ])
    let text = try paperq.home.read("out/1706.03762 Attention Is All You Need.md")
    #expect(text.contains("\nMine.\n"))
    #expect(try await paperq("export", "--output", "out") == .init())
    #expect(try paperq.home.read("out/1706.03762 Attention Is All You Need.md") == text)
  }

  @Test func aFileThatOthersMayReadStaysSo() async throws {
    #expect(try await paperq("export", "--output", "out/") == .init())
    let file = paperq.home.path + "/out/1706.03762 Attention Is All You Need.md"
    func mode() throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    }
    #expect(try mode() == 0o600)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    _ = try await paperq("note", "1706.03762", "Mine.")
    #expect(try await paperq("export", "--output", "out/") == .init())
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains("\nMine.\n"))
    #expect(try mode() == 0o644)
  }

  @Test func aFileWithoutMarkersIsLeftAloneWithAMessage() async throws {
    let name = "out/1512.03385 Deep Residual Learning.md"
    try paperq.home.write("My own text.\n", to: name)
    let outcome = try await paperq("export", "--output", "out/")
    #expect(outcome.code == 65)
    #expect(
      outcome.errors.hasPrefix("paperq: cannot update '1512.03385 Deep Residual Learning.md'"))
    #expect(try paperq.home.read(name) == "My own text.\n")
    #expect(paperq.home.exists("out/1706.03762 Attention Is All You Need.md"))
  }

  @Test func theFolderOfTheConfigurationTakesMarkdown() async throws {
    try paperq.configure(#"{"export": {"directory": "~/notes/papers"}}"#)
    #expect(try await paperq("export", "cat:cs.CV") == .init())
    #expect(paperq.home.exists("notes/papers/1512.03385 Deep Residual Learning.md"))
  }

  @Test(arguments: ["bibtex", "ris", "csl-json", "csv", "jsonl", "org"])
  func aFileHoldsWhatStandardOutputHasAndIsLeftAloneWhileThatIsSo(format: String) async throws {
    let text = try await paperq("export", "--format", format).output
    #expect(try await paperq("export", "--format", format, "--output", "out/all.x") == .init())
    #expect(try paperq.home.read("out/all.x") == text)
    let file = paperq.home.path + "/out/all.x"
    func node() throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int
    }
    let before = try node()
    #expect(try await paperq("export", "--format", format, "--output", "out/all.x") == .init())
    #expect(try node() == before)
    _ = try await paperq("export", "--format", format, "--output", "out/all.x", "cat:cs.LG")
    #expect(
      try await paperq("export", "--format", format, "cat:cs.LG").output
        == paperq.home.read("out/all.x"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: paperq.home.path + "/out") == ["all.x"])
  }

  @Test func aReaderWhoLeavesEndsTheExportQuietly() async throws {
    let papers = (1...200).compactMap { number in
      ArXivID("2401.\(10_000 + number)").map { id in
        Paper(
          id: id, title: "Paper \(number)", abstract: String(repeating: "word ", count: 400),
          published: Timestamp(milliseconds: 1_700_000_000_000))
      }
    }
    try paperq.stock(papers)
    for format in ["ris", "csv", "org"] {
      let outcome = try await paperq.throughShell(
        "export --format \(format) 2>errors | head -c 2 >first; cat errors")
      #expect(outcome == .init())
    }
  }

  @Test func nothingToExportIsSaid() async throws {
    #expect(
      try await paperq("export", "ti:nowhere", "--output", "out/")
        == .init(errors: "paperq: no paper matches\n", code: 1))
    #expect(!paperq.home.exists("out"))
    #expect(try await paperq("export", "--format", "docx").code == 64)
  }
}
