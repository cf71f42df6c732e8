import Glibc

/// Catches the signals that concern a terminal, so that it is restored whatever ends the program.
///
/// - SIGWINCH, SIGCONT, SIGTSTP and the first SIGTERM, SIGHUP or SIGINT become bytes of a pipe, for
///   `drain`.
/// - A second one of these, SIGQUIT, every other signal that ends a program and every trap restore
///   the terminal in the handler and then do what they did before.
/// - `exit` restores it too.
///
/// While the terminal is given away, SIGINT and SIGQUIT mean the program that has it, so they do
/// nothing here, as in `system(3)`.
struct TerminalSignals {
  /// What happened outside, in the order in which it is dealt with.
  enum Event: UInt8, CaseIterable {
    case stopRequested, continued, resized, endRequested
  }

  /// Becomes readable when there is an event.
  let descriptor: Int32
  private let state: UnsafeMutablePointer<SignalState>

  /// Installs the handlers; nil when there is no pipe to be had.
  ///
  /// `restoringBytes` are what the terminal must be sent to be as before; how its line is now, is
  /// read here. The terminal counts as given away until `holdsTerminal` is set.
  init?(restoringBytes: [UInt8]) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    var settings = termios()
    let hasSettings = tcgetattr(STDIN_FILENO, &settings) == 0
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: restoringBytes.count)
    _ = bytes.initialize(from: restoringBytes)
    let previous = UnsafeMutablePointer<sigaction>.allocate(capacity: Self.signalLimit)
    previous.initialize(repeating: sigaction(), count: Self.signalLimit)
    state = .allocate(capacity: 1)
    state.initialize(
      to: SignalState(
        pipe: ends[1], restoringBytes: UnsafeBufferPointer(bytes), settings: settings,
        hasSettings: hasSettings, previous: previous))
    signalState = state

    atexit { restoreTerminalInHandler() }
    Self.provideStackForHandlers()
    for signal in Self.all { install(signal) }
    Self.unblock(Self.requests + Self.notices)
  }

  /// Lets signals arrive that whoever started us has left blocked, as threads of libraries do.
  private static func unblock(_ signals: [Int32]) {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  /// Installs the handlers again, over those that ncurses has put in their place.
  func reinstall() {
    for signal in Self.requests + Self.notices { install(signal) }
  }

  /// Whether the terminal is ours and has to be restored; false while an editor has it.
  var holdsTerminal: Bool {
    get { state.pointee.holdsTerminal != 0 }
    nonmutating set {
      state.pointee.holdsTerminal = newValue ? 1 : 0
      // ^Z in an editor must stop this process too, or the shell would not come back.
      if newValue { install(SIGTSTP) } else { restorePrevious(SIGTSTP) }
    }
  }

  /// Adds an event that no signal told of.
  func post(_ event: Event) {
    write(event, to: state.pointee.pipe)
  }

  /// The events since the last call, each at most once.
  func drain() -> [Event] {
    var seen: Set<UInt8> = []
    var bytes = [UInt8](repeating: 0, count: 64)
    while true {
      let count = read(descriptor, &bytes, bytes.count)
      if count > 0 {
        seen.formUnion(bytes[..<count])
      } else if count == 0 || errno != EINTR {
        return Event.allCases.filter { seen.contains($0.rawValue) }
      }
    }
  }

  /// Gives every signal the meaning that it had before. The state stays allocated, for a handler may
  /// be running on another thread.
  func uninstall() {
    state.pointee.holdsTerminal = 0
    for signal in Self.all { restorePrevious(signal) }
    signalState = nil
    close(descriptor)
    close(state.pointee.pipe)
  }

  private static let signalLimit = 65
  private static let requests = [SIGTERM, SIGHUP, SIGINT, SIGQUIT]
  private static let notices = [SIGWINCH, SIGCONT, SIGTSTP]
  /// What nobody has sent us for a reason, but ends a program that does not care.
  private static let others =
    [SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGIO, SIGPWR, SIGSTKFLT]
  private static let all = requests + notices + others + traps
  private static let traps = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS]

  private func install(_ signal: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_sigaction = { signal, information, _ in
      handleSignal(signal, information)
    }
    action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART
    sigfillset(&action.sa_mask)
    let previous = state.pointee.previous + Int(signal)
    var replaced = sigaction()
    sigaction(signal, nil, &replaced)
    // Started with nohup, or in the background by a simple shell: ignored means ignored.
    if (Self.requests + Self.others).contains(signal), replaced.isIgnored { return }
    sigaction(signal, &action, &replaced)
    if state.pointee.known & (1 << UInt64(signal)) == 0 {
      state.pointee.known |= 1 << UInt64(signal)
      previous.pointee = replaced
    }
  }

  private func restorePrevious(_ signal: Int32) {
    guard state.pointee.known & (1 << UInt64(signal)) != 0 else { return }
    sigaction(signal, state.pointee.previous + Int(signal), nil)
  }

  /// A stack of their own, so that a handler can run after the main one has overflowed.
  private static func provideStackForHandlers() {
    var current = stack_t()
    guard sigaltstack(nil, &current) == 0, current.ss_flags & Int32(SS_DISABLE) != 0 else {
      return
    }
    let size = 64 * 1024
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    var stack = stack_t(ss_sp: memory, ss_flags: 0, ss_size: size)
    if sigaltstack(&stack, nil) != 0 { memory.deallocate() }
  }
}

