import Papers
import TerminalGrid

extension QueueState {
  /// Gives papers to a command line, or asks for it.
  mutating func pipe(_ form: PipedForm, through command: String) -> [Effect] {
    let ids = targets
    guard !ids.isEmpty else { return sayNoPaper() }
    if form == .notes, ids.allSatisfy({ library.reading($0).notes.isEmpty }) {
      return say(ids.count > 1 ? "they have no notes" : "\(ids[0]) has no notes")
    }
    guard command.isEmpty else { return pipe(form, ids, through: command) }
    prompt = Prompt(.pipe(form, ids))
    return []
  }

  mutating func pipe(
    _ form: PipedForm, _ ids: [ArXivID], through command: String
  ) -> [Effect] {
    guard command.contains(where: { !$0.isWhitespace }) else { return [] }
    pipeHistory.removeAll { $0 == command }
    pipeHistory.append(command)
    if let pipedCommand {
      return fail("'\(pipedCommand)' still runs; \(backKey) stops it")
    }
    if screens.isEmpty { list.clearMarks() }
    pipedCommand = command
    return [.pipe(form, ids, command: command)]
  }

  mutating func cancelPipe() -> [Effect] {
    say("stopping the command")
    return [.cancelPipe]
  }

  /// What is said while a command runs.
  func pipeText(_ command: String) -> String { "'\(command)' runs; \(backKey) stops it" }

  private var backKey: String {
    let keyMap = options.keyMap
    return keyMap.keyNames(of: .back, in: context).contains("Esc")
      ? "Esc" : keyMap.hint(for: .back, in: context)
  }

  /// Shows what a command printed, or says that it is done when it printed nothing.
  mutating func pipeEnded(_ output: CommandOutput) {
    pipedCommand = nil
    guard !output.isBlank else {
      let isError = if case .status(0) = output.end { false } else { output.end != .cancelled }
      announce(
        Message(output.remark ?? "'\(output.command)' is done", isError ? .error : .hint))
      return
    }
    screens.append(Screen(subject: .output(output)))
    if let remark = output.remark {
      announce(Message(remark, output.end == .cancelled ? .hint : .error))
    } else if message?.isError != true {
      clearMessage()
    }
  }
}
