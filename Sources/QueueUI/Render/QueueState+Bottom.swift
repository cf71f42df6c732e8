import Papers
import TerminalGrid

extension QueueState {
  // MARK: - Hints

  /// The keys that matter now, as many as fit.
  func renderHints(into grid: inout Grid, _ rect: GridRect) {
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
