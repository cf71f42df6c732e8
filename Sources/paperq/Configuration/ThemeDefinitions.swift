import JSONText
import QueueUI

/// The themes of the configuration as the screen understands them.
enum ThemeDefinitions {
  /// All that is wrong with them. Both values are of the types that the table of keys says.
  static func faults(theme: JSONValue, themes: JSONValue) -> [ConfigurationFault] {
    Theme.faults(named: theme.string ?? "", definitions: themes.definitions).map {
      ConfigurationFault(key: $0.path, problem: $0.message)
    }
  }
}

extension JSONValue {
  /// The texts of the objects in an object.
  var definitions: [String: [String: String]] {
    dictionary.mapValues { $0.dictionary.compactMapValues(\.string) }
  }
}
