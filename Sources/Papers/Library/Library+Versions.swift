extension Library {
  /// A change of the user with all that it means: which versions they now know, and which papers are
  /// in the library again.
  package func completing(_ change: LibraryChange) -> LibraryChange {
    takingIn(notingVersions(in: change))
  }

  /// A change of the user, completed by the versions that they now know: acting on a paper whose
  /// version was never noted down counts as having seen the present one, so that a later one shows
  /// as an update. Nothing is noted of a paper that arXiv has yet to complete, whose version nobody
  /// knows. As a part of the change it is undone with it.
  package func notingVersions(in change: LibraryChange) -> LibraryChange {
    guard change.isUndoable else { return change }
    var known: Set<ArXivID> = []
    for step in change.steps {
      if case .seenVersion = step.edit { known.insert(step.id) }
    }
    var result = change
    for step in change.steps where step.edit.showsInterest && !known.contains(step.id) {
      guard reading(step.id).seenVersion == nil, let version = knownVersion(of: step.id)
      else { continue }
      known.insert(step.id)
      result.steps.append(.init(step.id, .seenVersion(version)))
    }
    return result
  }

  /// The version of a paper that the library holds.
  package func version(of id: ArXivID) -> Int? {
    guard let papers = shelves[id.month]?.papers, let index = papers.index(of: id) else {
      return nil
    }
    return papers.entries[index].version
  }

  /// The version of a paper that the library holds; nil where it only stands for one.
  package func knownVersion(of id: ArXivID) -> Int? {
    guard let papers = shelves[id.month]?.papers, let index = papers.index(of: id) else {
      return nil
    }
    let entry = papers.entries[index]
    return entry.hasApproximateDates ? papers.paper(at: index)?.knownVersion : entry.version
  }

  /// Whether the user has seen an older version of the paper than the present one.
  package func isUpdated(_ id: ArXivID) -> Bool {
    version(of: id).map { reading(id).isOutdated(by: $0) } ?? false
  }

  /// The version with which `show-changes` compares the present one; nil when there is no older one.
  package func comparedVersion(of id: ArXivID) -> Int? {
    paper(id)?.comparedVersion(seen: reading(id).seenVersion)
  }
}

extension ReadingRecord {
  /// Whether the user has seen the paper, and only in an older version than this one.
  package func isOutdated(by version: Int) -> Bool {
    seenVersion.map { version > $0 } ?? false
  }
}

extension ReadingEdit {
  /// Whether who does this takes an interest in the paper. Who dismisses it, or takes something
  /// back, need not hear of its next version.
  fileprivate var showsInterest: Bool {
    switch self {
    case .state(let state): state != .unread && state != .dismissed
    case .depth(let depth): depth != .notYet
    case .star(let isSet): isSet
    case .rank(let rank): rank != nil
    case .project(let project): project != nil
    case .tag(_, let isPresent): isPresent
    case .note: true
    case .seenVersion, .takeIn, .takeOut, .removeNote: false
    }
  }
}

extension Paper {
  /// The older version with which this one is compared: the one that the user has seen if that is
  /// older, else the one that they had seen before, else the previous one. Nil for a first version.
  package func comparedVersion(seen: Int?) -> Int? {
    guard version > 1 else { return nil }
    if let seen = seen.map({ max($0, 1) }), seen < version { return seen }
    return earlier?.number ?? version - 1
  }

  /// Sets ``earlier`` to the version that the user has seen, if one of two descriptions of this
  /// paper is about it and this one is newer. A description of an older version does not hide one
  /// that is nearer to what they saw.
  mutating func keepEarlier(from descriptions: [Paper], seen: Int) {
    let candidates = descriptions.filter { $0.version < version && $0.version <= seen }
    guard let latest = candidates.max(by: { $0.version < $1.version }),
      earlier.map({ $0.number < latest.version || $0.number > seen && seen < version }) ?? true
    else { return }
    earlier = PaperVersion(of: latest)
  }
}
