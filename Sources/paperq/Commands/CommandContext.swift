import ArgumentParser
import LibraryStore
import Papers

/// What a command works with.
struct CommandContext {
  let environment: Environment
  let paths: Paths
  let console: Console

  init(options: GlobalOptions, environment: Environment = .current) throws(ConfigurationError) {
    self.environment = environment
    paths = try Paths(environment: environment, config: options.config, library: options.library)
    console = Console(json: options.json)
  }

  /// Reads the configuration; commands that do without it also work while it is broken.
  func settings() throws(ConfigurationError) -> Settings {
    Settings(environment: environment, paths: paths, configuration: try Configuration(at: paths))
  }

  /// Opens the library, and says what was found wrong with it.
  func openLibrary() throws -> OpenLibrary {
    let workspace = Workspace(try settings())
    let store = workspace.makeStore { [console] holder in
      console.remark("waiting for \(holder), which is saving")
    }
    let opening = try workspace.open(store)
    for warning in opening.warnings { console.say(warning) }
    return OpenLibrary(workspace: workspace, store: store, console: console)
  }

  /// What went wrong, and what fetches brought.
  var log: LogFile { LogFile(stateFolder: paths.state) }

  /// Writes down why a command failed, unless it is the command line that was wrong.
  func log(_ error: any Error) {
    switch error {
    case let failure as CommandFailure:
      guard let message = failure.message,
        ![.success, .nothing, .usage, .interrupted].contains(failure.code)
      else { return }
      log.write(message, isError: true)
    case let error as StoreError: log.write(error.message, isError: true)
    default: break
    }
  }

  /// Reads a query of the command line; no words ask for every paper.
  func query(_ words: [String]) throws(CommandFailure) -> Query {
    do {
      return try Query(parsing: words.joined(separator: " "))
    } catch {
      throw CommandFailure(
        .usage, "cannot read the query, column \(error.column): \(error.message)")
    }
  }
}
