import TerminalGrid

extension QueueState {
  /// The help for a screen, made of the live keys: those whose key, name or line has the filter.
  func helpLines(for context: KeyContext, filter: String) -> [StyledLine] {
    let rows = context.actions.map { action in
      (
        keys: options.keyMap.keyNames(of: action, in: context).joined(separator: " "),
        name: action.rawValue, help: action.help(in: context)
      )
    }
    let wanted = filter.lowercased()
    let matching =
      wanted.isEmpty
      ? rows
      : rows.filter { row in
        row.keys == filter || row.name.contains(wanted) || row.help.lowercased().contains(wanted)
          || row.keys.split(separator: " ").contains { $0 == filter }
      }
    let keyColumns = min(20, rows.map(\.keys.displayWidth).max() ?? 0)
    let nameColumns = rows.map(\.name.displayWidth).max() ?? 0
    let columns = layout.body.columns - 2
    let isWide = columns >= keyColumns + nameColumns + 38
    var lines: [StyledLine] = [
      StyledLine(
        filter.isEmpty ? "Keys of the \(context.rawValue)" : "Keys with '\(filter)'", .heading)
    ]
    for row in matching {
      var spans: [StyledLine.Span] = [
        .init(text: row.keys.padded(toColumns: keyColumns) + "  ", role: .hintKey)
      ]
      if isWide {
        spans.append(.init(text: row.name.padded(toColumns: nameColumns) + "  ", role: .dim))
      }
      let indent = spans.map(\.text.displayWidth).reduce(0, +)
      for (index, part) in row.help.wrapped(toColumns: max(12, columns - indent)).enumerated() {
        let margin = StyledLine.Span(text: "".padded(toColumns: indent), role: .text)
        lines.append(StyledLine((index == 0 ? spans : [margin]) + [.init(text: part, role: .text)]))
      }
    }
    if matching.isEmpty { lines.append(StyledLine("no key has this", .dim)) }
    if wanted.isEmpty, context == .list {
      lines.append(StyledLine())
      lines.append(
        StyledLine("Marks: N unread  Q queued  R being read  X dismissed  * star  n notes", .dim))
      lines.append(
        StyledLine(
          "       u updated since you opened it  w withdrawn  + marked  · not in the library", .dim)
      )
    }
    return lines
  }
}
