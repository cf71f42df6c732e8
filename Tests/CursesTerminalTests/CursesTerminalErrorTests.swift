import Testing

@testable import CursesTerminal

@Test func anErrorIsOneLineWithoutControls() {
  #expect(
    CursesTerminalError.unknownTerminal(name: "bo\u{1B}[31mgus\n").message
      == "cannot show the screen on 'bo[31mgus': the terminal is not known on this system; "
      + "set TERM to the name of yours, e.g. xterm-256color")
}
