package import Papers
package import TerminalGrid

/// All that the terminal interface knows: a value, changed by `update` and shown by `render`.
///
/// Neither touches disk, network, clock or terminal, so the whole interface is tested by pressing
/// keys and comparing the screen.
package struct QueueState: Sendable {
  /// What the configuration says about the interface.
  package struct Options: Sendable {
    /// The tabs, at least one.
    package var views: [ViewDefinition]
    /// What the keys ask for.
    package var keyMap: KeyMap
    /// How things look.
    package var theme: Theme
    /// Whether actions on many papers ask first.
    package var confirms: Bool
    /// Whether to fetch as soon as the library is open.
    package var fetchesOnStart: Bool
    /// Names of the sources, for the completion of `:fetch`.
    package var sourceNames: [String]
    /// Where the pages of papers are.
    package var site: ArXivSite
    /// Whether tabs tell how many papers they have.
    package var showsCounts = false
    /// The columns of the list.
    package var columns = ListColumn.standard
    /// How the list writes times.
    package var dates = DateForm.absolute
    /// How and where papers are exported unless something else is asked for, the folder as people
    /// write it.
    package var exportFormat = ExportFormat.markdown
    package var exportFolder = "~/papers"
    /// Whether the library goes with the program, so that leaving it is asked about.
    package var isThrowaway = false
    /// How bars are drawn.
    package var progressBar: ProgressBar
    /// What happens here is told by this clock, what arXiv dates in UTC.
    package var wallClock = WallClock.utc

    package init(
      views: [ViewDefinition], keyMap: KeyMap = KeyMap(), theme: Theme = .sixteenColors,
      confirms: Bool = true, fetchesOnStart: Bool = false, sourceNames: [String] = [],
      site: ArXivSite = .standard, progressBar: ProgressBar = .lines
    ) {
      precondition(!views.isEmpty, "there is always a view")
      self.views = views
      self.keyMap = keyMap
      self.theme = theme
      self.confirms = confirms
      self.fetchesOnStart = fetchesOnStart
      self.sourceNames = sourceNames
      self.site = site
      self.progressBar = progressBar
    }
  }

  /// How much of the library is there.
  enum Loading: Equatable, Sendable {
    case months, done, readOnly
    case failed(String)

    /// Why nothing can be changed; nil when it can.
    var refusal: String? {
      switch self {
      case .done: nil
      case .months: "the library is not open yet"
      case .readOnly: "the library is of a newer paperq: it can be read but not changed"
      case .failed(let reason): reason
      }
    }
  }

  let options: Options
  /// The library as it is on disk.
  package internal(set) var library = Library() { didSet { revision += 1 } }
  /// Counts the changes of what papers and records there are.
  private(set) var revision = 0
  /// The screen that is seen, laid out once for each change of it.
  var laidOutScreen: LaidOutScreen?
  /// The size of the terminal.
  package internal(set) var size: GridSize
  /// The time of the last event.
  var now: Timestamp

  /// The tab that is shown.
  var tab = Tab.view(0)
  var list = PaperList()
  /// The lists of tabs that are not shown, as they were left.
  var leftLists: [Tab: PaperList] = [:]

  /// How list and preview share the screen.
  package internal(set) var split: PreviewSplit
  /// The columns that come with use and of which some paper has something.
  ///
  /// They keep their room from then on, so that the list does not jump with what is on the screen.
  var usedColumns: Set<ListColumn> = []
  /// How many papers the views have.
  var viewCounts = ViewCounts()

  /// What lies on top of the list, the one that is seen last.
  var screens: [Screen] = []
  /// Where going through unread papers came to; it stays when its screen is left.
  var triage: Triage?
  /// Unread papers that were left for later there.
  var skipped: Set<ArXivID>
  var prompt: Prompt?
  var question: Question?
  /// The click of which a second one makes a double click.
  var lastClick: Click?
  /// Whether the line between list and preview follows the mouse.
  var isDraggingDivider = false
  /// How far the preview was scrolled.
  var previewScroll: PreviewScroll?
  /// Keys of a sequence that is not complete.
  var pendingKeys: KeyMap.Sequence = []
  /// What the status line says; see ``show(_:)``.
  private(set) var message: Message?
  /// What came while an error was shown, and is said when that is dismissed.
  var heldMessage: Message?
  /// The papers whose draft the last message offered to go on with, for the key that is pressed now.
  var offeredDraft: [ArXivID]?
  /// What was said so far.
  package internal(set) var messages = MessageHistory()
  /// What is to be written to the log.
  var unlogged: [Effect] = []
  /// Whether the list does not show yet what the text of the prompt leads to; see ``settle()``.
  var isUnsettled = false
  /// What `/` looks for.
  var searchText = ""
  /// The rows that have it, as far as they were counted.
  var matches: SearchMatches?
  /// Whether the status line waits for them to be counted; see ``settle()``.
  var isCountingMatches = false

  var loading = Loading.months
  /// Whether something is being saved; what depends on it waits in `waiting`.
  var isSaving = false
  var isWaitingForLock = false
  var waiting: [Request] = []
  /// What papers were before their state was changed last in this run.
  var formerStates: [ArXivID: FormerState] = [:]
  /// The papers to which the change that is being saved gives another place in the queue.
  var moved: [ArXivID] = []
  var fetch: Fetch?
  /// PDFs on their way, in the order in which they were asked for.
  var downloads: [PDFDownload] = []
  /// The command that papers are being given to.
  var pipedCommand: String?
  /// What the last fetch of the user asked for, without force; nil for that of the start.
  var fetchArgument: String?
  /// What was not asked for because its answer is fresh: asking for it again means it. Any other
  /// action forgets it.
  var freshArgument: String?
  /// What was looked for at arXiv; its tab stays until it is left.
  var arXivSearch: ArXivSearch? { didSet { revision += 1 } }
  /// The view from which arXiv was searched.
  var viewBeforeSearch = 0
  /// Papers that are like one; their tab stays until it is left.
  var similar: SimilarPapers? { didSet { revision += 1 } }
  var isQuitting = false

  /// What was typed into prompts, the latest last.
  var histories: [Prompt.History: [String]]
  /// The places that formats were exported to last.
  var exportPlaces: [ExportFormat: String] = [:]
  /// Notes that were left with Escape, by the papers that they were for.
  var drafts: [[ArXivID]: String]
  /// Notes that are not on disk yet, in the order in which they were written.
  var notesBeingSaved: [NoteBeingSaved] = []
  /// The notes without a place in the library that are known to outlive the program.
  var keptDrafts: [[ArXivID]: String]
  /// The paper on which the cursor was in the last run.
  let paperBefore: ArXivID?
  /// Whether it was put on that, or on the paper of a draft.
  var isCursorPlaced = false
  /// Whether no key was pressed yet, so that the first screen may still be chosen.
  var isUntouched = true

  package init(
    options: Options, size: GridSize, session: Session = Session(), now: Timestamp
  ) {
    self.options = options
    self.size = size
    self.now = now
    histories = [.command: session.commands]
    drafts = session.drafts
    split = session.split
    skipped = Set(session.skipped)
    keptDrafts = session.drafts
    paperBefore = session.paper
    tab = session.view.flatMap { tab(named: $0) } ?? .view(0)
  }

  /// The tabs in their order.
  var tabs: [Tab] {
    options.views.indices.map(Tab.view) + (arXivSearch == nil ? [] : [.arXivSearch])
      + (similar == nil ? [] : [.similar])
  }

  /// What a tab shows; that of a list which is not there any more is the first view.
  func view(of tab: Tab) -> ViewDefinition {
    let view: ViewDefinition? =
      switch tab {
      case .view(let index): options.views[index]
      case .arXivSearch: arXivSearch?.view
      case .similar: similar?.view
      }
    return view ?? options.views[0]
  }

  var view: ViewDefinition { view(of: tab) }

  /// Whether the list shows what arXiv found.
  var isShowingSearch: Bool { tab == .arXivSearch }

  /// Whether the list shows papers that are like one.
  var isShowingSimilar: Bool { tab == .similar }

  /// The view that is shown, or from which the present tab was opened.
  var lastView: Int {
    if case .view(let index) = tab { return index }
    if isShowingSimilar, case .view(let index) = similar?.origin { return index }
    return viewBeforeSearch
  }

  /// The papers among which the list chooses: those of the library, or those that arXiv found.
  package var shownLibrary: Library {
    if isShowingSearch, let arXivSearch { arXivSearch.library } else { library }
  }

  /// What the terminal's title says.
  package var title: String { "paperq: \(view.name)" }

  var order: SortOrder { list.chosenOrder ?? view.order }

  /// The screen on which keys go now.
  var context: KeyContext { screens.last?.context ?? .list }

  /// The paper that an action is about: that of the screen, or that of the row.
  var current: ArXivID? {
    guard screens.last?.subject != .triage else { return triage?.current }
    return screens.last?.paper ?? list.selected
  }

  /// A paper of the list or of the library.
  func paper(_ id: ArXivID) -> Paper? { shownLibrary.paper(id) ?? library.paper(id) }

  var currentPaper: Paper? { current.flatMap(paper) }

  /// The papers that the next action is about: all marked ones that are shown, in the order of the
  /// list, or the current one.
  var targets: [ArXivID] {
    if let id = screens.last?.paper { return [id] }
    if screens.last?.subject == .triage { return current.map { [$0] } ?? [] }
    let chosen = list.chosen
    guard !chosen.isEmpty else { return current.map { [$0] } ?? [] }
    return list.ids.filter(chosen.contains)
  }

  /// Says something in the status line, and remembers it if it is worth reading again.
  mutating func show(_ message: Message) {
    remember(message)
    self.message = message
  }

  /// Takes away what the status line says.
  mutating func clearMessage() { message = nil }

  /// Says what came while another message stood, and is remembered already.
  mutating func showHeldMessage() {
    message = heldMessage
    heldMessage = nil
  }
}
