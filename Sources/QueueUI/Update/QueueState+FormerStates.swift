import Papers

extension QueueState {
  /// Puts in what an action did that was saved, taken back or done again.
  mutating func takeIn(_ update: LibraryUpdate, of change: LibraryChange) {
    guard let state = Action(change.action).flatMap(Self.stateGiven) else {
      return takeIn(update)
    }
    let before = change.ids.map { ($0, library.reading($0)) }
    takeIn(update)
    for (id, former) in before where former.state != state {
      let record = library.reading(id)
      guard record.state == state else { continue }
      formerStates[id] = FormerState(
        given: state, state: former.state, rank: former.rank, time: record.changed[.state])
    }
  }

  /// The state that an action gives, if it leads back to the one before too.
  private static func stateGiven(by action: Action) -> ReadingState? {
    switch action {
    case .toggleRead: .read
    case .toggleQueued: .queued
    case .toggleDismissed: .dismissed
    case .toggleReading: .reading
    default: nil
    }
  }

  /// The steps that make papers what they were before the key that gave them their state, or, where
  /// that is not known, what `otherwise` says.
  func steps(
    back ids: [ArXivID], otherwise: (ReadingRecord) -> ReadingState
  ) -> [LibraryChange.Step] {
    let former = Dictionary(grouping: ids) { id in
      formerState(of: id)?.state ?? otherwise(library.reading(id))
    }
    return ReadingState.allCases
      .flatMap { library.steps(toMark: former[$0] ?? [], as: $0) }
      .map { step in
        guard case .rank(_?) = step.edit, let rank = formerState(of: step.id)?.rank else {
          return step
        }
        return LibraryChange.Step(step.id, .rank(rank))
      }
  }

  /// The steps that end the reading of papers. Who stops in the middle still wants to read on, so
  /// they are queued; but one that was read before is read, and who stops within a minute has not
  /// begun.
  func stepsToStopReading(_ ids: [ArXivID]) -> [LibraryChange.Step] {
    let led = Set(ids).filter { id in
      guard let former = formerState(of: id), let start = former.time else { return false }
      let isSlip = (0..<60_000).contains(now.milliseconds - start.milliseconds)
      return former.state == .read || isSlip
    }
    let stopped = ids.filter { !led.contains($0) }
    return steps(back: ids.filter(led.contains)) { _ in .queued }
      + library.steps(toMark: stopped, as: .queued)
  }

  private func formerState(of id: ArXivID) -> FormerState? {
    let record = library.reading(id)
    return formerStates[id].flatMap { former in
      former.given == record.state && former.time == record.changed[.state] ? former : nil
    }
  }
}
