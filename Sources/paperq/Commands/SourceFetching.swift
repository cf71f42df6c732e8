import ArXivFeed
import LibraryStore
import Papers

/// Fetches sources one after another into the library, and keeps what came of those that fail.
@MainActor
struct SourceFetching {
  let library: OpenLibrary

  /// Asks for each source in turn. A source that fails does not keep the others from being asked,
  /// unless arXiv is out of reach or wants to be left alone, or the user wants to stop.
  func fetch(_ sources: [Source]) async -> [SourceResult] {
    var results: [SourceResult] = []
    let client = library.workspace.makeClient(onRetry: library.console.announce)
    for source in sources {
      let result = await fetch(source, client)
      results.append(result)
      guard let failure = result.failure else { continue }
      library.console.say("source '\(source.name)': \(failure.message ?? "it failed")")
      if failure.code != .badAnswer && failure.code != .badInput { break }
    }
    return results
  }

  private func fetch(_ source: Source, _ client: ArXivClient) async -> SourceResult {
    let progress = ProgressLine(console: library.console, title: source.name)
    let box = ResultBox(SourceResult(source: source))
    let held = library.library
    do {
      let outcome = try await client.fetch(
        source, now: Workspace.now, pageSize: library.workspace.settings.configuration.arxiv.pageSize,
        isHeld: { held.contains($0) },
        progress: { received, expected in
          progress.show(received, of: expected)
        },
        onPapers: { @MainActor papers in
          box.result.add(try library.store.merge(papers).merge)
          box.result.received += papers.count
        })
      box.result.received = outcome.received
      box.result.expected = outcome.expected
      box.result.missing = outcome.missing
    } catch let error as FeedError {
      box.result.failure = CommandFailure(error)
    } catch let error as StoreError {
      box.result.failure = CommandFailure(.disk, error.message)
    } catch {
      box.result.failure = CommandFailure(.interrupted, "stopped")
    }
    progress.clear()
    return box.result
  }
}

/// The result of a source while its papers come in.
@MainActor
private final class ResultBox {
  var result: SourceResult

  init(_ result: SourceResult) {
    self.result = result
  }
}

extension Console {
  /// Says that a request failed and is sent again.
  func announce(_ retry: ArXivClient.Retry) {
    let seconds = (retry.waitMilliseconds + 999) / 1000
    say("\(retry.error.message); trying again in \(seconds) s (\(retry.nextTry) of 4)")
  }
}
