import Papers

extension QueueState {
  /// Shows what changed in the paper since the version that was seen, and fetches that version if the
  /// library does not hold what it said.
  mutating func showChanges() -> [Effect] {
    let ids = targets
    guard let id = ids.first else { return sayNoPaper() }
    guard ids.count == 1 else { return sayOneAtATime(.showChanges) }
    guard library.contains(id) else { return say("\(id) is not in the library") }
    if case .changes? = screens.last?.subject { return [] }
    guard let compared = library.comparedVersion(of: id) else {
      let isIncomplete = library.paper(id)?.isPlaceholder ?? false
      let key = options.keyMap.hint(for: .fetch, in: context)
      return say(
        isIncomplete
          ? "arXiv has yet to complete \(id); \(key) asks it" : "\(id) has only this version")
    }
    screens.append(Screen(subject: .changes(id)))
    if library.changes(of: id) != nil { return noteVersion(of: id) }
    guard loading == .done else {
      screens[screens.count - 1].subject = .changes(
        id, failure: "The library cannot be changed, so it is not fetched.")
      return []
    }
    // Until its text is there, the version that was seen must not be forgotten for a newer one.
    let isKnown = library.reading(id).seenVersion != nil
    return (isKnown ? [] : noteVersion(of: id))
      + [.fetchVersion(ArXivReference(id: id, version: compared))]
  }

  /// Goes on when a version came, or did not, where its screen is still there.
  mutating func versionFetched(_ reference: ArXivReference, failure: String?) -> [Effect] {
    let index = screens.lastIndex { screen in
      if case .changes(reference.id, _) = screen.subject { true } else { false }
    }
    guard let index else { return [] }
    if library.changes(of: reference.id) != nil { return noteVersion(of: reference.id) }
    let reason = failure ?? "arXiv does not give it"
    screens[index].subject = .changes(reference.id, failure: "It could not be fetched: \(reason).")
    return []
  }
}
