import Papers

/// A word of the command line that begins with `-`, names no option, and was probably meant as a part
/// of a query or a note: `paperq list -is:read`.
struct DashedWord {
  /// What the parser cannot know: how to write the word so that it is taken as it was meant.
  var hint: String

  /// Looks for such a word in a command line that the parser refuses, or takes for a wish for help,
  /// because a word like `-au:hill` has an `h` in it.
  init?(in arguments: [String]) {
    var command: String?
    var previous = ""
    for word in arguments.prefix(while: { $0 != "--" }) {
      defer { previous = word }
      if previous == "--query", word.hasPrefix("-") {
        hint = "a query that begins with '-' is written '--query=\(word.onOneLine)'"
        return
      }
      if Self.optionsWithValue.contains(previous) { continue }
      guard let name = command else {
        if !word.hasPrefix("-") { command = word }
        continue
      }
      guard let (what, usage) = Self.commands[name], Self.isWord(word) else { continue }
      hint =
        "\(what) that begins with '-' comes after '--': "
        + "paperq \(usage) -- \(word.onOneLine)"
      return
    }
    return nil
  }

  /// What the words of a command are, and how it is called with them behind `--`.
  private static let commands: [String: (what: String, usage: String)] = [
    "list": ("a query", "list"), "export": ("a query", "export"), "search": ("a query", "search"),
    "note": ("a text", "note ID"),
  ]

  private static let optionsWithValue: Set<String> = [
    "--config", "--library", "--sort", "--limit", "--format", "--output", "--template",
  ]

  /// Options of more than one letter begin with `--`, and those of one letter are these.
  private static func isWord(_ word: String) -> Bool {
    word.hasPrefix("-") && !word.hasPrefix("--") && word != "-" && word != "-h"
  }
}
