import Glibc
package import Papers

extension LibraryStore {
  /// A library that was opened.
  package struct Opening: Sendable {
    /// All months, as they are on disk.
    package var library: Library
    /// What the user should know, a line each: damaged files and what became of them.
    package var warnings: [String]
    /// Whether changes are refused, for the library is of a newer format.
    package var isReadOnly: Bool
    /// Whether there was no library before.
    package var isNew: Bool
  }

  /// Reads the library, and makes it when there is none.
  ///
  /// A library begins with `starters`. Its description is written after them, and as long as that
  /// is missing, the next save or start takes them in again: a first run that failed or was killed
  /// loses none of them.
  ///
  /// `onMonths` is handed each month as soon as it is read, the newest first, so that a first screen
  /// can be shown early; it runs on the calling thread. An action that a crash cut short is carried
  /// out in full, and damaged files are moved aside; neither waits long for the lock: while another
  /// copy holds it, the library opens as it is, and the next save does the rest.
  package func open(
    beginningWith starters: @autoclosure () -> [Paper] = [],
    onMonths: (LibraryUpdate) -> Void = { _ in }
  ) throws(StoreError) -> Opening {
    try makeFolder()
    description = DescriptionFile(folder.description)
    var names = try LibraryFolder.months(in: folder.papers)
    names.formUnion(try LibraryFolder.months(in: folder.reading))
    let isUndescribed = description.condition == .absent
    let isNew = isUndescribed && names.isEmpty
    MonthLoading.load(names.sorted(by: >), from: folder) { loaded in
      take(loaded)
      onMonths(update(of: [loaded.month]))
    }
    if isUndescribed { self.starters = starters() }
    if isNew {
      try writing { () throws(StoreError) in }
    } else if !isReadOnly {
      settle()
    }
    warnAboutUnreadFiles()
    let repaired = update(of: [])
    if !repaired.isEmpty { onMonths(repaired) }
    if !isReadOnly {
      folder.removeTemporaryFiles(olderThan: now().advanced(byDays: -1), calls: calls)
    }
    return Opening(
      library: library, warnings: takeWarnings(), isReadOnly: isReadOnly, isNew: isNew)
  }

  private func makeFolder() throws(StoreError) {
    switch FileStamp.kind(of: folder.path) {
    case .folder: return
    case nil where FileStamp.kind(of: folder.path, followingLinks: false) == nil:
      do throws(FileFault) {
        try calls.makeFolders(folder.path)
      } catch {
        throw .cannotSave(file: folder.path, cause: error)
      }
    default: throw .notAFolder(path: folder.path)
    }
  }

  /// Takes in the papers to begin with, and describes the library when they are on the disk. Only
  /// under the lock.
  func begin() throws(StoreError) {
    _ = try takeIn(starters)
    try describe()
    starters = []
  }

  /// Repairs what an earlier copy or a failing disk left behind. A failure is a warning: the
  /// library can be read all the same, and the next save tries again.
  private func settle() {
    let hasDamage = hasDamage
    let isDescribed = if case .format = description.condition { true } else { false }
    var isSound = !hasDamage && isDescribed
    do throws(StoreError) {
      if isSound { isSound = try !hasUnfinishedEntry() }
      if isSound, !hasLeftovers { return }
      let seconds = min(lockTimeout ?? .infinity, Self.patienceInSeconds)
      try writing(waiting: seconds) { () throws(StoreError) in
        try repairAll()
      }
    } catch {
      // An action that another copy is just saving looks unfinished too.
      if case .locked = error, !hasDamage, isDescribed { return }
      // What another device may have left can wait for a save.
      if isSound { return }
      warnings.append(error.message)
    }
  }

  /// How long opening waits for another copy that is writing. Repairs can wait for the next save; a
  /// first screen cannot.
  private static let patienceInSeconds = 0.2

  /// Puts a month that was read into memory.
  func take(_ loaded: LoadedMonth) {
    months[loaded.month] = MonthFiles(
      papers: loaded.papers.slot, reading: loaded.reading.slot, lines: loaded.reading.lines)
    library.replace([
      loaded.month: Library.Shelf(papers: loaded.papers.shelf, reading: loaded.reading.records)
    ])
    unreported.insert(loaded.month)
  }
}
