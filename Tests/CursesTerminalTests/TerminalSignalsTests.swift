import Glibc
import Testing

@testable import CursesTerminal

@Test func signalsBecomeEventsWhileTheTerminalIsGivenAway() throws {
  let signals = try #require(TerminalSignals(restoringBytes: [], settings: termios()))
  defer { signals.uninstall() }
  #expect(signals.drain() == [])

  raise(SIGWINCH)
  raise(SIGWINCH)
  raise(SIGTERM)
  #expect(signals.drain() == [.resized, .endRequested])
  #expect(signals.drain() == [])

  // These belong to whoever has the terminal.
  raise(SIGINT)
  raise(SIGQUIT)
  raise(SIGCONT)
  #expect(signals.drain() == [])

  signals.post(.resized)
  var descriptor = pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0)
  #expect(poll(&descriptor, 1, 0) == 1)
  #expect(signals.drain() == [.resized])
}
