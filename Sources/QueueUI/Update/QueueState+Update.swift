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
      announce(Message(text: message, isError: true))
      return []
    case .libraryChanged(let update):
      takeIn(update)
      refresh()
      return readShownSources()
    case .arXivFound, .arXivSearchFailed:
      arXivAnswered(event)
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
      self.message = Message(text: message, isError: true)
      isQuitting = false
      return saved()
    case .undone(let change, let update):
      return tookBack(change, update, isUndo: true)
    case .redone(let change, let update):
      return tookBack(change, update, isUndo: false)
    case .nothingToUndo:
      message = Message(text: "nothing to undo")
      return saved()
    case .nothingToRedo:
      message = Message(text: "nothing to redo")
      return saved()
    case .undoFailed(let message):
      self.message = Message(text: message, isError: true)
      isQuitting = false
      return saved()
    case .waitingForLock:
      isWaitingForLock = true
      return []
    case .notesEdited(let id, let edits):
      guard !edits.isEmpty else {
        announce(Message(text: "the notes are as they were"))
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
      announce(Message(text: text, isError: isError, isNews: true))
      return []
    case .confirmed(let text):
      announce(Message(text: text))
      return []
    case .ticked:
      return []
    case .fetchProgressed, .papersArrived, .fetchEnded:
      return fetched(event)
    case .pdfProgressed, .pdfEnded:
      return downloaded(event)
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
        Message(
          text: count > 1 ? "\(count) warnings, the first: \(warning)" : warning, isError: true))
    } else if opening.isReadOnly {
      announce(
        Message(
          text: "the library is of a newer paperq: it can be read but not changed", isError: true))
    }
    if isUntouched { showFirstView() } else { refresh() }
    offerDrafts()
    guard options.fetchesOnStart, !opening.isReadOnly else { return [] }
    fetch = FetchProgress(source: "arXiv")
    return [.fetch(sources: nil)]
  }

  private mutating func committed(_ change: LibraryChange, _ update: LibraryUpdate) -> [Effect] {
    takeIn(update, of: change)
    let movesInQueue = change.steps.contains { step in
      if case .rank(_?) = step.edit { return true }
      return false
    }
    if order.key == .rank, movesInQueue {
      list.replace(with: shown.sorted(list.ids, by: order))
      fitList()
    }
    if change.action == .annotate { forgetNote(of: change) }
    if let report = report(on: change) { message = report }
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
    message = Message(
      text: phrase(for: change, before: isUndo ? "undone: " : "redone: "), isNews: true)
    return saved()
  }

  private mutating func fetched(_ event: Event) -> [Effect] {
    switch event {
    case .fetchProgressed(let progress):
      guard let before = fetch else { return [] }
      fetch = progress
      if progress.wait != nil, before.source == progress.source {
        // A wait says nothing of what has come.
        fetch?.received = before.received
        fetch?.expected = before.expected
      }
      if before.source != progress.source { fetchPulse = Pulse() }
      fetchPulse.note(Int64(progress.received), wait: progress.wait, at: now)
    case .papersArrived(_, _, let update):
      takeIn(update)
      refresh()
    case .fetchEnded(let outcome):
      fetch = nil
      fetchPulse = Pulse()
      let inbox = outcome.new > 0 && viewIndex != 0 ? options.views[0].name : nil
      let isIdle = outcome.new + outcome.updated == 0 && outcome.failures.isEmpty
      if let fresh = outcome.fresh, isIdle, !outcome.isCancelled {
        // Nobody asked for the fetch of the start.
        guard let argument = fetchArgument else { return [] }
        freshArgument = argument
        announce(Message(text: "\(fresh); fetch again to ask anyway"))
        return []
      }
      let alerts = tell(outcome.alerts)
      let news = Message(outcome, inbox: inbox, alerts: alerts)
      for failure in outcome.failures.dropFirst() {
        remember(Message(text: failure, isError: true))
      }
      announce(news)
      if !news.isError { unlogged.append(.log("fetch: \(news.text)", isError: false)) }
      return readShownSources()
    default:
      break
    }
    return []
  }
}

extension QueueState.Message {
  /// `inbox` is the view in which new papers are to be found, unless it is shown; `alerts` tells of
  /// those that the user waits for.
  fileprivate init(_ outcome: FetchOutcome, inbox: String?, alerts: String?) {
    let found =
      switch (outcome.new, outcome.updated) {
      case (0, 0): "no new papers"
      case (let new, 0): "\(new) new"
      case (0, let updated): "no new papers, \(updated) updated"
      case (let new, let updated): "\(new) new, \(updated) updated"
      }
    let news = found + (inbox.map { "; see \($0)" } ?? "") + (alerts.map { "; \($0)" } ?? "")
    if outcome.isCancelled {
      self.init(text: "fetch stopped: \(news)", isNews: true)
    } else if let failure = outcome.failures.first {
      let others = outcome.failures.count > 1 ? " (and \(outcome.failures.count - 1) more)" : ""
      self.init(
        text: outcome.new + outcome.updated > 0 ? "\(news); \(failure)\(others)" : failure + others,
        isError: true)
    } else {
      self.init(text: news, isNews: outcome.new + outcome.updated > 0)
    }
  }
}
