import Papers

extension QueueState {
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
