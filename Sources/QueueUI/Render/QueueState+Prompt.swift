import TerminalGrid

extension QueueState {
  /// Draws the prompt over the bottom of the screen, the hints staying below it: a line, or as many
  /// as a note needs, up to half the screen. Of a taller text, the hints say which lines are seen.
  func renderPrompt(_ prompt: Prompt, into grid: inout Grid, _ layout: Layout) {
    let columns = layout.status.columns
    let text = PromptText(prompt, columns: columns)
    let rows = promptRows(of: text)
    let top = text.top(rows: rows, from: prompt.top)
    let first = layout.status.row - rows + 1
    let area = GridRect(row: first, column: 0, rows: rows, columns: columns)
    grid.fill(area, style: .plain)
    grid.write(text.lines, in: area, scroll: top, theme: options.theme)
    grid.cursor = Position(
      row: first + text.cursor.row - top, column: min(text.cursor.column, columns - 1))
    if let remark = prompt.remark {
      grid.fill(layout.hints, style: .plain)
      grid.write(
        remark.truncated(toColumns: columns - 2),
        at: Position(row: layout.hints.row, column: 1), style: options.theme[.error])
    }
    if let place = promptPlace(text) {
      let column = layout.hints.columns - 1 - place.displayWidth
      grid.write(
        place, at: Position(row: layout.hints.row, column: column), style: options.theme[.hint])
    }
  }

  /// Which lines of a prompt are seen, where that is not all of them.
  func promptPlace(_ text: PromptText) -> String? {
    let rows = promptRows(of: text)
    guard let prompt, prompt.remark == nil, rows < text.lines.count else { return nil }
    let top = text.top(rows: rows, from: prompt.top)
    return "lines \(top + 1)-\(top + rows) of \(text.lines.count)"
  }
}
