import Papers

extension QueueState {
  /// Leaves a prompt without doing what it was for. The text of a note is kept as a draft.
  mutating func leavePrompt(_ prompt: Prompt) {
    self.prompt = nil
    isUnsettled = false
    switch prompt.purpose {
    case .search(let origin):
      if let origin { list.move(to: origin) }
      fitList()
    case .filter(let before):
      list = before.list
      if revision == before.revision { fitList() } else { refresh() }
    case .annotate(let ids, _):
      let text = prompt.editor.text
      drafts[ids] = text.allSatisfy(\.isWhitespace) ? nil : text
      if drafts[ids] != nil { tellOfDraft() }
    case .find(let line):
      scroll(to: line)
    case .narrow(let earlier):
      narrowScreen(to: earlier)
    case .command, .tags, .searchArXiv, .pipe, .export:
      break
    }
  }

  /// Does what a prompt was for.
  mutating func submit(_ prompt: Prompt) -> [Effect] {
    let text = prompt.editor.text
    switch prompt.purpose {
    case .search, .find:
      guard !text.isEmpty else {
        // Enter on an empty line looks for the last text again.
        searchText = searchHistory.last ?? ""
        return searchText.isEmpty ? [] : perform(.nextMatch)
      }
      searchHistory.removeAll { $0 == text }
      searchHistory.append(text)
      if let remark = prompt.remark {
        say("'\(text)': \(remark)")
      } else if case .find = prompt.purpose {
        tellFound()
      } else {
        tellMatch()
      }
      return []
    case .narrow:
      return []
    case .filter:
      if let mistake = Action.filter.mistake(in: text) {
        reopen(prompt, with: mistake)
      } else {
        clearMessage()
      }
      return []
    case .searchArXiv:
      guard let mistake = Action.searchArXiv.mistake(in: text) else { return searchArXiv(text) }
      reopen(prompt, with: mistake)
      return []
    case .command:
      do throws(Mistake) {
        return try run(command: text)
      } catch {
        reopen(prompt, with: error)
        return []
      }
    case .pipe(let form, let ids):
      return pipe(form, ids, through: text)
    case .export(let format, let ids):
      do throws(Mistake) {
        return try export(ids, as: format, toTyped: text)
      } catch {
        reopen(prompt, with: error)
        return []
      }
    case .annotate(let ids, _):
      let isEmpty = text.allSatisfy(\.isWhitespace)
      // It is a draft until it is on its way to the disk: a question may come before.
      drafts[ids] = isEmpty ? nil : text
      return isEmpty ? [] : askFirst(Intent(kind: .addNote(text), ids: ids))
    case .tags(let ids, let initial):
      let (adding, removing) = TagLine(text).changes(of: initial)
      // What is being saved may still change what the tags are.
      if !isSaving, changeTags(ids, adding: adding, removing: removing).isEmpty {
        return say("the tags are as they were")
      }
      let effects = askFirst(
        Intent(kind: .changeTags(adding: adding, removing: removing), ids: ids))
      question?.origin = prompt
      return effects
    }
  }

  /// What cannot be taken stays in its prompt, with the cursor at the mistake.
  private mutating func reopen(_ prompt: Prompt, with mistake: Mistake) {
    var prompt = prompt
    prompt.point(at: mistake)
    self.prompt = prompt
  }
}
