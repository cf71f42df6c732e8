import Papers
import TerminalGrid

/// What actions open a prompt for, or do at once with what stands behind their name.
extension QueueState {
  mutating func search(_ text: String) -> [Effect] {
    if context.canBeNarrowed { return narrow(text) }
    if context == .page { return find(text) }
    guard text.isEmpty else {
      searchText = text
      return moveToMatch(step: 1)
    }
    prompt = Prompt(.search(from: list.selected))
    return []
  }

  mutating func filter(_ text: String) -> [Effect] {
    guard text.isEmpty else {
      // What cannot be read was refused before the action began.
      list.filter = try? Query(parsing: text)
      clearMessage()
      showAnew()
      return []
    }
    let before = Prompt.Unfiltered(list: list, revision: revision)
    prompt = Prompt(.filter(before: before), text: list.filter?.description ?? "")
    return []
  }

  mutating func clearFilter() -> [Effect] {
    guard list.filter != nil else { return say("there is no filter") }
    list.filter = nil
    clearMessage()
    showAnew()
    return []
  }

  mutating func annotate(_ text: String) -> [Effect] {
    if text.isEmpty, let ids = offeredDraft, let draft = drafts[ids] {
      let subject = ids.first.flatMap { $0 == current ? nil : "\($0)" }
      prompt = Prompt(.annotate(ids, subject: subject), text: draft)
      return []
    }
    let ids = targets
    guard !ids.isEmpty else { return sayNoPaper() }
    guard text.isEmpty else { return askForTargets(.addNote(text)) }
    prompt = Prompt(.annotate(ids), text: drafts[ids] ?? "")
    return []
  }

  /// Opens the tags for editing, or changes them as `+a -b` says.
  mutating func editTags(_ text: String) -> [Effect] {
    let ids = targets
    guard let first = ids.first else { return sayNoPaper() }
    let changes = TagChange.all(in: text)
    guard changes.isEmpty else {
      let adding = changes.filter(\.isAdded).map(\.tag)
      let removing = changes.filter { !$0.isAdded }.map(\.tag)
      // What is being saved may still change what the tags are.
      if !isSaving, changeTags(ids, adding: adding, removing: removing).isEmpty {
        return say(TagChange.idleText(changes, papers: ids.count))
      }
      return askForTargets(.changeTags(adding: adding, removing: removing))
    }
    let common = ids.dropFirst().reduce(Set(library.reading(first).tags)) {
      $0.intersection(library.reading($1).tags)
    }.sorted().filter { !$0.contains("\"") }
    prompt = Prompt(
      .tags(ids, initial: common), text: common.map { $0.asTagWord + " " }.joined())
    return []
  }
}
