import Papers
import TerminalGrid

extension QueueState {
  /// What was said, the newest first and by the clock on the wall: lines of those with the filter's
  /// text.
  func messageLines(filter: String) -> [StyledLine] {
    let wanted = filter.folded
    let matching = messages.entries.reversed().filter { entry in
      wanted.isEmpty || entry.text.folded.contains(wanted)
    }
    let heading =
      filter.isEmpty ? "Messages, the newest first" : "Messages with '\(filter)'"
    var lines = [StyledLine(heading, .heading)]
    if matching.isEmpty {
      lines.append(StyledLine(wanted.isEmpty ? "none yet" : "no message has this", .dim))
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
