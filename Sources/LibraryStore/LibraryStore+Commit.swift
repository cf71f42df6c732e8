package import Papers

extension LibraryStore {
  /// Carries out an action of the user and returns when it is on the disk.
  ///
  /// Under the lock, what other programs wrote to the months it touches is read first, so that only
  /// the fields it names are set, and with them what the change means besides
  /// (``Library/completing(_:)``). An action over several months is all or nothing, also when
  /// the program is killed. When it throws, memory and disk are as before.
  package func commit(_ change: LibraryChange) throws(StoreError) -> LibraryUpdate {
    guard !change.steps.isEmpty else { return update(of: []) }
    return try writing { () throws(StoreError) in
      try carryOut(change)
    }
  }

  /// Writes a change to the journal and to the months it touches. Only under the lock.
  func carryOut(
    _ change: LibraryChange, as kind: JournalEntry.Kind = .action
  ) throws(StoreError) -> LibraryUpdate {
    let touched = Set(change.steps.map(\.id.month))
    try prepare(touched)
    // Only the records in question are looked at, so that no large month is copied for them.
    let before = library.excerpt(change.ids)
    let completed = kind == .action ? library.completing(change) : change
    let change = completed.datingNotes(asIn: before.applying(completed))
    let inverse = change.isUndoable ? before.inverse(of: change, at: change.time).steps : []
    let entry = JournalEntry(
      number: JournalEntry.number(after: lastNumber), kind: kind, change: change,
      inverse: inverse)
    try save(change, entry: entry)
    return update(of: touched)
  }

  /// Reads what others wrote to some months, and makes sure that they can be written.
  func prepare(_ touched: Set<ArXivMonth>) throws(StoreError) {
    refresh(touched)
    for month in touched.sorted() {
      try repair(month)
      try months[month]?.reading.checkWritable(folder.reading(month))
    }
  }

  /// Writes what a change sets, and first `entry` to the journal, if there is one.
  func save(_ change: LibraryChange, entry: JournalEntry?) throws(StoreError) {
    let after = library.excerpt(change.ids).applying(change)
    if entry != nil { journal.setAsideIfLong() }
    var batch = FileBatch(calls: calls)
    var lines: [ArXivMonth: ReadingLines] = [:]
    let journalSize = journal.stamp?.size ?? 0
    do throws(StoreError) {
      for (month, shelf) in after.shelves.sorted(by: { $0.key < $1.key }) {
        let files = months[month] ?? MonthFiles()
        let new = files.lines.setting(shelf.reading)
        lines[month] = new
        try batch.add(folder.reading(month), new: new.file) {
          files.reading.stamp == nil ? nil : files.lines.file
        }
      }
      if let entry { try journal.append(entry) }
    } catch {
      batch.discard()
      takeBackEntry(to: journalSize)
      throw error
    }
    do throws(StoreError) {
      try batch.carryOut { takeBackEntry(to: journalSize) }
    } catch {
      // What was put back has other stamps; if it could not be, memory is as the disk is.
      refresh(lines.keys)
      throw error
    }
    library.apply(change)
    for (month, lines) in lines {
      months[month, default: MonthFiles()].lines = lines
      months[month, default: MonthFiles()].reading.stamp = FileStamp(of: folder.reading(month))
      unreported.insert(month)
    }
    settledJournals[journal.path] = journal.stamp
    if let entry { lastNumber = entry.number }
  }
}

extension Library {
  /// The reading records of some papers alone.
  fileprivate func excerpt(_ ids: [ArXivID]) -> Library {
    Library(
      shelves: Dictionary(grouping: ids, by: \.month).mapValues { ids in
        var shelf = Shelf()
        for id in ids { shelf.reading[id] = shelves[id.month]?.reading[id] }
        return shelf
      })
  }
}

extension LibraryChange {
  /// The same change, its notes dated as they are in the library after it. Whether a record has a
  /// note of the journal can then be told by the date alone.
  fileprivate func datingNotes(asIn after: Library) -> LibraryChange {
    var result = self
    for index in steps.indices {
      guard case .note(var note) = steps[index].edit else { continue }
      let mark = after.reading(steps[index].id).noteMarks.first { $0.id == note.id }
      guard let mark else { continue }
      note.edited = mark.changed
      result.steps[index].edit = .note(note)
    }
    return result
  }
}
