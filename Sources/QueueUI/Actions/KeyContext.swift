/// A screen on which keys have a meaning of their own.
package enum KeyContext: String, CaseIterable, Sendable {
  /// The list of papers.
  case list
  /// The page of one paper.
  case page
  /// The help screen.
  case help
  /// The sources and what they brought.
  case sources
  /// One paper after the other, to be decided about.
  case triage
  /// What was said in the status line.
  case messages

  /// Whether what is typed narrows the screen, so that characters are no keys.
  var isNarrowedByTyping: Bool { self == .help || self == .messages }

  /// The actions that do something here; others are not offered and cannot be bound.
  package var actions: [Action] {
    switch self {
    case .list: Action.allCases.filter { !Self.triageOnly.contains($0) }
    case .page:
      Action.allCases.filter { !Self.listOnly.contains($0) && !Self.triageOnly.contains($0) }
    case .help, .messages:
      Self.scrolling
    case .sources:
      Self.scrolling + [.fetch, .nextView, .previousView, .showView, .messages, .command, .help]
    case .triage:
      [
        .toggleDismissed, .skip, .toggleQueued, .toggleStar, .toggleRead, .previousPaper, .annotate,
        .editNotes, .editTags, .open, .openBrowser, .openPDF, .openLink, .undo, .redo, .command,
        .help,
      ] + Self.scrolling
    }
  }

  private static let scrolling: [Action] = [
    .moveDown, .moveUp, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .moveToTop,
    .moveToBottom, .back, .quit, .redraw, .suspend,
  ]

  private static let triageOnly: Set<Action> = [.skip, .previousPaper]

  private static let listOnly: Set<Action> = [
    .triage, .open, .toggleMark, .markRange, .markAllRead, .filter, .clearFilter, .sort,
    .widenPreview, .narrowPreview, .resetPreview, .togglePreview,
  ]
}
