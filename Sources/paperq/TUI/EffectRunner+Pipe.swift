import Dispatch
import PaperExport
import Papers
import QueueUI
import WorkThreads

extension EffectRunner {
  /// Gives papers to a command on a thread of its own, and tells what it printed.
  func pipe(
    _ form: PipedForm, of ids: [ArXivID], shown: Library, _ library: Library, through line: String
  ) {
    let environment = workspace.settings.environment
    let (inbox, unfinished) = (inbox, unfinished)
    func fail(_ reason: String) {
      inbox.post(.pipeEnded(CommandOutput(command: line, text: "", end: .failed(reason))))
    }
    let piped: PipedProgram
    do throws(ProgramError) {
      let program = TypedCommand(line).program(environment: environment)
      piped = try PipedProgram(program, environment: environment)
    } catch {
      return fail(error.message)
    }
    piping = piped
    unfinished.enter()
    let hasStarted = WorkThread.start {
      defer { unfinished.leave() }
      let items = Self.items(ids, shown: shown, library)
      inbox.post(.pipeEnded(piped.output(of: line, given: form.bytes(of: items))))
    }
    guard !hasStarted else { return }
    unfinished.leave()
    fail("cannot run '\(line)': the system has no thread to give")
  }
}

extension PipedForm {
  /// What a command reads.
  func bytes(of items: [ExportItem]) -> [UInt8] {
    switch self {
    case .paper: ExportEncoder.text(of: items, as: .jsonl)
    case .notes: Array(items.compactMap(NotesText.text).joined(separator: "\n").utf8)
    }
  }
}

extension PipedProgram {
  /// More than this is not read on a screen; wrapping it takes a while.
  private static let outputLimit = 200_000

  /// Runs the program and says what came of it.
  fileprivate func output(of line: String, given input: [UInt8]) -> CommandOutput {
    do throws(ProgramError) {
      let outcome = try run(input: input, outputLimit: Self.outputLimit)
      let end: CommandOutput.End =
        switch outcome.end {
        case .status(let status): .status(Int(status))
        case .cancelled, .outOfTime: .cancelled
        case .cut: .cut
        }
      return CommandOutput(
        command: line, text: String(decoding: outcome.output, as: UTF8.self), end: end)
    } catch {
      return CommandOutput(command: line, text: "", end: .failed(error.message))
    }
  }
}
