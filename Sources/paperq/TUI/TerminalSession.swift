import CursesTerminal
import Glibc
import Papers
import QueueUI
import TerminalGrid

/// The screen, from opening the terminal to giving it back.
@MainActor
enum TerminalSession {
  /// Runs until the user quits, or the terminal goes away.
  static func run(settings: Settings) throws {
    let workspace = Workspace(settings)
    // Looked at before the terminal is taken, which only then tells how many colours it has.
    let ideal = try Theme(configuredIn: settings, colors: 256)
    let terminal: CursesTerminal
    do throws(CursesTerminalError) {
      terminal = try CursesTerminal(
        colors: !settings.environment.refusesColor, exactColors: ideal.hasExactColors,
        mouse: settings.configuration.mouse)
    } catch {
      throw CommandFailure(.usage, error.message)
    }
    var failure: String?
    defer {
      terminal.close()
      // Only now is there somebody to read it.
      if let failure { Console.say(failure) }
    }
    let options = try QueueState.Options(workspace, colors: terminal.colorCount)

    let inbox = try EventInbox()
    let store = StoreQueue(workspace: workspace, inbox: inbox)
    var sessionFile = SessionFile(stateFolder: settings.paths.state)
    // What cannot be mended now is left alone, by the end of the session too.
    if let warning = try? sessionFile.mend() { inbox.post(.reported(warning, isError: true)) }
    let runner = EffectRunner(
      workspace: workspace, terminal: terminal, inbox: inbox, store: store,
      sessionFile: sessionFile)
    var state = QueueState(
      options: options, size: terminal.size, session: sessionFile.session, now: Workspace.now)
    func show() {
      terminal.present(state.rendered())
      if settings.configuration.setsTitle { terminal.setTitle(state.title) }
    }
    show()
    store.open()
    runner.reportUnsavedNotes()
    defer { failure = runner.finish() }

    while !runner.isDone {
      // Only while something is under way does a second that passes count.
      let isTick = !isInputWaiting(
        terminal, inbox, milliseconds: state.needsTicks ? 1000 : -1)
      let events =
        inbox.drain() + terminal.readInput().map(Event.init) + (isTick ? [.ticked] : [])
      for event in events {
        for effect in state.update(event, now: Workspace.now) {
          runner.run(effect, library: state.library, shown: state.shownLibrary)
        }
        if runner.isDone { return }
      }
      if !events.isEmpty { show() }
      while state.needsSettling, !isInputWaiting(terminal, inbox, milliseconds: 0) {
        // What was typed is shown at once, and what is counted in parts when it is known.
        let isOther = state.settle()
        for effect in state.keepDrafts() {
          runner.run(effect, library: state.library, shown: state.shownLibrary)
        }
        if isOther { show() }
      }
      while terminal.isBehind, !isInputWaiting(terminal, inbox, milliseconds: 0) {
        terminal.goOnPresenting()
      }
    }
  }

  /// Sleeps until a key, a signal or an event is there, or the time is over (-1: for ever); whether
  /// one is.
  @discardableResult
  private static func isInputWaiting(
    _ terminal: CursesTerminal, _ inbox: EventInbox, milliseconds: Int32
  ) -> Bool {
    var polled = (terminal.inputDescriptors + [inbox.descriptor]).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    return poll(&polled, nfds_t(polled.count), milliseconds) > 0
  }
}

extension Event {
  fileprivate init(_ input: TerminalInput) {
    switch input {
    case .key(let key): self = .key(key)
    case .paste(let text): self = .pasted(text)
    case .mouse(let mouse): self = .mouse(mouse)
    case .resized(let size): self = .resized(size)
    case .closed: self = .terminalClosed
    }
  }
}
