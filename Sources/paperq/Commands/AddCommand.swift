import ArXivFeed
import ArgumentParser
import LibraryStore
import PaperExport
import Papers
import Synchronization

/// `paperq add`: queues papers, and asks arXiv about those that the library does not have.
struct AddCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Queue papers.",
    discussion: "Identifiers are found in any text: in a URL, a file, or standard input for '-'.")

  @OptionGroup var options: GlobalOptions

  @Argument(help: "Identifiers, URLs, files, or '-'.")
  var paper: [String]

  func run(in context: CommandContext) async throws {
    let ids = try paper.flatMap { word throws(CommandFailure) in try Self.ids(in: word) }
      .uniqued
    let library = try context.openLibrary()
    let held = Set(ids.filter(library.library.shows))
    var answer = try await Interruption.cancelling {
      try await library.complete(ids.filter { !library.library.contains($0) })
    }
    if answer.isUnanswered {
      try library.keepForLater(ids.map { ImportedPaper(ArXivReference(id: $0)) })
      answer.promiseFetch(of: ids.count { library.library.isIncomplete($0) })
    }
    let present = ids.filter(library.library.contains)
    try library.queue(present, held: held)
    try PaperPrinter(console: context.console).list(present.compactMap(library.item))
    if let failure = answer.failure { throw failure }
    let absent = ids.filter { !library.library.contains($0) }
    if !absent.isEmpty {
      throw CommandFailure(.noSuchPaper, "arXiv has no paper \(absent.quoted)")
    }
  }

  /// The papers that a word names: itself, a file of any text that mentions papers, or, where there is
  /// no such file, the papers that it mentions as a text: the address of a page elsewhere, or the stamp
  /// on the first page of a PDF.
  private static func ids(in word: String) throws(CommandFailure) -> [ArXivID] {
    if let reference = ArXivReference(word) { return [reference.id] }
    let name = word == "-" ? "standard input" : word
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileBytes.read(word)
    } catch {
      let ids = error.isAbsence && isNoFileName(word) ? mentioned(in: word) : []
      if !ids.isEmpty { return ids }
      throw CommandFailure(
        .badInput,
        "cannot add '\(name)': it is no arXiv identifier, and no file that can be read: "
          + error.reason)
    }
    let ids = ArXivReference.all(in: String(decoding: bytes, as: UTF8.self)).map(\.id)
    if ids.isEmpty {
      throw CommandFailure(.badInput, "cannot add '\(name)': there is no arXiv identifier in it")
    }
    return ids
  }

  /// Whether a word reads as a text or as an address, and not as the name of a file that is missing.
  private static func isNoFileName(_ word: String) -> Bool {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    let isHost = parts.count > 1 && parts[0].contains(".") && !parts[0].hasPrefix(".")
    return isHost || word.contains("://") || word.contains(where: \.isWhitespace)
  }

  /// The papers of a text; those of an address are in its path, unless only the rest of it has any.
  private static func mentioned(in text: String) -> [ArXivID] {
    let path = text.prefix { $0 != "?" && $0 != "#" }
    let isAddress = !text.contains(where: \.isWhitespace)
    let ids = isAddress ? ArXivReference.all(in: String(path)).map(\.id) : []
    return ids.isEmpty ? ArXivReference.all(in: text).map(\.id) : ids
  }
}

extension OpenLibrary {
  /// Queues papers by the action `add`, which takes those in that the library did not show before.
  func queue(_ ids: [ArXivID], held: Set<ArXivID>) throws(StoreError) {
    let new = ids.filter { !held.contains($0) }
    let steps = new.map { id in
      LibraryChange.Step(
        id, .takeIn(sources: library.isIncomplete(id) ? [ImportedPapers.sourceName] : []))
    }
    try commit("add", steps + library.steps(toMark: ids, as: .queued))
  }

  /// Takes in papers of which the library knows nothing yet as they are described, for a later fetch
  /// to complete.
  @discardableResult
  func keepForLater(_ papers: [ImportedPaper]) throws(StoreError) -> FeedMerge {
    let now = Workspace.now
    return try merge(papers.map { $0.placeholder(at: now) }, unless: { $0.knows($1) })
  }

  /// What asking arXiv about papers came to.
  struct Completion: Sendable {
    /// What went wrong; what came before is kept.
    var failure: CommandFailure?
    /// The papers that arXiv does not have; none when something went wrong.
    var missing: [ArXivID] = []

    /// Whether arXiv had nothing to say, because it was out of reach or wants to be asked later.
    var isUnanswered: Bool {
      failure.map { [.unreachable, .later].contains($0.code) } ?? false
    }

    /// Says with what went wrong that a fetch completes `count` papers, if there are any.
    mutating func promiseFetch(of count: Int) {
      guard count > 0, isUnanswered else { return }
      failure?.message? += "; 'paperq fetch' completes \(count == 1 ? "it" : "them")"
    }
  }

  /// Asks arXiv about papers and takes them in; gives what went wrong, so that the caller can go on
  /// with what is there.
  @MainActor
  func complete(
    _ ids: [ArXivID], progress: ProgressLine? = nil
  ) async throws(StoreError) -> Completion {
    guard !ids.isEmpty else { return Completion() }
    let client = workspace.makeClient(onRetry: console.announce)
    let isComplete = Mutex(true)
    do {
      let outcome = try await client.papers(ids.map { ArXivReference(id: $0) }) {
        @MainActor papers, received, expected in
        if try !merge(papers).leftOut.isEmpty { isComplete.withLock { $0 = false } }
        progress?.show(received, of: expected)
      }
      // What was left out, and why, has been said.
      return isComplete.withLock { $0 }
        ? Completion(missing: outcome.missing) : Completion(failure: CommandFailure(.disk))
    } catch let error as StoreError {
      throw error
    } catch let error as FeedError {
      var failure = CommandFailure(error)
      failure.message = "cannot ask arXiv about \(ids.quoted): \(error.message)"
      return Completion(failure: failure)
    } catch {
      return Completion(failure: CommandFailure(.interrupted, "stopped"))
    }
  }
}

extension [ArXivID] {
  /// The identifiers, each once, in order.
  fileprivate var uniqued: [ArXivID] {
    var seen: Set<ArXivID> = []
    return filter { seen.insert($0).inserted }
  }

  /// "'1706.03762' and 2 more".
  var quoted: String {
    let rest = count - 1
    return "'\(first.map(\.description) ?? "")'" + (rest > 0 ? " and \(rest) more" : "")
  }
}
