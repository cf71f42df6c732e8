import Papers
import TerminalGrid

extension QueueState {
  /// Remembers what the status line says, and has errors written to the log.
  mutating func remember(_ message: Message) {
    messages.note(message.text, isError: message.isError, at: now)
    if message.isError { unlogged.append(.log(message.text, isError: true)) }
  }

  /// Takes away what the status line says, as a key does: an error stays until Escape, or until
  /// something else is said. Returns whether the key has done its work with that.
  mutating func dismissMessage(by key: Key) -> Bool {
    guard message?.isError == true else {
      message = nil
      return false
    }
    // A prompt and a question cover the error; their Escape is their own.
    guard key == .escape, prompt == nil, question == nil else { return false }
    message = nil
    pendingKeys = []
    return true
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
