import CNcurses

extension CursesTerminal {
  /// What a terminal can do, as far as the terminal database knows it.
  package struct Abilities: Equatable, Sendable {
    /// The name in `TERM`.
    package var name: String
    /// How many colours it has; 0 for one without.
    package var colors: Int
  }

  /// Looks up the terminal that `TERM` names. Nothing is written, and no terminal need be there.
  package static func abilities() throws(CursesTerminalError) -> Abilities {
    let description = try TerminalDescription()
    return Abilities(name: description.name, colors: max(Int(tigetnum("colors")), 0))
  }
}
