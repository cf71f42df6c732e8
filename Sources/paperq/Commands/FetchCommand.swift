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

  @Argument(help: "Names of sources; all of them when none is named.")
  var source: [String] = []

  func run(in session: Session) async throws {
    let library = try session.openLibrary()
    let sources = try chosenSources(library)
    let results = try await Interruption.cancelling {
      await SourceFetching(library: library).fetch(sources)
    }
    for result in results { try result.print(on: session.console) }
    if let error = results.compactMap(\.failure).first { throw CommandFailure(error.code) }
    if exitCode, results.allSatisfy(\.newIDs.isEmpty) { throw CommandFailure(.nothing) }
  }

  @MainActor
  private func chosenSources(_ library: OpenLibrary) throws(CommandFailure) -> [Source] {
    let starter = StarterList.source(completing: library.library)
    let sources = library.workspace.sources + (starter.map { [$0] } ?? [])
    guard !source.isEmpty else { return sources }
    var chosen: [Source] = []
    for name in source {
      if let found = sources.first(where: { $0.name == name }) {
        chosen.append(found)
      } else if name != StarterList.sourceName {
        let names = sources.map(\.name)
        let hint =
          name.nearest(in: names).map { "did you mean '\($0)'?" }
          ?? "'paperq sources' lists them"
        throw CommandFailure(.usage, "there is no source '\(name)'; \(hint)")
      }
    }
    return chosen
  }
}

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
  var failure: CommandFailure?

  init(source: Source) {
    self.source = source
  }

  mutating func add(_ merge: FeedMerge) {
    newIDs += merge.new.map(\.id)
    changed += merge.changed.count
  }

  func print(on console: Console) throws(CommandFailure) {
    guard !console.showsTables else {
      let failed = failure == nil ? "" : ", failed"
      return try console.print(
        "\(source.name.onOneLine): \(newIDs.count) new, \(changed) changed, "
          + "\(received) of \(expected)\(failed)")
    }
    var object: JSONObject = [
      "source": .string(source.name), "received": .integer(received),
      "expected": .integer(expected), "new": .array(newIDs.map { .string($0.description) }),
      "changed": .integer(changed),
    ]
    if !missing.isEmpty {
      object["missing"] = .array(missing.map { .string($0.description) })
    }
    if source.isAlert { object["alert"] = .bool(true) }
    object["error"] = failure?.message.map { .string($0) }
    try console.print(.object(object))
  }
}
