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
    if let path = twice(in: bind) { return (path, "stands there twice") }
    do throws(KeyMapError) {
      _ = try KeyMap(
        preset: preset.string ?? "",
        bindings: bind.dictionary.mapValues { $0.dictionary.compactMapValues(\.string) })
      return nil
    } catch {
      return (error.path, "cannot be used: \(error.message)")
    }
  }

  /// The path of a context or key that stands there twice, of which only one would be seen.
  private static func twice(in bind: JSONValue) -> String? {
    func repeated(in value: JSONValue) -> String? {
      var seen: Set<String> = []
      return value.object?.members.first { !seen.insert($0.key).inserted }?.key
    }
    if let context = repeated(in: bind) { return "keys.bind.\(context)" }
    return bind.object?.members.lazy.compactMap { member in
      repeated(in: member.value).map { "keys.bind.\(member.key).\($0)" }
    }.first
  }
}
