import TerminalGrid

/// Why there is no screen to work on. Nothing has been written to the terminal.
package enum CursesTerminalError: Error, Equatable {
  /// Standard input is a file, a pipe or closed.
  case inputIsNotATerminal
  /// Standard output is a file, a pipe or closed.
  case outputIsNotATerminal
  /// `TERM` is empty or not set.
  case terminalNotNamed
  /// The terminal database has nothing under the name that `TERM` gives.
  case unknownTerminal(name: String)
  /// The terminal is known, but its cursor cannot be moved, e.g. `dumb`.
  case cursorCannotMove(name: String)
  /// The operating system or ncurses refused, without a reason that we could give.
  case cannotStart(name: String)

  /// The sentence for the user, on one line.
  package var message: String {
    let example = "set TERM to the name of yours, e.g. xterm-256color"
    switch self {
    case .inputIsNotATerminal:
      return "cannot read keys: standard input is not a terminal"
    case .outputIsNotATerminal:
      return "cannot show the screen: standard output is not a terminal"
    case .terminalNotNamed:
      return "cannot show the screen: TERM is not set; \(example)"
    case .unknownTerminal(let name):
      return "cannot show the screen on '\(Self.printable(name))': "
        + "the terminal is not known on this system; \(example)"
    case .cursorCannotMove(let name):
      return "cannot show the screen on '\(Self.printable(name))': "
        + "its cursor cannot be moved; \(example)"
    case .cannotStart(let name):
      return "cannot show the screen on '\(Self.printable(name))': ncurses does not start on it"
    }
  }

  /// The name without controls, for it comes from the environment.
  private static func printable(_ name: String) -> String {
    String(name.filter { $0.displayWidth > 0 && !$0.isWhitespace }).truncated(toColumns: 60)
  }
}
