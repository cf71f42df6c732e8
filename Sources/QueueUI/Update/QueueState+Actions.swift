import Papers
import TerminalGrid

extension QueueState {
  /// Does an action on the present screen, with what stood after its name on the command line.
  mutating func perform(_ action: Action, argument: String = "") -> [Effect] {
    if action != .fetch, action != .command { freshArgument = nil }
    switch action {
    case .moveDown: return move(by: 1)
    case .moveUp: return move(by: -1)
    case .halfPageDown: return move(by: max(1, pageRows / 2))
    case .halfPageUp: return move(by: -max(1, pageRows / 2))
    case .pageDown: return move(by: max(1, pageRows - 1))
    case .pageUp: return move(by: -max(1, pageRows - 1))
    case .moveToTop: return move(by: -.max)
    case .moveToBottom: return move(by: .max)
    case .nextUnread: return moveToUnread(step: 1)
    case .previousUnread: return moveToUnread(step: -1)
    case .open: return open()
    case .back: return back()
    case .quit: return quit()
    case .nextView: return showView((viewIndex + 1) % options.views.count)
    case .previousView:
      return showView((viewIndex + options.views.count - 1) % options.views.count)
    case .showView: return showView(named: argument)
    case .toggleRead: return askForTargets(.toggleRead)
    case .toggleQueued: return askForTargets(.toggleQueued)
    case .moveUpInQueue: return moveInQueue(by: -1)
    case .moveDownInQueue: return moveInQueue(by: 1)
    case .toggleReading: return askForTargets(.toggleReading)
    case .toggleDismissed: return askForTargets(.toggleDismissed)
    case .toggleStar: return askForTargets(.toggleStar)
    case .setDepth: return setDepth(argument)
    case .annotate: return annotate(argument)
    case .editNotes: return editNotes()
    case .editTags: return editTags(argument)
    case .toggleMark: return toggleMark()
    case .markRange: return toggleRange()
    case .markAllRead: return markAllRead()
    case .search: return search(argument)
    case .nextMatch: return moveToMatch(step: 1)
    case .previousMatch: return moveToMatch(step: -1)
    case .filter: return filter(argument)
    case .clearFilter: return clearFilter()
    case .sort: return sort(argument)
    case .fetch: return startFetch(argument)
    case .openBrowser: return openBrowser()
    case .export: return export()
    case .command:
      prompt = Prompt(.command)
      return []
    case .undo: return ask(Intent(kind: .undo, ids: []))
    case .redo: return ask(Intent(kind: .redo, ids: []))
    case .help: return showHelp()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    }
  }

  // MARK: - Moving

  private var pageRows: Int {
    let layout = Layout(size: size)
    return screens.isEmpty ? layout.list.rows : layout.body.rows
  }

  private mutating func move(by step: Int) -> [Effect] {
    switch screens.last {
    case nil:
      list.move(by: step)
      fitList()
    case .page(let id, let scroll):
      screens[screens.count - 1] = .page(
        id, scroll: scrolled(scroll, by: step, lines: pageLines(of: id).count))
    case .help(let context, let filter, let scroll):
      let lines = helpLines(for: context, filter: filter.text).count
      screens[screens.count - 1] = .help(
        context, filter: filter, scroll: scrolled(scroll, by: step, lines: lines))
    }
    return []
  }

  private func scrolled(_ scroll: Int, by step: Int, lines: Int) -> Int {
    let (target, overflow) = scroll.addingReportingOverflow(step)
    return max(0, min(overflow ? (step > 0 ? .max : 0) : target, lines - pageRows))
  }

  private mutating func moveToUnread(step: Int) -> [Effect] {
    let library = library
    let found = moveToRow(step: step) { library.reading($0).state == .unread }
    guard found else {
      message = Message(text: "no unread paper here")
      return []
    }
    return showSelectedPage()
  }

  /// On a paper's page, shows the page of the row to which the cursor went.
  private mutating func showSelectedPage() -> [Effect] {
    guard case .page = screens.last, let id = list.selected else { return [] }
    screens[screens.count - 1] = .page(id, scroll: 0)
    return noteVersion(of: id)
  }

  mutating func moveToMatch(step: Int) -> [Effect] {
    guard let query = textQuery(searchText) else {
      message = Message(text: "nothing to look for yet")
      return []
    }
    guard moveToMatch(query, step: step) else {
      message = Message(text: "'\(searchText)' is not found in this view")
      return []
    }
    return showSelectedPage()
  }

  // MARK: - Screens

  private mutating func open() -> [Effect] {
    guard let id = list.selected else { return [] }
    screens.append(.page(id, scroll: 0))
    return noteVersion(of: id)
  }

  /// Remembers which version was opened, when the library can remember and there is news.
  private mutating func noteVersion(of id: ArXivID) -> [Effect] {
    guard loading == .done, let version = library.paper(id)?.version,
      version > library.reading(id).seenVersion ?? 0
    else { return [] }
    return ask(Intent(kind: .sawVersion, ids: [id]))
  }

  private mutating func back() -> [Effect] {
    if !screens.isEmpty {
      screens.removeLast()
      fitList()
    } else if rangeStart != nil || !marks.isEmpty {
      clearMarks()
    } else if fetch != nil {
      message = Message(text: "stopping the fetch")
      return [.cancelFetch]
    } else if filter != nil {
      return clearFilter()
    } else {
      let key = options.keyMap.keyNames(of: .quit, in: .list).first
      message = Message(text: "nothing to leave" + (key.map { "; \($0) quits" } ?? ""))
    }
    return []
  }

  mutating func clearMarks() {
    marks = []
    rangeStart = nil
  }

  private mutating func showView(_ index: Int) -> [Effect] {
    screens = []
    show(view: index)
    return []
  }

