import ArXivFeed
import ArgumentParser
import JSONText
import LibraryStore
import Papers

/// `paperq fetch`: asks arXiv for what is new.
struct FetchCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Ask arXiv for what is new.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "End with exit code 1 when nothing is new.")
  var exitCode = false

  @Flag(help: "Ask also where arXiv has announced nothing since its last answer.")
  var force = false

  @Argument(help: "Names of sources; all of them when none is named.")
  var source: [String] = []

  func run(in context: CommandContext) async throws {
    let library = try context.openLibrary()
    let console = context.console
    let fetching = SourceFetching(
      workspace: library.workspace, library: library.library, isForced: force,
      progress: { source, received, expected in
        ProgressLine(console: console, title: source.name).show(received, of: expected)
      },
      retry: { _, retry in console.announce(retry) },
      wait: { source, wait in
        ProgressLine(console: console, title: source.name).show(wait.words)
      },
      merge: { @MainActor _, papers in try library.merge(papers) },
      record: { @MainActor answer in try answer.record(in: library.store) },
      count: { @MainActor source, window in
        library.library.count(ofSource: source.name, submitted: window)
      })
    let sources: [Source]
    do throws(SourceFetching.UnknownSource) {
      sources = try fetching.sources(named: source.isEmpty ? nil : source)
    } catch {
      throw CommandFailure(.usage, error.message)
    }
    if sources.isEmpty {
      console.remark(
        source.isEmpty ? "there is no source in the config" : "there is nothing to complete")
    }
    let results = try await Interruption.cancelling { await fetching.fetch(sources) }
    ProgressLine(console: console, title: "").clear()
    for warning in library.store.takeWarnings() { console.say(warning) }
    for result in results {
      try result.print(on: console)
      if result.source.isAlert, console.showsTables {
        try PaperPrinter(console: console).list(result.newIDs.compactMap(library.item))
      }
      for warning in result.warnings { console.say(warning) }
      context.log.write("fetch \(result.summary)", isError: result.failure != nil)
      guard let failure = result.failure else { continue }
      console.say("source '\(result.source.name)': \(failure.message)")
    }
    if case let left = sources.dropFirst(results.count).map(\.name), !left.isEmpty {
      console.say("not asked: \(left.joined(separator: ", ")); the next fetch asks them too")
    }
    if let failure = results.lazy.compactMap(\.failure).first {
      throw CommandFailure(CommandFailure(failure).code)
    }
    if exitCode, results.allSatisfy(\.newIDs.isEmpty) { throw CommandFailure(.nothing) }
  }
}

extension Console {
  /// Says that a request failed and is sent again.
  func announce(_ retry: ArXivClient.Retry) {
    let seconds = (retry.waitMilliseconds + 999) / 1000
    let number = "\(retry.nextTry) of \(ArXivClient.Retry.mostTries)"
    say("\(retry.error.message); trying again in \(seconds) s (\(number))")
  }
}

extension RequestPace.Wait {
  /// What is waited for.
  var words: String {
    switch self {
    case .turn(let milliseconds): "the next request may begin in \((milliseconds + 999) / 1000) s"
    case .otherCopy: "another paperq is asking arXiv"
    }
  }
}

extension SourceResult {
  /// What came of it, for the log.
  fileprivate var summary: String {
    let words =
      failure?.message
      ?? (fresh == nil ? "\(newIDs.count) new, \(updated) updated" : "nothing announced since")
    return "\(source.name): \(words)"
  }

  /// What could not be read of arXiv's answers: the first entries, and how many more.
  fileprivate var warnings: [String] {
    skipped.lines.map { "source '\(source.name.onOneLine)': \($0)" }
  }

  /// What it brought: a line on a terminal, an object elsewhere.
  fileprivate func print(on console: Console) throws(CommandFailure) {
    if let fresh {
      let words = fresh.words(now: Workspace.now) + "; --force asks anyway"
      let line = "\(source.name.onOneLine): \(words)"
      if console.showsTables { return try console.print(line) }
      console.say(line)
    }
    guard !console.showsTables else {
      // Why nothing came is said behind.
      if failure != nil, received == 0 { return }
      let failed = failure == nil ? "" : ", failed"
      return try console.print(
        "\(source.name.onOneLine): \(newIDs.count) new, \(updated) updated, "
          + "\(received) of \(expected)\(note.map { "; \($0)" } ?? "")\(failed)")
    }
    var object: JSONObject = [
      "source": .string(source.name), "received": .integer(received),
      "expected": .integer(expected), "new": .integer(newIDs.count), "changed": .integer(changed),
      "updated": .integer(updated),
      "ids": .array(newIDs.map { .string($0.description) }),
    ]
    if !missing.isEmpty {
      object["missing"] = .array(missing.map { .string($0.description) })
    }
    if skipped.count > 0 { object["skipped"] = .integer(skipped.count) }
    if source.isAlert { object["alert"] = .bool(true) }
    object["note"] = note.map { .string($0) }
    object["asked"] = fresh.map { .string($0.askedAt.description) }
    object["error"] = (failure?.message).map { .string($0) }
    try console.print(.object(object))
  }
}
