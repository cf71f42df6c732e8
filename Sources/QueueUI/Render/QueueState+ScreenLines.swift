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

  /// A paper as it is laid out in so many columns.
  func paperLines(_ paper: Paper, columns: Int) -> PaperLines {
    PaperLines(
      paper: paper, reading: library.reading(paper.id), columns: columns,
      changesKey: options.keyMap.hint(for: .showChanges, in: .page),
      fetchKey: options.keyMap.hint(for: .fetch, in: .page), site: options.site,
      wallClock: options.wallClock)
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
    let narrowing = Narrowing(to: filter)
    let matching = reports.filter { $0.matches(narrowing) }
    guard !matching.isEmpty else {
      return [StyledLine(narrowing.heading("Sources"), .heading), Narrowing.none(of: "source")]
    }
    func key(_ action: Action) -> String { options.keyMap.hint(for: action, in: .sources) }
    let heading: [StyledLine.Span] =
      filter.isEmpty
      ? [
        .init(text: "Sources", role: .heading),
        .init(
          text: "  \(key(.fetch)) fetches them all, after \(key(.search)) those that are shown",
          role: .dim),
      ]
      : [
        .init(text: narrowing.heading("Sources"), role: .heading),
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
    guard let paper = paper(id) else {
      return [StyledLine("\(id) is no longer in the library.", .dim)]
    }
    var lines = paperLines(paper, columns: textColumns)
    lines.linksKey = options.keyMap.hint(for: .openLink, in: .page)
    lines.links = links(of: paper).map { ($0.kind.rawValue, label(of: $0)) }
    return lines.page
  }
}

extension SourceReport {
  /// Whether its name or a line about it has the text.
  func matches(_ narrowing: Narrowing) -> Bool {
    ([name, summary] + lines).contains { narrowing.matches($0) }
  }
}
