import ArgumentParser
import Papers

/// The papers that a command is about: those named, or those that a query finds.
struct PaperChoice: ParsableArguments {
  @Option(help: ArgumentHelp("All papers that a query finds.", valueName: "query"))
  var query: String?

  func validate(with names: [String]) throws {
    if names.isEmpty == (query == nil) {
      throw ValidationError("name papers, or choose them with '--query'")
    }
  }

  /// The papers; there is at least one.
  func ids(
    named names: [String], in library: OpenLibrary, _ context: CommandContext
  ) throws(CommandFailure) -> [ArXivID] {
    guard let query else { return try library.ids(named: names) }
    let ids = library.ids(matching: try context.query([query]))
    if ids.isEmpty { throw CommandFailure(.nothing, "no paper matches '\(query)'") }
    return ids
  }
}
