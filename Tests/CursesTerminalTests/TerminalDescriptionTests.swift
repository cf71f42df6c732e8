import Testing

@testable import CursesTerminal

@Test(arguments: [
  ("\u{1B}[?5h$<100/>\u{1B}[?5l", "\u{1B}[?5h\u{1B}[?5l"), ("\u{1B}[K", "\u{1B}[K"), ("$<5>", ""),
  ("a$<5", "a$<5"), ("", ""),
])
func delaysOfACapabilityAreLeftOut(capability: String, expected: String) {
  #expect(TerminalDescription.withoutDelays(Array(capability.utf8)) == Array(expected.utf8))
}
