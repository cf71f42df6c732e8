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

extension Int {
  /// What was done with as many papers of `total`, and how the others were before: "starred 1 paper,
  /// 2 papers were starred already".
  func papers(of total: Int, were state: String, _ deed: (String) -> String) -> String {
    let rest = total - self
    let others = "\(rest.papers) \(rest == 1 ? "was" : "were") \(state)"
    if self == 0 { return others }
    return rest == 0 ? deed(papers) : "\(deed(papers)), \(others)"
  }
}
