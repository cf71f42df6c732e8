import TerminalGrid

extension QueueState {
  /// Moves by lines of the screen, for keys that do; false for others.
  ///
  /// Home and End go to the ends of the line on the screen, and from there to those of the line of
  /// the text.
  func moveByLines(_ key: Key, in prompt: inout Prompt) -> Bool {
    let steps: [Key: Int] = [
      .up: -1, .control("p"): -1, .down: 1, .control("n"): 1, .pageUp: -1, .pageDown: 1,
      .home: 0, .end: 0,
    ]
    guard var step = steps[key] else {
      prompt.goalColumn = nil
      return false
    }
    let text = PromptText(prompt, columns: size.columns)
    guard step != 0 else {
      prompt.goalColumn = nil
      let line = text.indices(ofRow: text.cursor.row)
      let edge = key == .home ? line.lowerBound : max(line.lowerBound, line.upperBound - 1)
      guard prompt.editor.cursor != edge else { return false }
      prompt.editor.move(to: edge)
      return true
    }
    let isPage = key == .pageUp || key == .pageDown
    if isPage { step *= promptRows(of: text) }
    let column = prompt.goalColumn ?? text.cursor.column
    let row = text.cursor.row + step
    if isPage || text.lines.indices.contains(row) {
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
