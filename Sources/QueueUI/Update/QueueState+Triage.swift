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

  // MARK: - Showing

  /// What became of the papers that the user has gone past.
  private var tally: (wanted: Int, starred: Int, dismissed: Int, read: Int, later: Int) {
    var tally = (wanted: 0, starred: 0, dismissed: 0, read: 0, later: 0)
    for id in triage?.passed ?? [] {
      let record = library.reading(id)
      if record.star { tally.starred += 1 }
      switch record.state {
      case .queued, .reading: tally.wanted += 1
      case .dismissed: tally.dismissed += 1
      case .read: tally.read += 1
      // One whose verdict was taken back is still to be decided about.
      case .unread: tally.later += skipped.contains(id) ? 1 : 0
      }
    }
    return tally
  }

  /// How far it is, for the status line: "12 of 87, 9 wanted, 30 dismissed".
  var triageText: String? {
    guard screens.last?.subject == .triage, let triage else { return nil }
    let tally = tally
    let parts = [
      triage.current == nil
        ? "all \(triage.ids.count)" : "\(triage.index + 1) of \(triage.ids.count)",
      "\(tally.wanted) wanted", "\(tally.dismissed) dismissed",
    ]
    let others = [(tally.read, "read"), (tally.later, "later")].filter { $0.0 > 0 }
    return (parts + others.map { "\($0) \($1)" }).joined(separator: ", ")
  }

  /// The paper that is to be decided about, or what came of all of them.
  func triageLines() -> [StyledLine] {
    guard let triage else { return [] }
    guard let id = triage.current else { return triageSummary(triage) }
    guard let paper = paper(id) else {
      return [StyledLine("\(id) is no longer in the library.", .dim)]
    }
    return paperLines(paper, columns: textColumns).preview
  }

  private func triageSummary(_ triage: Triage) -> [StyledLine] {
    let tally = tally
    func key(_ action: Action) -> String { options.keyMap.hint(for: action, in: .triage) }
    let counts = [
      (tally.wanted, "wanted"), (tally.starred, "starred"), (tally.dismissed, "dismissed"),
      (tally.read, "read"), (tally.later, "left for later"),
    ].filter { $0.0 > 0 }
    let width = counts.map { String($0.0).count }.max() ?? 0
    let papers = triage.ids.count == 1 ? "The paper" : "All \(triage.ids.count) papers"
    let hints =
      ["\(key(.undo)) takes back what was done last, \(key(.back)) shows the list."]
      + (tally.later > 0 ? ["\(key(.open)) goes through those that were left for later."] : [])
    return [StyledLine("\(papers) of \(triage.view) done", .heading), StyledLine()]
      + counts.map { count, label in
        let number = String(count)
        let indent = String(repeating: " ", count: width - number.count + 2)
        return StyledLine([
          .init(text: indent + number, role: .date), .init(text: " \(label)", role: .text),
        ])
      } + [StyledLine()]
      + hints.flatMap { StyledLine.wrapped($0, .dim, columns: textColumns) }
  }
}
