import ArXivFeed
import ArgumentParser
import Glibc
import LibraryStore
import Papers

/// Where the program begins and ends.
@main @MainActor
enum Main {
  static func main() async {
    // A closed pipe or connection is an error of the write that meets it, not the end of paperq.
    signal(SIGPIPE, SIG_IGN)
    URLSessionTransport.prepare()
    exit(await run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  /// Runs a command line and says on standard error what went wrong.
  private static func run(_ arguments: [String]) async -> ExitCode {
    do {
      var command = try Paperq.parseAsRoot(TagCommand.separatingTags(in: arguments))
      if var subcommand = command as? any Subcommand {
        try await subcommand.run(in: Session(options: subcommand.options))
      } else {
        try command.run()
      }
      return .success
    } catch let failure as CommandFailure {
      if let message = failure.message { Console.say(message) }
      return failure.code
    } catch let error as ConfigurationError {
      Console.say(error.message)
      return .configuration
    } catch let error as StoreError {
      Console.say(error.message)
      return .disk
    } catch {
      return report(error, of: arguments)
    }
  }

  /// What the parser has to say: help goes to standard output, faults to standard error.
  private static func report(_ error: any Error, of arguments: [String]) -> ExitCode {
    let code = Paperq.exitCode(for: error)
    if code == .success {
      print(Paperq.fullMessage(for: error))
      return code
    }
    Console.say(unknownCommand(in: arguments) ?? Paperq.message(for: error))
    return code == .failure ? code : .usage
  }

  /// What to say of a first word that names no command; nil when it names one.
  private static func unknownCommand(in arguments: [String]) -> String? {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      if word == "--config" || word == "--library" { rest = rest.dropFirst() }
      if word.hasPrefix("-") { continue }
      let names = Paperq.configuration.subcommands.compactMap { $0.configuration.commandName }
      if names.contains(word) || word == "help" { return nil }
      let hint =
        word.nearest(in: names).map { "did you mean '\($0)'?" } ?? "'paperq help' lists them"
      return "there is no command '\(word)'; \(hint)"
    }
    return nil
  }
}
