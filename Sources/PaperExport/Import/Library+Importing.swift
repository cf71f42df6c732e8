package import Papers

extension Library {
  /// Whether an import adds nothing to what the library says about a paper.
  ///
  /// A description of arXiv's is better than one of a file's; a complete one in a file, as paperq
  /// exports it, is taken where it is of a newer version, or the library's has no abstract.
  package func knows(_ paper: Paper) -> Bool {
    guard let stored = self.paper(paper.id) else { return false }
    if paper.hasApproximateDates { return true }
    return stored.version >= paper.version
      && (!stored.hasApproximateDates || stored.version > paper.version)
      && (!stored.abstract.isEmpty || paper.abstract.isEmpty)
  }

  /// The steps by which papers of a file get state, tags, notes and the rest.
  ///
  /// A paper that the file only names gets `state` if it is unread. Where the file tells what the
  /// user did, each field is taken that the user has not set in this library since it began: a file
  /// has no times, and what was set here may be newer. Tags that were removed stay so, and of a note
  /// the version that was edited last is kept. Taking the steps twice is taking them once.
  ///
  /// - Parameter keywordsAreTags: whether keywords of the file become tags.
  package func steps(
    toImport papers: [ImportedPaper], as state: ReadingState, keywordsAreTags: Bool
  ) -> [LibraryChange.Step] {
    var states: [(id: ArXivID, state: ReadingState)] = []
    var ranks: [ArXivID: QueueRank] = [:]
    var steps: [LibraryChange.Step] = []
    for paper in papers {
      let record = reading(paper.id)
      if let imported = paper.reading {
        if record.changed[.state] == nil { states.append((paper.id, imported.state)) }
        ranks[paper.id] = imported.rank
        steps += record.edits(toImport: imported).map { .init(paper.id, $0) }
      } else if record.state == .unread {
        states.append((paper.id, state))
      }
      guard keywordsAreTags else { continue }
      for tag in paper.keywords where record.tagMarks[tag] == nil {
        steps.append(.init(paper.id, .tag(tag, isPresent: true)))
      }
    }
    return self.steps(toMark: states, ranks) + steps
  }

  /// The steps that give papers states. Those to read come into the queue in the order of their
  /// ranks, behind what is there, and those without a rank behind them in the order given.
  private func steps(
    toMark states: [(id: ArXivID, state: ReadingState)], _ ranks: [ArXivID: QueueRank]
  ) -> [LibraryChange.Step] {
    func ids(_ chosen: Set<ReadingState>) -> [ArXivID] {
      states.lazy.filter { chosen.contains($0.state) }.map(\.id)
    }
    let reading = Set(ids([.reading]))
    let toRead = ids([.queued, .reading])
    let ranked = toRead.compactMap { id in ranks[id].map { (id: id, rank: $0) } }
      .sorted { $0.rank < $1.rank }.map(\.id)
    let queue = ranked + toRead.filter { ranks[$0] == nil }
    let queued = steps(toMark: queue, as: .queued, ranks: ranks).map { step in
      step.edit == .state(.queued) && reading.contains(step.id)
        ? .init(step.id, .state(.reading)) : step
    }
    return queued + steps(toMark: ids([.read]), as: .read)
      + steps(toMark: ids([.dismissed]), as: .dismissed)
  }
}

extension ReadingRecord {
  /// What another record of the paper, whose fields have no times, adds to this one: all but the
  /// state.
  fileprivate func edits(toImport other: ReadingRecord) -> [ReadingEdit] {
    var edits: [ReadingEdit] = []
    if changed[.depth] == nil, other.depth != .notYet { edits.append(.depth(other.depth)) }
    if changed[.star] == nil, other.star { edits.append(.star(true)) }
    if changed[.project] == nil, let project = other.project { edits.append(.project(project)) }
    for tag in other.tags where tagMarks[tag] == nil {
      edits.append(.tag(tag, isPresent: true))
    }
    for note in other.notes {
      let known = noteMarks.first { $0.id == note.id }
      if known.map({ $0.changed < note.edited }) ?? true { edits.append(.note(note)) }
    }
    return edits
  }
}
