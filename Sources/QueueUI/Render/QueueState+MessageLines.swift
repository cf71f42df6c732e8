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
    let now = localTime(now)
    for entry in matching {
      let time = localTime(entry.time)
      let label = time.startOfDay == now.startOfDay ? time.timeOfDay : time.minute(now: now)
      let text = entry.text.onOneLine + (entry.count > 1 ? " (\(entry.count) times)" : "")
      lines += StyledLine.labelled(
        label, text, entry.isError ? .error : .text, columns: textColumns)
    }
    return lines
  }

  /// A time that is written as UTC as the clock on the wall has it.
  func localTime(_ time: Timestamp) -> Timestamp {
    let ahead = Int64(options.secondsAheadOfUTC(time)) * 1000
    return Timestamp(milliseconds: time.milliseconds.addingReportingOverflow(ahead).partialValue)
  }
}
