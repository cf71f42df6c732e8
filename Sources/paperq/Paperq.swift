import ArgumentParser

/// The command `paperq`; without a subcommand it opens the screen.
struct Paperq: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "paperq",
    abstract: "A reading queue for arXiv papers.",
    discussion: "Without a subcommand, the screen opens.",
    version: "paperq 1.0",
    subcommands: [
      FetchCommand.self, ListCommand.self, ShowCommand.self, NextCommand.self, AddCommand.self,
      MarkCommand.self, StarCommand.self, UnstarCommand.self, TagCommand.self, NoteCommand.self,
      OpenCommand.self, SearchCommand.self, ExportCommand.self, ImportCommand.self,
      SourcesCommand.self, SyncCommand.self, StatsCommand.self, LogCommand.self, UndoCommand.self,
      RedoCommand.self, PathsCommand.self, ConfigCommand.self, DoctorCommand.self,
      DemoCommand.self,
    ])

  /// The names of the commands, in the order of the help.
  static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) throws {
    try TerminalSession.run(settings: try context.settings())
  }
}
