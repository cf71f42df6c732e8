import LibraryStore
import LoopbackArXiv
import Papers

extension Demo {
  /// Begins the library of the demo with what a reader of some days would have: papers that were
  /// opened, queued or read when they were in their first version. The first fetch then shows them as
  /// updated, and there is something to compare.
  func beginLibrary(_ settings: Settings, now: Timestamp) throws(StoreError) {
    let workspace = Workspace(settings)
    let store = workspace.makeStore()
    _ = try workspace.open(store)
    let papers = revisedPapers(now: now).map { paper in
      var first = GeneratedPapers.version(1, of: paper)
      first.sources = ["learning"]
      first.added = paper.published
      return first
    }
    _ = try store.merge(papers)
    var steps = papers.map { LibraryChange.Step($0.id, .seenVersion(1)) }
    if papers.count > 3 {
      steps += store.library.steps(toMark: [papers[2].id], as: .queued)
      steps += store.library.steps(toMark: [papers[3].id], as: .read)
      steps.append(.init(papers[3].id, .star(true)))
    }
    // Nothing that the user did, so nothing to be undone.
    _ = try store.commit(LibraryChange(action: "demo", at: now, steps: steps, isUndoable: false))
  }

  /// Some papers with later versions that the source of the demo fetches, the newest first.
  private func revisedPapers(now: Timestamp) -> [Paper] {
    let papers = arXiv.papers.filter { paper in
      paper.version > 1 && !paper.isWithdrawn && paper.categories.contains("cs.LG")
        && paper.published.milliseconds > now.milliseconds - 12 * 86_400_000
    }
    return Array(papers.prefix(6))
  }
}
