import JSONText

/// The keys of the configuration as the screen understands them.
enum KeyBindings {
  /// What is wrong with the keys, and the path of the key at fault; nil when nothing is.
  static func problem(
    preset: JSONValue, bind: JSONValue
  ) -> (key: String, message: String)? {
    nil
  }
}
