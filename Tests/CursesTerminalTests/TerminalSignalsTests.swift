import Glibc
import Testing

@testable import CursesTerminal

/// Runs the body with signals let through, which the threads of a test may hold back.
private func receivingSignals(_ body: () throws -> Void) rethrows {
  var all = sigset_t()
  var earlier = sigset_t()
  sigfillset(&all)
  pthread_sigmask(SIG_UNBLOCK, &all, &earlier)
  defer { pthread_sigmask(SIG_SETMASK, &earlier, nil) }
  try body()
}

@Test func signalsBecomeEventsWhileTheTerminalIsGivenAway() throws {
  let signals = try #require(TerminalSignals(restoringBytes: []))
  defer { signals.uninstall() }
  #expect(signals.drain() == [])

  receivingSignals {
    raise(SIGWINCH)
    raise(SIGWINCH)
    raise(SIGTERM)
  }
  #expect(signals.drain() == [.resized, .endRequested])
  #expect(signals.drain() == [])

  // These belong to whoever has the terminal.
  receivingSignals {
    raise(SIGINT)
    raise(SIGQUIT)
    raise(SIGCONT)
  }
  #expect(signals.drain() == [])

  signals.post(.resized)
  var descriptor = pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0)
  #expect(poll(&descriptor, 1, 0) == 1)
  #expect(signals.drain() == [.resized])
}
