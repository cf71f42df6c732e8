import Papers

extension QueueState {
  /// Goes through the unread papers of the view, from the cursor to the end and then through those
  /// above it. Papers that were left for later come again when there are no others.
  mutating func startTriage() -> [Effect] {
    let unread = list.ids.filter { library.reading($0).state == .unread }
    guard !unread.isEmpty else { return say("no unread paper here") }
    var fresh = unread.filter { !skipped.contains($0) }
    if fresh.isEmpty {
      fresh = unread
      skipped.subtract(unread)
    }
    let coming = Set(fresh)
    let first = list.ids[list.cursor...].first(where: coming.contains)
    if let start = first.flatMap(fresh.firstIndex) {
      fresh = Array(fresh[start...] + fresh[..<start])
    }
    let isResumed = triage?.view == view.name
    let passed = isResumed ? triage?.passed.filter { !coming.contains($0) } ?? [] : []
    triage = Triage(view: view.name, ids: passed + fresh, index: passed.count)
    if screens.last?.subject == .triage { screens.removeLast() }
    screens.append(Screen(subject: .triage))
    return []
  }

  /// Decides about the paper that is shown, and goes on to the next.
  mutating func judge(_ verdict: Triage.Verdict) -> [Effect] {
    guard let id = triage?.current else { return say("all papers are done") }
    let effects = ask(Intent(kind: .verdict(verdict), ids: [id]))
    guard loading == .done else { return effects }
    skipped.remove(id)
    advanceTriage()
    return effects
  }

  /// Leaves the paper that is shown for later.
  mutating func skip() -> [Effect] {
    guard let id = triage?.current else { return say("all papers are done") }
    if library.reading(id).state == .unread, skipped.insert(id).inserted {
      triage?.trail.append(.skipped(id))
    }
    advanceTriage()
    return []
  }

  mutating func showPreviousOfTriage() -> [Effect] {
    guard triage?.goBack() == true else { return say("this is the first paper") }
    scrollTriageToTop()
    return []
  }

  /// Takes back what was done last, and returns to its paper.
  mutating func takeBackInTriage() -> [Effect] {
    if case .skipped(let id)? = triage?.trail.last {
      triage?.trail.removeLast()
      skipped.remove(id)
      triage?.followsUndo = false
      showInTriage(id)
      return []
    }
    _ = triage?.trail.popLast()
    return ask(.undo)
  }

  /// Shows a paper whose verdict was taken back, or could not be saved.
  mutating func showInTriage(_ id: ArXivID) {
    guard screens.last?.subject == .triage, triage?.go(to: id) == true else { return }
    scrollTriageToTop()
  }

  /// Goes past a paper whose verdict was done again.
  mutating func passInTriage(_ id: ArXivID) {
    showInTriage(id)
    guard triage?.current == id, library.reading(id).state != .unread else { return }
    triage?.trail.append(.change)
    advanceTriage()
  }

  /// Leaves all screens, for another view is shown.
  mutating func leaveScreens() {
    if isOverTriage { leaveTriage() }
    screens = []
  }

  /// Leaves the cursor of the list where triage was.
  mutating func leaveTriage() {
    if let id = triage?.current ?? triage?.ids.last { list.move(to: id) }
    fitList()
  }

  private mutating func advanceTriage() {
    let library = library
    triage?.advance { library.reading($0).state != .unread }
    scrollTriageToTop()
  }

  private mutating func scrollTriageToTop() {
    if let last = screens.indices.last, screens[last].subject == .triage {
      screens[last].scroll = 0
    }
  }
}
