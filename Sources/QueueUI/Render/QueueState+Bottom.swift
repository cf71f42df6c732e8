import Papers
import TerminalGrid

extension QueueState {
  // MARK: - Status line

  func renderStatus(into grid: inout Grid, _ layout: Layout) {
    let rect = layout.status
    let theme = options.theme
    grid.fill(rect, style: theme[.status])
    let right = statusRight
    let rightWidth = right.displayWidth
    let room = max(0, rect.columns - rightWidth - 3)
    let isError = message?.isError ?? false
    let style = isError ? theme[.status].overlaid(by: theme[.error]) : theme[.status]
    if let message, message.text.displayWidth > room {
      renderLong(message, style: style, into: &grid, layout)
      return
    }
    grid.write(
      statusLeft(columns: room).truncated(toColumns: room), at: Position(row: rect.row, column: 1),
      style: style, maxColumns: room)
    grid.write(
      right, at: Position(row: rect.row, column: rect.columns - rightWidth - 1),
      style: theme[.status])
  }

  /// A message that the status line is too short for goes on in the line of hints.
  private func renderLong(
    _ message: Message, style: Style, into grid: inout Grid, _ layout: Layout
  ) {
    let columns = layout.status.columns - 2
    let lines = message.text.wrapped(toColumns: columns)
    grid.fill(layout.hints, style: options.theme[.status])
    grid.write(
      lines.first ?? "", at: Position(row: layout.status.row, column: 1), style: style)
    grid.write(
      lines.dropFirst().joined(separator: " ").truncated(toColumns: columns),
      at: Position(row: layout.hints.row, column: 1), style: style)
  }

  /// Whether the message takes the line of hints too.
  private var hasLongMessage: Bool {
    guard let message, prompt == nil, question == nil else { return false }
    return message.text.displayWidth > size.columns - statusRight.displayWidth - 3
  }

  /// A message, else what is going on, else how the list was narrowed.
  private func statusLeft(columns: Int) -> String {
    if let message { return message.text }
    if isWaitingForLock { return "another paperq is saving; the change waits for it" }
    if let pipedCommand { return pipeText(pipedCommand) }
    if let text = progressText(columns: columns) { return text }
    if let triageText { return triageText }
    let range = range
    if !range.isEmpty { return "range of \(range.count); the next action is about all of it" }
    if !marks.isEmpty { return "\(marks.count) marked" }
    var parts: [String] = []
    if let filter { parts.append("filter: \(filter)") }
    if let chosenOrder { parts.append("sorted by \(chosenOrder)") }
    if loading == .readOnly { parts.append("read-only") }
    if isShowingSimilar, let similar { parts.append(similar.statusText) }
    if isShowingSearch, let arXivSearch { parts.append(arXivSearch.statusText) }
    return parts.isEmpty ? view.name : parts.joined(separator: "  ")
  }

  /// The keys of a sequence that is begun, and the place.
  private var statusRight: String {
    pendingKeys.isEmpty ? place : "\(KeyMap.name(pendingKeys))…  \(place)"
  }

  /// The columns that the right end of the status line takes.
  var statusRightColumns: Int { statusRight.displayWidth }

