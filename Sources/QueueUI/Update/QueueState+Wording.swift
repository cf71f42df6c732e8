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
    case .setDepth(let depth): return "set \(papers) to depth \(depth.words)"
    case .addNote: return "put the note on \(papers)"
    case .changeTags: return "change the tags of \(papers)"
    case .moveInQueue, .moveToQueueEnd: return "move \(papers) in the queue"
    case .verdict: return "decide about \(papers)"
    case .edit: return "change the notes of \(papers)"
    case .sawVersion: return "change \(papers)"
    }
  }

  /// What to say of a change that is on disk; nil when the screen shows it.
  func report(on change: LibraryChange) -> Message? {
    guard change.isUndoable else { return nil }
    if !moved.isEmpty { return Message(placeInQueue(of: moved)) }
    let ids = change.ids
    if ids.count == 1, let id = ids.first {
      if id == current, context != .triage, let text = outcome(of: change.action, id) {
        return Message(text)
      }
      if isShown(change) {
        return change.action == .annotate ? Message("note saved") : nil
      }
    }
    guard !ids.isEmpty else { return nil }
    let key = options.keyMap.hint(for: .undo, in: context)
    return Message(phrase(for: change, after: "; \(key) undoes"), ids.count > 1 ? .news : .hint)
  }

  /// What an action has made of the paper under the cursor, where no mark in its row says it all.
  private func outcome(of action: ActionName, _ id: ArXivID) -> String? {
    let record = library.reading(id)
    switch Action(action) {
    case .editTags:
      let tags = record.tags.map(\.asTagWord).joined(separator: " ")
      return tags.isEmpty ? "no tags" : "tags: \(tags)".truncated(toColumns: size.columns - 4)
    case .editNotes:
      let count = record.notes.count
      return count == 0 ? "no notes" : count == 1 ? "1 note" : "\(count) notes"
    default: return nil
    }
  }

  /// Whether the screen shows what a change made of its one paper: in its row, in the preview, or at
  /// the top of its page; triage says itself what it decided.
  private func isShown(_ change: LibraryChange) -> Bool {
    guard let id = change.ids.first else { return true }
    switch screens.last?.subject {
    case .triage: return true
    case .paper(id): return screens.last?.scroll == 0
    case nil: break
    default: return false
    }
    let rows = list.visible(rows: layout.list.rows)
    let hasMarks = options.columns.contains(.marks) && list.ids[rows].contains(id)
    // Laying out the preview takes a moment, which keys that show in the row need not wait for.
    func previewShows(_ text: String) -> Bool {
      list.selected == id && shownPreview(of: id).contains(text)
    }
    return change.steps.contains { step in
      switch step.edit {
      case .state, .star, .note, .takeIn: hasMarks
      case .depth(let depth): previewShows("depth \(depth.words)")
      case .tag(let tag, isPresent: true): previewShows(tag)
      case .tag, .removeNote, .project, .rank, .seenVersion, .takeOut: false
      }
    }
  }

  /// The text of the preview that is on the screen.
  private func shownPreview(of id: ArXivID) -> String {
    let layout = layout
    let lines = previewLines(of: id, layout)
    return lines[previewRows(of: id, among: lines.count, layout)].map(\.text)
      .joined(separator: "\n")
  }

  /// What a change did, with the papers that it is about: "12 papers read", "'A Paper' starred". A
  /// title is cut so that what stands around it fits.
  func phrase(for change: LibraryChange, before: String = "", after: String = "") -> String {
    let ids = change.ids
    let (head, tail) = (before, " " + change.deed + after)
    guard ids.count == 1, let id = ids.first else {
      return head + ids.count.papers + tail
    }
    guard let title = (library.paper(id) ?? shownLibrary.paper(id))?.titleText else {
      return "\(head)\(id)\(tail)"
    }
    let room = size.columns - (head + tail).displayWidth - statusText.right.displayWidth - 5
    // A message that is too long for one line goes on in the next.
    let columns = room < 16 ? size.columns - 4 : room
    return "\(head)'\(title.truncated(toColumns: columns))'\(tail)"
  }
}
