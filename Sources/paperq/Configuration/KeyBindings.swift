import JSONText
import QueueUI

/// The keys of the configuration as the screen understands them.
enum KeyBindings {
  /// All that is wrong with the keys. Both values are of the types that the table of keys says.
  static func faults(preset: JSONValue, bind: JSONValue) -> [ConfigurationFault] {
    KeyMap.faults(preset: preset.string ?? "", bindings: bind.definitions).map {
      ConfigurationFault(key: $0.path, problem: "cannot be used: \($0.message)")
    }
  }
}
