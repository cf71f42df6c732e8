import Foundation

/// Where things are (SPEC.md 2), all of them absolute. Nothing is made by looking at them.
struct Paths: Equatable, Sendable {
  var configuration: String
  /// Whether the user named the configuration file, so that it must be there.
  var isConfigurationNamed: Bool
  var library: String
  var pdf: String
  /// The log, the history of commands, the last view and the name of this device.
  var state: String

  /// Resolves the folders of the XDG specification, which `config` and `library` (from the command
  /// line) and `PAPERQ_CONFIG` and `PAPERQ_LIBRARY` override in this order.
  ///
  /// Relative overrides are taken from `workingFolder`. Without `HOME`, what would lie in it is an
  /// error.
  init(
    environment: Environment, config: String? = nil, library: String? = nil,
    workingFolder: String = FileManager.default.currentDirectoryPath
  ) throws(ConfigurationError) {
    func folder(_ variable: String, _ standard: String) throws(ConfigurationError) -> String {
      if let folder = environment.folder(variable) { return folder + "/paperq" }
      guard let home = environment.folder("HOME") else {
        throw ConfigurationError("cannot find your folders: 'HOME' is not set to an absolute path")
      }
      return "\(home)/\(standard)/paperq"
    }
    func absolute(_ path: String) -> String {
      let path = environment.expanding(path)
      return path.hasPrefix("/") ? path : "\(workingFolder)/\(path)"
    }
    let namedConfiguration = config ?? environment["PAPERQ_CONFIG"]
    let namedLibrary = library ?? environment["PAPERQ_LIBRARY"]
    isConfigurationNamed = namedConfiguration != nil
    if let namedConfiguration {
      configuration = absolute(namedConfiguration)
    } else {
      configuration = try folder("XDG_CONFIG_HOME", ".config") + "/config.json"
    }
    if let namedLibrary {
      self.library = absolute(namedLibrary)
    } else {
      self.library = try folder("XDG_DATA_HOME", ".local/share")
    }
    pdf = try folder("XDG_CACHE_HOME", ".cache") + "/pdf"
    state = try folder("XDG_STATE_HOME", ".local/state")
  }
}
