/// The time from starting to read a paper to stopping.
package struct ReadingSession: Equatable, Sendable {
  /// The paper.
  package var id: ArXivID
  /// When it was begun.
  package var start: Timestamp
  /// How long it took.
  package var milliseconds: Int64

  /// Who began to read and never said that they stopped was not reading for half a day: longer
  /// sessions were forgotten, and count for nothing.
  package static let longest: Int64 = 12 * 3_600_000

  /// The sessions of changes in the order of their times: each goes from the state `reading` to
  /// another one. One that is still going on is left out.
  static func sessions(in changes: [LibraryChange]) -> [ReadingSession] {
    var begun: [ArXivID: Timestamp] = [:]
    var sessions: [ReadingSession] = []
    for change in changes {
      for step in change.steps {
        guard case .state(let state) = step.edit else { continue }
        guard state != .reading else {
          begun[step.id] = begun[step.id] ?? change.time
          continue
        }
        guard let start = begun.removeValue(forKey: step.id) else { continue }
        let (length, isTooLong) = change.time.milliseconds.subtractingReportingOverflow(
          start.milliseconds)
        guard !isTooLong, (1...longest).contains(length) else { continue }
        sessions.append(ReadingSession(id: step.id, start: start, milliseconds: length))
      }
    }
    return sessions
  }
}
