import Papers
import TerminalGrid

extension QueueState {
  /// What was said, the newest first: lines of those with the filter's text.
  func messageLines(filter: String) -> [StyledLine] {
    let wanted = filter.folded
    let matching = messages.entries.reversed().filter { entry in
      wanted.isEmpty || entry.text.folded.contains(wanted)
    }
    let heading =
      filter.isEmpty ? "Messages, the newest first, in UTC" : "Messages with '\(filter)'"
    var lines = [StyledLine(heading, .heading)]
    if matching.isEmpty {
      lines.append(StyledLine(wanted.isEmpty ? "none yet" : "no message has this", .dim))
    }
    for entry in matching {
      let isToday = entry.time.startOfDay == now.startOfDay
      let time = isToday ? entry.time.timeOfDay : entry.time.minute(now: now)
      let text = entry.text.onOneLine + (entry.count > 1 ? " (\(entry.count) times)" : "")
      lines += StyledLine.labelled(
        time, text, entry.isError ? .error : .text, columns: textColumns)
    }
    return lines
  }
}
