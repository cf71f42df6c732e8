import JSONText
package import Papers

extension LibraryStore {
  /// What is known of the fetches of all sources, read without a lock. A file that is damaged
  /// counts as absent; it is moved aside when it is written.
  package static func ledgers(inLibrary path: String) throws(StoreError) -> SourceLedgers {
    try LedgerFile(LibraryFolder(path: path).sources).ledgers ?? SourceLedgers()
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
      let found = try LedgerFile(folder.sources)
      if found.isDamaged {
        let aside = try moveAside(folder.sources)
        warnings.append(
          "'sources.json' was damaged and is kept as '\(Path.name(of: aside))'; "
            + "sources are fetched anew")
      }
      var ledgers = found.ledgers ?? SourceLedgers()
      var ledger = ledgers[source].about(subject)
      ledger.record(entry, held: held)
      ledgers[source] = ledger
      try AtomicFile.write(ledgers.file, to: folder.sources, calls: calls)
    }
  }
}

/// `sources.json` as it was found.
private struct LedgerFile {
  /// Nil when there is no file, or one that cannot be parsed.
  var ledgers: SourceLedgers?
  var isDamaged = false

  init(_ path: String) throws(StoreError) {
    guard let contents = try FileContents.read(path) else { return }
    do throws(JSONError) {
      ledgers = try SourceLedgers(file: contents.bytes.withoutByteOrderMark)
    } catch {
      isDamaged = true
    }
  }
}
