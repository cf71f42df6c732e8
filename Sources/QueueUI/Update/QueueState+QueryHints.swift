import Papers

extension QueueState {
  /// What to say quietly of a query while it is typed: what the field takes whose value is typed, or
  /// what is wrong if nothing that may follow can mend it.
  ///
  /// A query is broken most of the time that it is typed; that is shown as an error on Enter only.
  func queryHint(in prompt: Prompt) -> String? {
    guard let (action, start) = query(in: prompt) else { return nil }
    let text = String(prompt.editor.characters[start...])
    let mistake = action.mistake(in: text)
    if mistake != nil, !Query.isBegun(text) { return mistake?.message }
    let typed = prompt.editor.characters[..<prompt.editor.cursor]
    let word = typed[wordStart(in: prompt)...].drop { "-(".contains($0) }
    guard let end = word.firstIndex(of: ":"),
      let field = Query.Field(rawValue: String(word[..<end]).lowercased()),
      action != .searchArXiv || Query.arXivFields.contains(field.rawValue)
    else { return nil }
    return "\(field.rawValue): \(field.help)"
  }

  /// The action whose query is being typed, in a prompt of its own or on the command line, and where
  /// the query begins.
  func query(in prompt: Prompt) -> (action: Action, start: Int)? {
    switch prompt.purpose {
    case .filter: return (.filter, 0)
    case .searchArXiv: return (.searchArXiv, 0)
    case .command:
      guard let begun = argument(in: prompt.editor.characters[..<prompt.editor.cursor]),
        [.filter, .searchArXiv].contains(begun.action), context.actions.contains(begun.action)
      else { return nil }
      return begun
    default: return nil
    }
  }
}
