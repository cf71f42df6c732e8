import ArgumentParser
import LibraryStore
import PaperExport
import Papers

/// The library as a command works on it.
struct OpenLibrary {
  let workspace: Workspace
  let store: LibraryStore
  let console: Console

  var library: Library { store.library }

  /// A paper and what the user did with it.
  func item(_ id: ArXivID) -> ExportItem? {
    library.paper(id).map { ExportItem(paper: $0, reading: library.reading(id)) }
  }

  /// The links of a paper's texts and notes, numbered from 1 by their order.
  func links(of id: ArXivID) -> [PaperLink] {
    guard let paper = library.paper(id) else { return [] }
    return PaperLinks.all(
      of: paper, notes: library.reading(id).notes, site: workspace.settings.site)
  }

  /// The papers that a query finds, in order.
  func ids(
    matching query: Query, sortedBy order: SortOrder = .newest
  ) -> [ArXivID] {
    library.ids(matching: query, sortedBy: order, now: Workspace.now)
  }

  /// The papers that words of the command line name, in any spelling, each once; all of them must be
  /// in the library.
  func ids(named words: [String]) throws(CommandFailure) -> [ArXivID] {
    var ids: [ArXivID] = []
    for word in words {
      guard let id = ArXivReference(word)?.id else {
        throw CommandFailure(
          .noSuchPaper, "there is no paper '\(word)': that is no arXiv identifier")
      }
      guard library.contains(id) else {
        throw CommandFailure(
          .noSuchPaper, "there is no paper '\(id)' in the library; 'paperq add \(id)' adds it")
      }
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  /// Carries out an action of the user; what changes nothing is not done, and not to be undone.
  ///
  /// Returns how many papers there was something to do with.
  @discardableResult
  func commit(
    _ action: ActionName, _ steps: [LibraryChange.Step], isUndoable: Bool = true
  ) throws(StoreError) -> Int {
    let effective = steps.filter { step in
      library.reading(step.id).inverse(of: step.edit) != step.edit
    }
    guard !effective.isEmpty else { return 0 }
    defer { sayWarnings() }
    _ = try store.commit(
      LibraryChange(
        action: action, at: Workspace.now, steps: effective, isUndoable: isUndoable))
    return Set(effective.map(\.id)).count
  }

  /// Takes in what arXiv sent, or a file says, and says what could not be taken in. Papers that
  /// are known when the library is locked are left as they are.
  @discardableResult
  func merge(
    _ papers: [Paper], unless isKnown: (Library, Paper) -> Bool = { _, _ in false }
  ) throws(StoreError) -> FeedMerge {
    defer { sayWarnings() }
    return try store.merge(papers, unless: isKnown).merge
  }

  /// Says what was found wrong with the library's files since it was opened.
  private func sayWarnings() {
    for warning in store.takeWarnings() { console.say(warning) }
  }
}
