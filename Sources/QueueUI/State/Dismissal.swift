import Papers

/// What a paper was when it was dismissed, for when it is restored.
///
/// The record tells by its rank what was queued; it does not tell what was being read or was read
/// from what was only wanted or never looked at. That is known while the program runs.
struct Dismissal: Equatable, Sendable {
  var earlier: ReadingState
  /// When it was dismissed; a record with another time was dismissed again, or elsewhere.
  var time: Timestamp?
}

extension QueueState {
  /// Those of papers that are being read or were read, with their states.
  func statesToRemember(of ids: [ArXivID]) -> [ArXivID: ReadingState] {
    ids.reduce(into: [:]) { states, id in
      let state = library.reading(id).state
      if state == .reading || state == .read { states[id] = state }
    }
  }

  /// Notes which papers a change has dismissed, that had these states before.
  mutating func noteDismissals(_ earlier: [ArXivID: ReadingState]) {
    for (id, state) in earlier {
      let record = library.reading(id)
      guard record.state == .dismissed else { continue }
      dismissals[id] = Dismissal(earlier: state, time: record.changed[.state])
    }
  }

  /// What restoring a dismissed paper makes of it: what it was, or else queued if it has a place in
  /// the queue, and unread if it has none.
  func stateBeforeDismissal(of id: ArXivID) -> ReadingState {
    let record = library.reading(id)
    if let known = dismissals[id], known.time == record.changed[.state] { return known.earlier }
    return record.rank == nil ? .unread : .queued
  }
}