extension sigaction {
  /// Compared by address, since C function pointers have no equality.
  fileprivate var isIgnored: Bool {
    sa_flags & SA_SIGINFO == 0
      && unsafeBitCast(__sigaction_handler.sa_handler, to: Int.self)
        == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

/// What the handlers need, in memory that never moves.
private struct SignalState {
  let pipe: Int32
  let restoringBytes: UnsafeBufferPointer<UInt8>
  var settings: termios
  /// False where there is no terminal, as in tests.
  let hasSettings: Bool
  /// What each signal did before, by its number.
  let previous: UnsafeMutablePointer<sigaction>
  /// A bit for each signal of which `previous` is known.
  var known: UInt64 = 0
  var holdsTerminal: sig_atomic_t = 0
  var endRequests: sig_atomic_t = 0
}

/// The state of the one terminal of the process.
///
/// Unsafe, but sound: only the thread of the terminal writes it, before handlers are installed and
/// after they are gone. Handlers read it, and what they write behind it are `sig_atomic_t`, of which
/// a lost write would only restore the terminal twice.
private nonisolated(unsafe) var signalState: UnsafeMutablePointer<SignalState>?

/// Runs inside the program at any point: calls only what POSIX allows there, allocates nothing.
private func handleSignal(_ signal: Int32, _ information: UnsafeMutablePointer<siginfo_t>?) {
  guard let state = signalState else { return }
  let savedError = errno
  defer { errno = savedError }
  switch signal {
  case SIGWINCH: write(.resized, to: state.pointee.pipe)
  case SIGCONT:
    // Whoever gave the terminal away takes it again by itself.
    if state.pointee.holdsTerminal != 0 { write(.continued, to: state.pointee.pipe) }
  case SIGTSTP: write(.stopRequested, to: state.pointee.pipe)
  case SIGINT where state.pointee.holdsTerminal == 0: break
  case SIGTERM, SIGHUP, SIGINT:
    state.pointee.endRequests += 1
    if state.pointee.endRequests > 1 { return end(by: signal, state) }
    write(.endRequested, to: state.pointee.pipe)
  case SIGQUIT:
    if state.pointee.holdsTerminal != 0 { end(by: signal, state) }
  case SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGIO, SIGPWR, SIGSTKFLT:
    end(by: signal, state)
  default:
    restoreTerminalInHandler()
    sigaction(signal, state.pointee.previous + Int(signal), nil)
    // A trap happens again on return, with its address for the debugger; one that was sent does not.
    if let information, information.pointee.si_code <= 0 { raise(signal) }
  }
}

private func write(_ event: TerminalSignals.Event, to pipe: Int32) {
  var byte = event.rawValue
  // A full pipe holds the same news already.
  _ = Glibc.write(pipe, &byte, 1)
}

/// Restores the terminal and lets the signal do what it did before, which is to end the process.
private func end(by signal: Int32, _ state: UnsafeMutablePointer<SignalState>) {
  restoreTerminalInHandler()
  sigaction(signal, state.pointee.previous + Int(signal), nil)
  raise(signal)
}

private func restoreTerminalInHandler() {
  guard let state = signalState, state.pointee.holdsTerminal != 0 else { return }
  state.pointee.holdsTerminal = 0
  let bytes = state.pointee.restoringBytes
  // A terminal that takes nothing, such as one that is stopped by ^S, must not keep us from ending.
  let flags = fcntl(STDOUT_FILENO, F_GETFL)
  if flags >= 0 { _ = fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK) }
  _ = write(STDOUT_FILENO, bytes.baseAddress, bytes.count)
  if flags >= 0 { _ = fcntl(STDOUT_FILENO, F_SETFL, flags) }
  if state.pointee.hasSettings { tcsetattr(STDIN_FILENO, TCSANOW, &state.pointee.settings) }
}
