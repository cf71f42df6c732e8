import Papers
import TerminalGrid

/// What the status line says: on the left one line, or for a long message two, of which the second
/// stands in the place of the hints; on the right where one is.
struct StatusText: Equatable {
  var lines: [String]
  /// At the end of the last line.
  var right: String
}

extension QueueState {
  func render(_ text: StatusText, into grid: inout Grid, _ layout: Layout) {
    let theme = options.theme
    let isError = message?.isError ?? false
    let style = isError ? theme[.status].overlaid(by: theme[.error]) : theme[.status]
    for (line, rect) in zip(text.lines, [layout.status, layout.hints]) {
      grid.fill(rect, style: theme[.status])
      grid.write(
        line, at: Position(row: rect.row, column: 1), style: style, maxColumns: rect.columns - 2)
    }
    let rect = text.lines.count > 1 ? layout.hints : layout.status
    grid.write(
      text.right,
      at: Position(row: rect.row, column: rect.columns - text.right.displayWidth - 1),
      style: theme[.status])
  }

  /// What the status line says in the present width.
  ///
  /// How the list is narrowed and ordered is always told: in full where there is room, else in a
  /// word at the right.
  var statusText: StatusText {
    let columns = max(0, size.columns - 2)
    let (positionText, short) = (positionText, narrowingInShort)
    /// What goes to the right of a text, in the longest words that leave it its place.
    func right(besides width: Int) -> String? {
      [narrowing.joined(separator: "  "), short].lazy
        .map { [$0, positionText].filter { !$0.isEmpty }.joined(separator: "  ") }
        .first { width + $0.displayWidth + 1 <= columns }
    }
    if let message {
      let text = message.text
      if let right = right(besides: text.displayWidth) {
        return StatusText(lines: [text], right: right)
      }
      let lines = text.wrapped(toColumns: columns)
      let rest = lines.dropFirst().joined(separator: " ")
      let room = columns - (short.isEmpty ? 0 : short.displayWidth + 2)
      return StatusText(
        lines: [lines.first ?? "", rest.truncated(toColumns: room)], right: short)
    }
    // What is going on gives way.
    let right =
      right(besides: columns * 2 / 3)
      ?? [short, positionText].filter { !$0.isEmpty }.joined(separator: "  ")
    let room = max(0, columns - right.displayWidth - 1)
    if let activity = activity(columns: room) {
      return StatusText(lines: [activity.truncated(toColumns: room)], right: right)
    }
    let roomBesidesPosition = max(0, columns - positionText.displayWidth - 1)
    return StatusText(
      lines: [standing.joined(separator: "  ").truncated(toColumns: roomBesidesPosition)],
      right: positionText)
  }

  /// What is going on; nil when nothing is.
  private func activity(columns: Int) -> String? {
    if isWaitingForLock { return "another paperq is saving; the change waits for it" }
    if let pipedCommand { return pipeText(pipedCommand) }
    return progressText(columns: columns) ?? triageText
  }

  /// How things stand while nothing is said and nothing goes on: what the next action is about, and
  /// how the list is narrowed.
  var standing: [String] {
    var parts: [String] = []
    if let rangeRows = list.rangeRows {
      parts.append("range of \(rangeRows.count); the next action is about all of it")
    } else if !list.marks.isEmpty {
      parts.append("\(list.marks.count) marked")
    }
    parts += narrowing
    if loading == .readOnly { parts.append("read-only") }
    if isShowingSimilar, let similar { parts.append(similar.statusText) }
    if isShowingSearch, let arXivSearch { parts.append(arXivSearch.statusText) }
    return parts.isEmpty ? [view.name] : parts
  }

  /// How the list is narrowed and ordered other than its view has it.
  private var narrowing: [String] {
    let parts = [list.chosenOrder.map { "sort: \($0.words)" }, list.filter.map { "filter: \($0)" }]
    return context.isAboutPapers ? parts.compactMap(\.self) : []
  }

  private var narrowingInShort: String {
    let parts = [list.chosenOrder.map { _ in "sorted" }, list.filter.map { _ in "filtered" }]
    return context.isAboutPapers ? parts.compactMap(\.self).joined(separator: ", ") : ""
  }

  /// The keys of a sequence that is begun, and where one is in the list or the text.
  private var positionText: String {
    pendingKeys.isEmpty ? position : "\(KeyMap.name(pendingKeys))…  \(position)"
  }

  private var position: String {
    guard let screen = screens.last else {
      return list.ids.isEmpty ? "0/0" : "\(list.cursor + 1)/\(list.ids.count)"
    }
    return percent(screen.scroll, lines: lines(of: screen).count)
  }

  private func percent(_ scroll: Int, lines: Int) -> String {
    let hidden = lines - layout.body.rows
    guard hidden > 0 else { return "all" }
    return scroll == 0 ? "top" : scroll >= hidden ? "end" : "\(scroll * 100 / hidden)%"
  }
}
