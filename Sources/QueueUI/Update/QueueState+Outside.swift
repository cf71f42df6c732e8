import Papers

extension QueueState {
  mutating func openBrowser() -> [Effect] {
    guard let id = current, let paper = shownLibrary.paper(id) ?? library.paper(id) else {
      return []
    }
    return browse(options.site.address(of: id), name: "\(paper.reference)")
  }

  mutating func editNotes() -> [Effect] {
    guard loading == .done else { return ask(Intent(kind: .edit([]), ids: [])) }
    guard let id = current else { return [] }
    return [.editNotes(id, notes: library.reading(id).notes)]
  }
}
