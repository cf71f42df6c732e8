import ArgumentParser
import PaperExport
import Papers

/// `paperq list`: papers of the library.
struct ListCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List papers of the library.")

  @OptionGroup var options: GlobalOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The order; '-' in front turns it round.", valueName: "key"))
  var sort: SortOrder = .newest

  @Option(help: ArgumentHelp("List at most this many papers.", valueName: "number"))
  var limit: Int?

  @Argument(help: "Which papers; words that begin with '-' come after '--'.")
  var query: [String] = []

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("'--limit' takes a number from 0") }
  }

  func run(in context: CommandContext) throws {
    let query = try context.query(query)
    let library = try context.openLibrary()
    let ids = library.ids(matching: query, sortedBy: sort)
    guard !ids.isEmpty else {
      context.console.remark("no paper matches")
      throw CommandFailure(.nothing)
    }
    let items = ids.prefix(limit ?? ids.count).lazy.compactMap(library.item)
    try PaperPrinter(console: context.console).list(items)
  }
}

extension SortOrder: ExpressibleByArgument {
  public static var allValueStrings: [String] {
    Key.allCases.map(\.rawValue)
  }

  public init?(argument: String) {
    self.init(argument)
  }
}
