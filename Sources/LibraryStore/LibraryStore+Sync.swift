package import Papers

extension LibraryStore {
  /// What two libraries gave each other.
  package struct Sync: Equatable, Sendable {
    /// What one of them took in.
    package struct Share: Equatable, Sendable {
      /// Papers that it did not have.
      package var papers = 0
      /// Papers that it had, and of which the other knew more.
      package var updated = 0
      /// Papers with which the user did something that it did not know.
      package var records = 0

      package init(papers: Int = 0, updated: Int = 0, records: Int = 0) {
        self.papers = papers
        self.updated = updated
        self.records = records
      }

      /// Whether it stays as it is.
      package var isEmpty: Bool { self == Share() }
    }

    /// What this library took.
    package var took = Share()
    /// What it gave the other.
    package var gave = Share()

    package init(took: Share = Share(), gave: Share = Share()) {
      self.took = took
      self.gave = gave
    }
  }

  /// The name under which the journal has it.
  package static let syncAction: ActionName = "sync"

  /// Makes this library and another the same, field by field as always, and returns when both are on
  /// the disk. Both must be open, and be two.
  ///
  /// All new files of both are written before any is replaced, the other's first. Where that is cut
  /// short, neither has lost anything, and the next sync does the rest. The journal tells of it, but
  /// undo steps over it: what came has the times at which it was done elsewhere.
  package func sync(
    with other: LibraryStore
  ) throws(StoreError) -> (sync: Sync, update: LibraryUpdate) {
    // Whoever else syncs these two takes the locks in the same order.
    let isFirst = folder.identity < other.folder.identity
    let (first, second) = isFirst ? (self, other) : (other, self)
    return try first.writing { () throws(StoreError) in
      try second.writing { () throws(StoreError) in
        let sync = try exchange(with: other)
        return (sync, update(of: []))
      }
    }
  }

  private func exchange(with other: LibraryStore) throws(StoreError) -> Sync {
    for store in [self, other] {
      try store.refreshAll()
      for month in store.months.keys.sorted() { try store.repair(month) }
    }
    var ours = SyncSide(self)
    var theirs = SyncSide(other)
    var journalSize = 0
    var entry: JournalEntry?
    do throws(StoreError) {
      let months = Set(library.shelves.keys).union(other.library.shelves.keys)
      for month in months.sorted() {
        let ourShelf = library.shelves[month] ?? Library.Shelf()
        let theirShelf = other.library.shelves[month] ?? Library.Shelf()
        try ours.add(ourShelf.gains(from: theirShelf), to: month)
        try theirs.add(theirShelf.gains(from: ourShelf), to: month)
      }
      if ours.share.isEmpty, theirs.share.isEmpty { return Sync() }
      let change = LibraryChange(action: Self.syncAction, at: now(), steps: [])
      journal.setAsideIfLong()
      journalSize = journal.stamp?.size ?? 0
      let new = JournalEntry(
        number: JournalEntry.number(after: lastNumber), change: change, inverse: [])
      entry = new
      try journal.append(new)
    } catch {
      ours.batch.discard()
      theirs.batch.discard()
      if entry != nil { takeBackEntry(to: journalSize) }
      throw error
    }
    do throws(StoreError) {
      do throws(StoreError) {
        try theirs.carryOut()
      } catch {
        ours.batch.discard()
        throw error
      }
      try ours.carryOut()
    } catch {
      takeBackEntry(to: journalSize)
      throw error
    }
    settledJournals[journal.path] = journal.stamp
    if let entry { lastNumber = entry.number }
    return Sync(took: ours.share, gave: theirs.share)
  }
}

/// One of two libraries that are being synced.
private struct SyncSide {
  let store: LibraryStore
  var batch: FileBatch
  var share = LibraryStore.Sync.Share()
  private var months: Set<ArXivMonth> = []

  init(_ store: LibraryStore) {
    self.store = store
    batch = FileBatch(calls: store.calls)
  }

  /// Writes the files of a month anew, beside those that are there.
  mutating func add(
    _ gains: Library.Shelf.Gains, to month: ArXivMonth
  ) throws(StoreError) {
    guard !gains.isEmpty else { return }
    let files = store.months[month] ?? MonthFiles()
    let folder = store.folder
    let papers = gains.new + gains.updated
    if !papers.isEmpty {
      try files.papers.checkWritable(folder.papers(month))
      let old = store.library.shelves[month]?.papers ?? PaperShelf()
      try batch.add(folder.papers(month), new: old.setting(papers).file) {
        files.papers.stamp == nil ? nil : old.file
      }
    }
    if !gains.reading.isEmpty {
      try files.reading.checkWritable(folder.reading(month))
      try batch.add(folder.reading(month), new: files.lines.setting(gains.reading).file) {
        files.reading.stamp == nil ? nil : files.lines.file
      }
    }
    months.insert(month)
    share.papers += gains.new.count
    share.updated += gains.updated.count
    share.records += gains.reading.count
  }

  /// Replaces the files; when it throws, they are as they were.
  func carryOut() throws(StoreError) {
    // Read anew whatever became of it: memory is as the disk is.
    defer { store.refresh(months) }
    try batch.carryOut()
  }
}
