import Glibc
import Papers

extension LibraryStore {
  /// Reads `library.json` if it changed. One that is damaged gets another name and is to be written
  /// anew. Only under the lock.
  func readDescription() throws(StoreError) {
    let stamp = FileStamp(of: folder.description)
    if stamp == nil || stamp != description.stamp {
      description = DescriptionFile(folder.description)
    }
    guard description.condition == .damaged else { return }
    let kept = try moveAside(folder.description)
    warnings.append(
      "\(kept); the library is taken to be of format \(DescriptionFile.presentFormat)")
    description.condition = .absent
  }

  /// Writes the `library.json` of a library that has none. Only under the lock.
  func describe() throws(StoreError) {
    let file = DescriptionFile.file(created: now())
    try AtomicFile.write(file, to: folder.description, calls: calls)
    description = DescriptionFile(folder.description)
  }

  /// Moves the damaged files of a month aside and writes what could be read of them. Only under
  /// the lock.
  func repair(_ month: ArXivMonth) throws(StoreError) {
    guard let known = months[month], known.papers.isDamaged || known.reading.isDamaged else {
      return
    }
    // Another copy may have repaired them.
    take(LoadedMonth(month, from: folder))
    guard let files = months[month] else { return }
    try repair(files.papers.condition, at: folder.papers(month))
    try repair(files.reading.condition, at: folder.reading(month))
    take(LoadedMonth(month, from: folder))
  }

  /// Moves a file aside if it is damaged or none, and writes what could be read of it. Only under
  /// the lock.
  func repair(_ condition: FileSlot.Condition, at path: String) throws(StoreError) {
    let (file, count): ([UInt8], Int)
    switch condition {
    case .good, .blocked: return
    case .damaged(let recovered, let records): (file, count) = (recovered, records)
    case .obstructed: (file, count) = (RecordLines().file, 0)
    }
    let kept = try moveAside(path)
    try AtomicFile.write(file, to: path, calls: calls)
    warnings.append("\(kept); \(Self.records(count)) could be recovered")
  }

  /// Moves journals aside that are no files, so that entries can be written. Only under the lock.
  func clear(_ journals: some Sequence<String>) throws(StoreError) {
    for path in journals where AsideFile.obstacle(at: path) != nil {
      warnings.append(
        "\(try moveAside(path)); what it told can be neither undone nor listed")
    }
  }

  /// Gives a file another name beside its own, see ``AsideFile``; tells that, as the beginning of a
  /// warning.
  func moveAside(_ path: String) throws(StoreError) -> String {
    let what = AsideFile.obstacle(at: path)?.noun ?? "damaged"
    let aside = try AsideFile.moveAside(path, at: now(), calls: calls)
    return "'\(StoreError.short(path))' was \(what) and is kept as '\(Path.name(of: aside))'"
  }

  // MARK: - All of the library

  /// Whether a file of the library is damaged, or none, and can be moved aside. The description has
  /// its own condition.
  var hasDamage: Bool {
    months.values.contains { $0.papers.isDamaged || $0.reading.isDamaged }
      || ledgerDamage != nil || journalFiles.contains { AsideFile.obstacle(at: $0) != nil }
  }

  /// Moves all damaged files aside and writes what could be read of them. Only under the lock.
  func repairAll() throws(StoreError) {
    for month in months.keys.sorted() { try repair(month) }
    if ledgerDamage != nil {
      try AtomicFile.write(try repairedLedgers().ledgers.file, to: folder.sources, calls: calls)
    }
    try clear(journalFiles)
  }

  /// Warns of every file that could not be read in full and is still in its place.
  func warnAboutUnreadFiles() {
    if case .blocked(let error) = description.condition {
      warnings.append(error.message + "; the library is read-only")
    }
    for (month, files) in months.sorted(by: { $0.key < $1.key }) {
      for (slot, path) in [
        (files.papers, folder.papers(month)), (files.reading, folder.reading(month)),
      ] {
        switch slot.condition {
        case .good: break
        case .damaged(_, let count):
          warnings.append(
            "'\(StoreError.short(path))' is damaged; \(Self.records(count)) could be read")
        case .obstructed(let error): warnings.append(error.message)
        case .blocked(let error):
          warnings.append(error.message + "; nothing of \(month) that belongs there can be saved")
        }
      }
    }
    if let ledgerDamage { warnings.append(ledgerDamage) }
    for path in journalFiles {
      guard let obstacle = AsideFile.obstacle(at: path) else { continue }
      warnings.append(StoreError.cannotRead(file: path, cause: obstacle).message)
    }
  }

  /// What is wrong with `sources.json`, if it can be moved aside.
  private var ledgerDamage: String? {
    // A file that cannot be read now is told of when it is needed.
    guard let file = try? LedgerFile(folder.sources), file.isDamaged else { return nil }
    guard let obstacle = AsideFile.obstacle(at: folder.sources) else {
      return "'sources.json' is damaged; it could be read in part"
    }
    return StoreError.cannotRead(file: folder.sources, cause: obstacle).message
  }

  /// The paths of the journals of all devices, the older ones too; none when they cannot be listed.
  private var journalFiles: [String] {
    folder.files { $0.hasSuffix(".jsonl") }.map { "\(folder.path)/\($0)" }
  }

  private static func records(_ count: Int) -> String {
    count == 1 ? "1 record" : "\(count == 0 ? "no" : "\(count)") records"
  }
}

extension FileSlot {
  /// Whether it is to be moved aside before it is written.
  var isDamaged: Bool {
    switch condition {
    case .good, .blocked: false
    case .damaged, .obstructed: true
    }
  }

  /// Whether it can be neither read nor replaced now.
  var isBlocked: Bool {
    if case .blocked = condition { true } else { false }
  }

  /// Throws when nothing may be written in place of what was found.
  func checkWritable(_ path: String) throws(StoreError) {
    guard case .blocked(let error) = condition else { return }
    throw error.asFailureToSave(path)
  }
}
