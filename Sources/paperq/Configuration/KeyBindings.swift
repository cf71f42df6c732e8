import JSONText
import QueueUI

/// The keys of the configuration as the screen understands them.
enum KeyBindings {
  /// What is wrong with the keys, and the path of the key at fault; nil when nothing is.
  ///
  /// Both values are of the types that the table of keys says.
  static func problem(
    preset: JSONValue, bind: JSONValue
  ) -> (key: String, message: String)? {
    do throws(KeyMapError) {
      _ = try KeyMap(
        preset: preset.string ?? "",
        bindings: bind.dictionary.mapValues { $0.dictionary.compactMapValues(\.string) })
      return nil
    } catch {
      return (error.path, "cannot be used: \(error.message)")
    }
  }
}
