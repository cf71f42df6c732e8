import Papers
import TerminalGrid

extension QueueState {
  /// Takes a key while a prompt is open.
  mutating func press(_ key: Key, in prompt: Prompt) -> [Effect] {
    if let effects = end(prompt, by: key) { return effects }
    if case .narrow = prompt.purpose, let step = lines(ofScrolling: key) { return move(by: step) }
    var typed = prompt
    typed.remark = nil
    typed.mistake = nil
    typed.listing?.pendingStep = nil
    switch key {
    case .control("l"):
      return [.redraw]
    case .altEnter, .control("j"):
      guard prompt.isNote else { return [] }
      typed.editor.insert(text: "\n")
    case _ where putIn(key, in: &typed, correcting: prompt.mistake != nil):
      break
    default:
      guard edit(key, in: &typed) else { return [] }
      let (before, after) = (prompt.editor.characters.count, typed.editor.characters.count)
      guard after <= max(before, Self.mostPromptCharacters) else {
        refuse(characters: after, in: prompt)
        return []
      }
      typed.completion = nil
      typed.historyIndex = nil
    }
    self.prompt = typed
    fitPrompt()
    isUnsettled = true
    return []
  }

  /// Leaves a prompt, or does what it was for, by a key that does so; nil for other keys.
  private mutating func end(_ prompt: Prompt, by key: Key) -> [Effect]? {
    switch key {
    case .enter:
      settlePrompt()
      let settled = self.prompt ?? prompt
      self.prompt = nil
      return submit(settled)
    case .control("c"):
      leavePrompt(prompt)
      return quit()
    case .escape, .control("g"):
      leavePrompt(prompt)
      if case .narrow = prompt.purpose, context.narrowsByTyping { return back() }
      return []
    case _ where leavesHelp(key, in: prompt):
      leavePrompt(prompt)
      return back()
    case .backspace where prompt.editor.characters.isEmpty:
      leavePrompt(prompt)
      return []
    default:
      return nil
    }
  }

  /// Puts in what fits the word that is typed, or an earlier text, by a key that does so; false for
  /// other keys.
  private func putIn(_ key: Key, in prompt: inout Prompt, correcting isWrong: Bool) -> Bool {
    let hasHistory = prompt.history != nil
    switch key {
    case .tab: complete(&prompt, step: 1, correcting: isWrong)
    case .backTab: complete(&prompt, step: -1, correcting: isWrong)
    case .up where hasHistory, .control("p") where hasHistory: recall(&prompt, step: 1)
    case .down where hasHistory, .control("n") where hasHistory: recall(&prompt, step: -1)
    default: return false
    }
    return true
  }

  /// Puts in an earlier text that begins with what was typed, or goes back to that.
  private func recall(_ prompt: inout Prompt, step: Int) {
    let history =
      switch prompt.history {
      case .search: searchHistory
      case .searchArXiv: arXivSearchHistory
      case .pipe: pipeHistory
      case .command, nil: commandHistory
      }
    guard prompt.history != nil else { return }
    if prompt.historyIndex == nil { prompt.historyStem = prompt.editor.text }
    let stem = prompt.historyStem
    let fitting = history.filter { $0.hasPrefix(stem) && $0 != stem }
    guard !fitting.isEmpty else { return }
    prompt.completion = nil
    let index = (prompt.historyIndex ?? -1) + step
    prompt.historyIndex = index < 0 ? nil : min(index, fitting.count - 1)
    let text = prompt.historyIndex.map { fitting[fitting.count - 1 - $0] } ?? stem
    prompt.editor.replace(with: text)
  }

  /// Changes the text or moves in it; false for keys that do neither.
  private func edit(_ key: Key, in prompt: inout Prompt) -> Bool {
    // Behind a folder that was completed, the '/' that people type is there already.
    if key == .character("/"), prompt.isFolderCompleted { return true }
    // Another place than the one that is offered is typed without wiping that first.
    if case .export = prompt.purpose, key == .character("~") || key == .character("/"),
      prompt.editor.text == prompt.initialText, !prompt.isFolderCompleted,
      prompt.editor.cursor == prompt.editor.characters.count
    {
      prompt.editor.replace(with: "")
    }
    return moveByLines(key, in: &prompt) || prompt.editor.press(key)
  }
}
