import Papers
import TerminalGrid

extension QueueState {
  /// What a change would do, as a question asks it: "mark 12 papers as read".
  func phrase(for intent: Intent, papers: String) -> String {
    let steps = change(for: intent).steps
    let state = steps.lazy.compactMap { step -> ReadingState? in
      if case .state(let state) = step.edit { state } else { nil }
    }.first
    switch intent.kind {
    case .toggleRead, .markRead: return "mark \(papers) as \(state == .unread ? "unread" : "read")"
    case .toggleQueued: return "\(state == .queued ? "queue" : "unqueue") \(papers)"
    case .toggleReading: return "\(state == .reading ? "start" : "stop") reading \(papers)"
    case .toggleDismissed: return "\(state == .dismissed ? "dismiss" : "restore") \(papers)"
    case .toggleStar:
      let isStarring = steps.contains { $0.edit == .star(true) }
      return "\(isStarring ? "star" : "unstar") \(papers)"
    case .setDepth(let depth): return "set \(papers) to '\(depth.label)'"
    case .addNote: return "put the note on \(papers)"
    case .changeTags: return "change the tags of \(papers)"
    case .moveInQueue, .moveToQueueEnd: return "move \(papers) in the queue"
    case .verdict: return "decide about \(papers)"
    case .edit: return "change the notes of \(papers)"
    case .sawVersion, .undo, .redo: return "change \(papers)"
    }
  }

  /// What was taken back or done again: "undid toggle-star of 'A Paper'".
  func tookBackText(_ verb: String, _ action: String, _ ids: [ArXivID]) -> String {
    let head = "\(verb) \(action)"
    guard ids.count == 1, let id = ids.first else {
      return head + (ids.isEmpty ? "" : " of \(ids.count) papers")
    }
    guard let paper = library.paper(id) else { return "\(head) of \(id)" }
    let room = size.columns - head.displayWidth - statusRightColumns - 9
    // A message that is too long for one line goes on in the next.
    let columns = room < 16 ? size.columns - 4 : room
    return "\(head) of '\(paper.titleText.truncated(toColumns: columns))'"
  }
}
