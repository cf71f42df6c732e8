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
  /// What a command printed.
  case output
  /// One paper after the other, to be decided about.
  case triage
  /// What was said in the status line.
  case messages

  /// Whether characters that are no keys narrow the screen, as if `search` had come before them.
  var narrowsByTyping: Bool { self == .help }

  /// Whether `search` narrows the screen to what has a text.
  var canBeNarrowed: Bool { !isAboutPapers }

  /// Whether it is about papers of the list, whose marks its help explains.
  var isAboutPapers: Bool {
    switch self {
    case .list, .page, .triage: true
    case .help, .sources, .output, .messages: false
    }
  }

  /// Where its keys are, for headings.
  var place: String {
    switch self {
    case .list: "of the list"
    case .page: "of the page"
    case .help: "of the help"
    case .sources: "among the sources"
    case .output: "of the output"
    case .triage: "of triage"
    case .messages: "among the messages"
    }
  }

  /// The actions that do something here; others are not offered and cannot be bound.
  package var actions: [Action] {
    switch self {
    case .list: Action.allCases.filter { !Self.pageOnly.contains($0) && $0 != .skip }
    case .page: Action.allCases.filter { !Self.listOnly.contains($0) && $0 != .skip }
    case .help:
      Self.scrolling + [.search]
    case .messages, .output:
      Self.scrolling + [.search, .command, .help]
    case .sources:
      Self.scrolling + [
        .search, .fetch, .nextView, .previousView, .showView, .messages, .command, .help,
      ]
    // All that is about one paper; which one comes next is triage's own.
    case .triage:
      Self.verdicts
        + KeyContext.page.actions.filter {
          !Self.verdicts.contains($0) && !Self.amongRows.contains($0) && !Self.finding.contains($0)
        }
    }
  }

  private static let scrolling: [Action] = [
    .moveDown, .moveUp, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .moveToTop,
    .moveToBottom, .scrollDown, .scrollUp, .back, .quit, .redraw, .suspend,
  ]

  /// What triage decides by, and where it leads.
  private static let verdicts: [Action] = [
    .toggleDismissed, .skip, .toggleQueued, .toggleStar, .toggleRead, .previousPaper, .open,
  ]

  private static let pageOnly: Set<Action> = [.nextPaper, .previousPaper, .readOn]

  /// What goes from a paper's page to that of another row of the list.
  static let amongRows: Set<Action> = [
    .nextPaper, .previousPaper, .readOn, .nextUnread, .previousUnread,
  ]

  private static let finding: Set<Action> = [.search, .nextMatch, .previousMatch]

  private static let listOnly: Set<Action> = [
    .triage, .open, .toggleMark, .markRange, .markAllRead, .filter, .clearFilter, .sort,
    .widenPreview, .narrowPreview, .resetPreview, .togglePreview,
  ]
}
