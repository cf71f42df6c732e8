import Papers

/// What a paper was before its state was changed last, so that the same key leads back to it.
///
/// The record does not tell; it is known while the program runs.
struct FormerState: Equatable, Sendable {
  var state: ReadingState
  /// Its place in the queue.
  var rank: QueueRank?
  /// When the state was changed; a record with another time was changed again, or elsewhere.
  var time: Timestamp?
}

extension QueueState {
  /// Puts in what an action did that was saved, taken back or done again.
  ///
  /// What is taken back leads nowhere else than doing it again does; but a paper that is dismissed
  /// again by it is still to be restored.
  mutating func takeIn(_ update: LibraryUpdate, of change: LibraryChange, isUndo: Bool = false) {
    let before = change.ids.map { ($0, library.reading($0)) }
    takeIn(update)
    for (id, former) in before {
      let record = library.reading(id)
      guard record.state != former.state else { continue }
      formerStates[id] =
        isUndo && record.state != .dismissed
        ? nil
        : FormerState(state: former.state, rank: former.rank, time: record.changed[.state])
    }
  }

  /// The steps that make papers what they were before their state was changed last, or, where that
  /// is not known, what `otherwise` says.
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

  private func formerState(of id: ArXivID) -> FormerState? {
    formerStates[id].flatMap { $0.time == library.reading(id).changed[.state] ? $0 : nil }
  }
}
