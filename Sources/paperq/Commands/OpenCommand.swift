import ArgumentParser
import Foundation
import Papers

/// `paperq open`: a paper's page or PDF in the browser.
struct OpenCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open a paper's page in the browser.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Open the PDF.")
  var pdf = false

  @Argument(help: "The paper, by identifier or URL.")
  var id: String

  func run(in session: Session) throws {
    let library = try session.openLibrary()
    guard let id = try library.ids(named: [id]).first else { return }
    let settings = library.workspace.settings
    var site = settings.configuration.arxiv.site.absoluteString
    while site.hasSuffix("/") { site.removeLast() }
    try Browser(settings: settings).open("\(site)/\(pdf ? "pdf" : "abs")/\(id)", inForeground: true)
    if let version = library.library.paper(id)?.version, version > seenVersion(id, library) {
      try library.commit("open-browser", [.init(id, .seenVersion(version))], isUndoable: false)
    }
  }

  private func seenVersion(_ id: ArXivID, _ library: OpenLibrary) -> Int {
    library.library.reading(id).seenVersion ?? 0
  }
}
