import TerminalGrid

extension QueueState {
  /// The help for a screen, made of the live keys: those whose key, name or line has the filter.
  func helpLines(for context: KeyContext, filter: String) -> [StyledLine] {
    let columns = layout.body.columns - 2
    // On a narrow screen the first keys say enough.
    let keyRoom = columns < 60 ? 10 : 20
    let rows = context.actions.flatMap { action in
      let bound = options.keyMap.keyNamesByArgument(of: action, in: context)
      let help = action.help(in: context)
      let withArguments = bound.filter { !$0.argument.isEmpty }.map {
        (keys: $0.keys, name: action.rawValue, help: "\(help): \($0.argument)")
      }
      let plain = bound.first { $0.argument.isEmpty }?.keys ?? []
      return [(keys: plain, name: action.rawValue, help: help)] + withArguments
    }
    let wanted = filter.lowercased()
    // What a key does that was typed comes before what has it in its name.
    let matching =
      rows.filter { $0.keys.contains(filter) }
      + rows.filter { row in
        !row.keys.contains(filter)
          && (wanted.isEmpty || row.name.contains(wanted) || row.help.lowercased().contains(wanted))
      }
    let keyColumns = min(keyRoom, rows.map { Self.width(of: $0.keys) }.max() ?? 0)
    let nameColumns = rows.map(\.name.displayWidth).max() ?? 0
    let isWide = columns >= keyColumns + nameColumns + 38
    let legend = context.showsMarks ? Self.legend(with: filter, columns: columns) : []
    // Who looks for something looks for a key first.
    var lines = wanted.isEmpty && !legend.isEmpty ? legend + [StyledLine()] : []
    lines.append(
      StyledLine(filter.isEmpty ? "Keys \(context.place)" : "Keys with '\(filter)'", .heading))
    for row in matching {
      var keys = row.keys
      while keys.count > 1, Self.width(of: keys) > keyColumns { keys.removeLast() }
      var spans: [StyledLine.Span] = [
        .init(
          text: keys.joined(separator: " ").padded(toColumns: keyColumns) + "  ", role: .hintKey)
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
    if !wanted.isEmpty, !legend.isEmpty { lines += [StyledLine()] + legend }
    return lines
  }

  /// What the marks in front of papers mean, as many a line as fit: those that have the filter.
  private static func legend(with filter: String, columns: Int) -> [StyledLine] {
    let wanted = filter.lowercased()
    let matching = marks.filter {
      wanted.isEmpty || $0.mark == filter || $0.meaning.contains(wanted)
    }
    guard !matching.isEmpty else { return [] }
    var lines: [[StyledLine.Span]] = []
    var used = 0
    for (mark, meaning) in matching {
      let width = mark.displayWidth + 1 + meaning.displayWidth
      if lines.isEmpty || used + 3 + width > columns {
        lines.append([])
        used = width
      } else {
        lines[lines.count - 1].append(.init(text: "   ", role: .text))
        used += 3 + width
      }
      lines[lines.count - 1] += [
        .init(text: mark, role: .hintKey), .init(text: " " + meaning, role: .text),
      ]
    }
    return [StyledLine("Marks of the list", .heading)] + lines.map { StyledLine($0) }
  }

  private static let marks: [(mark: String, meaning: String)] = [
    ("N", "unread"), ("Q", "queued"), ("R", "being read"), ("X", "dismissed"), ("*", "starred"),
    ("n", "noted"), ("u", "updated since you opened it"), ("w", "withdrawn"), ("+", "marked"),
    ("·", "not in the library"),
  ]

  private static func width(of keys: [String]) -> Int {
    keys.joined(separator: " ").displayWidth
  }
}
