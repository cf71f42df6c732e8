import Papers
import TerminalGrid

/// How far long work has come, on standard error: one line drawn over and over on a terminal, plain
/// lines elsewhere.
struct ProgressLine: Sendable {
  let console: Console
  let title: String

  /// Shows how many papers came of how many expected.
  func show(_ received: Int, of expected: Int) {
    guard console.messagesAreSeen else {
      return console.say("\(title): \(received) of \(expected.papers)")
    }
    let columns = 24
    let share = expected > 0 ? min(Double(received) / Double(expected), 1) : 1
    let filled = Int(share * Double(columns))
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: columns - filled)
    let text = "\(bar) \(received)/\(expected)  \(title.onOneLine)"
    console.drawOver(text.truncated(toColumns: max(console.columns - 1, 1)))
  }

  /// Shows what is waited for.
  func show(_ waiting: String) {
    guard console.messagesAreSeen else { return console.say("\(title): \(waiting)") }
    let text = "\(title.onOneLine): \(waiting)"
    console.drawOver(text.truncated(toColumns: max(console.columns - 1, 1)))
  }

  /// Takes the line off the terminal.
  func clear() {
    if console.messagesAreSeen { console.drawOver("") }
  }
}
