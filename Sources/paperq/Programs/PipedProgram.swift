import Glibc
import Papers
import WorkThreads

/// A program that is given a text on its input, away from the terminal.
///
/// It runs in a session of its own. However much either side writes, neither waits for the other for
/// ever, and a program that does not read its input to the end is no failure.
final class PipedProgram: Sendable {
  /// What came of a program.
  struct Outcome: Equatable, Sendable {
    /// Why it ended.
    enum End: Equatable, Sendable {
      /// By itself, with the exit status that a shell would give.
      case status(Int32)
      case cancelled
      case outOfTime
      /// It printed more than was wanted.
      case cut
    }

    var end: End
    /// What it printed on output and errors.
    var output: [UInt8] = []
  }

  private let program: Program
  private let environment: Environment
  /// A byte in it says that the user wants the program to stop.
  private let cancellation: PipeEnds

  init(_ program: Program, environment: Environment) throws(ProgramError) {
    self.program = program
    self.environment = environment
    guard let cancellation = PipeEnds() else { throw Self.noPipe(program) }
    self.cancellation = cancellation
  }

  /// Stops the program, from any thread; what runs it gives `cancelled`.
  func cancel() { cancellation.signal() }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - outputLimit: The most bytes of output that are kept; nil throws all output away, which
  ///     leaves programs that go on in the background nothing to hold open.
  ///   - seconds: How long it may take; nil for as long as it likes.
  func run(
    input: [UInt8], outputLimit: Int?, seconds: Int? = nil
  ) throws(ProgramError) -> Outcome {
    guard let feeding = PipeEnds(), let printing = PipeEnds(), let ending = PipeEnds() else {
      throw Self.noPipe(program)
    }
    let child = try program.spawn(
      environment: environment,
      streams: .init(
        input: feeding.reading, output: outputLimit == nil ? nil : printing.writing))
    PipeEnds.keepFromWaiting(feeding.writing)
    PipeEnds.keepFromWaiting(printing.reading)
    feeding.closeReading()
    printing.closeWriting()
    // It is only told of the end here: until it is waited for, its number is nobody else's.
    let isWatched = WorkThread.start {
      var information = siginfo_t()
      while waitid(P_PID, id_t(child), &information, WEXITED | WNOWAIT) < 0, errno == EINTR {}
      ending.signal()
    }
    var exchange = Exchange(
      input: input[...], feeding: feeding, printing: printing, limit: outputLimit ?? 0)
    let deadline = seconds.map { ContinuousClock.now + .seconds($0) }
    let end = isWatched ? exchange.run(until: ending, cancellation, deadline) : .outOfTime
    if end != nil { stop(child, isEnded: isWatched ? ending : nil) }
    feeding.closeWriting()
    let status = Program.wait(for: child)
    return Outcome(end: end ?? .status(status ?? 1), output: exchange.output)
  }

  /// Asks the program and those that it has started to end, and makes those that have not. Nobody has
  /// waited for the program yet, so that its group is nobody else's.
  private func stop(_ child: pid_t, isEnded: PipeEnds?) {
    kill(-child, SIGTERM)
    _ = isEnded?.isReadable(within: 300)
    kill(-child, SIGKILL)
  }

  private static func noPipe(_ program: Program) -> ProgramError {
    ProgramError(
      program: program.words.first ?? "", reason: SystemError(code: EMFILE).reason)
  }
}

/// What goes between a program and us.
private struct Exchange {
  var input: ArraySlice<UInt8>
  let feeding: PipeEnds
  let printing: PipeEnds
  let limit: Int
  var output: [UInt8] = []

  /// Writes and reads until the program has ended, which gives nil, or has to be stopped.
  mutating func run(
    until ending: PipeEnds, _ cancellation: PipeEnds, _ deadline: ContinuousClock.Instant?
  ) -> PipedProgram.Outcome.End? {
    var isFeeding = true
    var isPrinting = true
    while true {
      if isFeeding, input.isEmpty {
        feeding.closeWriting()
        isFeeding = false
      }
      var polled = [
        pollfd(fd: ending.reading, events: Int16(POLLIN), revents: 0),
        pollfd(fd: cancellation.reading, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isPrinting ? printing.reading : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isFeeding ? feeding.writing : -1, events: Int16(POLLOUT), revents: 0),
      ]
      let count = poll(&polled, nfds_t(polled.count), Self.milliseconds(until: deadline))
      if count == 0 { return .outOfTime }
      guard count > 0 else { continue }
      if polled[1].revents != 0 { return .cancelled }
      if polled[2].revents != 0 { isPrinting = read() }
      if output.count > limit {
        output.removeLast(output.count - limit)
        return .cut
      }
      if polled[3].revents != 0, !write() { input = [] }
      guard polled[0].revents != 0 else { continue }
      // What it has printed before its end is all there; what others print behind it is not its own.
      while isPrinting, output.count <= limit { isPrinting = read() }
      guard output.count > limit else { return nil }
      output.removeLast(output.count - limit)
      return .cut
    }
  }

  /// Takes what is there; false when nothing is, or nothing more will come.
  private mutating func read() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = Glibc.read(printing.reading, &bytes, bytes.count)
    if count > 0 { output.append(contentsOf: bytes[..<count]) }
    return count > 0 || (count < 0 && errno == EINTR)
  }

  /// Gives what the pipe takes; false when nobody reads it any more.
  private mutating func write() -> Bool {
    let count = input.withUnsafeBytes { Glibc.write(feeding.writing, $0.baseAddress, $0.count) }
    if count > 0 { input = input.dropFirst(count) }
    return count > 0 || errno == EAGAIN || errno == EINTR
  }

  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let rest = (deadline - .now) / .milliseconds(1)
    return Int32(max(0, min(rest.rounded(.up), 3_600_000)))
  }
}
