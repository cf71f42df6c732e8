import Papers
import TerminalGrid

extension QueueState {
  /// The papers of the present view and filter, in the present order.
  private func matchingIDs() -> [ArXivID] {
    if isShowingSimilar, let similar { return similarIDs(similar) }
    let query = list.filter.map { view.query.and($0) } ?? view.query
    return shownLibrary.ids(matching: query, sortedBy: order, now: now)
  }

  /// Shows the view anew: rows that no longer match it go.
  mutating func showAnew() {
    list.replace(with: matchingIDs())
    unmarkLeavers()
    fitList()
  }

  /// Brings in what is new; rows that no longer match stay until the view is shown anew, so that a
  /// paper does not vanish under the cursor because it was read.
  ///
  /// The cursor stays on its paper; but on the first row, before any key, nobody has put it there.
  mutating func refresh() {
    let isLeftOnTop = isUntouched && !isCursorPlaced && list.cursor == 0
    defer {
      if isLeftOnTop {
        list.move(to: 0)
        fitList()
      }
    }
    let matching = matchingIDs()
    let known = Set(matching)
    let kept = list.ids.filter { !known.contains($0) && shownLibrary.contains($0) }
    list.replace(with: kept.isEmpty ? matching : arranged(matching + kept))
    if !list.hiddenMarks.isEmpty {
      list.mark(list.marks.union(list.hiddenMarks.filter(shownLibrary.contains)))
    }
    fitList()
  }

  /// Goes to another tab: with its filter, order, marks and cursor as it was left, or `afresh`.
  mutating func show(tab next: Tab, afresh: Bool = false) {
    leftLists[tab] = list
    tab = next
    let left = leftLists.removeValue(forKey: next)
    list = afresh ? PaperList() : left ?? PaperList()
    list.replace(with: matchingIDs())
    unmarkLeavers()
    fitList()
  }

  /// Unmarks the papers that the view had and has no more, so that no action is about papers that
  /// went unseen. Those that its filter hides stay marked.
  private mutating func unmarkLeavers() {
    let marked = list.marks.union(list.hiddenMarks)
    let known = marked.union(list.rangeStart.map { [$0] } ?? [])
    guard !known.isEmpty else { return }
    let here = Set(shownLibrary.filtered(Array(known), by: view.query, now: now))
    list.mark(marked.intersection(here))
    if let start = list.rangeStart, !here.contains(start) { list.rangeStart = nil }
  }

  /// Scrolls the list so that the cursor is on screen.
  mutating func fitList() {
    list.scroll(rows: layout.list.rows)
  }

  /// The tab of a name, in any case, or of a number from 1.
  func tab(named name: String) -> Tab? {
    let tabs = tabs
    if let number = Int(name) {
      return (1...tabs.count).contains(number) ? tabs[number - 1] : nil
    }
    return tabs.first { view(of: $0).name.lowercased() == name.lowercased() }
  }

  /// Chooses the first screen: the view and paper of the last run, or else the first one, unless it is
  /// empty and another one is not.
  mutating func showFirstView() {
    let first = tab
    // While months arrive the cursor is on whichever came first; that is no place to come back to.
    list = PaperList()
    for tab in [first] + options.views.indices.map(Tab.view) {
      show(tab: tab)
      if tab == first, let paperBefore { place(on: paperBefore) }
      if !list.ids.isEmpty { return }
    }
    show(tab: first)
  }

  /// Puts the cursor of the first screen on a paper, if it is there.
  mutating func place(on id: ArXivID) {
    guard list.move(to: id) else { return }
    isCursorPlaced = true
    fitList()
  }

  // MARK: - Unread papers and matches

  /// Goes to the next row that a query finds (or the previous, for a step of -1), around the end.
  ///
  /// Rows are asked for in runs, so that a match nearby costs no look at the whole list.
  mutating func moveToMatch(_ query: Query, step: Int, includingCurrent: Bool = false) -> Bool {
    let count = list.ids.count
    guard count > 0 else { return false }
    var distance = includingCurrent ? 0 : 1
    while distance <= count {
      let run = (distance..<min(distance + 512, count + 1)).map { distance in
        ((list.cursor + step * distance) % count + count) % count
      }
      let found = Set(shownLibrary.filtered(run.map { list.ids[$0] }, by: query, now: now))
      if let row = run.first(where: { found.contains(list.ids[$0]) }) {
        list.move(to: row)
        fitList()
        return true
      }
      distance += run.count
    }
    return false
  }

  /// Goes to the next row (or the previous, for a step of -1) that `isWanted`, around the end.
  mutating func moveToRow(step: Int, where isWanted: (ArXivID) -> Bool) -> Bool {
    let count = list.ids.count
    for distance in 1..<(count + 1) {
      let row = ((list.cursor + step * distance) % count + count) % count
      if isWanted(list.ids[row]) {
        list.move(to: row)
        fitList()
        return true
      }
    }
    return false
  }

  /// A query for a text as it stands, wherever a row or the preview may show it, dismissed papers
  /// too; nil for an empty text.
  func textQuery(_ text: String) -> Query? {
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    return Query(text: text).and(.everything)
  }
}
