import Papers
import TerminalGrid

extension QueueState {
  /// Asks arXiv and shows what it finds in a tab of its own, or asks the user what to look for.
  mutating func searchArXiv(_ text: String) -> [Effect] {
    guard !text.allSatisfy(\.isWhitespace), let query = try? Query(parsing: text) else {
      let last = arXivSearch?.query.description ?? ""
      prompt = Prompt(.searchArXiv, text: isShowingSearch ? last : "")
      return []
    }
    arXivSearchHistory.removeAll { $0 == text }
    arXivSearchHistory.append(text)
    leaveScreens()
    dropSimilar()
    if !isShowingSearch { viewBeforeSearch = lastView }
    // A search before this one may still be asking; its answer would be about something else.
    let isBusy = arXivSearch?.isAsking == true
    arXivSearch = ArXivSearch(query)
    show(tab: .arXivSearch, afresh: true)
    return isBusy ? [.cancelArXivSearch] : []
  }

  /// Asks for the next page when the end of the list is near.
  mutating func askArXivForMore() -> [Effect] {
    guard isShowingSearch, var search = arXivSearch, let next = search.next,
      !search.isAsking, search.failure == nil,
      list.top + 2 * layout.list.rows >= list.ids.count
    else { return [] }
    search.isAsking = true
    arXivSearch = search
    return [.searchArXiv(search.query, from: next, promised: search.total ?? 0)]
  }

  /// Takes in a page, unless another search was begun meanwhile.
  mutating func arXivFound(_ page: ArXivResults) {
    guard page.query == arXivSearch?.query else { return }
    // What went wrong before is of no interest now.
    if let message, message.isError, message.text == arXivSearch?.lastFailure {
      clearMessage()
    }
    let own = library
    arXivSearch?.take(page, own: own)
    if isShowingSearch { refresh() }
  }

  /// Says why a page did not come, unless another search was begun meanwhile.
  mutating func arXivSearchFailed(_ query: Query, message: String) {
    guard query == arXivSearch?.query else { return }
    arXivSearch?.isAsking = false
    arXivSearch?.failure = message
    arXivSearch?.lastFailure = message
    announce(Message(message, .error))
  }

  /// Goes back to the view from which arXiv was searched.
  mutating func leaveArXivSearch() -> [Effect] {
    let isBusy = arXivSearch?.isAsking == true
    dropSimilar()
    show(tab: .view(viewBeforeSearch))
    leftLists[.arXivSearch] = nil
    arXivSearch = nil
    return isBusy ? [.cancelArXivSearch] : []
  }

  /// Papers of a search as they come into the library: now.
  func taken(_ papers: [Paper]) -> [Paper] {
    papers.map { paper in
      var paper = paper
      paper.added = now
      return paper
    }
  }
}
