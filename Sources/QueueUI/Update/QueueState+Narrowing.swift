import TerminalGrid

/// Screens of which only what has a text is shown.
extension QueueState {
  /// Narrows the screen to what has a text, or asks for it.
  mutating func narrow(_ text: String) -> [Effect] {
    let earlier = screens.last?.filter ?? ""
    if text.isEmpty {
      prompt = Prompt(.narrow(earlier: earlier), text: earlier)
    } else {
      narrowScreen(to: text)
    }
    return []
  }

  /// Begins to narrow the screen with what is typed there, or goes on with it.
  mutating func narrow(typing text: String) -> [Effect] {
    let earlier = screens.last?.filter ?? ""
    var opened = Prompt(.narrow(earlier: earlier), text: earlier)
    opened.editor.insert(text: text)
    prompt = opened
    isUnsettled = true
    return []
  }

  mutating func narrowScreen(to text: String) {
    guard let last = screens.indices.last else { return }
    screens[last].narrow(to: text)
    layOutScreen()
  }

  /// Whether a key that is typed into the help for the second time leaves it: the letter alone that
  /// leads back from the list. Nothing is to be found with it twice, and pressed once it may begin a
  /// word.
  func leavesHelp(_ key: Key, in prompt: Prompt) -> Bool {
    guard case .narrow = prompt.purpose, context.isNarrowedByTyping, case .character = key else {
      return false
    }
    return prompt.editor.text == key.description && leadsBackInList(key)
  }

  func leadsBackInList(_ key: Key) -> Bool {
    options.keyMap.keyNames(of: .back, in: .list).contains(key.description)
  }

  /// How far a key that a line of text has no use for scrolls the screen behind it; nil for others.
  func lines(ofScrolling key: Key) -> Int? {
    switch key {
    case .down, .control("n"): 1
    case .up, .control("p"): -1
    case .pageDown: max(1, pageRows - 1)
    case .pageUp: -max(1, pageRows - 1)
    default: nil
    }
  }
}
