import ArgumentParser

/// The screen, from opening the terminal to giving it back.
@MainActor
enum TerminalSession {
  /// Runs until the user quits.
  static func run(settings: Settings) throws {
    throw CommandFailure(.usage, "cannot open the screen: it is not built in yet")
  }
}
