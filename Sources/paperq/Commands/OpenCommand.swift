import ArgumentParser
import Papers

/// `paperq open`: a paper's page, its PDF or one of its links in the browser.
struct OpenCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open a paper's page, or one of its links, in the browser.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Open the PDF.")
  var pdf = false

  @Flag(help: "Open the paper as HTML.")
  var html = false

  @Flag(help: "Open the source.")
  var source = false

  @Option(help: "Open a link of its text or notes, by the number that 'show' gives.")
  var link: Int?

  @Argument(help: "The paper, by identifier or URL.")
  var id: String

  func validate() throws {
    guard [pdf, html, source, link != nil].filter({ $0 }).count <= 1 else {
      throw ValidationError("give one of --pdf, --html, --source and --link")
    }
  }

  func run(in session: Session) throws {
    let library = try session.openLibrary()
    guard let id = try library.ids(named: [id]).first else { return }
    let settings = library.workspace.settings
    let page: ArXivSite.Page = pdf ? .pdf : html ? .html : source ? .source : .abstract
    let address =
      try link.map { try linkAddress($0, of: id, in: library) }
      ?? settings.site.address(of: id, page: page)
    try Browser(settings: settings).open(address, inForeground: true)
    guard link == nil, let version = library.library.paper(id)?.version,
      version > library.library.reading(id).seenVersion ?? 0
    else { return }
    try library.commit("open-browser", [.init(id, .seenVersion(version))], isUndoable: false)
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
}
