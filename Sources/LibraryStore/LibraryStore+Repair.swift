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
    let aside = try moveAside(folder.description)
    warnings.append(
      "'library.json' was damaged and is kept as '\(Path.name(of: aside))'; "
        + "the library is taken to be of format \(DescriptionFile.presentFormat)")
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

  /// Moves a file aside if it is damaged, and writes what could be read of it. Only under the lock.
  func repair(_ condition: FileSlot.Condition, at path: String) throws(StoreError) {
    guard case .damaged(let recovered, let count) = condition else { return }
    let aside = try moveAside(path)
    try AtomicFile.write(recovered, to: path, calls: calls)
    let records = count == 1 ? "1 record" : "\(count == 0 ? "no" : "\(count)") records"
    warnings.append(
      "'\(StoreError.short(path))' was damaged and is kept as '\(Path.name(of: aside))'; "
        + "\(records) could be recovered")
  }

  /// Gives a file another name beside its own, see ``AsideFile``; tells that name.
  func moveAside(_ path: String) throws(StoreError) -> String {
    try AsideFile.moveAside(path, at: now(), calls: calls)
  }
}

extension FileSlot {
  var isDamaged: Bool {
    if case .damaged = condition { true } else { false }
  }

  /// Throws when nothing may be written in place of what was found.
  func checkWritable(_ path: String) throws(StoreError) {
    guard case .blocked(let error) = condition else { return }
    if case .cannotRead(_, let cause) = error { throw .cannotSave(file: path, cause: cause) }
    throw error
  }
}
