import Papers
import TerminalGrid

extension QueueState {
  // MARK: - Hints

  /// The keys that matter now, as many as fit beside what is said of the text of a note.
  func renderHints(into grid: inout Grid, _ rect: GridRect, besides text: PromptText?) {
    let seenLines = text.flatMap(seenLinesText)
    var column = 1
    for hint in fitting(
      hints, columns: rect.columns - 1 - (seenLines.map { $0.displayWidth + 3 } ?? 0))
    {
      column += grid.write(
        hint.keys, at: Position(row: rect.row, column: column), style: options.theme[.hintKey])
      column += grid.write(
        " " + hint.label, at: Position(row: rect.row, column: column), style: options.theme[.hint])
      column += 2
    }
  }

  private typealias Hint = (keys: String, label: String)

  /// The first hints that there is room for. That of the help is always among them, for it leads to
  /// all others, and of a prompt the key that leaves it.
  private func fitting(_ hints: [Hint], columns: Int) -> [Hint] {
    func width(_ hint: Hint) -> Int { hint.keys.displayWidth + 1 + hint.label.displayWidth }
    func fit(_ hints: ArraySlice<Hint>, in columns: Int) -> ArraySlice<Hint> {
      var used = -2
      return hints.prefix { hint in
        used += 2 + width(hint)
        return used <= columns
      }
    }
    let fitting = fit(hints[...], in: columns)
    let kept = hints.firstIndex { prompt == nil ? $0.label == Self.helpLabel : $0.keys == "Esc" }
    guard let kept, kept >= fitting.count else { return Array(fitting) }
    return fit(hints[..<kept], in: columns - 2 - width(hints[kept])) + [hints[kept]]
  }

  private static let helpLabel = "help"

  private var hints: [Hint] {
    if let question {
      return question.kind == .yesNo
        ? [("y", "yes"), ("n", "no")] : [("j/k", "choose"), ("Enter", "take"), ("Esc", "leave")]
    }
    if let prompt {
      switch prompt.purpose {
      case .annotate: return [("Enter", "save"), ("Alt-Enter", "new line"), ("Esc", "leave")]
      case .search, .find: return [("Enter", "stay"), ("Esc", "back")]
      case .narrow:
        let scroll = hasMore ? [("Down", "scroll")] : []
        let isOnce = Key(name: prompt.editor.text).map { leavesHelp($0, in: prompt) } ?? false
        let again = isOnce ? [(prompt.editor.text, "again leaves")] : []
        return again + [
          ("Enter", "keep"), ("Esc", context.narrowsByTyping ? "leave" : "drop"),
        ] + scroll
      case .searchArXiv:
        return [("Enter", "ask"), ("Tab", "complete"), ("Up", "earlier"), ("Esc", "leave")]
      case .filter: return [("Enter", "keep"), ("Tab", "complete"), ("Esc", "leave")]
      case .export: return [("Enter", "export"), ("Tab", "complete"), ("Esc", "leave")]
      case .pipe: return [("Enter", "run"), ("Up", "earlier"), ("Esc", "leave")]
      case .command:
        return [("Enter", "run"), ("Tab", "complete"), ("Up", "earlier"), ("Esc", "leave")]
      case .tags:
        return [
          ("Enter", "save"), ("Tab", "complete"), ("Esc", "leave"),
          ("\"a b\"", "a tag with blanks"), ("+a -b", "changes alone"),
        ]
      }
    }
    let wanted: [(Action, String)] =
      switch context {
      case .list:
        [
          (.open, "open"), (.toggleRead, "read"), (.toggleQueued, "want"), (.annotate, "note"),
          (.help, Self.helpLabel), (.search, "search"), (.filter, "filter"), (.fetch, "fetch"),
          (.editTags, "tags"), (.toggleStar, "star"), (.undo, "undo"), (.export, "export"),
          (.quit, "quit"),
        ]
      case .page:
        [(.back, "back")] + onward + [
          (.toggleRead, "read"), (.annotate, "note"), (.help, Self.helpLabel),
          (.nextPaper, "next"), (.openBrowser, "browser"), (.openPDF, "PDF"),
          (.openLink, "links"), (.editTags, "tags"), (.toggleStar, "star"), (.undo, "undo"),
        ]
      case .help: [(.back, "back")] + onward
      case .messages, .output:
        [(.back, "back")] + onward + [(.search, "filter"), (.help, Self.helpLabel)]
      case .triage:
        [
          (.toggleDismissed, "dismiss"), (.skip, "later"), (.toggleQueued, "want"),
          (.toggleStar, "star"),
        ] + onward + [
          (.undo, "undo"), (.help, Self.helpLabel), (.toggleRead, "read"),
          (.previousPaper, "previous"), (.annotate, "note"), (.openPDF, "PDF"), (.back, "leave"),
        ]
      case .sources:
        [(.back, "back")] + onward
          + [
            (.search, "filter"),
            (.fetch, screens.last?.filter.isEmpty == false ? "fetch these" : "fetch"),
            (.help, Self.helpLabel),
          ]
      }
    let typing = context.narrowsByTyping ? [("type", "to filter")] : []
    // Escape takes an error away before it does anything else.
    let dismissing = message?.isError == true ? [("Esc", "hide")] : []
    return dismissing + typing
      + wanted.compactMap { action, label in
        options.keyMap.keyNames(of: action, in: context).first.map { ($0, label) }
      }
  }

  /// The key that goes on reading, where there is more.
  private var onward: [(Action, String)] {
    switch context {
    case .list: []
    case .triage: hasMore ? [(.moveDown, "more")] : []
    case .page:
      hasMore
        ? [(.readOn, "more")]
        : isOverTriage || !mayHaveOtherUnread ? [] : [(.readOn, "next unread")]
    case .help, .sources, .output, .messages: hasMore ? [(.pageDown, "more")] : []
    }
  }

  // MARK: - Questions

  func renderQuestion(_ question: Question, into grid: inout Grid, _ layout: Layout) {
    let theme = options.theme
    let place = MenuPlace(question, in: layout)
    let (text, top) = (place.text, place.row)
    grid.fill(
      GridRect(row: top, column: 0, rows: layout.status.row - top + 1, columns: size.columns),
      style: .plain)
    grid.write(
      text, in: GridRect(row: top, column: 1, rows: text.count, columns: size.columns - 2),
      theme: theme)
    guard question.kind != .yesNo else { return }
    let first = top + text.count - 1
    let keyColumns = question.choices.map(\.key.count).max() ?? 0
    for (index, choice) in zip(place.visible, question.choices[place.visible]) {
      let row = first + 1 + index - place.visible.lowerBound
      let key = String(repeating: " ", count: keyColumns - choice.key.count) + choice.key
      // A blank parts the label from the sign in the last column.
      let label = choice.label(columns: size.columns - keyColumns - 6)
      grid.write("  \(key)  \(label)", at: Position(row: row, column: 0))
      let isCutAbove = index == place.visible.first && index > 0
      let isCutBelow = index == place.visible.last && index + 1 < question.choices.count
      if isCutAbove || isCutBelow {
        grid.write(isCutAbove ? "↑" : "↓", at: Position(row: row, column: size.columns - 1))
      }
      if index == question.selected {
        grid.restyle(
          GridRect(row: row, column: 0, rows: 1, columns: size.columns), theme[.cursor])
      }
    }
  }
}
