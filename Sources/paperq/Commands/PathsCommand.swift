import ArgumentParser
import JSONText
import Papers
import TerminalGrid

/// `paperq paths`: where things are.
struct PathsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "paths", abstract: "Show where the configuration, the library and the rest are.")

  @OptionGroup var options: GlobalOptions

  func run(in session: Session) throws {
    let paths = [
      ("config", session.paths.configuration), ("library", session.paths.library),
      ("pdf", pdfFolder(session)), ("state", session.paths.state),
      ("log", LogFile(stateFolder: session.paths.state).path),
    ]
    guard session.console.showsTables else {
      return try session.console.print(
        .object(JSONObject(members: paths.map { .init(key: $0.0, value: .string($0.1)) })))
    }
    for (name, path) in paths {
      try session.console.print(name.padded(toColumns: 9) + path.onOneLine)
    }
  }

  /// A broken configuration is a reason to ask where it is, so it does not stop this command.
  private func pdfFolder(_ session: Session) -> String {
    do {
      return try session.settings().pdfFolder
    } catch {
      for message in error.messages { session.console.say(message) }
      return session.paths.pdf
    }
  }
}
