import ArgumentParser
import LibraryStore
import PaperExport
import Papers

/// `paperq export`: papers and notes in a format of other programs.
struct ExportCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Export papers with their notes.",
    discussion: """
      Without '--output', a format with a file per paper goes to the folder that the configuration \
      names, and everything else to standard output.
      """)

  @OptionGroup var options: GlobalOptions

  @Option(help: "markdown, digest, bibtex, ris, csl-json, csv, jsonl or org.")
  var format: ExportFormat?

  @Option(
    help: ArgumentHelp(
      "Where to: a folder, named with '/' at its end or there already, a file, or '-'.",
      valueName: "place"))
  var output: String?

  @Option(help: ArgumentHelp("The order, as for 'paperq list'.", valueName: "key"))
  var sort: SortOrder = .newest

  @Argument(help: "Which papers; words that begin with '-' come after '--'.")
  var query: [String] = []

  func run(in session: Session) throws {
    let query = try session.query(query)
    let library = try session.openLibrary()
    let settings = library.workspace.settings
    guard let format = format ?? ExportFormat(rawValue: settings.configuration.exportFormat) else {
      preconditionFailure("the configuration lets no other format pass")
    }
    let ids = library.ids(matching: query, sortedBy: sort)
    guard !ids.isEmpty else { throw CommandFailure(.nothing, "no paper matches") }
    // Papers are decoded one by one, as they are written.
    let items = ids.lazy.compactMap { library.item($0) }
    let target = ExportTarget(
      output ?? (format == .markdown ? settings.exportFolder.map { $0 + "/" } : nil) ?? "-",
      environment: session.environment)
    switch target {
    case .standardOutput:
      for piece in ExportStream(items, as: format) { try session.console.write(piece) }
    case .file(let path):
      try Self.report(try ExportWriter.write(items, as: format, toFile: path), session.console)
    case .folder(let path):
      try Self.report(try ExportWriter.write(items, as: format, toFolder: path), session.console)
    }
  }

  /// Says what was written; files that had to be left alone make the export fail.
  private static func report(
    _ result: ExportWriter.Result, _ console: Console
  ) throws(CommandFailure) {
    let unchanged = result.unchanged > 0 ? ", \(result.unchanged) unchanged" : ""
    let files = result.written == 1 ? "1 file" : "\(result.written) files"
    console.remark("wrote \(files)\(unchanged) in '\(result.place)'")
    for refusal in result.refusals { console.say(refusal.description) }
    if !result.refusals.isEmpty { throw CommandFailure(.badInput) }
  }
}

extension ExportFormat: ExpressibleByArgument {}
