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

  /// A key with what it does.
  private struct Hint {
    let keys: String
    let label: String
    /// Whether there must be room for it.
    let isEssential: Bool

    init(_ keys: String, _ label: String, isEssential: Bool = false) {
      self.keys = keys
      self.label = label
      self.isEssential = isEssential
    }

    var width: Int { keys.displayWidth + 1 + label.displayWidth }

    /// The key that leaves a prompt.
    static func escape(_ label: String) -> Hint { Hint("Esc", label, isEssential: true) }
  }

  /// The first hints that there is room for, with the essential one among them.
  private func fitting(_ hints: [Hint], columns: Int) -> [Hint] {
    func fit(_ hints: ArraySlice<Hint>, in columns: Int) -> ArraySlice<Hint> {
      var used = -2
      return hints.prefix { hint in
        used += 2 + hint.width
        return used <= columns
      }
    }
    let fitting = fit(hints[...], in: columns)
    guard let kept = hints.firstIndex(where: \.isEssential), kept >= fitting.count else {
      return Array(fitting)
    }
    return fit(hints[..<kept], in: columns - 2 - hints[kept].width) + [hints[kept]]
  }

  private var hints: [Hint] {
    if let question {
      return question.kind == .yesNo
        ? [Hint("y", "yes"), Hint("n", "no")]
        : [Hint("j/k", "choose"), Hint("Enter", "take"), Hint("Esc", "leave")]
    }
    if let prompt {
      switch prompt.purpose {
      case .annotate:
        return [Hint("Enter", "save"), Hint("Alt-Enter", "new line"), .escape("leave")]
      case .search, .find: return [Hint("Enter", "stay"), .escape("back")]
      case .narrow:
        let scroll = hasMore ? [Hint("Down", "scroll")] : []
        let isOnce = Key(name: prompt.editor.text).map { leavesHelp($0, in: prompt) } ?? false
        let again = isOnce ? [Hint(prompt.editor.text, "again leaves")] : []
        return again + [
          Hint("Enter", "keep"), .escape(context.narrowsByTyping ? "leave" : "drop"),
        ] + scroll
      case .searchArXiv:
        return [
          Hint("Enter", "ask"), Hint("Tab", "complete"), Hint("Up", "earlier"), .escape("leave"),
        ]
      case .filter:
        return [
          Hint("Enter", "keep"), Hint("Tab", "complete"), Hint("Up", "earlier"), .escape("leave"),
        ]
      case .export: return [Hint("Enter", "export"), Hint("Tab", "complete"), .escape("leave")]
      case .pipe: return [Hint("Enter", "run"), Hint("Up", "earlier"), .escape("leave")]
      case .command:
        return [
          Hint("Enter", "run"), Hint("Tab", "complete"), Hint("Up", "earlier"), .escape("leave"),
        ]
      case .tags:
        return [
          Hint("Enter", "save"), Hint("Tab", "complete"), .escape("leave"),
          Hint("\"a b\"", "a tag with blanks"), Hint("+a -b", "changes alone"),
        ]
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
        [(.back, "back")] + onward + [
          (.toggleRead, "read"), (.annotate, "note"), (.help, "help"),
          (.nextPaper, "next"), (.openBrowser, "browser"), (.openPDF, "PDF"),
          (.openLink, "links"), (.editTags, "tags"), (.toggleStar, "star"), (.undo, "undo"),
        ]
      case .help: [(.back, "back")] + onward
      case .messages, .output:
        [(.back, "back")] + onward + [(.search, "filter"), (.help, "help")]
      case .triage:
        [
          (.toggleDismissed, "dismiss"), (.skip, "later"), (.toggleQueued, "want"),
          (.toggleStar, "star"),
        ] + onward + [
          (.undo, "undo"), (.help, "help"), (.toggleRead, "read"),
          (.previousPaper, "previous"), (.annotate, "note"), (.openPDF, "PDF"), (.back, "leave"),
        ]
      case .sources:
        [(.back, "back")] + onward
          + [
            (.search, "filter"),
            (.fetch, screens.last?.filter.isEmpty == false ? "fetch these" : "fetch"),
            (.help, "help"),
          ]
      }
    let typing = context.narrowsByTyping ? [Hint("type", "to filter")] : []
    // Escape takes an error away before it does anything else.
    let dismissing = message?.isError == true ? [Hint("Esc", "hide")] : []
    return dismissing + typing
      + wanted.compactMap { action, label in
        // The help leads to all other keys.
        options.keyMap.keyNames(of: action, in: context).first.map {
          Hint($0, label, isEssential: action == .help)
        }
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
