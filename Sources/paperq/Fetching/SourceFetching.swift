import ArXivFeed
import LibraryStore
import Papers
import Synchronization

/// Asks sources one after another, and hands what they bring to whoever keeps it.
struct SourceFetching: Sendable {
  let workspace: Workspace
  /// The library at the beginning: which papers it holds decides what daily feeds replace.
  let library: Library
  /// Whether to ask even where arXiv has announced nothing since its last answer.
  var isForced = false
  /// Is told how many papers of a source came of how many expected.
  var progress: @Sendable (Source, _ received: Int, _ expected: Int) -> Void = { _, _, _ in }
  /// Is told of each wait before a request is sent again.
  var retry: @Sendable (Source, ArXivClient.Retry) -> Void = { _, _ in }
  /// Is told of each noticeable wait for our turn at arXiv.
  var wait: @Sendable (Source, RequestPace.Wait) -> Void = { _, _ in }
  /// Takes in papers of a source, and returns when they are on disk.
  var merge: @Sendable (Source, [Paper]) async throws -> FeedMerge
  /// Takes in what the ledger of a source is to know, and returns when that is on disk.
  var record: @Sendable (SourceAnswer) async throws -> Void
  /// Counts the papers of a source on the disk that were submitted in a window.
  var count: @Sendable (Source, ClosedRange<Timestamp>) async throws -> Int

  /// The sources of these names, or all of them, with those that complete the starter list and
  /// what was imported.
  ///
  /// Throws the first name that no source has.
  func sources(named names: [String]?) throws(UnknownSource) -> [Source] {
    let completing = [
      StarterList.source(completing: library), ImportedPapers.source(completing: library),
    ]
    let sources = workspace.sources + completing.compactMap(\.self)
    guard let names else { return sources }
    var chosen: [Source] = []
    for name in names {
      if let source = sources.first(where: { $0.name == name }) {
        chosen.append(source)
      } else if name != StarterList.sourceName, name != ImportedPapers.sourceName {
        throw UnknownSource(name: name, known: sources.map(\.name))
      }
    }
    return chosen
  }

  /// A name that no source has.
  struct UnknownSource: Error {
    var name: String
    var known: [String]

    var message: String {
      let hint = name.suggestion(among: known, otherwise: "'paperq sources' lists them")
      return "there is no source '\(name)'; \(hint)"
    }
  }

  /// Asks for each source in turn, and keeps what came of those that fail.
  ///
  /// A failure does not keep the other sources from being asked, unless arXiv is out of reach or
  /// wants to be left alone, the disk fails, or the task is cancelled.
  func fetch(_ sources: [Source]) async -> [SourceResult] {
    var results: [SourceResult] = []
    for source in sources {
      let result = await fetch(source)
      results.append(result)
      if let failure = result.failure, !failure.isOfThisRequest, result.unsaved.isEmpty { break }
    }
    return results
  }

  private func fetch(_ source: Source) async -> SourceResult {
    let tally = Tally(SourceResult(source: source))
    let pages = PageBuffer { papers in
      let merge = try await merge(source, papers)
      tally.add(merge)
      return merge
    }
    do {
      do {
        return try await fetch(source, into: pages, tally)
      } catch {
        // What came stays.
        try await pages.flush()
        throw error
      }
    } catch let error as FeedError {
      return tally.result(FetchFailure(error))
    } catch let error as StoreError {
      return tally.result(FetchFailure(error))
    } catch let error as PageBuffer.LostPapers {
      return tally.result(FetchFailure.unsaved(error.count))
    } catch {
      return tally.result(FetchFailure.stopped)
    }
  }

  private func fetch(
    _ source: Source, into pages: PageBuffer, _ tally: Tally
  ) async throws -> SourceResult {
    let now = Workspace.now
    let ledgers = try LibraryStore.ledgers(inLibrary: workspace.settings.paths.library)
    var ledger = ledgers[source.name]
    if isForced {
      ledger.forgetMark()
    } else if let fresh = ledger.freshAnswer(to: source, now: now) {
      return tally.result(
        FreshAnswer(askedAt: fresh.askedAt, nextAnnouncement: fresh.nextAnnouncement))
    }
    let client = workspace.makeClient(
      onRetry: { retry(source, $0) }, onWait: { wait(source, $0) })
    let outcome = try await client.fetch(
      source, now: now, pageSize: workspace.settings.configuration.arxiv.pageSize,
      ledger: ledger,
      heldVersion: { library.shows($0) ? library.version(of: $0) : nil },
      known: { window in
        try await pages.flush()
        return try await count(source, window)
      },
      unsaved: { tally.unsaved },
      progress: { received, expected in
        tally.note(received, of: expected)
        progress(source, received, expected)
      },
      onSkipped: { tally.add($0) },
      onAnswer: { entry in
        // The ledger says that papers are on the disk.
        try await pages.flush()
        try await record(SourceAnswer(source: source, entry: entry, library: library))
      },
      onPapers: { papers in try await pages.take(papers) })
    try await pages.flush()
    return tally.result(outcome)
  }
}

/// The result of a source while its papers come in.
private final class Tally: Sendable {
  private let result: Mutex<SourceResult>

  init(_ result: SourceResult) {
    self.result = Mutex(result)
  }

  func add(_ merge: FeedMerge) {
    result.withLock { result in
      result.newIDs += merge.new.map(\.id)
      result.changed += merge.changed.count
      result.updated += merge.newVersions.count
      result.unsaved.formUnion(merge.leftOut)
    }
  }

  func add(_ skipped: SkippedEntries) {
    result.withLock { $0.skipped.add(skipped) }
  }

  /// How far a fetch is, in case that it fails.
  func note(_ received: Int, of expected: Int) {
    result.withLock { ($0.received, $0.expected) = (received, expected) }
  }

  var unsaved: Set<ArXivID> { result.withLock(\.unsaved) }

  func result(_ fresh: FreshAnswer) -> SourceResult {
    result.withLock { result in
      result.fresh = fresh
      return result
    }
  }

  func result(_ outcome: SourceFetch) -> SourceResult {
    result.withLock { result in
      result.received = outcome.received
      result.expected = outcome.expected
      result.missing = outcome.missing
      result.note = outcome.note
      if !result.unsaved.isEmpty {
        result.failure = .unsaved(result.unsaved.count)
      }
      return result
    }
  }

  func result(_ failure: FetchFailure) -> SourceResult {
    result.withLock { result in
      result.failure = failure
      return result
    }
  }
}
