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

    func run(in context: CommandContext) throws {
      _ = try context.settings().markdownTemplate()
      let file = context.paths.configuration.onOneLine
      guard context.console.showsTables else {
        return try context.console.print(
          .object(["config": .string(file), "valid": .bool(true)]))
      }
      let isThere = access(context.paths.configuration, F_OK) == 0
      try context.console.print(
        isThere ? "\(file): no fault found" : "\(file): there is no such file; the defaults hold")
    }
  }

  struct Show: Subcommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Print what holds, defaults included.")

    @OptionGroup var options: GlobalOptions

    func run(in context: CommandContext) throws {
      let effective = try context.settings().configuration.effective
      guard context.console.showsTables else { return try context.console.print(effective) }
      try context.console.write(Array((effective.indented() + "\n").utf8))
    }
  }

  struct Example: Subcommand {
    static let configuration = CommandConfiguration(
      commandName: "example",
      abstract: "Print a configuration with every key, its default and what it is for.")

    @OptionGroup var options: GlobalOptions

    func run(in context: CommandContext) throws {
      try context.console.write(Array(ConfigurationExample.text.utf8))
    }
  }
}
