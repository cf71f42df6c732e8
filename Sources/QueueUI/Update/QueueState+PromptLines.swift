import TerminalGrid

extension QueueState {
  /// Moves by lines of the screen, for keys that do; false for others.
  ///
  /// Home and End go to the ends of the line on the screen, and from there to those of the line of
  /// the text.
  func moveByLines(_ key: Key, in prompt: inout Prompt) -> Bool {
    let text = PromptText(prompt, columns: size.columns)
    let cursor = prompt.editor.cursor
    let line = text.indices(ofRow: text.cursor.row)
    let step: Int
    switch key {
    case .home, .end:
      prompt.goalColumn = nil
      let edge = key == .home ? line.lowerBound : max(line.lowerBound, line.upperBound - 1)
      guard cursor != edge else { return false }
      prompt.editor.move(to: edge)
      return true
    case .up, .control("p"): step = -1
    case .down, .control("n"): step = 1
    case .pageUp: step = -promptRows(of: text)
    case .pageDown: step = promptRows(of: text)
    default:
      prompt.goalColumn = nil
      return false
    }
    let column = prompt.goalColumn ?? text.cursor.column
    let row = text.cursor.row + step
    if text.lines.indices.contains(row) || abs(step) > 1 {
      prompt.editor.move(to: text.index(row: row, column: column))
      prompt.goalColumn = column
    }
    return true
  }

  /// How many lines of a prompt are seen: all, up to half the screen.
  func promptRows(of text: PromptText) -> Int {
    min(text.lines.count, max(1, size.rows / 2))
  }

  /// Scrolls the prompt so that its cursor is on screen.
  mutating func fitPrompt() {
    guard let prompt else { return }
    let text = PromptText(prompt, columns: size.columns)
    let top = text.top(rows: promptRows(of: text), from: prompt.top)
    self.prompt?.top = top
  }
}
