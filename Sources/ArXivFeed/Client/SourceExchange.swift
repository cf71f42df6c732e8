import Papers

/// How the client and whoever keeps its papers work together during a fetch.
struct SourceExchange: Sendable {
  var source: Source
  var now: Timestamp
  var pageSize: Int
  /// The version of a paper that the library has; nil where it has none.
  var heldVersion: @Sendable (ArXivID) -> Int?
  /// How many papers of the source are on the disk that were submitted in a window.
  var known: @Sendable (ClosedRange<Timestamp>) async throws -> Int
  /// Those of the papers handed over so far that could not be saved.
  var unsaved: @Sendable () -> Set<ArXivID>
  var progress: @Sendable (_ received: Int, _ expected: Int) -> Void
  /// Is told of entries that could not be read.
  var onSkipped: @Sendable (SkippedEntries) -> Void
  /// Takes what the ledger of the source is to know, and returns when that is on disk.
  var onAnswer: @Sendable (LedgerEntry) async throws -> Void
  /// Takes in papers, and returns when they are on disk.
  var onPapers: @Sendable ([Paper]) async throws -> Void

  /// Whether the library has a paper.
  func isHeld(_ id: ArXivID) -> Bool { heldVersion(id) != nil }

  /// Hands over papers in the name of the source, or of none, as far as `isOurs` says; returns how
  /// many could not be saved.
  @discardableResult
  func hand(
    over papers: [Paper], isOurs: (Paper) -> Bool = { _ in true }
  ) async throws -> Int {
    guard !papers.isEmpty else { return 0 }
    try await onPapers(
      papers.map { paper in
        var paper = paper
        paper.sources = isOurs(paper) ? [source.name] : []
        paper.added = now
        return paper
      })
    let unsaved = unsaved()
    return unsaved.isEmpty ? 0 : papers.count { unsaved.contains($0.id) }
  }

  /// Tells how asking for a list of papers ended.
  func answer(_ ending: ListingAnswer.Ending) async throws {
    try await onAnswer(.listing(ListingAnswer(at: now, ending: ending)))
  }
}
