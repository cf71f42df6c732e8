/// Something that a user can ask for, by a key, by its name after `:`, or by a key of the
/// configuration.
///
/// The raw value is the name in all three places and in `docs/keys.md`.
package enum Action: String, CaseIterable, Sendable {
  case moveDown = "move-down"
  case moveUp = "move-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case moveToTop = "move-to-top"
  case moveToBottom = "move-to-bottom"
  case scrollDown = "scroll-down"
  case scrollUp = "scroll-up"
  case nextUnread = "next-unread"
  case previousUnread = "previous-unread"
  case nextPaper = "next-paper"
  case previousPaper = "previous-paper"
  case readOn = "read-on"
  case open
  case back
  case quit
  case nextView = "next-view"
  case previousView = "previous-view"
  case showView = "show-view"
  case toggleRead = "toggle-read"
  case toggleQueued = "toggle-queued"
  case moveUpInQueue = "move-up-in-queue"
  case moveDownInQueue = "move-down-in-queue"
  case moveToQueueTop = "move-to-queue-top"
  case moveToQueueBottom = "move-to-queue-bottom"
  case toggleReading = "toggle-reading"
  case toggleDismissed = "toggle-dismissed"
  case toggleStar = "toggle-star"
  case setDepth = "set-depth"
  case annotate
  case editNotes = "edit-notes"
  case editTags = "edit-tags"
  case toggleMark = "toggle-mark"
  case markRange = "mark-range"
  case markAllRead = "mark-all-read"
  case triage
  case skip
  case search
  case nextMatch = "next-match"
  case previousMatch = "previous-match"
  case filter
  case clearFilter = "clear-filter"
  case sort
  case fetch
  case searchArXiv = "search-arxiv"
  case showSources = "show-sources"
  case messages
  case showChanges = "show-changes"
  case similar
  case openBrowser = "open-browser"
  case openLink = "open-link"
  case openPDF = "open-pdf"
  case yank
  case pipe
  case pipeNotes = "pipe-notes"
  case export
  case chooseExport = "choose-export"
  case widenPreview = "widen-preview"
  case narrowPreview = "narrow-preview"
  case resetPreview = "reset-preview"
  case togglePreview = "toggle-preview"
  case command
  case undo
  case redo
  case help
  case redraw
  case suspend

  /// The line of the help screen.
  package var help: String {
    switch self {
    case .moveDown: "next paper, or a line down"
    case .moveUp: "previous paper, or a line up"
    case .halfPageDown: "half a page down"
    case .halfPageUp: "half a page up"
    case .pageDown: "a page down"
    case .pageUp: "a page up"
    case .moveToTop: "to the top"
    case .moveToBottom: "to the bottom"
    case .scrollDown: "the preview a line down, or a line down"
    case .scrollUp: "the preview a line up, or a line up"
    case .nextUnread: "next unread paper"
    case .previousUnread: "previous unread paper"
    case .nextPaper: "the paper below it in the list"
    case .previousPaper: "the paper above it in the list"
    case .readOn: "a page down; from the end on to the next unread paper"
    case .open: "open the paper's page"
    case .back: "back; drop marks, stop a download or a fetch; in the list q quits"
    case .quit: "leave paperq"
    case .nextView: "next view"
    case .previousView: "previous view"
    case .showView: "view by its number or name"
    case .toggleRead: "read, or unread again"
    case .toggleQueued: "want to read: into the queue, or out of it"
    case .moveUpInQueue: "up in the queue"
    case .moveDownInQueue: "down in the queue"
    case .moveToQueueTop: "to the top of the queue: the next to be read"
    case .moveToQueueBottom: "to the bottom of the queue"
    case .toggleReading: "start reading, or stop"
    case .toggleDismissed: "dismiss, or restore"
    case .toggleStar: "star, or no star"
    case .setDepth: "how well it was understood, 0 to 3"
    case .annotate: "write a note in place"
    case .editNotes: "edit the notes in $VISUAL or $EDITOR"
    case .editTags: "edit the tags"
    case .toggleMark: "mark for the next action, or unmark"
    case .markRange: "mark a range: begin, or end it"
    case .markAllRead: "everything in this view read, after a question"
    case .triage: "go through the unread papers: one a screen, one key a verdict"
    case .skip: "leave it for later: it stays unread"
    case .search: "search as you type"
    case .nextMatch: "next match"
    case .previousMatch: "previous match"
    case .filter: "filter with a query"
    case .clearFilter: "clear the filter"
    case .sort: "sort by something else"
    case .fetch: "fetch what is new at arXiv"
    case .searchArXiv: "search arXiv; a key on a result takes it into the library"
    case .showSources: "sources, what each brought and what is missing"
    case .messages: "errors and results of this run that are worth reading again"
    case .showChanges: "what changed since the version you saw"
    case .similar: "papers of the library that are like this one"
    case .openBrowser: "abstract page in the browser"
    case .openLink: "links: pages of the paper and what its text and notes name"
    case .openPDF: "PDF: download it, unless it is there, and open it"
    case .yank: "copy identifier, URL, BibTeX, citation, notes …"
    case .pipe: "give the paper as JSON to a command, and show what it prints"
    case .pipeNotes: "give the notes as Markdown to a command"
    case .export: "export this view, or what is marked"
    case .chooseExport: "export it in a format, and to a place, that you choose"
    case .widenPreview: "more room for the preview"
    case .narrowPreview: "more room for the list"
    case .resetPreview: "list and preview as they are by default"
    case .togglePreview: "hide the preview, or show it again"
    case .command: "command line: every action by its name"
    case .undo: "undo the last action"
    case .redo: "redo what was undone"
    case .help: "this help"
    case .redraw: "draw the screen anew"
    case .suspend: "suspend paperq"
    }
  }
}
