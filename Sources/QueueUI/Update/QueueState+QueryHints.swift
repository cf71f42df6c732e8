import Papers

extension QueueState {
  /// What to say quietly of a query while it is typed: what the field takes whose value is typed, or
  /// what is wrong if nothing that may follow can mend it.
  ///
  /// A query is broken most of the time that it is typed; that is shown as an error on Enter only.
  func hint(forQueryIn prompt: Prompt, of action: Action) -> String? {
    let text = prompt.editor.text
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
}
