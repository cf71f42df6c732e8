import Foundation
import LibraryStore
import PaperExport
import Papers
import QueueUI
import Testing

@testable import paperq

/// What the screen writes, file by file and byte by byte.
struct ExportJobTests {
  private let program: BuiltProgram
  private let library: Library

  init() throws {
    program = try BuiltProgram()
    library = Library(papers: try Paper.three())
  }

  private var home: TemporaryFolder { program.home }

  private var ids: [ArXivID] {
    library.ids(matching: .undismissed, sortedBy: .newest, now: Workspace.now)
  }

  /// Exports, and gives what the screen is told.
  private func export(_ request: ExportRequest, configuration: String = "{}") throws -> String {
    let environment = Environment(program.variables)
    let job = ExportJob(
      settings: Settings(
        environment: environment, paths: try Paths(environment: environment),
        configuration: try Configuration(reading: Array(configuration.utf8), file: "config.json")),
      shown: library, library: library, ids: ids, request: request)
    return switch job.run() {
    case .reported(let text, false): text
    case .reported(let text, true): "error: \(text)"
    case .exportWouldReplace(let file, _, _): "would replace \(file)"
    default: "?"
    }
  }

  private func bytes(as format: ExportFormat) -> String {
    let items = ids.compactMap { id in
      library.paper(id).map { ExportItem(paper: $0, reading: library.reading(id)) }
    }
    return String(decoding: ExportEncoder.text(of: items, as: format), as: UTF8.self)
  }

  @Test(arguments: ExportFormat.allCases)
  func eachFormatIsWrittenIntoAFileAsTheCommandWritesIt(format: ExportFormat) throws {
    let name = "all.\(format.fileExtension)"
    #expect(
      try export(ExportRequest(format: format, path: "~/\(name)"))
        == "exported 3 papers as \(format.rawValue) to ~/\(name)")
    #expect(try home.read(name) == bytes(as: format))
  }

  @Test(arguments: [
    ("~/refs.bib", ExportFormat.bibtex), ("~/table.CSV", .csv), ("~/items.json", .cslJSON),
    ("~/all.md", .digest), ("~/plain", .digest), ("~/notes.d/plain", .digest),
  ])
  func theNameOfAFileTellsItsFormat(place: String, format: ExportFormat) throws {
    try home.write("", to: "notes.d/other")
    let configuration = #"{"export": {"format": "digest"}}"#
    #expect(
      try export(ExportRequest(path: place), configuration: configuration)
        == "exported 3 papers as \(format.rawValue) to \(place)")
    #expect(try home.read(String(place.dropFirst(2))) == bytes(as: format))
  }

  @Test func aFolderGetsAFileForEachPaper() throws {
    #expect(
      try export(ExportRequest(format: .ris, path: "~/ris/")) == "exported 3 files to ~/ris/")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: home.path + "/ris").sorted() == [
        "1512.03385 Deep Residual Learning.ris", "1706.03762 Attention Is All You Need.ris",
        "hep-th_9711200 The Large N Limit.ris",
      ])
    // One that is there needs no '/'.
    #expect(try export(ExportRequest(format: .ris, path: "~/ris")) == "exported 3 files to ~/ris")
    #expect(try export(ExportRequest()) == "exported 3 files to ~/papers")
    #expect(home.exists("papers/1706.03762 Attention Is All You Need.md"))
  }

  @Test func aPlaceInTheWorkingFolderIsToldFromTheRoot() throws {
    let folder = FileManager.default.currentDirectoryPath
    let path = home.path + "/refs.bib"
    // However it is written, the working folder of the tests is not the home.
    let up = folder.split(separator: "/").map { _ in ".." }
    let place = (up + [String(path.dropFirst())]).joined(separator: "/")
    #expect(try export(ExportRequest(path: place)) == "exported 3 papers as bibtex to ~/refs.bib")
    #expect(try export(ExportRequest(path: place)) == "would replace ~/refs.bib")
    #expect(try home.read("refs.bib") == bytes(as: .bibtex))
  }

  @Test func aFileThatIsThereIsReplacedOnlyWhenThatWasAgreed() throws {
    try home.write("\\documentclass{article}\n", to: "refs.bib")
    var request = ExportRequest(format: .bibtex, path: "~/refs.bib")
    #expect(try export(request) == "would replace ~/refs.bib")
    #expect(try home.read("refs.bib") == "\\documentclass{article}\n")
    request.replaces = true
    #expect(try export(request) == "exported 3 papers as bibtex to ~/refs.bib")
    #expect(try home.read("refs.bib") == bytes(as: .bibtex))
  }

  @Test func handWrittenMarkdownIsKeptWhateverWasAgreed() throws {
    try home.write("My own text.\n", to: "all.md")
    let request = ExportRequest(format: .digest, path: "~/all.md", replaces: true)
    #expect(try export(request).hasPrefix("error: 1 left alone: cannot update"))
    #expect(try home.read("all.md") == "My own text.\n")
  }

  @Test func whatCannotBeWrittenIsAnErrorThatNamesIt() throws {
    try home.write("", to: "plain")
    let text = try export(ExportRequest(format: .csv, path: "~/plain/table.csv"))
    #expect(text.hasPrefix("error: cannot "))
    #expect(text.contains("'table.csv'"))
    #expect(try home.read("plain") == "")
  }

  @Test func theCommandTakesTheFormatFromTheNameToo() async throws {
    try program.stock(try Paper.three())
    #expect(try await program("export", "--output", "refs.bib") == .init())
    let bibtex = try await program("export", "--format", "bibtex")
    #expect(try home.read("refs.bib") == bibtex.output)
  }

  @Test func theScreenCompletesPathsAndExportsToThem() async throws {
    try program.stock(try Paper.three())
    try program.configure(#"{"refreshOnStart": false, "sources": []}"#)
    try home.write("", to: "writing/thesis/main.tex")
    let terminal = try TmuxScreen(program)
    try await terminal.wait(for: "1/")
    try terminal.type(":filter cat:cs.LG")
    try terminal.press("Enter")
    try terminal.type(":exp")
    try terminal.press("Tab")
    try terminal.type(" bib")
    try terminal.press("Tab")
    try terminal.type("~/wri")
    try terminal.press("Tab")
    try await terminal.wait(for: "~/writing/")
    try terminal.press("Tab")
    try await terminal.wait(for: "~/writing/thesis/")
    try terminal.type("refs.bib")
    try terminal.press("Enter")
    try await terminal.wait(for: "as bibtex to ~/writing/thesis/refs.bib")
    let written = try home.read("writing/thesis/refs.bib")
    #expect(written == (try await program("export", "--format", "bibtex", "cat:cs.LG")).output)
  }
}