  private mutating func showView(named name: String) -> [Effect] {
    guard let index = viewIndex(named: name) else {
      let names = options.views.map(\.name).joined(separator: ", ")
      message = Message(text: "there is no view '\(name)'; there are \(names)", isError: true)
      return []
    }
    return showView(index)
  }

  private mutating func showHelp() -> [Effect] {
    if case .help = screens.last { return [] }
    screens.append(.help(context, filter: LineEditor(), scroll: 0))
    return []
  }

  // MARK: - Changing papers

  private mutating func askForTargets(_ kind: Intent.Kind, keepsMarks: Bool = false) -> [Effect] {
    let ids = targets
    guard !ids.isEmpty else {
      message = Message(text: "there is no paper here")
      return []
    }
    let intent = Intent(kind: kind, ids: ids)
    if options.confirms, ids.count >= Self.bulk, !keepsMarks {
      question = .yesOrNo("\(change(for: intent).action) for \(ids.count) papers?", intent)
      return []
    }
    if !keepsMarks, screens.isEmpty { clearMarks() }
    return ask(intent)
  }

  private mutating func moveInQueue(by places: Int) -> [Effect] {
    let queued = Set(library.queue)
    guard targets.contains(where: queued.contains) else {
      let key = options.keyMap.keyNames(of: .toggleQueued, in: context).first
      message = Message(
        text: "only papers in the queue move" + (key.map { "; \($0) queues this one" } ?? ""))
      return []
    }
    return askForTargets(.moveInQueue(places), keepsMarks: true)
  }

  /// From so many papers on, an action asks first.
  private static let bulk = 10

  private mutating func markAllRead() -> [Effect] {
    let ids = list.ids.filter { library.reading($0).state == .unread }
    guard !ids.isEmpty else {
      message = Message(text: "everything here is read")
      return []
    }
    let intent = Intent(kind: .markRead, ids: ids)
    guard options.confirms else { return ask(intent) }
    let papers = ids.count == 1 ? "the unread paper" : "all \(ids.count) unread papers"
    question = .yesOrNo("mark \(papers) of this view as read?", intent)
    return []
  }

  private mutating func setDepth(_ argument: String) -> [Effect] {
    let ids = targets
    guard !ids.isEmpty else { return [] }
    if let depth = Int(argument).flatMap(ReadingDepth.init) {
      if screens.isEmpty { clearMarks() }
      return ask(Intent(kind: .setDepth(depth), ids: ids))
    }
    let choices = ReadingDepth.allCases.map { depth in
      Question.Choice(
        key: Character(String(depth.rawValue)), label: depth.label,
        outcome: .intent(Intent(kind: .setDepth(depth), ids: ids)))
    }
    let present = library.reading(ids[0]).depth
    question = Question(
      text: "how well is it understood?", choices: choices, selected: present.rawValue)
    return []
  }

  private mutating func toggleMark() -> [Effect] {
    guard let id = list.selected else { return [] }
    if rangeStart != nil {
      endRange()
    } else if marks.remove(id) == nil {
      marks.insert(id)
    }
    return []
  }

  private mutating func toggleRange() -> [Effect] {
    if rangeStart != nil {
      endRange()
    } else {
      rangeStart = list.selected
    }
    return []
  }

  private mutating func endRange() {
    marks.formUnion(range)
    rangeStart = nil
  }

  // MARK: - Outside

  private mutating func startFetch(_ argument: String) -> [Effect] {
    guard fetch == nil else {
      message = Message(text: "a fetch is under way; Esc stops it")
      return []
    }
    guard loading == .done else {
      message = Message(text: "the library cannot be changed, so nothing is fetched", isError: true)
      return []
    }
    // A name may hold blanks; several names are parted by them.
    let known = options.sourceNames
    let words =
      known.contains(argument) ? [argument] : argument.split(separator: " ").map(String.init)
    if let name = words.first(where: { !known.contains($0) }) {
      message = Message(
        text: "there is no source '\(name)'; there are \(known.joined(separator: ", "))",
        isError: true)
      return []
    }
    let names = words.isEmpty ? nil : words
    let isForced = freshArgument == argument
    freshArgument = nil
    fetchArgument = argument
    fetch = FetchProgress(source: names?.first ?? "arXiv")
    return [.fetch(sources: names, isForced: isForced)]
  }

  private mutating func openBrowser() -> [Effect] {
    guard let id = current, let paper = library.paper(id) else { return [] }
    message = Message(text: "opening \(paper.reference)")
    return [.openInBrowser(ArXivReference(id: id))]
  }

  private mutating func editNotes() -> [Effect] {
    guard loading == .done else { return ask(Intent(kind: .edit([]), ids: [])) }
    guard let id = current else { return [] }
    return [.editNotes(id, notes: library.reading(id).notes)]
  }

  private mutating func export() -> [Effect] {
    let isPage = !screens.isEmpty
    let ids = isPage || !marks.union(range).isEmpty ? targets : list.ids
    guard !ids.isEmpty else {
      message = Message(text: "there is no paper to export")
      return []
    }
    if !isPage { clearMarks() }
    return [.export(ids)]
  }
}

extension Question {
  /// A question that `y` answers with an intent, and `n` or Esc leaves.
  static func yesOrNo(_ text: String, _ intent: Intent) -> Question {
    Question(
      text: text, choices: [.init(key: "y", label: "yes", outcome: .intent(intent))],
      selected: nil)
  }
}

extension ReadingDepth {
  /// The word for it.
  var label: String {
    switch self {
    case .notYet: "not yet"
    case .skimmed: "skimmed"
    case .read: "read"
    case .understood: "understood"
    }
  }
}
