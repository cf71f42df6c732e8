extension Action {
  /// The line of the help of a screen, in the words of that screen.
  package func help(in context: KeyContext) -> String {
    switch context {
    case .list: listHelp ?? help
    case .page: pageHelp ?? textHelp ?? help
    case .triage: triageHelp ?? pageHelp ?? textHelp ?? help
    case .sources where self == .fetch: "fetch what is new from the sources shown, or named"
    case .help, .sources, .output, .messages:
      self == .search ? "only what has a text" : textHelp ?? help
    }
  }

  /// In the list, where moving goes from paper to paper.
  private var listHelp: String? {
    switch self {
    case .moveDown: "next paper"
    case .moveUp: "previous paper"
    case .scrollDown: "the preview a line down"
    case .scrollUp: "the preview a line up"
    default: nil
    }
  }

  /// On a screen whose lines are scrolled.
  private var textHelp: String? {
    switch self {
    case .moveDown, .scrollDown: "a line down"
    case .moveUp, .scrollUp: "a line up"
    case .back: "back"
    case .fetch: "fetch what is new at arXiv, or from the sources named"
    default: nil
    }
  }

  /// On the page of one paper.
  private var pageHelp: String? {
    switch self {
    case .nextUnread: "the page of the next unread paper"
    case .previousUnread: "the page of the previous unread paper"
    case .search: "search this page as you type"
    case .nextMatch: "next match on this page"
    case .previousMatch: "previous match on this page"
    case .export: "export this paper"
    default: nil
    }
  }

  private var triageHelp: String? {
    switch self {
    case .previousPaper: "back to the paper before"
    case .open: "open the paper's page; at the end, those left for later"
    case .back: "back to the list; triage goes on from there"
    default: Triage.help(for: self)
    }
  }
}
