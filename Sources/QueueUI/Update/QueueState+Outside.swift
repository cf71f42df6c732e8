import Papers

extension QueueState {
  mutating func openBrowser() -> [Effect] {
    guard let paper = currentPaper else { return sayNoPaper() }
    return browse(options.site.address(of: paper.id), name: "\(paper.reference)")
  }

  mutating func editNotes() -> [Effect] {
    if let refusal = loading.refusal { return fail(refusal) }
    guard let id = current else { return sayNoPaper() }
    return [.editNotes(id, notes: library.reading(id).notes)]
  }
}
