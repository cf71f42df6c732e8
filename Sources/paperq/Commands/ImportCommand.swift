import ArgumentParser
import JSONText
import LibraryStore
import PaperExport
import Papers

/// `paperq import`: takes in the papers of a file.
struct ImportCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in papers from a file.",
    discussion: """
      A file is BibTeX, paperq's JSON lines, or any text that mentions papers. What it says of a \
      paper is kept until arXiv completes it. Papers that are unread get the state; JSON lines bring \
      their own, with tags and notes, and set nothing that you have set here.
      """)

  @OptionGroup var options: GlobalOptions

  @Option(help: "The state that unread papers get.")
  var state: ReadingState = .queued

  @Flag(help: "Make tags of the keywords of BibTeX.")
  var tags = false

  @Flag(help: "Do not ask arXiv; 'paperq fetch' completes the papers later.")
  var offline = false

  @Argument(help: "A file, or '-' for standard input.")
  var file: String

  func run(in context: CommandContext) async throws {
    let name = file == "-" ? "standard input" : file
    let content = try Self.read(file, named: name)
    let library = try context.openLibrary()
    let importing = PaperImport(
      file: content, library: library, state: state, keywordsAreTags: tags)
    try importing.takeInDescriptions(ofAll: offline)
    let failure = try await offline ? nil : importing.complete()
    try context.console.report(importing.result)
    if let failure { throw failure }
    if importing.result.leftOut > 0 { throw CommandFailure(.disk) }
    if case let unknown = importing.result.unknown, !unknown.isEmpty {
      context.console.say("arXiv has no paper \(unknown.quoted)")
      // Papers that the file describes are kept all the same.
      if content.kind == .text { throw CommandFailure(.noSuchPaper) }
    }
    if !content.brokenLines.isEmpty { throw CommandFailure(.badInput) }
  }

  /// Reads a file in which there is at least one paper.
  private static func read(_ path: String, named name: String) throws(CommandFailure) -> ImportFile
  {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileBytes.read(path)
    } catch {
      throw CommandFailure(.badInput, "cannot import '\(name)': \(error.reason)")
    }
    let file = ImportFile(bytes, now: Workspace.now)
    if let first = file.brokenLines.first {
      let rest = file.brokenLines.count - 1
      Console.say(
        "cannot read line \(first)\(rest > 0 ? " and \(rest) more" : "") of '\(name)': "
          + "it is no paper in JSON")
    }
    guard file.papers.isEmpty else { return file }
    switch file.kind {
    case .bibtex where file.entriesWithoutID > 0:
      throw CommandFailure(.nothing, "no entry of '\(name)' has an arXiv id")
    case .bibtex, .text:
      throw CommandFailure(
        .badInput, "cannot import '\(name)': there is no arXiv identifier in it")
    case .jsonl:
      throw CommandFailure(.badInput)
    }
  }
}

extension Console {
  /// Says what came of an import: a sentence on a terminal, an object elsewhere.
  fileprivate func report(_ result: PaperImport.Result) throws(CommandFailure) {
    guard !showsTables else { return try print(result.summary) }
    var object: JSONObject = [
      "new": .integer(result.new), "present": .integer(result.present),
      "approximate": .integer(result.approximate), "withoutID": .integer(result.withoutID),
    ]
    let given = result.marked.values.reduce(result.changed, +)
    if given > 0 { object["changed"] = .integer(given) }
    if !result.namesWithoutID.isEmpty {
      object["namesWithoutID"] = .array(result.namesWithoutID.map { .string($0) })
    }
    try print(.object(object))
  }
}
