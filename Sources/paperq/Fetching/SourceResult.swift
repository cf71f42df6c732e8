import ArXivFeed
import Papers

/// What fetching a source brought.
struct SourceResult: Equatable, Sendable {
  var source: Source
  var received = 0
  var expected = 0
  /// Papers that the library did not have.
  var newIDs: [ArXivID] = []
  /// Papers that it had and that are other than before.
  var changed = 0
  var missing: [ArXivID] = []
  /// Entries of arXiv's answers that could not be read.
  var skipped = SkippedEntries()
  var failure: CommandFailure?

  init(source: Source) {
    self.source = source
  }
}
