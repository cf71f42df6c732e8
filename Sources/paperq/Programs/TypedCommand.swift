/// A command line that the user typed.
///
/// A program with words is run as it is. Only a line with signs that mean something to a shell goes to
/// one: `$SHELL`, or `/bin/sh`. Texts of papers are never a part of the line.
struct TypedCommand: Equatable {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  /// What is to be run.
  func program(environment: Environment) -> Program {
    if !asksForShell, let words = CommandWords.split(text), !words.isEmpty { return Program(words) }
    let shell = environment["SHELL"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/bin/sh"
    return Program([shell, "-c", text])
  }

  /// Whether only a shell knows what is meant, or can say what is wrong.
  private var asksForShell: Bool {
    let signs = "|&;<>()$`*?[]{}~#=!\n"
    return text.contains(where: signs.contains)
  }
}
