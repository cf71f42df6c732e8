import Papers

extension QueueState {
  /// Asks for a change of the papers that actions are about, after a question if they are many.
  mutating func askForTargets(_ kind: Intent.Kind) -> [Effect] {
    let ids = targets
    guard !ids.isEmpty else { return sayNoPaper() }
    return askFirst(Intent(kind: kind, ids: ids))
  }

  /// Asks for a change, after a question if it is about many papers.
  ///
  /// A move in the queue is seen as it happens, and goes on with the next key: it asks nothing, and
  /// the marks stay.
  mutating func askFirst(_ intent: Intent) -> [Effect] {
    guard !intent.isMoveInQueue else { return ask(intent) }
    if options.confirms, intent.ids.count >= Self.bulk,
      case let count = Set(change(for: intent).ids).count, count >= Self.bulk
    {
      question = .yesOrNo("\(phrase(for: intent, papers: "\(count) papers"))?", .intent(intent))
      return []
    }
    if screens.isEmpty { list.clearMarks() }
    return ask(intent)
  }

  /// From so many papers on, an action asks first.
  static let bulk = 10

  /// Moves papers within the queue, whichever view is shown.
  mutating func moveInQueue(_ kind: Intent.Kind) -> [Effect] {
    let queued = Set(library.queue)
    guard targets.contains(where: queued.contains) else {
      let key = options.keyMap.keyNames(of: .toggleQueued, in: context).first
      return say("only papers in the queue move" + (key.map { "; \($0) queues this one" } ?? ""))
    }
    return askForTargets(kind)
  }

  mutating func markAllRead() -> [Effect] {
    let ids = list.ids.filter { library.shows($0) && library.reading($0).state == .unread }
    guard !ids.isEmpty else { return say("nothing here is unread") }
    let intent = Intent(kind: .markRead, ids: ids)
    guard options.confirms else { return ask(intent) }
    let papers = ids.count == 1 ? "the unread paper" : "all \(ids.count) unread papers"
    question = .yesOrNo("mark \(papers) of this view as read?", .intent(intent))
    return []
  }

  mutating func setDepth(_ argument: String) -> [Effect] {
    let ids = targets
    guard !ids.isEmpty else { return sayNoPaper() }
    if let depth = Int(argument).flatMap(ReadingDepth.init) {
      return askForTargets(.setDepth(depth))
    }
    let choices = ReadingDepth.allCases.map { depth in
      Question.Choice(
        key: String(depth.rawValue), label: depth.name,
        outcome: .intent(Intent(kind: .setDepth(depth), ids: ids)))
    }
    let present = library.reading(ids[0]).depth
    question = .menu(
      ids.count > 1
        ? "how well are these \(ids.count) papers understood?" : "how well is it understood?",
      choices, selected: present.rawValue)
    return []
  }

  mutating func toggleMark() -> [Effect] {
    guard let id = list.selected else { return [] }
    clearMessage()
    if list.rangeRows != nil {
      list.endRange()
    } else if list.marks.remove(id) == nil {
      list.marks.insert(id)
    }
    return []
  }

  mutating func toggleRange() -> [Effect] {
    clearMessage()
    if list.rangeRows != nil {
      list.endRange()
    } else {
      list.rangeStart = list.selected
    }
    return []
  }
}
