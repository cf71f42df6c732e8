import ArXivFeed
import ArgumentParser
import Foundation
import JSONText
import Papers

/// `paperq open`: a paper's page or one of its links in the browser, or its PDF in the viewer.
struct OpenCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open a paper's page, one of its links, or its PDF.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Open the PDF; it is downloaded unless it is there.")
  var pdf = false

  @Flag(help: "Open the paper as HTML.")
  var html = false

  @Flag(help: "Open the source.")
  var source = false

  @Option(help: "Open a link of its text or notes, by the number that 'show' gives.")
  var link: Int?

  @Flag(help: "With '--pdf', only download it, and print where it is.")
  var noView = false

  @Argument(help: "The paper, by identifier or URL.")
  var id: String

  func validate() throws {
    guard [pdf, html, source, link != nil].filter({ $0 }).count <= 1 else {
      throw ValidationError("give one of --pdf, --html, --source and --link")
    }
    if noView, !pdf { throw ValidationError("'--no-view' goes with '--pdf'") }
  }

  func run(in context: CommandContext) async throws {
    let library = try context.openLibrary()
    guard let id = try library.ids(named: [id]).first, let paper = library.library.paper(id) else {
      return
    }
    guard pdf else {
      return try openInBrowser(paper, library)
    }
    let retrieved = try await retrievePDF(of: paper, library)
    guard !noView else { return try print(retrieved.file, on: context.console) }
    try PDFViewer(settings: library.workspace.settings).openInForeground(retrieved.file)
    try noteVersion(retrieved.file.reference.version ?? 0, of: id, library)
  }

  private func openInBrowser(_ paper: Paper, _ library: OpenLibrary) throws {
    let settings = library.workspace.settings
    let page: ArXivSite.Page = html ? .html : source ? .source : .abstract
    // A version that is named is meant, and may be an old one.
    let version = ArXivReference(id)?.version
    let address =
      try link.map { try linkAddress($0, of: paper.id, in: library) }
      ?? settings.site.address(of: ArXivReference(id: paper.id, version: version), page: page)
    try Browser(settings: settings).open(address, inForeground: true)
    if link == nil { try noteVersion(version ?? paper.knownVersion ?? 0, of: paper.id, library) }
  }

  private func linkAddress(
    _ number: Int, of id: ArXivID, in library: OpenLibrary
  ) throws -> WebAddress {
    let links = library.links(of: id)
    guard number > 0, number <= links.count else {
      let reason =
        links.isEmpty
        ? "it has no links" : "there are 1 to \(links.count); 'paperq show \(id)' lists them"
      throw CommandFailure(.nothing, "cannot open link \(number) of '\(id)': \(reason)")
    }
    return links[number - 1].address
  }

  /// The PDF of the version that the command line names, or of the library's.
  @MainActor
  private func retrievePDF(
    of paper: Paper, _ library: OpenLibrary
  ) async throws -> PDFRetrieval.Outcome {
    let console = library.console
    let version = ArXivReference(id)?.version
    let reference = ArXivReference(id: paper.id, version: version ?? paper.version)
    let line = ProgressLine(console: console, title: reference.description)
    let quarters = Quarters()
    let retrieval = PDFRetrieval(
      workspace: library.workspace,
      progress: { progress in
        if console.messagesAreSeen || quarters.isNew(progress.received, of: progress.expected) {
          line.show(progress)
        }
      },
      retry: { retry in
        line.clear()
        console.announce(retry)
      },
      wait: { console.say("another paperq downloads '\(reference)'; waiting for it") })
    do {
      let retrieved = try await Interruption.cancelling {
        try await retrieval.pdf(of: paper, version: version)
      }
      line.clear()
      if let remark = retrieved.remark { console.say(remark) }
      return retrieved
    } catch let error as FeedError {
      line.clear()
      var failure = CommandFailure(error)
      if error == .cancelled { failure.message = "stopped; what came of the PDF is kept" }
      throw failure
    }
  }

  private func print(_ file: PDFFolder.File, on console: Console) throws {
    guard !console.showsTables else { return try console.print(file.path.onOneLine) }
    try console.print(
      .object([
        "id": .string(file.reference.id.description),
        "version": .integer(file.reference.version ?? 0), "file": .string(file.path),
      ]))
  }

  /// Remembers that a version was opened, if none as new was before.
  private func noteVersion(_ version: Int, of id: ArXivID, _ library: OpenLibrary) throws {
    guard version > library.library.reading(id).seenVersion ?? 0 else { return }
    try library.commit(
      pdf ? .openPDF : .openBrowser, [.init(id, .seenVersion(version))], isUndoable: false)
  }
}
