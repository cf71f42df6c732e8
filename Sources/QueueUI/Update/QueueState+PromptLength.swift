import TerminalGrid

extension QueueState {
  /// How many characters a prompt takes: its text is laid out at each key, which at this length takes
  /// a key's time. Longer notes are for an editor.
  static let mostPromptCharacters = 20_000

  /// Says that a text is too long for a prompt, which stays as it was.
  mutating func refuse(characters: Int, in prompt: Prompt) {
    self.prompt = prompt
    // What is typed is looked up first, for that takes remarks away.
    settlePrompt()
    let key = options.keyMap.keyNames(of: .editNotes, in: context).first
    let hint = key.map { "; \($0) opens an editor for longer notes" } ?? ""
    self.prompt?.remark =
      "the text would have \(characters) characters, but at most \(Self.mostPromptCharacters) fit"
      + (prompt.isNote ? hint : "")
  }
}
