import ArgumentParser

/// What a command works with.
struct Session {
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
}
