package import Papers

extension LibraryStore {
  /// An action that was taken back or done again.
  package struct JournalStep: Sendable {
    /// The months that are other than before.
    package var update: LibraryUpdate
    /// What was taken back or done again, as it was done first.
    package var change: LibraryChange
    /// The papers that it touched.
    package var ids: [ArXivID]

    /// The name of the action that was taken back or done again.
    package var action: ActionName { change.action }
  }

  /// Takes back the last action of this device that was not taken back yet; nil when there is none.
  ///
  /// It is a change of its own, dated now, that sets what the action had changed.
  package func undo() throws(StoreError) -> JournalStep? {
    try writing { () throws(StoreError) in
      guard let entry = try entryToUndo() else { return nil }
      return try replay(entry, about: entry.steps) { (change) throws(StoreError) in
        try carryOut(change, as: .undo(of: entry.actionNumber))
      }
    }
  }

  /// Does again what was taken back last, unless something was done since; nil when there is
  /// nothing.
  package func redo() throws(StoreError) -> JournalStep? {
    try writing { () throws(StoreError) in
      guard let entry = try entryToRedo() else { return nil }
      return try replay(entry, about: entry.inverse) { (change) throws(StoreError) in
        try carryOut(change, as: .redo(of: entry.actionNumber))
      }
    }
  }

  /// What was done, the oldest first, undone actions and their undoing included: on this device, or
  /// on all that wrote to the library, by the time of each action.
  package func history(ofAllDevices: Bool = false) throws(StoreError) -> [JournalEntry] {
    guard ofAllDevices else { return try journal.entries() }
    return try journals().flatMap(\.self).sortedByTime
  }

  /// What was done on all devices, by time, without what was taken back and stayed so. What was done
  /// again counts as done when it first was.
  package func standingChanges() throws(StoreError) -> [LibraryChange] {
    let standing = try journals().flatMap { entries in
      var undone: Set<Int> = []
      for entry in entries {
        switch entry.kind {
        case .action: break
        case .undo(let number): undone.insert(number)
        case .redo(let number): undone.remove(number)
        }
      }
      return entries.filter { $0.kind == .action && !undone.contains($0.number) }
    }
    return standing.sortedByTime.map {
      LibraryChange(action: $0.action, at: $0.time, steps: $0.steps)
    }
  }

  /// The entries of each device, in the order of the devices' names.
  private func journals() throws(StoreError) -> [[JournalEntry]] {
    var journals: [[JournalEntry]] = []
    for name in try Journal.names(in: folder.journals) {
      journals.append(try Journal(path: "\(folder.journals)/\(name)", calls: calls).entries())
    }
    return journals
  }

  /// Carries out what takes an entry back; `done` is what that does again or takes back.
  private func replay(
    _ entry: JournalEntry, about done: [LibraryChange.Step],
    _ body: (LibraryChange) throws(StoreError) -> LibraryUpdate
  ) throws(StoreError) -> JournalStep {
    try prepare(Set(entry.inverse.map(\.id.month)))
    let versions = entry.versionsSet
    let time = now()
    let steps = entry.inverse.filter { !hasSeenOtherVersion($0, than: versions) }
      .map { $0.datingNote(at: time) }
    let change = LibraryChange(action: entry.action, at: time, steps: steps)
    return JournalStep(
      update: try body(change),
      change: LibraryChange(action: entry.action, at: entry.time, steps: done),
      ids: change.ids)
  }

  /// Whether a step is about the version that the user knows, and they have seen another one since:
  /// what they opened stays opened.
  private func hasSeenOtherVersion(
    _ step: LibraryChange.Step, than versions: [ArXivID: ReadingEdit]
  ) -> Bool {
    guard case .seenVersion = step.edit else { return false }
    let present = ReadingEdit.seenVersion(library.reading(step.id).seenVersion)
    return versions[step.id] != present
  }

  /// The newest entry that did something which stands: an action or a redo.
  private func entryToUndo() throws(StoreError) -> JournalEntry? {
    var found: JournalEntry?
    var undone: Set<Int> = []
    try journal.fromEnd { entry in
      switch entry.kind {
      case .undo(let number): undone.insert(number)
      case .action, .redo:
        if entry.canBeTakenBack, !undone.contains(entry.actionNumber) { found = entry }
      }
      return found == nil
    }
    return found
  }

  /// The newest undo that was not done again, with no action behind it.
  private func entryToRedo() throws(StoreError) -> JournalEntry? {
    var found: JournalEntry?
    var redone: Set<Int> = []
    try journal.fromEnd { entry in
      switch entry.kind {
      case .redo(let number): redone.insert(number)
      case .undo(let number):
        if redone.remove(number) == nil, entry.canBeTakenBack { found = entry }
      // What cannot be undone does not stand between an undo and its redo.
      case .action: return entry.inverse.isEmpty
      }
      return found == nil
    }
    return found
  }

  // MARK: - After a crash or a failure

  /// Takes the entry of an action that failed out of the journal, if it got there.
  func takeBackEntry(to size: Int) {
    guard let stamp = journal.stamp, stamp.size > size else { return }
    do throws(StoreError) {
      try journal.cut(to: size)
    } catch {
      // The disk fails us twice; the entry must go before anyone takes it for an unfinished action.
      failedEntry = journal.stamp.map { (size, $0) }
    }
    settledJournals[journal.path] = nil
  }

