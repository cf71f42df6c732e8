import Papers
import TerminalGrid

extension QueueState {
  /// Shows the papers of the library that are like the current one in a tab of their own.
  mutating func showSimilar() -> [Effect] {
    guard let paper = currentPaper else { return sayNoPaper() }
    // From papers that are like one on to those like another, and back to where that began.
    let first = isShowingSimilar ? similar : nil
    let (leftScreens, leftTriage) =
      // What changed between versions may have been asked for, and is asked for anew.
      first.map { ($0.screens, $0.triage) } ?? (Array(screens.prefix { !$0.isOfChanges }), triage)
    leaveScreens()
    let origin = first?.origin ?? tab
    dropSimilar()
    similar = SimilarPapers(
      id: paper.id, title: paper.titleText, origin: origin, screens: leftScreens,
      triage: leftTriage)
    show(tab: .similar)
    return [.findSimilar(paper)]
  }

  /// Takes in which papers are like the one that was asked about last.
  mutating func foundSimilar(to id: ArXivID, _ ids: [ArXivID]) {
    guard similar?.id == id else { return }
    similar?.ids = ids
    if isShowingSimilar { showAnew() }
  }

  /// Goes from the tab back to where it was opened.
  mutating func leaveSimilar() {
    guard let left = similar else { return }
    dropSimilar()
    screens = left.screens
    if isOverTriage { triage = left.triage }
  }

  /// Closes the tab; where it is shown, the one from which it was opened takes its place.
  mutating func dropSimilar() {
    guard let similar else { return }
    if isShowingSimilar { show(tab: similar.origin) }
    leftLists[.similar] = nil
    self.similar = nil
  }

  /// The papers of the tab that the filter leaves, the nearest first unless another order was chosen.
  func similarIDs(_ similar: SimilarPapers) -> [ArXivID] {
    let held = (similar.ids ?? []).filter(library.shows)
    return arranged(list.filter.map { library.filtered(held, by: $0, now: now) } ?? held)
  }

  /// Papers in the order of the list.
  func arranged(_ ids: [ArXivID]) -> [ArXivID] {
    guard isShowingSimilar, list.chosenOrder == nil, let nearest = similar?.ids else {
      return shownLibrary.sorted(ids, by: order)
    }
    let wanted = Set(ids)
    return nearest.filter(wanted.contains)
  }
}
