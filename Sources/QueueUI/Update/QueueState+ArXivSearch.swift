import Papers
import TerminalGrid

extension QueueState {
  /// Asks arXiv and shows what it finds in a tab of its own, or asks the user what to look for.
  mutating func searchArXiv(_ text: String) -> [Effect] {
    guard !text.allSatisfy(\.isWhitespace), let query = try? Query(parsing: text) else {
      let last = arXivSearch?.query.description ?? ""
      prompt = Prompt(.searchArXiv, text: isShowingSearch ? last : "", origin: list.selected)
      return []
    }
    arXivSearchHistory.removeAll { $0 == text }
    arXivSearchHistory.append(text)
    leaveScreens()
    dropSimilar()
    if !isShowingSearch { viewBeforeSearch = viewIndex }
    // A search before this one may still be asking; its answer would be about something else.
    let isBusy = arXivSearch?.isAsking == true
    arXivSearch = ArXivSearch(query)
    show(view: options.views.count, afresh: true)
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
  mutating func arXivAnswered(_ event: Event) {
    switch event {
    case .arXivFound(let page):
      guard page.query == arXivSearch?.query else { return }
      // What went wrong before is of no interest now.
      if let message, message.isError, message.text == arXivSearch?.lastFailure {
        self.message = nil
      }
      let own = library
      arXivSearch?.take(page, own: own)
      if let warning = page.warning { announce(Message(text: warning, isError: true)) }
      if isShowingSearch { refresh() }
    case .arXivSearchFailed(let query, let text):
      guard query == arXivSearch?.query else { return }
      arXivSearch?.isAsking = false
      arXivSearch?.failure = text
      arXivSearch?.lastFailure = text
      announce(Message(text: text, isError: true))
    default:
      break
    }
  }

  /// Goes back to the view from which arXiv was searched.
  mutating func leaveArXivSearch() -> [Effect] {
    let isBusy = arXivSearch?.isAsking == true
    dropSimilar()
    show(view: viewBeforeSearch)
    leftViews[options.views.count] = nil
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

extension ArXivSearch {
  /// What to say in place of papers.
  var emptyText: String? {
    if let failure { return failure }
    if isAsking || total == nil { return "asking arXiv" }
    if total == 0 { return "arXiv finds no paper for '\(query)'. S asks for something else." }
    return next == nil && count == 0 ? "None of the papers that arXiv finds can be read." : nil
  }

  /// How far it is, for the status line.
  var statusText: String {
    guard let total else { return "asking arXiv" }
    let found = total == 1 ? "arXiv finds 1 paper" : "arXiv finds \(total) papers"
    if isAsking { return found + ", asking for more" }
    return next == nil || count >= total ? found : found + ", \(count) are here"
  }
}
