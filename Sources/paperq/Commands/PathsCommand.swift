import ArgumentParser
import JSONText
import Papers
import TerminalGrid

/// `paperq paths`: where things are.
struct PathsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "paths", abstract: "Show where the configuration, the library and the rest are.")

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) throws {
    let paths = [
      ("config", context.paths.configuration), ("library", context.paths.library),
      ("pdf", pdfFolder(context)), ("state", context.paths.state),
      ("log", LogFile(stateFolder: context.paths.state).path),
    ]
    guard context.console.showsTables else {
      return try context.console.print(
        .object(JSONObject(members: paths.map { .init(key: $0.0, value: .string($0.1)) })))
    }
    for (name, path) in paths {
      try context.console.print(name.padded(toColumns: 9) + path.onOneLine)
    }
  }

  /// A broken configuration is a reason to ask where it is, so it does not stop this command.
  private func pdfFolder(_ context: CommandContext) -> String {
    do {
      return try context.settings().pdfFolder
    } catch {
      for message in error.messages { context.console.say(message) }
      return context.paths.pdf
    }
  }
}
