import Papers
import TerminalGrid

extension QueueState {
  func renderPreview(into grid: inout Grid, _ layout: Layout) {
    let rect = layout.preview
    guard !rect.isEmpty else { return }
    renderDivider(into: &grid, layout)
    guard let id = list.selected else { return }
    let lines = previewLines(of: id, layout)
    let seen = previewRows(of: id, among: lines.count, layout)
    grid.write(lines, in: rect, scroll: seen.lowerBound, theme: theme)
    grid.highlight(highlightedTexts, in: rect, isRunningText: true, style: theme[.match])
    // The last column is free of text; a line beside the preview takes the signs at less cost, for
    // where the list scrolls all of its row does.
    let (column, role): (Int, Role) =
      layout.isSideBySide
      ? (layout.divider.column, .rule) : (rect.column + rect.columns - 1, .dim)
    if seen.lowerBound > 0 {
      grid.write("↑", at: Position(row: rect.row, column: column), style: theme[role])
    }
    if seen.upperBound < lines.count {
      let last = rect.row + rect.rows - 1
      grid.write("↓", at: Position(row: last, column: column), style: theme[role])
    }
  }

  private func renderDivider(into grid: inout Grid, _ layout: Layout) {
    let isColumn = layout.isSideBySide
    for offset in 0..<(isColumn ? layout.divider.rows : layout.divider.columns) {
      grid.write(
        isColumn ? "│" : "─",
        at: Position(
          row: layout.divider.row + (isColumn ? offset : 0),
          column: layout.divider.column + (isColumn ? 0 : offset)),
        style: theme[.rule])
    }
  }

  /// The lines of the preview, also those that are scrolled away or find no room.
  func previewLines(of id: ArXivID, _ layout: Layout) -> [StyledLine] {
    guard let paper = shownLibrary.paper(id) else { return [] }
    return paperLines(paper, columns: layout.preview.columns - 1).preview
  }

  /// Which of so many lines of a paper's preview are seen.
  func previewRows(of id: ArXivID, among count: Int, _ layout: Layout) -> Range<Int> {
    let rows = layout.preview.rows
    let wanted = previewScroll.flatMap { $0.id == id ? $0.top : nil } ?? 0
    let top = max(0, min(wanted, count - rows))
    return top..<min(count, top + rows)
  }
}
