import Papers

extension QueueState {
  /// Asks for a change, once what was asked before is on disk.
  mutating func ask(_ intent: Intent) -> [Effect] { ask(.change(intent)) }

  /// Does what the user asked for, or remembers it until what was asked before is on disk.
  mutating func ask(_ request: Request) -> [Effect] {
    if let refusal = loading.refusal { return fail(refusal) }
    if case .change(let intent) = request { noteIsBeingSaved(intent) }
    return carryOut(request)
  }

  private mutating func carryOut(_ request: Request) -> [Effect] {
    guard !isSaving else {
      waiting.append(request)
      return []
    }
    switch request {
    case .undo:
      isSaving = true
      return [.undo]
    case .redo:
      isSaving = true
      return [.redo]
    case .change(let intent):
      return save(intent)
    }
  }

  private mutating func save(_ intent: Intent) -> [Effect] {
    var change = change(for: intent)
    guard !change.steps.isEmpty else {
      if intent.isMoveInQueue { say("already \(placeInQueue(of: intent.ids))") }
      return []
    }
    isSaving = true
    if context == .triage, intent.kind != .sawVersion { triage?.trail.append(.change) }
    moved = intent.isMoveInQueue ? intent.ids : []
    let strangers = change.ids.compactMap { library.contains($0) ? nil : shownLibrary.paper($0) }
    guard !strangers.isEmpty else { return [.commit(change)] }
    change.steps += strangers.map { .init($0.id, .takeIn(sources: $0.sources)) }
    return [.take(taken(strangers), change)]
  }

  /// Goes on after a change was saved, or could not be.
  mutating func saved() -> [Effect] {
    isSaving = false
    isWaitingForLock = false
    var effects: [Effect] = []
    while !isSaving, !waiting.isEmpty { effects += carryOut(waiting.removeFirst()) }
    if isQuitting, !isSaving { effects += leave() }
    return effects
  }

  /// What an intent sets, given the records as they are now.
  func change(for intent: Intent) -> LibraryChange {
    let (action, steps) = resolve(intent)
    return LibraryChange(
      action: action.name, at: now, steps: steps, isUndoable: intent.kind != .sawVersion)
  }

  private func resolve(_ intent: Intent) -> (Action, [LibraryChange.Step]) {
    let ids = intent.ids
    switch intent.kind {
    case .toggleRead:
      return (.toggleRead, toggle(ids, .read) { _ in .unread })
    case .toggleReading:
      let isSet = ids.allSatisfy { library.reading($0).state == .reading }
      return (
        .toggleReading, isSet ? stepsToStopReading(ids) : library.steps(toMark: ids, as: .reading)
      )
    case .toggleDismissed:
      // Only a dismissed paper keeps its place while it is not in the queue.
      return (
        .toggleDismissed,
        toggle(ids, .dismissed) { $0.rank == nil ? .unread : .queued }
      )
    case .markRead:
      return (.markAllRead, library.steps(toMark: ids, as: .read))
    case .verdict(let verdict):
      return steps(for: verdict, ids)
    case .toggleQueued:
      return (.toggleQueued, toggle(ids, .queued) { _ in .unread })
    case .toggleStar:
      let value = !ids.allSatisfy { library.reading($0).star }
      return (
        .toggleStar,
        ids.filter { library.reading($0).star != value }.map { .init($0, .star(value)) }
      )
    case .setDepth(let depth):
      return (.setDepth, ids.map { .init($0, .depth(depth)) })
    case .moveInQueue(let places):
      return (places < 0 ? .moveUpInQueue : .moveDownInQueue, moveInQueue(ids, by: places))
    case .moveToQueueEnd(let isTop):
      return (
        isTop ? .moveToQueueTop : .moveToQueueBottom, moveToQueueEnd(ids, isTop: isTop)
      )
    case .addNote(let text):
      return (
        .annotate,
        ids.map { id in
          .init(id, .note(Note(id: newNoteID(for: id), created: now, text: text)))
        }
      )
    case .changeTags(let adding, let removing):
      return (.editTags, changeTags(ids, adding: adding, removing: removing))
    case .edit(let steps):
      return (.editNotes, steps)
    case .sawVersion:
      return (.open, sawVersion(ids))
    }
  }

  private func steps(
    for verdict: Triage.Verdict, _ ids: [ArXivID]
  ) -> (Action, [LibraryChange.Step]) {
    switch verdict {
    case .dismiss: return (.toggleDismissed, library.steps(toMark: ids, as: .dismissed))
    case .want: return (.toggleQueued, library.steps(toMark: ids, as: .queued))
    case .read: return (.toggleRead, library.steps(toMark: ids, as: .read))
    case .star:
      let stars = ids.filter { !library.reading($0).star }.map { id in
        LibraryChange.Step(id, .star(true))
      }
      return (.toggleStar, stars + library.steps(toMark: ids, as: .queued))
    }
  }

  /// Gives all papers a state, or, when all have it, that which they had before, or else `otherwise`.
  private func toggle(
    _ ids: [ArXivID], _ state: ReadingState, otherwise: (ReadingRecord) -> ReadingState
  ) -> [LibraryChange.Step] {
    ids.allSatisfy { library.reading($0).state == state }
      ? steps(back: ids, otherwise: otherwise) : library.steps(toMark: ids, as: state)
  }

  /// What adding and taking away tags comes to; nothing where the papers are so already.
  func changeTags(
    _ ids: [ArXivID], adding: [String], removing: [String]
  ) -> [LibraryChange.Step] {
    ids.flatMap { id in
      let tags = library.reading(id).tags
      return adding.filter { !tags.contains($0) }
        .map { LibraryChange.Step(id, .tag($0, isPresent: true)) }
        + removing.filter(tags.contains).map { .init(id, .tag($0, isPresent: false)) }
    }
  }

  private func sawVersion(_ ids: [ArXivID]) -> [LibraryChange.Step] {
    ids.compactMap { id in
      guard let version = library.paper(id)?.version,
        version > library.reading(id).seenVersion ?? 0
      else { return nil }
      return .init(id, .seenVersion(version))
    }
  }

  private func newNoteID(for id: ArXivID) -> String {
    Note.newID(at: now, besides: library.reading(id).noteMarks.map(\.id))
  }
}
