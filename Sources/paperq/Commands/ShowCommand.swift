import ArgumentParser
import Papers

/// `paperq show`: papers with their notes.
struct ShowCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show papers with their notes.")

  @OptionGroup var options: GlobalOptions

  @Argument(help: "Papers, by identifier or URL.")
  var id: [String]

  func run(in session: Session) throws {
    let library = try session.openLibrary()
    let printer = PaperPrinter(
      console: session.console, site: library.workspace.settings.site)
    for (index, id) in try library.ids(named: id).enumerated() {
      guard let item = library.item(id) else { continue }
      if index > 0, session.console.showsTables { try session.console.print("") }
      try printer.show(item)
    }
  }
}

/// `paperq next`: the paper to read next, which is the first of the queue.
struct NextCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "next", abstract: "Show the paper to read next.")

  @OptionGroup var options: GlobalOptions

  func run(in session: Session) throws {
    let library = try session.openLibrary()
    let queue = library.ids(
      matching: try session.query(["is:queued OR is:reading"]), sortedBy: SortOrder(.rank))
    guard let item = queue.first.flatMap(library.item) else {
      throw CommandFailure(.nothing, "the queue is empty; 'paperq add ID' fills it")
    }
    try PaperPrinter(console: session.console, site: library.workspace.settings.site)
      .show(item)
  }
}
