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