  /// Whether the last action of the journal is missing in the records. If it is not, the first save
  /// need not examine the journal again.
  func hasUnfinishedEntry() throws(StoreError) -> Bool {
    let stamp = journal.stamp
    guard let entry = try journal.lastEntry() else { return false }
    guard unfinishedMonths(of: entry, in: stamp, isLeft: hasLeftovers).isEmpty else { return true }
    settledJournals[journal.path] = stamp
    lastNumber = entry.number
    return false
  }

  /// Carries out what a copy that was killed had written to a journal alone, so that an action is
  /// all or nothing. Only under the lock.
  ///
  /// That may be another device's, but only when something is left here of a copy that was killed: a
  /// journal that a file synchronizer brought may say what the months that follow it will have.
  func settleJournals() throws(StoreError) {
    if let failedEntry, failedEntry.journal == journal.stamp {
      try journal.cut(to: failedEntry.size)
    }
    failedEntry = nil
    let stamp = journal.stamp
    let isLeft = hasLeftovers
    if stamp == nil || stamp != settledJournals[journal.path] {
      let entry = try journal.lastEntry()
      lastNumber = entry?.number ?? 0
      try settle(entry, of: journal, isLeft: isLeft)
    }
    guard isLeft else { return }
    for name in (try? Journal.names(in: folder.journals)) ?? [] {
      let other = Journal(path: "\(folder.journals)/\(name)", calls: calls)
      guard other.path != journal.path, other.stamp != settledJournals[other.path] else { continue }
      // What cannot be read there must not keep us from writing.
      try settle((try? other.lastEntry()) ?? nil, of: other, isLeft: isLeft)
    }
    removeLeftovers()
  }

  /// Removes what copies that were killed left of months. Only under the lock, when all journals are
  /// settled: nobody else is writing.
  private func removeLeftovers() {
    for name in (try? LibraryFolder.names(in: folder.reading)) ?? []
    where LibraryFolder.isTemporary(name) {
      _ = calls.unlink("\(folder.reading)/\(name)")
    }
  }

  /// Whether there are files that a copy would have put into the place of months, had it lived.
  var hasLeftovers: Bool {
    ((try? LibraryFolder.names(in: folder.reading)) ?? []).contains {
      LibraryFolder.isTemporary($0)
    }
  }

  /// Completes on the disk what the last entry of a journal did.
  private func settle(
    _ entry: JournalEntry?, of journal: Journal, isLeft: Bool
  ) throws(StoreError) {
    if let entry {
      // Whoever wrote the journal since may have replaced a month twice within a tick.
      refresh(Set(entry.steps.map(\.id.month)), rereading: true)
      let unfinished = unfinishedMonths(of: entry, in: journal.stamp, isLeft: isLeft)
      let steps = entry.steps.filter { unfinished.contains($0.id.month) }
      if !steps.isEmpty {
        let change = LibraryChange(action: entry.action, at: entry.time, steps: steps)
        try prepare(unfinished)
        try save(change, entry: nil)
      }
    }
    settledJournals[journal.path] = journal.stamp
  }

  /// The months whose records lack what an entry did.
  ///
  /// Whoever sets something else later dates it behind what the entry set
  /// (``ReadingRecord/apply(_:at:)``); what was dated in the future before the entry looks like that
  /// too, and is not found out. Where nothing `isLeft` of a copy that was killed, a file that is newer
  /// than the journal is one that somebody put there, and stays as it is.
  private func unfinishedMonths(
    of entry: JournalEntry, in journal: FileStamp?, isLeft: Bool
  ) -> Set<ArXivMonth> {
    guard entry.isComplete, let journal else { return [] }
    let steps = entry.steps.filter { step in
      let slot = months[step.id.month]?.reading ?? .absent
      // What cannot be written now must not keep other months from being written.
      if case .blocked = slot.condition { return false }
      if !isLeft, let file = slot.stamp, file.modified > journal.modified { return false }
      return !library.reading(step.id).shows(step.edit, since: entry.time)
    }
    return Set(steps.map(\.id.month))
  }
}

extension [JournalEntry] {
  /// By a time; entries of one time keep the order of their journal.
  fileprivate var sortedByTime: [JournalEntry] {
    enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
      .map(\.element)
  }
}

extension LibraryChange.Step {
  /// The same step, its note edited now: what is taken back holds against what another device did
  /// before, as every change does.
  fileprivate func datingNote(at time: Timestamp) -> LibraryChange.Step {
    guard case .note(var note) = edit else { return self }
    note.edited = time
    return LibraryChange.Step(id, .note(note))
  }
}

extension JournalEntry {
  /// What it set the versions that the user knows to.
  fileprivate var versionsSet: [ArXivID: ReadingEdit] {
    let edits = steps.lazy.filter { $0.edit.field == .seenVersion }.map { ($0.id, $0.edit) }
    return Dictionary(edits, uniquingKeysWith: { $1 })
  }
}

extension ReadingRecord {
  /// Whether what `edit` sets was set at `time`, or something else was set in its place since.
  fileprivate func shows(_ edit: ReadingEdit, since time: Timestamp) -> Bool {
    let changed = lastChange(of: edit)
    return switch edit {
    case .note(let note): changed.map { $0 >= note.edited } ?? false
    // There may never have been such a note.
    case .removeNote: changed.map { $0 >= time } ?? true
    default: changed.map { $0 >= time } ?? false
    }
  }
}
