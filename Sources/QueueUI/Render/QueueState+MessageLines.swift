import Papers
import TerminalGrid

extension QueueState {
  /// What was said, the newest first and by the clock on the wall: lines of those with the filter's
  /// text.
  func messageLines(filter: String) -> [StyledLine] {
    let narrowing = Narrowing(to: filter)
    let matching = messages.entries.reversed().filter { narrowing.matches($0.text) }
    let heading = filter.isEmpty ? "Messages, the newest first" : narrowing.heading("Messages")
    var lines = [StyledLine(heading, .heading)]
    if matching.isEmpty {
      lines.append(
        filter.isEmpty ? StyledLine("none yet", .dim) : Narrowing.none(of: "message"))
    }
    let now = options.wallClock.shown(now)
    for entry in matching {
      let time = options.wallClock.shown(entry.time)
      let label = time.startOfDay == now.startOfDay ? time.timeOfDay : time.minute(now: now)
      let text = entry.text.onOneLine + (entry.count > 1 ? " (\(entry.count) times)" : "")
      lines += StyledLine.labelled(
        label, text, entry.isError ? .error : .text, columns: textColumns)
    }
    return lines
  }
}
