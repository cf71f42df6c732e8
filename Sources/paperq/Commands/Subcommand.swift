import ArgumentParser

/// A command of paperq's.
///
/// Commands run on the main thread, where the screen must stay; the parser's own way of running them
/// would leave it.
protocol Subcommand: ParsableCommand {
  var options: GlobalOptions { get }

  @MainActor mutating func run(in context: CommandContext) async throws
}

extension Subcommand {
  func run() throws {
    preconditionFailure("a command of paperq's runs in a context")
  }
}
