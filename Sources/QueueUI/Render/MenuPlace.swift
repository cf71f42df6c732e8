import TerminalGrid

/// Where a question and the choices of a menu stand.
struct MenuPlace: Equatable {
  /// The question, wrapped.
  let text: [StyledLine]
  /// The row of its first line.
  let row: Int
  /// The choices that are seen, on the rows below it.
  let visible: Range<Int>

  init(_ question: Question, in layout: Layout) {
    let isMenu = question.kind != .yesNo
    let count = isMenu ? question.choices.count : 0
    text = StyledLine.wrapped(
      question.text + (isMenu ? "" : " (y/n)"), .prompt, columns: layout.status.columns - 2)
    row = max(1, layout.status.row - text.count + 1 - count)
    // On a low screen the menu scrolls, so that the chosen line is always seen.
    let room = max(0, layout.status.row - row - text.count + 1)
    let top = max(0, (question.selected ?? 0) - room + 1)
    visible = top..<max(top, min(count, top + room))
  }

  /// The choice on a row of the screen.
  func choice(at position: Position) -> Int? {
    let index = visible.lowerBound + position.row - row - text.count
    return visible.contains(index) ? index : nil
  }
}
