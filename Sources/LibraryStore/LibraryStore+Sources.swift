import JSONText
package import Papers

extension LibraryStore {
  /// What is known of the fetches of all sources, read without a lock. A file that is damaged
  /// counts as far as it can be read; it is moved aside when it is written.
  package static func ledgers(inLibrary path: String) throws(StoreError) -> SourceLedgers {
    try LedgerFile(LibraryFolder(path: path).sources).ledgers
  }

  /// Takes in what a fetch has to tell of `subject` in the name of a source, and returns when that is
  /// on the disk.
  ///
  /// It joins what other copies of the program wrote meanwhile. `held` is that of
  /// ``SourceLedger/record(_:held:)``.
  package func record(
    _ entry: LedgerEntry, of source: String, subject: String,
    held: (ClosedRange<Timestamp>) -> Int
  ) throws(StoreError) {
    try writing { () throws(StoreError) in
      var ledgers = try repairedLedgers().ledgers
      var ledger = ledgers[source].about(subject)
      ledger.record(entry, held: held)
      ledgers[source] = ledger
      try AtomicFile.write(ledgers.file, to: folder.sources, calls: calls)
    }
  }
}

extension LibraryStore {
  /// Reads `sources.json`. One that is damaged gets another name first, and is to be written anew.
  /// Only under the lock.
  func repairedLedgers() throws(StoreError) -> LedgerFile {
    let found = try LedgerFile(folder.sources)
    guard found.isDamaged else { return found }
    let kept = try moveAside(folder.sources)
    let count = found.ledgers.count
    let recovered = (count == 1 ? "1 source" : "\(count) sources") + " could be recovered, others"
    warnings.append(
      "\(kept); \(count == 0 ? "sources" : recovered) are fetched anew")
    return found
  }
}

/// `sources.json` as it was found.
struct LedgerFile {
  /// What could be read; empty when there is no file.
  var ledgers = SourceLedgers()
  /// Whether it is no file with a JSON object, so that it must not be written over.
  var isDamaged = false

  init(_ path: String) throws(StoreError) {
    let contents: FileContents?
    do throws(StoreError) {
      contents = try FileContents.read(path)
    } catch {
      guard error.isObstacle else { throw error }
      isDamaged = true
      return
    }
    guard let contents else { return }
    let bytes = contents.bytes.withoutByteOrderMark
    do throws(JSONError) {
      ledgers = try SourceLedgers(file: bytes)
    } catch {
      isDamaged = true
      ledgers = RecordRecovery.ledgers(from: bytes)
    }
  }
}
