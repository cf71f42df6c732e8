import JSONText
import QueueUI

/// The themes of the configuration as the screen understands them.
enum ThemeDefinitions {
  /// What is wrong with them, and the path of the key at fault; nil when nothing is.
  ///
  /// Both values are of the types that the table of keys says.
  static func problem(theme: JSONValue, themes: JSONValue) -> (key: String, message: String)? {
    do throws(ThemeError) {
      _ = try Theme(named: theme.string ?? "", definitions: themes.definitions, colors: 256)
      return nil
    } catch {
      return (error.path, error.message)
    }
  }
}

extension JSONValue {
  /// The texts of the objects in an object.
  var definitions: [String: [String: String]] {
    dictionary.mapValues { $0.dictionary.compactMapValues(\.string) }
  }
}
