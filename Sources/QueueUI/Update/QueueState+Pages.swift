import Papers
import TerminalGrid

/// From the page of a paper to that of another row of the list, and such moves in the list.
extension QueueState {
  mutating func moveToUnread(step: Int) -> [Effect] {
    let (library, present, row) = (shownLibrary, list.selected, list.cursor)
    let found = moveToRow(step: step) { $0 != present && library.reading($0).state == .unread }
    guard found else {
      let isUnread = present.map { library.reading($0).state == .unread } ?? false
      return say(isUnread ? "no other paper here is unread" : "no unread paper here")
    }
    if (list.cursor - row) * step < 0 {
      say(step > 0 ? "went on from the top" : "went on from the bottom")
    }
    return showSelectedPage()
  }

  /// Whether another row is unread; of very many rows, those that come next are looked at and one
  /// is taken to be among the rest.
  var mayHaveOtherUnread: Bool {
    let (library, ids) = (shownLibrary, list.ids)
    let distances = 1..<max(1, min(ids.count, Self.mostRowsLookedAt))
    return ids.count > Self.mostRowsLookedAt
      || distances.contains { distance in
        library.reading(ids[(list.cursor + distance) % ids.count]).state == .unread
      }
  }

  private static let mostRowsLookedAt = 1000

  mutating func moveToMatch(step: Int) -> [Effect] {
    if searchText.isEmpty { searchText = histories[.search]?.last ?? "" }
    guard let query = textQuery(searchText) else { return say("nothing to look for yet") }
    guard moveToMatch(query, step: step) else {
      return say("'\(searchText)' is not found in this view")
    }
    tellMatch()
    return []
  }

  /// Shows the page of the next row, or of the one before.
  mutating func showPage(step: Int) -> [Effect] {
    let row = list.cursor + step
    guard list.ids.indices.contains(row) else {
      return say("this is the \(step > 0 ? "last" : "first") paper of \(view.name)")
    }
    list.move(to: row)
    fitList()
    return showSelectedPage()
  }

  /// Scrolls a page down, or, where nothing follows, goes on to the next unread paper.
  mutating func readOn() -> [Effect] {
    hasMore ? move(by: max(1, pageRows - 1)) : moveToUnread(step: 1)
  }

  /// Among the pages of papers, shows that of the row to which the cursor went.
  mutating func showSelectedPage() -> [Effect] {
    guard context == .page, let id = list.selected else { return [] }
    screens = [.paper(id)]
    return noteVersion(of: id)
  }

  /// Scrolls the page of a paper to the note that was just put there, the last one, unless it is seen.
  mutating func showNewNote(on ids: [ArXivID]) {
    guard let screen = screens.last, case .paper(let id) = screen.subject, ids == [id] else {
      return
    }
    layOutScreen()
    let lines = lines(of: screen)
    guard let head = lines.lastIndex(where: { $0.spans.first?.role == .note }) else { return }
    let isSeen = head >= screen.scroll && head < screen.scroll + pageRows - 1
    if !isSeen { scroll(to: head) }
  }

  /// Whether the screen goes on below what is seen.
  var hasMore: Bool {
    screens.last.map { $0.scroll < lines(of: $0).count - layout.body.rows } ?? false
  }

  // MARK: - Over triage

  /// Whether leaving the screens leads back to triage.
  var isOverTriage: Bool { screens.contains { $0.subject == .triage } }

  /// In triage a verdict leads to the next paper, and so the page of one does not.
  mutating func stayInTriage(_ action: Action) -> [Effect] {
    if action == .readOn, hasMore { return readOn() }
    let key = options.keyMap.hint(for: .back, in: .page)
    return say("\(key) goes back to triage, where a verdict leads to the next paper")
  }
}
