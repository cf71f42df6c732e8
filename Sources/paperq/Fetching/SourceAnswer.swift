import LibraryStore
import Papers

/// What a fetch of a source has to tell its ledger.
struct SourceAnswer: Sendable {
  var source: Source
  var entry: LedgerEntry
  /// The library before the fetch.
  var library: Library

  /// Takes it into the ledger of the store.
  func record(in store: LibraryStore) throws(StoreError) {
    try store.record(entry, of: source.name, subject: source.subject) { window in
      library.count(ofSource: source.name, submitted: window)
    }
  }
}
