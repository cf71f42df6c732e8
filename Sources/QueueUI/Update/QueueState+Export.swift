import Papers
import TerminalGrid

extension QueueState {
  /// Exports the view, or what is marked, as the argument says. Many papers go to the folder of the
  /// configuration after a question; who names a place means it.
  mutating func export(_ argument: String) -> [Effect] {
    // What cannot be read was refused before the action began.
    guard let request = try? ExportRequest(parsing: argument) else { return [] }
    let ids = papersToExport
    guard !ids.isEmpty else { return sayNothingToExport() }
    return exportAsking(ids, request)
  }

  /// Exports papers, after a question if many go to the folder of the configuration.
  private mutating func exportAsking(_ ids: [ArXivID], _ request: ExportRequest) -> [Effect] {
    guard options.confirms, request.path == nil, ids.count >= Self.bulk else {
      return export(ids, request)
    }
    let format = request.format ?? options.exportFormat
    question = .yesOrNo(
      "export \(ids.count) papers as \(format.rawValue) to \(options.exportFolder)?",
      .export(ids, request))
    return []
  }

  /// Asks for a format, that of the configuration first, and then for a place.
  mutating func chooseExport() -> [Effect] {
    let ids = papersToExport
    guard !ids.isEmpty else { return sayNothingToExport() }
    let others = ExportFormat.allCases.filter { $0 != options.exportFormat }
    let choices = ([options.exportFormat] + others).map { format in
      Question.Choice(
        key: format.key, label: format.rawValue.padded(toColumns: 10) + format.label,
        outcome: .exportAs(format, ids))
    }
    question = .menu(
      ids.count > 1 ? "export \(ids.count) papers as" : "export \(ids[0]) as", choices)
    return []
  }

  /// Asks where to, from the place that took this format last.
  mutating func askForPlace(of format: ExportFormat, _ ids: [ArXivID]) -> [Effect] {
    prompt = Prompt(.export(format, ids), text: exportPlaces[format] ?? standardPlace(of: format))
    isUnsettled = true
    return []
  }

  /// Exports to the place that was typed; the folder of the configuration need not be.
  mutating func export(
    _ ids: [ArXivID], as format: ExportFormat, toTyped text: String
  ) throws(Mistake) -> [Effect] {
    var request = try ExportRequest(format: format, path: text)
    exportPlaces[format] = request.path
    if request.path == standardFolder { request.path = nil }
    return exportAsking(ids, request)
  }

  /// Where papers go unless another place is typed: of one that is a file a paper the folder of the
  /// configuration, else a file in it.
  private func standardPlace(of format: ExportFormat) -> String {
    format == .markdown ? standardFolder : standardFolder + "papers." + format.fileExtension
  }

  private var standardFolder: String {
    options.exportFolder.hasSuffix("/") ? options.exportFolder : options.exportFolder + "/"
  }

  mutating func export(_ ids: [ArXivID], _ request: ExportRequest) -> [Effect] {
    if screens.isEmpty { list.clearMarks() }
    return [.export(ids, request)]
  }

  /// Asks whether a file that is there may be replaced; `file` is how to name it. Keys that are meant
  /// for what the user does by now must not answer.
  mutating func askToReplace(_ file: String, by ids: [ArXivID], _ request: ExportRequest) {
    guard question == nil, prompt == nil else {
      fail("'\(file)' is there already; nothing was exported")
      return
    }
    var request = request
    request.replaces = true
    question = .yesOrNo("'\(file)' is there already; replace it?", .export(ids, request))
  }

  /// The papers of the view, or those that are marked, or that of the page.
  private var papersToExport: [ArXivID] {
    screens.isEmpty && list.chosen.isEmpty ? list.ids : targets
  }

  private mutating func sayNothingToExport() -> [Effect] { say("there is no paper to export") }
}

extension ExportFormat {
  /// What is typed in the menu to choose it. `j` and `k` move there.
  fileprivate var key: String {
    switch self {
    case .markdown: "m"
    case .digest: "d"
    case .bibtex: "b"
    case .ris: "r"
    case .cslJSON: "c"
    case .csv: "v"
    case .jsonl: "l"
    case .org: "o"
    }
  }
}
