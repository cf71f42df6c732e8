import Papers
import TerminalGrid

/// A press of the mouse that a second one may make a double click of.
struct Click: Equatable, Sendable {
  var position: Position
  var time: Timestamp
  /// Within so many milliseconds two clicks are one double click.
  static let pause: Int64 = 400
}

extension QueueState {
  /// How many lines a notch of the wheel moves.
  private static let wheelLines = 3

  /// Does what the mouse asks for: what lies under it decides.
  mutating func pointed(_ mouse: MouseInput) -> [Effect] {
    guard size.rows >= Layout.smallest.rows, size.columns >= Layout.smallest.columns else {
      return []
    }
    isUntouched = false
    switch mouse.kind {
    case .pressed: return clicked(mouse.position)
    case .wheelUp: return wheeled(by: -1, at: mouse.position)
    case .wheelDown: return wheeled(by: 1, at: mouse.position)
    case .dragged: return dragged(to: mouse.position)
    case .released:
      isDraggingDivider = false
      return []
    }
  }

  private mutating func clicked(_ position: Position) -> [Effect] {
    let former = lastClick
    lastClick = Click(position: position, time: now)
    // Errors are for Escape.
    if message?.isError != true { clearMessage() }
    pendingKeys = []
    if let question { return clicked(position, in: question) }
    // What is being typed is about the row on which it was begun.
    guard prompt == nil else { return [] }
    if position.row == layout.tabs.row, let index = tabBar.tab(atColumn: position.column) {
      return showTab(tabs[index])
    }
    guard screens.isEmpty else { return [] }
    isDraggingDivider = layout.divider.contains(position)
    let row = list.top + position.row - layout.list.row
    guard layout.list.contains(position), list.ids.indices.contains(row) else { return [] }
    if let former, former.position == position,
      now.milliseconds - former.time.milliseconds <= Click.pause
    {
      lastClick = nil
      return open()
    }
    list.move(to: row)
    return []
  }

  /// Moves the line between list and preview to where it is dragged.
  private mutating func dragged(to position: Position) -> [Effect] {
    guard isDraggingDivider, screens.isEmpty else { return [] }
    func percent(_ part: Int, of whole: Int) -> Int { (part * 100 + whole - 1) / max(1, whole) }
    if layout.isSideBySide {
      split.listWidth = percent(position.column, of: size.columns)
    } else {
      split.listHeight = percent(position.row - layout.body.row, of: layout.body.rows)
    }
    fitList()
    return []
  }

  private mutating func clicked(_ position: Position, in question: Question) -> [Effect] {
    let menu = MenuPlace(question, in: layout)
    guard let index = menu.choice(at: position) else { return [] }
    return take(question.choices[index])
  }

  private mutating func wheeled(by notches: Int, at position: Position) -> [Effect] {
    if let question {
      guard let selected = question.selected else { return [] }
      self.question?.select(max(0, min(selected + notches, question.choices.count - 1)))
      return []
    }
    guard prompt == nil else { return [] }
    let lines = notches * Self.wheelLines
    guard screens.isEmpty else { return move(by: lines) }
    if layout.list.contains(position) {
      list.turn(by: lines, rows: layout.list.rows)
    } else if layout.preview.contains(position) {
      scrollPreview(by: lines)
    }
    return []
  }
}
