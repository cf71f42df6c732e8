import Papers
import TerminalGrid

extension QueueState {
  /// How many rows a page has to move by.
  var pageRows: Int {
    let layout = layout
    return screens.isEmpty ? layout.list.rows : layout.body.rows
  }

  mutating func move(by step: Int) -> [Effect] {
    guard let screen = screens.last else {
      list.move(by: step)
      fitList()
      return []
    }
    let (target, overflow) = screen.scroll.addingReportingOverflow(step)
    let last = lines(of: screen).count - pageRows
    screens[screens.count - 1].scroll = max(
      0, min(overflow ? (step > 0 ? .max : 0) : target, last))
    return []
  }

  mutating func moveToUnread(step: Int) -> [Effect] {
    let library = shown
    let found = moveToRow(step: step) { library.reading($0).state == .unread }
    guard found else {
      message = Message(text: "no unread paper here")
      return []
    }
    return showSelectedPage()
  }

  /// On a paper's page, shows the page of the row to which the cursor went.
  mutating func showSelectedPage() -> [Effect] {
    guard case .paper? = screens.last?.subject, let id = list.selected else { return [] }
    screens[screens.count - 1] = .paper(id)
    return noteVersion(of: id)
  }

  mutating func moveToMatch(step: Int) -> [Effect] {
    guard let query = textQuery(searchText) else {
      message = Message(text: "nothing to look for yet")
      return []
    }
    guard moveToMatch(query, step: step) else {
      message = Message(text: "'\(searchText)' is not found in this view")
      return []
    }
    tellMatch()
    return showSelectedPage()
  }
}
