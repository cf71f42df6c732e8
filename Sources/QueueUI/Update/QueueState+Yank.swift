import Papers

extension QueueState {
  /// Copies a part of the papers, or asks which.
  mutating func yank(_ argument: String) -> [Effect] {
    let ids = targets
    guard let first = ids.first else { return sayNoPaper() }
    if let part = CopiedPart(rawValue: argument) { return copy(part, of: ids) }
    let choices = CopiedPart.allCases.map { part in
      Question.Choice(key: part.key, label: part.label, outcome: .copy(part, ids))
    }
    question = .menu(
      ids.count > 1 ? "copy of \(ids.count) papers" : "copy of \(first)", choices)
    return []
  }

  mutating func copy(_ part: CopiedPart, of ids: [ArXivID]) -> [Effect] {
    if screens.isEmpty { list.clearMarks() }
    return [.copy(part, ids)]
  }
}
