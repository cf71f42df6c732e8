import Papers

extension QueueState {
  /// Fetches the sources of an argument; without one all of them, or those that are shown.
  mutating func startFetch(_ argument: String) -> [Effect] {
    guard argument.isEmpty, let names = narrowedSources else {
      // A name may hold blanks; several names are parted by them.
      let words =
        options.sourceNames.contains(argument)
        ? [argument] : argument.split(separator: " ").map(String.init)
      return startFetch(of: words.isEmpty ? nil : words, argument)
    }
    guard !names.isEmpty else {
      message = Message(text: "no source that is shown can be fetched")
      return []
    }
    return startFetch(of: names, names.joined(separator: " "))
  }

  /// The sources of the configuration that a narrowed screen of sources shows; nil for no such
  /// screen.
  private var narrowedSources: [String]? {
    guard let screen = screens.last, case .sources(let reports?) = screen.subject,
      !screen.filter.isEmpty
    else { return nil }
    return reports.filter { $0.has(screen.filter) }.map(\.name)
      .filter(options.sourceNames.contains)
  }

  private mutating func startFetch(of names: [String]?, _ argument: String) -> [Effect] {
    guard fetch == nil else {
      message = Message(text: "a fetch is under way; Esc stops it")
      return []
    }
    guard loading == .done else {
      message = Message(text: "the library cannot be changed, so nothing is fetched", isError: true)
      return []
    }
    let known = options.sourceNames
    if let name = names?.first(where: { !known.contains($0) }) {
      message = Message(text: noSourceText(name), isError: true)
      return []
    }
    let isForced = freshArgument == argument
    freshArgument = nil
    fetchArgument = argument
    // What went wrong with an earlier one is of no interest while this one goes on.
    message = nil
    fetch = FetchProgress(source: names?.first ?? "arXiv")
    return [.fetch(sources: names, isForced: isForced)]
  }

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
