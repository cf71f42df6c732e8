import TerminalGrid

extension QueueState {
  /// Draws the prompt over the bottom of the screen: what fits the word that is typed, the text, and
  /// below it the hints, or what is wrong.
  ///
  /// The text takes a line, or as many as a note needs, up to half the screen; of a taller one the
  /// hints say which lines are seen.
  func renderPrompt(
    _ prompt: Prompt, _ text: PromptText, into grid: inout Grid, _ layout: Layout
  ) {
    let columns = layout.status.columns
    let below = renderBelow(prompt, into: &grid, layout)
    let rows = promptRows(of: text)
    let top = text.top(rows: rows, from: prompt.top)
    let first = max(0, below - rows)
    let area = GridRect(row: first, column: 0, rows: below - first, columns: columns)
    grid.fill(area, style: .plain)
    grid.write(text.lines, in: area, scroll: top, theme: options.theme)
    grid.cursor = Position(
      row: first + text.cursor.row - top, column: min(text.cursor.column, columns - 1))
    if let seenLines = seenLinesText(of: text) {
      let column = layout.hints.columns - 1 - seenLines.displayWidth
      grid.write(
        seenLines, at: Position(row: layout.hints.row, column: column), style: options.theme[.hint])
    }
    renderOffers(of: prompt, above: first, into: &grid)
  }

  /// Which lines of a prompt are seen, where that is not all of them.
  func seenLinesText(of text: PromptText) -> String? {
    let rows = promptRows(of: text)
    guard let prompt, prompt.remark == nil, rows < text.lines.count else { return nil }
    let top = text.top(rows: rows, from: prompt.top)
    return "lines \(top + 1)-\(top + rows) of \(text.lines.count)"
  }

  /// Draws what stands below the text, and gives its first row: what is wrong, in up to four lines,
  /// or what the command takes, or the hints as they are.
  private func renderBelow(
    _ prompt: Prompt, into grid: inout Grid, _ layout: Layout
  ) -> Int {
    let columns = layout.hints.columns - 2
    guard let remark = prompt.remark else {
      guard let usage = prompt.usage else { return layout.hints.row }
      grid.fill(layout.hints, style: .plain)
      grid.write(
        usage.truncated(toColumns: columns), at: Position(row: layout.hints.row, column: 1),
        style: options.theme[.hint])
      return layout.hints.row
    }
    let lines = StyledLine.wrapped(remark, .error, columns: columns, atMost: 4)
    let first = layout.hints.row - lines.count + 1
    grid.fill(
      GridRect(row: first, column: 0, rows: lines.count, columns: layout.hints.columns),
      style: .plain)
    grid.write(
      lines, in: GridRect(row: first, column: 1, rows: lines.count, columns: columns),
      theme: options.theme)
    return first
  }

  /// Draws the words that fit, as many as there is room for, with the chosen one among them.
  private func renderOffers(of prompt: Prompt, above row: Int, into grid: inout Grid) {
    let words = prompt.completion?.candidates ?? prompt.offers
    let rows = min(words.count, 8, size.rows / 3, row - 2)
    guard rows > 0, words != prompt.completion?.candidates || words.count > 1 else { return }
    let chosen = prompt.completion?.index
    let top = min(max(0, (chosen ?? 0) - rows + 1), words.count - rows)
    let columns = size.columns
    let area = GridRect(row: row - rows, column: 0, rows: rows, columns: columns)
    grid.fill(
      GridRect(row: area.row - 1, column: 0, rows: rows + 1, columns: columns), style: .plain)
    renderRule(
      chosen.map { "\($0 + 1) of \(words.count)" } ?? "\(words.count)", row: area.row - 1,
      into: &grid)
    let wordColumns = min(columns / 2, (words.map(\.text.displayWidth).max() ?? 0) + 2)
    for (index, word) in words.enumerated().dropFirst(top).prefix(rows) {
      let text = word.help.isEmpty ? word.text : word.text.padded(toColumns: wordColumns)
      grid.write(
        StyledLine([.init(text: text, role: .text), .init(text: word.help, role: .dim)]),
        at: Position(row: area.row + index - top, column: 1), columns: columns - 2,
        theme: options.theme)
      if index == chosen {
        grid.restyle(
          GridRect(row: area.row + index - top, column: 0, rows: 1, columns: columns),
          options.theme[.cursor])
      }
    }
  }

  /// A line across the screen with a word near its right end.
  private func renderRule(_ word: String, row: Int, into grid: inout Grid) {
    let columns = size.columns
    let line = String(repeating: "─", count: max(0, columns - word.displayWidth - 3))
    grid.write(
      "\(line) \(word) ─", at: Position(row: row, column: 0), style: options.theme[.rule])
  }
}
