package import Papers
import TerminalGrid

extension QueueState {
  /// Takes in what happened, and says what is to be done about it.
  ///
  /// `now` is the time of the event. Effects are run once, in order; their outcome comes back as
  /// another event.
  package mutating func update(_ event: Event, now: Timestamp) -> [Effect] {
    self.now = now
    let answer = respond(to: event) + askArXivForMore() + listFolder()
    let effects = unlogged + answer
    unlogged = []
    layOutScreen()
    // While a note is typed, that is done when no further key is waiting.
    return prompt?.isNote == true || effects.last == .quit ? effects : effects + keepDrafts()
  }

  private mutating func respond(to event: Event) -> [Effect] {
    switch event {
    case .key(let key):
      isUntouched = false
      return replacingError { $0.press(key) }
    case .mouse(let mouse):
      return replacingError { $0.pointed(mouse) }
    case .pasted(let text):
      return paste(text)
    case .resized(let size):
      self.size = size
      for index in screens.indices { screens[index].found = nil }
      fitList()
      fitPrompt()
      return []
    case .terminalClosed:
      if let prompt { leavePrompt(prompt) }
      return isQuitting ? leave() : quit()
    case .monthsLoaded(let update):
      takeIn(update)
      // The newest months fill the screen; the rest is brought in once, at the end.
      if list.ids.count < layout.list.rows { refresh() }
      return []
    case .libraryOpened(let opening):
      return libraryOpened(opening)
    case .libraryFailed(let message):
      loading = .failed(message)
      announce(Message(message, .error))
      return []
    case .libraryChanged(let update):
      takeIn(update)
      refresh()
      return readShownSources()
    case .arXivFound(let page):
      arXivFound(page)
      return []
    case .arXivSearchFailed(let query, let message):
      arXivSearchFailed(query, message: message)
      return []
    case .similarFound(let id, let ids):
      foundSimilar(to: id, ids)
      return []
    case .sourcesRead(let reports):
      showSources(reports)
      return []
    case .versionFetched(let reference, let failure):
      return versionFetched(reference, failure: failure)
    case .committed(let change, let update):
      return committed(change, update)
    case .commitFailed(let change, let message):
      keepDraft(of: change)
      if context == .triage, triage?.trail.last == .change { triage?.trail.removeLast() }
      if let id = change.ids.first { showInTriage(id) }
      moved = []
      fail(message)
      isQuitting = false
      return saved()
    case .undone(let change, let update):
      return tookBack(change, update, isUndo: true)
    case .redone(let change, let update):
      return tookBack(change, update, isUndo: false)
    case .nothingToUndo:
      say("nothing to undo")
      return saved()
    case .nothingToRedo:
      say("nothing to redo")
      return saved()
    case .undoFailed(let message):
      fail(message)
      isQuitting = false
      return saved()
    case .waitingForLock:
      isWaitingForLock = true
      return []
    case .notesEdited(let id, let edits):
      guard !edits.isEmpty else {
        announce(Message("the notes are as they were"))
        return []
      }
      return ask(Intent(kind: .edit(edits.map { .init(id, $0) }), ids: [id]))
    case .textToCopyMade(let text):
      return [.putOnClipboard(text)]
    case .pipeEnded(let output):
      pipeEnded(output)
      return []
    case .exportWouldReplace(let file, let ids, let request):
      askToReplace(file, by: ids, request)
      return []
    case .folderListed(let folder, let names):
      folderListed(folder, names)
      return []
    case .reported(let text, let isError):
      announce(Message(text, isError ? .error : .news))
      return []
    case .confirmed(let text):
      announce(Message(text))
      return []
    case .ticked:
      return []
    case .fetchProgressed(let source, let news):
      fetchProgressed(source: source, news)
      return []
    case .papersArrived(let update):
      takeIn(update)
      refresh()
      return []
    case .fetchEnded(let outcome):
      return fetchEnded(outcome)
    case .pdfProgressed(let reference, let news):
      pdfProgressed(reference, news)
      return []
    case .pdfEnded(let id, let outcome):
      return pdfEnded(id, outcome)
    }
  }

  /// Puts in months of the library as they are now on disk.
  mutating func takeIn(_ update: LibraryUpdate) {
    library.replace(update.shelves)
    viewCounts.expect(update.shelves.keys)
    for column in options.columns where column.comesWithUse && !usedColumns.contains(column) {
      let isUsed = update.shelves.values.contains { shelf in
        shelf.reading.values.contains(where: column.isUsed)
      }
      if isUsed { usedColumns.insert(column) }
    }
    let own = library
    if arXivSearch != nil { arXivSearch?.takeReadings(of: own) }
  }

  private mutating func libraryOpened(_ opening: LibraryOpening) -> [Effect] {
    loading = opening.isReadOnly ? .readOnly : .done
    if let warning = opening.warnings.first {
      let count = opening.warnings.count
      announce(
        Message(count > 1 ? "\(count) warnings, the first: \(warning)" : warning, .error))
    } else if let refusal = loading.refusal {
      announce(Message(refusal, .error))
    }
    if isUntouched { showFirstView() } else { refresh() }
    offerDrafts()
    guard options.fetchesOnStart, !opening.isReadOnly else { return [] }
    fetch = Fetch(of: "arXiv")
    return [.fetch(sources: nil)]
  }

  private mutating func committed(_ change: LibraryChange, _ update: LibraryUpdate) -> [Effect] {
    takeIn(update, of: change)
    let movesInQueue = change.steps.contains { step in
      if case .rank(_?) = step.edit { return true }
      return false
    }
    if order.key == .rank, movesInQueue {
      list.replace(with: shownLibrary.sorted(list.ids, by: order))
      fitList()
    }
    if change.action == .annotate {
      forgetNote(of: change)
      showNewNote(on: change.ids)
    }
    if let report = report(on: change) { show(report) }
    moved = []
    return saved()
  }

  private mutating func tookBack(
    _ change: LibraryChange, _ update: LibraryUpdate, isUndo: Bool
  ) -> [Effect] {
    let ids = change.ids
    takeIn(update, of: change)
    refresh()
    if context == .list, let id = ids.first, ids.count == 1 {
      list.move(to: id)
      fitList()
    }
    if ids.count == 1, let id = ids.first, triage?.followsUndo == true {
      if isUndo { showInTriage(id) } else { passInTriage(id) }
    }
    show(Message(phrase(for: change, before: isUndo ? "undone: " : "redone: "), .news))
    return saved()
  }
}
