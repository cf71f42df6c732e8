extension LibraryChange {
  /// What it did to its papers, in words that stand behind their name or number: "read", "starred",
  /// "tagged 'rl'". Messages, undo and the log have the same. One that did nothing has the name of its
  /// action.
  package var deed: String {
    var states: Set<ReadingState> = []
    var stars: Set<Bool> = []
    var depths: Set<ReadingDepth> = []
    var (added, removed): (Set<String>, Set<String>) = ([], [])
    var (hasNotes, hasRanks, hasProject, hasVersion) = (false, false, false, false)
    var presence: Set<String> = []
    for step in steps {
      switch step.edit {
      case .state(let state): states.insert(state)
      case .star(let isStarred): stars.insert(isStarred)
      case .depth(let depth): depths.insert(depth)
      case .tag(let tag, isPresent: true): added.insert(tag)
      case .tag(let tag, isPresent: false): removed.insert(tag)
      case .note, .removeNote: hasNotes = true
      case .rank: hasRanks = true
      case .project: hasProject = true
      case .seenVersion: hasVersion = true
      case .takeIn: presence.insert("taken into the library")
      case .takeOut: presence.insert("taken out of the library")
      }
    }
    var deeds = Set(states.map(deed(of:))).sorted()
    deeds += stars.map { $0 ? "starred" : "unstarred" }.sorted()
    deeds += depths.sorted().map { "set to depth \($0.words)" }
    deeds += [Self.deed("tagged", added), Self.deed("untagged", removed)].compactMap(\.self)
    if hasNotes { deeds.append(action == .editNotes ? "given other notes" : "noted") }
    if hasProject { deeds.append("given another project") }
    // A paper is taken in by what is done to it, a place in the queue comes along with its state,
    // and the version with all that the user does.
    if deeds.isEmpty { deeds = presence.sorted() }
    if deeds.isEmpty, hasRanks { deeds.append("moved in the queue") }
    if deeds.isEmpty, hasVersion { deeds.append("opened") }
    switch deeds.count {
    case 0: return action.rawValue.onOneLine
    case 4...: return "changed"
    case 1: return deeds[0]
    default: return deeds.dropLast().joined(separator: ", ") + " and " + deeds[deeds.count - 1]
    }
  }

  /// What giving a state means depends on which the papers had, which the action tells.
  private func deed(of state: ReadingState) -> String {
    switch (state, action) {
    case (.unread, .toggleDismissed), (.queued, .toggleDismissed): "restored"
    case (.unread, .toggleQueued): "unqueued"
    case (.queued, .toggleReading): "stopped"
    case (.unread, _): "unread again"
    case (.queued, _): "queued"
    case (.reading, _): "started"
    case (.read, _): "read"
    case (.dismissed, _): "dismissed"
    }
  }

  /// Which tags were set or taken, while they are few.
  private static func deed(_ verb: String, _ tags: Set<String>) -> String? {
    guard !tags.isEmpty else { return nil }
    guard tags.count <= 2 else { return verb }
    return verb + tags.sorted().map { " '\($0.onOneLine)'" }.joined()
  }
}