  private var place: String {
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

  // MARK: - Hints

  /// The keys that matter now, as many as fit.
  func renderHints(into grid: inout Grid, _ rect: GridRect) {
    if hasLongMessage { return }
    let note = prompt.flatMap { $0.isNote ? PromptText($0, columns: size.columns) : nil }
    let place = note.flatMap(promptPlace)
    let columns = rect.columns - (place.map { $0.displayWidth + 3 } ?? 0)
    var column = 1
    for (keys, label) in hints {
      let width = keys.displayWidth + 1 + label.displayWidth
      guard column + width <= columns else { return }
      column += grid.write(
        keys, at: Position(row: rect.row, column: column), style: options.theme[.hintKey])
      column += grid.write(
        " " + label, at: Position(row: rect.row, column: column), style: options.theme[.hint])
      column += 2
    }
  }

  private var hints: [(String, String)] {
    if let question {
      return question.selected == nil
        ? [("y", "yes"), ("n", "no")] : [("j/k", "choose"), ("Enter", "take"), ("Esc", "leave")]
    }
    if let prompt {
      switch prompt.purpose {
      case .annotate: return [("Enter", "save"), ("Alt-Enter", "new line"), ("Esc", "keep draft")]
      case .search: return [("Enter", "stay"), ("Esc", "back")]
      case .searchArXiv:
        return [("Enter", "ask"), ("Tab", "complete"), ("Up", "earlier"), ("Esc", "leave")]
      case .filter: return [("Enter", "keep"), ("Tab", "complete"), ("Esc", "leave")]
      case .export: return [("Enter", "export"), ("Tab", "complete"), ("Esc", "leave")]
      case .pipe: return [("Enter", "run"), ("Up", "earlier"), ("Esc", "leave")]
      case .command:
        return [("Enter", "run"), ("Tab", "complete"), ("Up", "earlier"), ("Esc", "leave")]
      case .tags: return [("Enter", "save"), ("Tab", "complete"), ("Esc", "leave")]
      }
    }
    let wanted: [(Action, String)] =
      switch context {
      case .list:
        [
          (.open, "open"), (.toggleRead, "read"), (.toggleQueued, "want"), (.annotate, "note"),
          (.help, "help"), (.search, "search"), (.filter, "filter"), (.fetch, "fetch"),
          (.editTags, "tags"), (.toggleStar, "star"), (.undo, "undo"), (.export, "export"),
          (.quit, "quit"),
        ]
      case .page:
        [
          (.back, "back"), (.toggleRead, "read"), (.annotate, "note"), (.help, "help"),
          (.nextUnread, "next unread"), (.openBrowser, "browser"), (.openPDF, "PDF"),
          (.openLink, "links"), (.editTags, "tags"), (.toggleStar, "star"), (.undo, "undo"),
        ]
      case .help, .messages: []
      case .output: [(.back, "back"), (.pageDown, "more"), (.help, "help")]
      case .triage:
        [
          (.toggleDismissed, "dismiss"), (.skip, "later"), (.toggleQueued, "want"),
          (.toggleStar, "star"), (.undo, "undo"), (.help, "help"), (.toggleRead, "read"),
          (.previousPaper, "previous"), (.annotate, "note"), (.openPDF, "PDF"), (.back, "leave"),
        ]
      case .sources: [(.back, "back"), (.fetch, "fetch"), (.help, "help")]
      }
    // Escape takes an error away before it does anything else.
    let dismissing = message?.isError == true ? [("Esc", "dismiss")] : []
    if screens.last?.filter != nil {
      return dismissing + [("type", "to filter"), ("Esc", "back"), ("PgDn", "more")]
    }
    return dismissing
      + wanted.compactMap { action, label in
        options.keyMap.keyNames(of: action, in: context).first.map { ($0, label) }
      }
  }

  // MARK: - Questions

  func renderQuestion(_ question: Question, into grid: inout Grid, _ layout: Layout) {
    let theme = options.theme
    let isMenu = question.selected != nil
    let place = MenuPlace(question, in: layout)
    let (text, top) = (place.text, place.row)
    grid.fill(
      GridRect(row: top, column: 0, rows: layout.status.row - top + 1, columns: size.columns),
      style: .plain)
    grid.write(
      text, in: GridRect(row: top, column: 1, rows: text.count, columns: size.columns - 2),
      theme: theme)
    guard isMenu else { return }
    let first = top + text.count - 1
    let keyColumns = question.choices.map(\.key.count).max() ?? 0
    for (index, choice) in zip(place.visible, question.choices[place.visible]) {
      let row = first + 1 + index - place.visible.lowerBound
      let key = String(repeating: " ", count: keyColumns - choice.key.count) + choice.key
      let label = choice.label.truncatedInMiddle(toColumns: size.columns - keyColumns - 5)
      grid.write("  \(key)  \(label)", at: Position(row: row, column: 0))
      if index == question.selected {
        grid.restyle(
          GridRect(row: row, column: 0, rows: 1, columns: size.columns), theme[.cursor])
      }
    }
  }
}
