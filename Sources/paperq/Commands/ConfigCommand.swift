import ArgumentParser
import JSONText

/// `paperq config check|show|example`.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Check or show the configuration.",
    subcommands: [Check.self, Show.self, Example.self])

  struct Check: Subcommand {
    static let configuration = CommandConfiguration(
      abstract: "Say whether the configuration can be used.")

    @OptionGroup var options: GlobalOptions

    func run(in session: Session) throws {
      _ = try session.settings()
      let file = session.paths.configuration.onOneLine
      guard session.console.showsTables else {
        return try session.console.print(
          .object(["config": .string(file), "valid": .bool(true)]))
      }
      try session.console.print("\(file): no fault found")
    }
  }

  struct Show: Subcommand {
    static let configuration = CommandConfiguration(
      abstract: "Print what holds, defaults included.")

    @OptionGroup var options: GlobalOptions

    func run(in session: Session) throws {
      try session.console.print(try session.settings().configuration.effective)
    }
  }

  struct Example: Subcommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a configuration with every key, its default and what it is for.")

    @OptionGroup var options: GlobalOptions

    func run(in session: Session) throws {
      try session.console.write(Array(ConfigurationExample.text.utf8))
    }
  }
}
