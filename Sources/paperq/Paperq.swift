import ArgumentParser

/// The command `paperq`; without a subcommand it opens the screen.
struct Paperq: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "paperq",
    abstract: "A reading queue for arXiv papers.",
    discussion: "Without a subcommand, the screen opens.",
    version: "paperq 1.0",
    subcommands: [PathsCommand.self, ConfigCommand.self])

  @OptionGroup var options: GlobalOptions

  func run(in session: Session) throws {
    try TerminalSession.run(settings: try session.settings())
  }
}
