import LibraryStore
import Papers

/// What asking for a window of a source came to, for the ledger.
struct SourceAnswer: Sendable {
  var source: String
  /// The query of the source.
  var query: String
  var answer: WindowAnswer
  /// The library before the fetch.
  var library: Library

  /// Takes it into the ledger of the store.
  func record(in store: LibraryStore) throws(StoreError) {
    try store.record(answer, of: source, query: query) { window in
      library.count(ofSource: source, submitted: window)
    }
  }
}
