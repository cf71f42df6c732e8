package import Papers

extension LibraryStore {
  /// Carries out an action of the user and returns when it is on the disk.
  ///
  /// Under the lock, what other programs wrote to the months it touches is read first, so that only
  /// the fields it names are set. An action over several months is all or nothing, also when the
  /// program is killed. When it throws, memory and disk are as before.
  package func commit(_ change: LibraryChange) throws(StoreError) -> LibraryUpdate {
    guard !change.steps.isEmpty else { return update(of: []) }
    return try writing { () throws(StoreError) in
      try carryOut(change)
    }
  }

  /// Writes a change to the journal and to the months it touches. Only under the lock.
  func carryOut(
    _ change: LibraryChange, undoes: Int? = nil, redoes: Int? = nil
  ) throws(StoreError) -> LibraryUpdate {
    let touched = Set(change.steps.map(\.id.month))
    try prepare(touched)
    let after = library.applying(change)
    let change = change.datingNotes(asIn: after)
    let inverse =
      change.isUndoable ? library.inverse(of: change, at: change.time).steps : []
    let entry = JournalEntry(
      number: lastNumber + 1, change: change, inverse: inverse, undoes: undoes, redoes: redoes)
    try save(after, ids: change.ids, entry: entry)
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

  /// Writes the records of some papers as they are in `after`; first `entry` to the journal, if
  /// there is one.
  func save(_ after: Library, ids: [ArXivID], entry: JournalEntry?) throws(StoreError) {
    var batch = FileBatch(calls: calls)
    var lines: [ArXivMonth: ReadingLines] = [:]
    let journalSize = journal.stamp?.size ?? 0
    do throws(StoreError) {
      for (month, ids) in Dictionary(grouping: ids, by: \.month).sorted(by: { $0.key < $1.key }) {
        let files = months[month] ?? MonthFiles()
        let records = Dictionary(uniqueKeysWithValues: ids.map { ($0, after.reading($0)) })
        let new = files.lines.setting(records)
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
      try batch.carryOut()
    } catch {
      takeBackEntry(to: journalSize)
      // What was put back has other stamps; if it could not be, memory is as the disk is.
      refresh(lines.keys)
      throw error
    }
    library = after
    for (month, lines) in lines {
      months[month, default: MonthFiles()].lines = lines
      months[month, default: MonthFiles()].reading.stamp = FileStamp(of: folder.reading(month))
      unreported.insert(month)
    }
    settledJournal = journal.stamp
    if let entry { lastNumber = entry.number }
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
