import Papers

extension QueueState {
  mutating func startFetch(_ argument: String) -> [Effect] {
    guard fetch == nil else {
      message = Message(text: "a fetch is under way; Esc stops it")
      return []
    }
    guard loading == .done else {
      message = Message(text: "the library cannot be changed, so nothing is fetched", isError: true)
      return []
    }
    // A name may hold blanks; several names are parted by them.
    let known = options.sourceNames
    let words =
      known.contains(argument) ? [argument] : argument.split(separator: " ").map(String.init)
    if let name = words.first(where: { !known.contains($0) }) {
      message = Message(text: noSourceText(name), isError: true)
      return []
    }
    let names = words.isEmpty ? nil : words
    let isForced = freshArgument == argument
    freshArgument = nil
    fetchArgument = argument
    // What went wrong with an earlier one is of no interest while this one goes on.
    message = nil
    fetch = FetchProgress(source: names?.first ?? "arXiv")
    return [.fetch(sources: names, isForced: isForced)]
  }

  mutating func openBrowser() -> [Effect] {
    guard let id = current, let paper = shown.paper(id) ?? library.paper(id) else { return [] }
    return browse(options.site.address(of: id), name: "\(paper.reference)")
  }

  mutating func editNotes() -> [Effect] {
    guard loading == .done else { return ask(Intent(kind: .edit([]), ids: [])) }
    guard let id = current else { return [] }
    return [.editNotes(id, notes: library.reading(id).notes)]
  }
}
