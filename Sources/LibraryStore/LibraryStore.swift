package import Papers

/// The library on disk, format 1 (SPEC.md 3), and as it is in memory.
///
/// What a method returned is on the disk; what it threw about has changed nothing. Several stores,
/// in this process or in others, may work on one folder: each write takes the library's lock, reads
/// what others wrote, and sets field by field.
///
/// All methods must be called from one thread.
package final class LibraryStore {
  /// The library as this store last read or wrote it.
  package internal(set) var library = Library()

  let folder: LibraryFolder
  let journal: Journal
  let device: String
  let lockTimeout: Double?
  let now: () -> Timestamp
  let onWait: (LockHolder) -> Void
  let calls: FileSystemCalls

  var months: [ArXivMonth: MonthFiles] = [:]
  var description = DescriptionFile()
  /// What a library that is not described yet begins with.
  var starters: [Paper] = []
  /// The journals, by their paths, as this store last left or examined them: everything in them is
  /// carried out.
  var settledJournals: [String: FileStamp] = [:]
  /// The number of the last entry of this device's journal in that state.
  var lastNumber = 0
  /// An entry of an action that failed, which could not be taken out of the journal at once.
  var failedEntry: (size: Int, journal: FileStamp)?
  /// Months that were read anew and that no update has told the caller yet.
  var unreported: Set<ArXivMonth> = []
  var warnings: [String] = []

  /// - Parameters:
  ///   - folder: The library's folder; a link to one is followed.
  ///   - device: Names the journal that this store writes and undoes from; characters that a file
  ///     name had better not have are replaced.
  ///   - lockTimeout: Seconds to wait for another copy that is writing; nil waits for ever.
  ///   - now: The present time.
  ///   - onWait: Told once a save, when it has waited for another program for a second.
  ///   - journalLimit: From how many bytes on the journal begins a new file; two are kept.
  package init(
    folder: String, device: String, lockTimeout: Double?, now: @escaping () -> Timestamp,
    onWait: @escaping (LockHolder) -> Void = { _ in }, journalLimit: Int = 4 << 20,
    calls: FileSystemCalls = .system
  ) {
    self.folder = LibraryFolder(path: folder)
    self.device = Self.fileName(device)
    self.lockTimeout = lockTimeout
    self.now = now
    self.onWait = onWait
    self.calls = calls
    journal = Journal(
      path: self.folder.journal(self.device), limit: journalLimit, calls: calls)
  }

  /// Whether the library cannot be written, for its format is newer than this program, or unknown.
  package var isReadOnly: Bool { description.refusal(in: folder) != nil }

  /// A device's name as the name of a file.
  private static func fileName(_ device: String) -> String {
    let name = device.unicodeScalars.prefix(100).map { scalar in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9") ~= scalar)
      return isPlain || scalar == "-" || scalar == "_" || scalar == "." ? String(scalar) : "_"
    }.joined()
    return name.isEmpty || name.hasPrefix(".") ? "_" + name : name
  }

  /// What the user should know of repairs since the library was opened, or since this was last
  /// called; a line each.
  package func takeWarnings() -> [String] {
    defer { warnings = [] }
    return warnings
  }

  // MARK: - Under the lock

  /// Calls `body` with the lock held and the library fit to be written: its format known, damaged
  /// files repaired, and the last action of each journal carried out in full. `seconds` is how long
  /// to wait for the lock, if not the store's time.
  func writing<Result>(
    waiting seconds: Double? = nil, _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    if let refusal = description.refusal(in: folder) { throw refusal }
    let lock = try LibraryLock(folder, seconds: seconds ?? lockTimeout, onWait: onWait)
    defer { lock.release() }
    try readDescription()
    if let refusal = description.refusal(in: folder) { throw refusal }
    try clear([journal.older, journal.path])
    try settleJournals()
    if description.condition == .absent { try begin() }
    return try body()
  }

  /// What changed in memory since the last update, and `months`.
  func update(of months: some Sequence<ArXivMonth>) -> LibraryUpdate {
    let changed = unreported.union(months)
    unreported = []
    return LibraryUpdate(
      shelves: Dictionary(
        uniqueKeysWithValues: changed.map { ($0, library.shelves[$0] ?? Library.Shelf()) }))
  }
}
