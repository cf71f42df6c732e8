import Foundation
import LoopbackArXiv
import Papers
import Testing

/// `paperq open --pdf`, with an arXiv on the loopback interface and a viewer that writes down what
/// it is given.
struct OpenPDFTests {
  private let paperq: BuiltProgram
  private let arXiv: LoopbackArXiv
  private let name = "2017 Vaswani - Attention Is All You Need [1706.03762v7].pdf"
  private let folder = ".cache/paperq/pdf/"

  init() throws {
    paperq = try BuiltProgram()
    arXiv = LoopbackArXiv(papers: try Paper.three())
    arXiv.pdfs.minimumBytes = 200_000
    try arXiv.start()
    try paperq.home.write("#!/bin/sh\nprintf '%s\\n' \"$@\" >>~/viewed\n", to: "viewer")
    #expect(chmod(paperq.home.path + "/viewer", 0o755) == 0)
    try configure()
    try paperq.stock(try Paper.three())
  }

  private func configure(_ pdf: String = "") throws {
    let viewer = paperq.home.path + "/viewer"
    try paperq.configure(
      #"""
      {"arxiv": {"api": "\#(arXiv.api)", "feeds": "\#(arXiv.site)", "site": "\#(arXiv.site)",
                 "secondsBetweenRequests": 0},
       "pdf": {"open": ["\#(viewer)", "--page=1", "{file}"]\#(pdf)}}
      """#)
  }

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: paperq.home.path + "/" + folder).sorted()
  }

  private var viewed: [String] {
    get throws { try paperq.home.read("viewed").split(separator: "\n").map(String.init) }
  }

  @Test func aPDFIsDownloadedNamedAndShown() async throws {
    let outcome = try await paperq("open", "--pdf", "1706.03762")
    #expect(outcome.code == 0 && outcome.output == "")
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.first == "paperq: 1706.03762v7: 0 of 200 kB")
    #expect(lines.last == "paperq: 1706.03762v7: 200 of 200 kB")
    #expect(lines.count <= 5)
    #expect(try names(in: folder) == [name])
    #expect(try viewed == ["--page=1", "\(paperq.home.path)/\(folder)\(name)"])
    #expect(try paperq.home.read(folder + name).hasPrefix("%PDF-1.4\n"))
    #expect(try paperq.reading("1706.03762").seenVersion == 7)

    #expect(try await paperq("open", "--pdf", "1706.03762") == .init())
    #expect(arXiv.requests.count == 1)
    #expect(try viewed.count == 4)
  }

  @Test func ofAPaperThatArXivHasYetToDescribeThePresentVersionIsOpened() async throws {
    let id = try #require(ArXivID("hep-th/9711200"))
    var paper = try #require(try Paper.three().first { $0.id == id })
    paper.version = 3
    let arXiv = LoopbackArXiv(papers: [paper])
    try arXiv.start()
    let fresh = try BuiltProgram()
    try fresh.configure(
      #"""
      {"arxiv": {"api": "\#(arXiv.api)", "feeds": "\#(arXiv.site)", "site": "\#(arXiv.site)",
                 "secondsBetweenRequests": 0}}
      """#)
    #expect(try await fresh("import", "--offline", "-", input: "hep-th/9711200").code == 0)
    let outcome = try await fresh("open", "--pdf", "--no-view", "hep-th/9711200")
    #expect(outcome.output.hasPrefix(#"{"id":"hep-th/9711200","version":3,"#), "\(outcome)")
    #expect(arXiv.requests.map(\.path) == ["/api/query", "/pdf/hep-th/9711200v3"])
  }

  @Test func onATerminalThereIsABarThatGoes() async throws {
    let lines = try await paperq.onTerminal("open --pdf 1706.03762")
    #expect(lines.joined().contains("━━━━━━━━━━━━━━━━━━━━━━━━ 200 of 200 kB  1706.03762v7"))
    #expect(lines.joined().hasSuffix("\u{1B}[K"))
  }

  @Test func theFolderOfTheConfigurationIsTheUsers() async throws {
    try configure(#", "directory": "~/papers""#)
    let outcome = try await paperq("open", "--pdf", "--no-view", "hep-th/9711200v1")
    #expect(
      outcome.output
        == #"{"id":"hep-th/9711200","version":1,"file":"\#(paperq.home.path)/papers/"#
        + "1997 Maldacena - The Large N Limit [hep-th_9711200v1].pdf\"}\n")
    #expect(
      try names(in: "papers") == ["1997 Maldacena - The Large N Limit [hep-th_9711200v1].pdf"])
    #expect(!paperq.home.exists("viewed"))
    #expect(try paperq.reading("hep-th/9711200").seenVersion == nil)
  }

  @Test func aFileOfTheUsersNamingIsFoundByItsVersion() async throws {
    try paperq.home.write("%PDF-", to: folder + "transformers [1706.03762v7].pdf")
    #expect(try await paperq("open", "--pdf", "1706.03762").code == 0)
    #expect(try viewed.last?.hasSuffix("/transformers [1706.03762v7].pdf") == true)
    #expect(arXiv.requests.isEmpty)
  }

  @Test func anEarlierVersionIsShownWithAWordWhenArXivIsOutOfReach() async throws {
    try paperq.home.write("%PDF-", to: folder + "old [1706.03762v6].pdf")
    try paperq.home.write("%PDF-", to: folder + "older [1706.03762v2].pdf")
    #expect(try await paperq("open", "--pdf", "1706.03762").code == 0)
    #expect(try viewed.last?.hasSuffix(name) == true)
    try FileManager.default.removeItem(atPath: paperq.home.path + "/" + folder + name)
    arXiv.stop()
    let outcome = try await paperq("open", "--pdf", "1706.03762")
    #expect(
      outcome
        == .init(
          errors: "paperq: this is 1706.03762v6, for 1706.03762v7 did not come: "
            + "cannot reach '127.0.0.1': connection refused\n"))
    #expect(try viewed.last?.hasSuffix("/old [1706.03762v6].pdf") == true)
    #expect(try await paperq("open", "--pdf", "1706.03762v7").code == 69)
  }

  @Test(arguments: [
    (LoopbackFault.status(503), Int32(69)), (.reset, 69), (.status(429, retryAfter: "600"), 75),
    (.status(429), 75), (.status(403), 76), (.status(404), 76), (.html, 76),
    (.cutBody(afterBytes: 0), 76), (.redirect(status: 302, to: "http://example.org/"), 76),
  ])
  func lastingFaultsHaveTheirExitCode(fault: LoopbackFault, code: Int32) async throws {
    arXiv.answerAll(with: fault)
    let outcome = try await paperq("open", "--pdf", "1706.03762")
    #expect(outcome.code == code && outcome.output == "")
    #expect(try names(in: folder) == [])
    #expect(!paperq.home.exists("viewed"))
  }

  @Test func aFullDiskOrAForeignFileInTheWayIsADiskError() async throws {
    try paperq.home.write("mine", to: ".cache/paperq/pdf")
    let outcome = try await paperq("open", "--pdf", "1706.03762")
    #expect(outcome.code == 74)
    #expect(outcome.errors.hasPrefix("paperq: cannot save '\(paperq.home.path)/.cache/paperq/pdf"))
    #expect(try paperq.home.read(".cache/paperq/pdf") == "mine")
  }

  @Test func aViewerThatCannotBeStartedIsNamed() async throws {
    try paperq.configure(
      #"""
      {"arxiv": {"api": "\#(arXiv.api)", "feeds": "\#(arXiv.site)", "site": "\#(arXiv.site)",
                 "secondsBetweenRequests": 0}, "pdf": {"open": ["no-such-viewer", "{file}"]}}
      """#)
    let outcome = try await paperq("open", "--pdf", "1706.03762")
    #expect(outcome.code == 78)
    #expect(
      outcome.errors.hasSuffix(
        "paperq: cannot show the PDF of '1706.03762v7': cannot run 'no-such-viewer': "
          + "no such file or directory; set 'pdf.open' in the config\n"))
  }

  /// A download in the background of a shell, and a line that runs once something came of it.
  private func untilItCame(_ line: String) -> String {
    "open --pdf 1706.03762 & until [ -s ~/\(folder)1706.03762v7.pdf.part ]; do sleep 0.05; done; "
      + line
  }

  @Test func aKilledDownloadIsGoneOnWith() async throws {
    arXiv.answerAll(with: .stalledBody(afterBytes: 100_000))
    let outcome = try await paperq.throughShell(untilItCame("kill -KILL $!; wait $!; echo $?"))
    #expect(outcome.output == "137\n")
    #expect(
      try names(in: folder) == ["1706.03762v7.pdf.part", "1706.03762v7.pdf.part.origin"])
    arXiv.clearFaults()
    #expect(try await paperq("open", "--pdf", "1706.03762").code == 0)
    #expect(arXiv.requests.last?.headers["range"]?.hasPrefix("bytes=") == true)
    #expect(try names(in: folder) == [name])
    #expect(try paperq.home.read(folder + name).hasSuffix("%%EOF\n"))
  }

  @Test func anInterruptKeepsWhatCame() async throws {
    arXiv.answerAll(with: .stalledBody(afterBytes: 100_000))
    let outcome = try await paperq.throughShell(untilItCame("kill -INT $!; wait $!; echo $?"))
    #expect(outcome.output == "130\n")
    #expect(outcome.errors.hasSuffix("paperq: stopped; what came of the PDF is kept\n"))
    #expect(
      try names(in: folder) == ["1706.03762v7.pdf.part", "1706.03762v7.pdf.part.origin"])
  }

  @Test func withoutAViewerOnlyGoesWithAPDF() async throws {
    let outcome = try await paperq("open", "--no-view", "1706.03762")
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("'--no-view' goes with '--pdf'"))
  }
}
