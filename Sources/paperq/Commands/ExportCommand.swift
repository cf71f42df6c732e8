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

  @Option(
    help: ArgumentHelp(
      "A Mustache template for markdown and digest; the names are in docs/export.md.",
      valueName: "file"))
  var template: String?

  @Option(help: ArgumentHelp("The order, as for 'paperq list'.", valueName: "key"))
  var sort: SortOrder = .newest

  @Argument(help: "Which papers; words that begin with '-' come after '--'.")
  var query: [String] = []

  func run(in context: CommandContext) throws {
    let query = try context.query(query)
    let library = try context.openLibrary()
    let settings = library.workspace.settings
    let named = output.map { ExportTarget($0, environment: context.environment) }
    let preferred = settings.exportFormat
    let format = format ?? named?.format(preferring: preferred) ?? preferred
    let template = try markdownTemplate(for: format, settings)
    let ids = library.ids(matching: query, sortedBy: sort)
    guard !ids.isEmpty else { throw CommandFailure(.nothing, "no paper matches") }
    // Papers are decoded one by one, as they are written.
    let items = ids.lazy.compactMap { library.item($0) }
    let standard = format == .markdown ? settings.exportFolder : nil
    switch named ?? standard.map(ExportTarget.folder) ?? .standardOutput {
    case .standardOutput:
      for piece in ExportStream(items, as: format, by: template) {
        try context.console.write(piece)
      }
    case .file(let path):
      try Self.report(
        try ExportWriter.write(items, as: format, by: template, toFile: path), context.console)
    case .folder(let path):
      try Self.report(
        try ExportWriter.write(items, as: format, by: template, toFolder: path), context.console)
    }
  }

  /// The template of the command line, or else of the configuration; other formats take none.
  private func markdownTemplate(
    for format: ExportFormat, _ settings: Settings
  ) throws -> MarkdownTemplate {
    guard let template else {
      return format.takesTemplate ? try settings.markdownTemplate() : .standard
    }
    guard format.takesTemplate else {
      throw CommandFailure(
        .usage, "'--template' is for the formats markdown and digest, not for \(format.rawValue)")
    }
    do throws(TemplateFileError) {
      return try MarkdownTemplate(file: settings.environment.expanding(template))
    } catch {
      throw CommandFailure(.badInput, error.message)
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
