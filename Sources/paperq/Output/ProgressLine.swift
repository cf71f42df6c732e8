import ArXivFeed
import Papers
import QueueUI
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
    let share = expected > 0 ? Double(received) / Double(expected) : 1
    draw("\(bar(share)) \(received)/\(expected)")
  }

  /// Shows how many bytes came of how many expected.
  func show(_ progress: DownloadProgress) {
    let count = ByteCount.text(progress.received, of: progress.expected)
    guard console.messagesAreSeen else { return console.say("\(title): \(count)") }
    let share = progress.expected.map { Double(progress.received) / Double(max($0, 1)) }
    draw((share.map { bar($0) + " " } ?? "") + count)
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

  private func bar(_ share: Double) -> String { ProgressBar.lines.text(share, columns: 24) }

  private func draw(_ text: String) {
    let line = "\(text)  \(title.onOneLine)"
    console.drawOver(line.truncated(toColumns: max(console.columns - 1, 1)))
  }
}
