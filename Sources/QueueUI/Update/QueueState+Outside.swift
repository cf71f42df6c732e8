import Papers

extension QueueState {
  mutating func openBrowser() -> [Effect] {
    guard let paper = currentPaper else { return sayNoPaper() }
    return browse(options.site.address(of: paper.id), name: "\(paper.reference)")
  }

  mutating func editNotes() -> [Effect] {
    if let refusal = loading.refusal { return fail(refusal) }
    let ids = targets
    guard let id = ids.first else { return sayNoPaper() }
    guard ids.count == 1 else { return sayOneAtATime(.editNotes) }
    return [.editNotes(id, notes: library.reading(id).notes)]
  }
}
