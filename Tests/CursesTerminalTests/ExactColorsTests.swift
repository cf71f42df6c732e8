import Testing

@testable import CursesTerminal

struct ExactColorsTests {
  @Test(arguments: [
    ("xterm-256color", "truecolor", ["xterm-direct", "xterm-direct"]),
    ("alacritty", "24bit", ["alacritty-direct", "xterm-direct"]),
    ("tmux-256color", "truecolor", ["tmux-direct"]),
    ("screen-256color", "truecolor", ["screen-direct"]),
    ("xterm-direct", "truecolor", []), ("linux", "truecolor", []), ("xterm-256color", "", []),
    ("xterm-256color", "yes", []),
  ])
  func theDescriptionWithTrueColourIsLookedForByName(
    name: String, colorTerm: String, expected: [String]
  ) {
    #expect(TerminalDescription.exactNames(for: name, colorTerm: colorTerm) == expected)
    #expect(TerminalDescription.exactNames(for: name, colorTerm: nil) == [])
  }
}
