import Papers

extension QueueState {
  mutating func open() -> [Effect] {
    if context == .triage, triage?.current == nil { return startTriage() }
    guard let id = current else { return [] }
    screens.append(.paper(id))
    return noteVersion(of: id)
  }

  /// Remembers which version was opened, when the library can remember and there is news.
  mutating func noteVersion(of id: ArXivID) -> [Effect] {
    guard loading == .done, let version = library.paper(id)?.knownVersion,
      version > library.reading(id).seenVersion ?? 0
    else { return [] }
    return ask(Intent(kind: .sawVersion, ids: [id]))
  }

  /// Leaves what lies on top or was begun last; what is under way only where it `stopsWork`.
  mutating func back(stopsWork: Bool = true) -> [Effect] {
    if stopsWork, pipedCommand != nil {
      return cancelPipe()
    } else if !screens.isEmpty {
      if screens.removeLast().subject == .triage { leaveTriage() }
      fitList()
    } else if list.rangeStart != nil || !list.marks.isEmpty {
      list.clearMarks()
    } else if stopsWork, !downloads.isEmpty {
      return cancelDownloads()
    } else if stopsWork, fetch != nil {
      say("stopping the fetch")
      return [.cancelFetch]
    } else if list.filter != nil {
      return clearFilter()
    } else if isShowingSimilar {
      leaveSimilar()
    } else if isShowingSearch {
      return leaveArXivSearch()
    } else if !searchText.isEmpty {
      searchText = ""
    } else {
      say("nothing to leave" + (quitKey.map { "; \($0) quits" } ?? ""))
    }
    return []
  }

  /// Whether `q` has nothing to go back from in the list, and so quits.
  var isAtTop: Bool {
    screens.isEmpty && list.rangeStart == nil && list.marks.isEmpty && list.filter == nil
      && !isShowingSearch && !isShowingSimilar
  }

  private var quitKey: String? {
    options.keyMap.keyNames(of: .back, in: .list).contains("q")
      ? "q" : options.keyMap.keyNames(of: .quit, in: .list).first
  }

  mutating func showTab(_ tab: Tab) -> [Effect] {
    leaveScreens()
    show(tab: tab)
    return []
  }

  /// Shows a tab next to the present one, around the end.
  mutating func showTab(step: Int) -> [Effect] {
    let tabs = tabs
    let index = tabs.firstIndex(of: tab) ?? 0
    return showTab(tabs[(index + step + tabs.count) % tabs.count])
  }

  mutating func showTab(named name: String) -> [Effect] {
    guard let tab = tab(named: name) else { return fail(noViewText(name)) }
    return showTab(tab)
  }

  mutating func showSources() -> [Effect] {
    screens.append(Screen(subject: .sources(nil)))
    return [.readSources]
  }

  /// Puts what is known of the sources on the screen about them.
  mutating func showSources(_ reports: [SourceReport]) {
    for index in screens.indices {
      if case .sources = screens[index].subject { screens[index].subject = .sources(reports) }
    }
  }

  /// Looks up the sources anew where they are shown.
  func readShownSources() -> [Effect] { context == .sources ? [.readSources] : [] }

  mutating func showHelp() -> [Effect] {
    if context == .help { return [] }
    screens.append(.help(context))
    return []
  }
}
