import Papers
import TerminalGrid

extension QueueState {
  /// The lines of a screen, in the present width.
  func lines(of screen: Screen) -> [StyledLine] {
    if let laidOutScreen, laidOutScreen.key == layoutKey(of: screen) { return laidOutScreen.lines }
    return laidOutLines(of: screen)
  }

  /// Lays out the screen that is seen, unless it is as it was.
  mutating func layOutScreen() {
    guard let screen = screens.last else {
      laidOutScreen = nil
      return
    }
    let key = layoutKey(of: screen)
    guard laidOutScreen?.key != key else { return }
    laidOutScreen = LaidOutScreen(key: key, lines: laidOutLines(of: screen))
  }

  private func layoutKey(of screen: Screen) -> LaidOutScreen.Key {
    var key = LaidOutScreen.Key(
      subject: screen.subject, filter: screen.filter, columns: layout.body.columns,
      revision: revision, isShowingSearch: isShowingSearch)
    switch screen.subject {
    case .messages: (key.messages, key.day) = (messages, options.wallClock.shown(now).startOfDay)
    case .triage: (key.triage, key.skipped) = (triage, skipped)
    case .paper, .changes, .help, .sources, .output: break
    }
    return key
  }

  /// The lines of a screen, laid out anew.
  func laidOutLines(of screen: Screen) -> [StyledLine] {
    switch screen.subject {
    case .paper(let id): pageLines(of: id)
    case .changes(let id, let failure): changeLines(of: id, failure: failure)
    case .help(let context): helpLines(for: context, filter: screen.filter)
    case .sources(let reports): sourceLines(reports, filter: screen.filter)
    case .output(let output):
      output.lines(columns: layout.body.columns - 2, filter: screen.filter)
    case .triage: triageLines()
    case .messages: messageLines(filter: screen.filter)
    }
  }

  /// The key that shows what changed, for the line that says that something did.
  var changesKey: String {
    options.keyMap.keyNames(of: .showChanges, in: .page).first ?? ":\(Action.showChanges.rawValue)"
  }

  /// The key that fetches, for the line that says what a fetch would bring.
  var fetchKey: String {
    options.keyMap.keyNames(of: .fetch, in: .page).first ?? ":\(Action.fetch.rawValue)"
  }

  /// The columns of running text; longer lines are hard to read.
  var textColumns: Int { min(100, layout.body.columns - 2) }

  /// The sources whose names or lines have the filter's text.
  private func sourceLines(_ reports: [SourceReport]?, filter: String) -> [StyledLine] {
    guard let reports else { return [StyledLine("looking up the sources", .dim)] }
    guard !reports.isEmpty else {
      return StyledLine.wrapped("The configuration names no sources.", .dim, columns: textColumns)
    }
    let columns = textColumns
    let matching = reports.filter { $0.has(filter) }
    guard !matching.isEmpty else {
      return [
        StyledLine("Sources with '\(filter)'", .heading), StyledLine("no source has this", .dim),
      ]
    }
    func key(_ action: Action) -> String {
      options.keyMap.keyNames(of: action, in: .sources).first ?? ":\(action.rawValue)"
    }
    let heading: [StyledLine.Span] =
      filter.isEmpty
      ? [
        .init(text: "Sources", role: .heading),
        .init(
          text: "  \(key(.fetch)) fetches all, behind \(key(.search)) those with a text",
          role: .dim),
      ]
      : [
        .init(text: "Sources with '\(filter)'", role: .heading),
        .init(text: "  \(key(.fetch)) fetches these", role: .dim),
      ]
    return StyledLine.wrapped(heading, columns: columns)
      + matching.flatMap { report in
        let count = report.papers.papers
        let head = StyledLine([
          .init(text: report.name.truncated(toColumns: 30), role: .title),
          .init(text: "  \(count)", role: .date),
        ])
        let summary = StyledLine.wrapped(report.summary, .dim, columns: columns - 2)
        let facts = report.lines.flatMap { line in
          StyledLine.wrapped(line, line.hasPrefix("gap") ? .error : .text, columns: columns - 2)
        }
        return [StyledLine(), head] + (summary + facts).map { $0.indented(by: 2) }
      }
  }

  private func pageLines(of id: ArXivID) -> [StyledLine] {
    guard let paper = shown.paper(id) ?? library.paper(id) else {
      return [StyledLine("\(id) is no longer in the library.", .dim)]
    }
    return PaperLines(
      paper: paper, reading: library.reading(id), columns: textColumns, changesKey: changesKey,
      fetchKey: fetchKey, site: options.site,
      linksKey: options.keyMap.keyNames(of: .openLink, in: .page).first
        ?? ":\(Action.openLink.rawValue)",
      links: links(of: paper).map { ($0.kind.rawValue, label(of: $0)) },
      wallClock: options.wallClock
    ).page
  }
}

extension SourceReport {
  /// Whether its name or a line about it has a text.
  func has(_ text: String) -> Bool {
    let wanted = text.folded
    return wanted.isEmpty || ([name, summary] + lines).contains { $0.folded.contains(wanted) }
  }
}
