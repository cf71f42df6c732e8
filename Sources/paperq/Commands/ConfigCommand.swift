import ArgumentParser
import Glibc
import JSONText
import Papers

/// `paperq config check|show|example`.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Check or show the configuration.",
    subcommands: [Check.self, Show.self, Example.self])

  struct Check: Subcommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Say whether the configuration can be used.")

    @OptionGroup var options: GlobalOptions

    func run(in session: Session) throws {
      _ = try session.settings().markdownTemplate()
      let file = session.paths.configuration.onOneLine
      guard session.console.showsTables else {
        return try session.console.print(
          .object(["config": .string(file), "valid": .bool(true)]))
      }
      let isThere = access(session.paths.configuration, F_OK) == 0
      try session.console.print(
        isThere ? "\(file): no fault found" : "\(file): there is no such file; the defaults hold")
    }
  }

  struct Show: Subcommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Print what holds, defaults included.")

    @OptionGroup var options: GlobalOptions

    func run(in session: Session) throws {
      let effective = try session.settings().configuration.effective
      guard session.console.showsTables else { return try session.console.print(effective) }
      try session.console.write(Array((effective.indented() + "\n").utf8))
    }
  }

  struct Example: Subcommand {
    static let configuration = CommandConfiguration(
      commandName: "example",
      abstract: "Print a configuration with every key, its default and what it is for.")

    @OptionGroup var options: GlobalOptions

    func run(in session: Session) throws {
      try session.console.write(Array(ConfigurationExample.text.utf8))
    }
  }
}
