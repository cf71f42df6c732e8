import Papers
import TerminalGrid

extension QueueState {
  /// Says something that is no error, and that nobody need read again; there is nothing to be done.
  @discardableResult
  mutating func say(_ text: String) -> [Effect] {
    show(Message(text))
    return []
  }

  /// Says why something cannot be done; nothing is.
  @discardableResult
  mutating func fail(_ text: String) -> [Effect] {
    show(Message(text, .error))
    return []
  }

  /// Remembers what is worth reading again, and has errors written to the log.
  mutating func remember(_ message: Message) {
    guard message.isError || message.kind == .news else { return }
    messages.note(message.text, isError: message.isError, at: now)
    if message.isError { unlogged.append(.log(message.text, isError: true)) }
  }

  /// Says what came of no key that was pressed just now. An error stays where it is, and so does the
  /// offer of a draft; what comes meanwhile is said when that is gone.
  mutating func announce(_ message: Message) {
    guard let standing = self.message, standing.isError || standing.draft != nil else {
      return show(message)
    }
    remember(message)
    guard message.isError || heldMessage?.isError != true else { return }
    heldMessage = message
  }

  /// Does what the user asks for. What comes of it is said or shown in the place of an error that
  /// they saw before; a key that does nothing but move about leaves the error to be read.
  mutating func replacingError(_ respond: (inout QueueState) -> [Effect]) -> [Effect] {
    let error = message?.isError == true ? message : nil
    let effects = respond(&self)
    if error != nil, message == error, effects.contains(where: \.hasOutcome) {
      showHeldMessage()
    }
    return effects
  }

  /// Says that there is nothing for an action to be about.
  mutating func sayNoPaper() -> [Effect] { say("there is no paper here") }

  /// Says that an action is about one paper, and not about all that are marked.
  mutating func sayOneAtATime(_ action: Action) -> [Effect] {
    let keys = options.keyMap
    return say(
      "\(keys.hint(for: action, in: context)) takes one paper at a time; "
        + "\(keys.hint(for: .back, in: context)) drops the marks")
  }

  /// Takes away what the status line says, as a key does: an error stays until Escape or `^G`, or
  /// until there is the result of another key. Returns whether the key has done its work with that.
  mutating func dismissMessage(by key: Key) -> Bool {
    let isError = message?.isError == true
    // A prompt and a question cover the error; their Escape is their own.
    let isEscape =
      key == .escape
      || key == .control("g") && options.keyMap.keyNames(of: .back, in: context).contains("^G")
    guard !isError || isEscape && prompt == nil && question == nil else { return false }
    showHeldMessage()
    if isError { pendingKeys = [] }
    return isError
  }

  mutating func showMessages() -> [Effect] {
    if context == .messages { return [] }
    screens.append(.messages)
    return []
  }

  /// Tells of new papers of sources with `alert`, each in the history; the text is for the message
  /// about the fetch.
  mutating func tell(_ alerts: [SourceAlert]) -> String? {
    var texts: [String] = []
    for alert in alerts {
      guard let first = alert.titles.first else { continue }
      for title in alert.titles.prefix(50).reversed() {
        messages.note("\(alert.source): \(title)", isError: false, at: now)
      }
      let count = alert.titles.count
      texts.append(
        count == 1
          ? "\(alert.source): \(first)" : "\(alert.source): \(count) new papers, first \(first)")
    }
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }
}

extension Effect {
  /// Whether something comes of it that the user asked for, and that is said or shown.
  fileprivate var hasOutcome: Bool {
    switch self {
    case .commit(let change), .take(_, let change): change.isUndoable
    case .undo, .redo, .fetch, .searchArXiv, .findSimilar, .openInBrowser, .openPDF, .editNotes,
      .copy, .putOnClipboard, .pipe, .export:
      true
    case .cancelFetch, .cancelArXivSearch, .cancelDownloads, .cancelPipe, .readSources,
      .fetchVersion, .listFolder, .log, .redraw, .suspend, .saveSession, .quit:
      false
    }
  }
}
