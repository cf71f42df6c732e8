import Papers
package import TerminalGrid

extension QueueState {
  /// Draws the whole screen into an empty grid.
  package func render(into grid: inout Grid) {
    guard size.rows >= Layout.smallest.rows, size.columns >= Layout.smallest.columns else {
      let wanted = "\(Layout.smallest.columns)x\(Layout.smallest.rows)"
      grid.write("paperq needs \(wanted)", at: Position(row: 0, column: 0))
      return
    }
    let layout = layout
    renderTabs(into: &grid, layout.tabs)
    if let screen = screens.last {
      render(screen, into: &grid, layout.body)
    } else {
      renderList(into: &grid, layout)
      renderPreview(into: &grid, layout)
    }
    var status = statusText
    // A prompt and a question cover a message, and have hints of their own.
    if prompt != nil || question != nil { status.lines = Array(status.lines.prefix(1)) }
    render(status, into: &grid, layout)
    let promptText = prompt.map { PromptText($0, columns: layout.status.columns) }
    if status.lines.count == 1 {
      renderHints(
        into: &grid, layout.hints, besides: prompt?.isNote == true ? promptText : nil)
    }
    // What lies over the list may lie over the preview too.
    if prompt == nil, question == nil, screens.isEmpty, !layout.preview.isEmpty {
      grid.laterPart = layout.preview
    }
    if let prompt, let promptText { renderPrompt(prompt, promptText, into: &grid, layout) }
    if let question { renderQuestion(question, into: &grid, layout) }
  }

  /// A grid of the present size with the whole screen.
  package func rendered() -> Grid {
    var grid = Grid(size: size)
    render(into: &grid)
    return grid
  }

  var theme: Theme { options.theme }

  // MARK: - Tabs and list

  /// The tabs as they are shown.
  var tabBar: TabBar {
    let tabs = tabs
    return TabBar(
      names: tabs.map { view(of: $0).name }, counts: options.showsCounts ? viewCounts.totals : [],
      active: tabs.firstIndex(of: tab) ?? 0, columns: layout.tabs.columns)
  }

  private func renderTabs(into grid: inout Grid, _ rect: GridRect) {
    let bar = tabBar
    if bar.isCutLeft {
      grid.write("‹", at: Position(row: rect.row, column: rect.column), style: theme[.hint])
    }
    for tab in bar.tabs {
      let isActive = tab.index == bar.active
      let place = Position(row: rect.row, column: tab.columns.lowerBound)
      let used = grid.write(tab.text, at: place, style: theme[isActive ? .activeTab : .tab])
      grid.write(
        tab.count, at: Position(row: place.row, column: place.column + used),
        style: theme[isActive ? .activeTab : .count])
    }
    if bar.isCutRight {
      grid.write(
        "›", at: Position(row: rect.row, column: rect.columns - 1), style: theme[.hint])
    }
  }

  private func renderList(into grid: inout Grid, _ layout: Layout) {
    let rect = layout.list
    guard !list.ids.isEmpty else {
      let lines = emptyText.flatMap { StyledLine.wrapped($0, .dim, columns: rect.columns - 2) }
      grid.write(
        lines,
        in: GridRect(row: rect.row + 1, column: 1, rows: rect.rows - 1, columns: rect.columns - 2),
        theme: theme)
      return
    }
    let rangeRows = list.rangeRows
    // Beside the preview a blank parts the last column from the divider.
    let columns = ListColumns(
      options.columns.filter { !$0.comesWithUse || usedColumns.contains($0) },
      columns: rect.columns - (layout.isSideBySide ? 1 : 0), dates: options.dates)
    for row in list.visible(rows: rect.rows) {
      let id = list.ids[row]
      guard let paper = shownLibrary.paper(id) else { continue }
      let line = ListRow(
        paper: paper, reading: library.reading(id),
        isMarked: list.marks.contains(id) || rangeRows?.contains(row) == true,
        isHeld: library.shows(id), now: now, columns: columns, dates: options.dates,
        wallClock: options.wallClock
      ).line()
      let screenRow = rect.row + row - list.top
      grid.write(
        line, at: Position(row: screenRow, column: rect.column), columns: rect.columns,
        theme: theme)
      if row == list.cursor {
        grid.restyle(
          GridRect(row: screenRow, column: rect.column, rows: 1, columns: rect.columns),
          theme[.cursor])
      }
    }
    // A match has a ground of its own in some themes, which must not go under the cursor's.
    grid.highlight(highlightedTexts, in: rect, style: theme[.match])
  }

  /// What to say where there are no papers: why, and which key helps.
  private var emptyText: [String] {
    func key(_ action: Action) -> String { options.keyMap.hint(for: action, in: .list) }
    if case .failed(let message) = loading { return [message] }
    if loading == .months { return ["opening the library"] }
    if isShowingSimilar, list.filter == nil, let similar { return [similar.emptyText] }
    if isShowingSearch, list.ids.isEmpty, let text = arXivSearch?.emptyText { return [text] }
    if let filter = list.filter {
      return ["No paper here matches '\(filter)'. \(key(.clearFilter)) clears the filter."]
    }
    if let action = entryAction {
      return [
        "No papers in \(view.name).",
        "\(key(action)) on a paper brings it here, \(key(.nextView)) shows the next view.",
      ]
    }
    return [
      "No papers in \(view.name).",
      "\(key(.fetch)) fetches what is new, \(key(.nextView)) shows the next view,"
        + " \(key(.help)) lists the keys.",
    ]
  }

  /// What brings a paper into this view; nil where fetching does.
  private var entryAction: Action? {
    let alternatives =
      if case .or(let parts) = view.query.expression { parts } else { [view.query.expression] }
    return alternatives.lazy.compactMap { part in
      guard case .term(let term) = part, case .status(let status) = term.condition else {
        return nil
      }
      return switch status {
      case .queued: .toggleQueued
      case .starred: .toggleStar
      case .noted: .annotate
      default: nil
      }
    }.first
  }

  /// Texts to be shown as matches: what is being searched, and the words of the filter.
  var highlightedTexts: [String] {
    (searchText.isEmpty ? [] : [searchText]) + (list.filter?.highlightTerms ?? [])
  }

  // MARK: - Screens

  private func render(_ screen: Screen, into grid: inout Grid, _ rect: GridRect) {
    let inset = GridRect(
      row: rect.row, column: rect.column + 1, rows: rect.rows, columns: rect.columns - 2)
    let lines = lines(of: screen)
    let top = max(0, min(screen.scroll, lines.count - rect.rows))
    grid.write(lines, in: inset, scroll: top, theme: theme)
    let canBeNarrowed = screen.context.canBeNarrowed
    grid.highlight(
      canBeNarrowed ? [screen.filter] : highlightedTexts, in: inset, isRunningText: !canBeNarrowed,
      style: theme[.match])
  }
}
