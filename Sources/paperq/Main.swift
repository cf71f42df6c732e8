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
    // So is a file that may not grow any more; killed by it, we would leave a part of a file behind.
    signal(SIGXFSZ, SIG_IGN)
    URLSessionTransport.prepare()
    exit(await run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  /// Runs a command line and says on standard error what went wrong.
  private static func run(_ arguments: [String]) async -> ExitCode {
    do {
      var command = try Paperq.parseAsRoot(TagCommand.separatingTags(in: arguments))
      if var subcommand = command as? any Subcommand {
        let context = try CommandContext(options: subcommand.options)
        do {
          try await subcommand.run(in: context)
        } catch {
          context.log(error)
          throw error
        }
      } else {
        try command.run()
      }
      return .success
    } catch let failure as CommandFailure {
      if let message = failure.message { Console.say(message) }
      return failure.code
    } catch let error as ConfigurationError {
      for message in error.messages { Console.say(message) }
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
    let dashed = DashedWord(in: arguments)
    if code == .success, dashed == nil {
      print(Paperq.fullMessage(for: error))
      return code
    }
    let message = unknownCommand(in: arguments) ?? onOneLine(Paperq.message(for: error))
    // The parser's own guess is the better one.
    guard let dashed, !message.contains("Did you mean") else {
      Console.say(message)
      return code == .failure ? code : .usage
    }
    // Who wrote '-au:hill' asked for no help.
    Console.say(code == .success ? dashed.hint : "\(message); \(dashed.hint)")
    return .usage
  }

  /// What to say of a first word that names no command; nil when it names one.
  private static func unknownCommand(in arguments: [String]) -> String? {
    var rest = arguments[...]
    var commands = Paperq.configuration.subcommands
    while !commands.isEmpty, let word = rest.popFirst() {
      if word == "--config" || word == "--library" { rest = rest.dropFirst() }
      if word.hasPrefix("-") { continue }
      if word == "help" { return nil }
      if let command = commands.first(where: { $0.configuration.commandName == word }) {
        commands = command.configuration.subcommands
        continue
      }
      let names = commands.compactMap { $0.configuration.commandName }
      let hint = word.suggestion(among: names, otherwise: "'paperq help' lists them")
      return "there is no command '\(word)'; \(hint)"
    }
    return nil
  }

  /// A message of the parser's; the values that it lists below each other become one list.
  private static func onOneLine(_ message: String) -> String {
    let lines = message.split(separator: "\n").map(String.init)
    let values = lines.filter { $0.hasPrefix("  - ") }.map { "'\($0.dropFirst(4))'" }
    guard let last = values.last else { return message }
    let sentence = lines[0].replacing(" the following:", with: "")
    return "\(sentence) \(values.dropLast().joined(separator: ", ")) or \(last)."
  }
}
