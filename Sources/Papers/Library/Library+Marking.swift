extension Library {
  /// The steps that give papers a state, where they do not have it yet.
  ///
  /// What is queued or being read has a place in the queue: papers that come into the queue go to its
  /// end, in the order given, and those that leave it lose their place. Only a dismissed paper keeps
  /// the place that it had, for when it is restored.
  ///
  /// - Parameter ranks: places for some of the papers, of another queue. A paper keeps it where it is
  ///   behind the end; either way the order is that of `ids`.
  package func steps(
    toMark ids: [ArXivID], as state: ReadingState, ranks: [ArXivID: QueueRank] = [:]
  ) -> [LibraryChange.Step] {
    let isQueueing = state == .queued || state == .reading
    var last = isQueueing ? queue.compactMap { reading($0).rank }.max() : nil
    var steps: [LibraryChange.Step] = []
    for id in ids {
      let record = reading(id)
      if record.state != state { steps.append(.init(id, .state(state))) }
      if isQueueing, record.rank == nil {
        let end = last
        let rank =
          ranks[id].flatMap { rank in end.map { $0 < rank } ?? true ? rank : nil }
          ?? QueueRank.between(last, nil)
        last = rank
        steps.append(.init(id, .rank(rank)))
      } else if !isQueueing, state != .dismissed, record.rank != nil {
        steps.append(.init(id, .rank(nil)))
      }
    }
    return steps
  }
}
