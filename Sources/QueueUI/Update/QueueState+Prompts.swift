import Papers
import TerminalGrid

extension QueueState {
  // MARK: - Opening prompts

  mutating func search(_ text: String) -> [Effect] {
    if context.canBeNarrowed { return narrow(text) }
    if context == .page { return find(text) }
    guard text.isEmpty else {
      searchText = text
      return moveToMatch(step: 1)
    }
    prompt = Prompt(.search, origin: list.selected)
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
    var opened = Prompt(.filter, text: list.filter?.description ?? "", origin: list.selected)
    opened.unfiltered = Prompt.Unfiltered(list: list, revision: revision)
    prompt = opened
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
      prompt = Prompt(.annotate(ids), text: draft)
      if let id = ids.first, id != current { prompt?.subject = "\(id)" }
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

  // MARK: - Typing

  /// Takes a key while a prompt is open.
  mutating func press(_ key: Key, in present: Prompt) -> [Effect] {
    var prompt = present
    let isWrong = present.mistake != nil
    prompt.remark = nil
    prompt.mistake = nil
    prompt.listing?.pendingStep = nil
    if key == .enter {
      settlePrompt()
      prompt = self.prompt ?? present
    }
    switch key {
    case .control("c"):
      leavePrompt(prompt)
      return quit()
    case .escape, .control("g"):
      leavePrompt(prompt)
      if case .narrow = prompt.purpose, context.narrowsByTyping { return back() }
      return []
    case _ where leavesHelp(key, in: prompt):
      leavePrompt(prompt)
      return back()
    case .backspace where prompt.editor.characters.isEmpty:
      leavePrompt(prompt)
      return []
    case .enter:
      self.prompt = nil
      return submit(prompt)
    case .altEnter, .control("j"):
      guard prompt.isNote else { return [] }
      prompt.editor.insert(text: "\n")
    case .tab:
      complete(&prompt, step: 1, correcting: isWrong)
    case .backTab:
      complete(&prompt, step: -1, correcting: isWrong)
    case .control("l"):
      return [.redraw]
    case .up where prompt.history != nil, .control("p") where prompt.history != nil:
      recall(&prompt, step: 1)
    case .down where prompt.history != nil, .control("n") where prompt.history != nil:
      recall(&prompt, step: -1)
    default:
      if case .narrow = prompt.purpose, let step = lines(ofScrolling: key) { return move(by: step) }
      // Another place than the one that is offered is typed without wiping that first.
      if case .export = prompt.purpose, key == .character("~") || key == .character("/"),
        prompt.editor.text == prompt.initialText, !prompt.isFolderCompleted,
        prompt.editor.cursor == prompt.editor.characters.count
      {
        prompt.editor.replace(with: "")
      }
      // Behind a folder that was completed, the '/' that people type is there already.
      let isThere = key == .character("/") && prompt.isFolderCompleted
      guard isThere || moveByLines(key, in: &prompt) || prompt.editor.press(key) else { return [] }
      let (before, after) = (present.editor.characters.count, prompt.editor.characters.count)
      guard after <= max(before, Self.mostPromptCharacters) else {
        refuse(characters: after, in: present)
        return []
      }
      prompt.completion = nil
      prompt.historyIndex = nil
    }
    self.prompt = prompt
    fitPrompt()
    isUnsettled = true
    return []
  }

  /// Leaves a prompt without doing what it was for. The text of a note is kept as a draft.
  mutating func leavePrompt(_ prompt: Prompt) {
    self.prompt = nil
    isUnsettled = false
    switch prompt.purpose {
    case .search:
      if let origin = prompt.origin { list.move(to: origin) }
      fitList()
    case .filter:
      guard let before = prompt.unfiltered else { return }
      list = before.list
      if revision == before.revision { fitList() } else { refresh() }
    case .annotate(let ids):
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

  /// Brings the list up to what was typed, and the tabs up to what was saved; tells whether the
  /// screen may look different then.
  ///
  /// A typed character is shown at once; what it leads to may take a moment in a large library, so
  /// it is looked up when no further key is waiting. Of much work a part is done, and
  /// ``needsSettling`` stays true; parts of a count are not shown.
  @discardableResult
  package mutating func settle() -> Bool {
    let isOther = settlePrompt()
    let isCounting = isCountingMatches || areCountsStale
    if isCountingMatches { countMatches() }
    if areCountsStale { viewCounts.update(options.views, in: library, now: now) }
    return isOther || isCounting && !needsSettling
  }

  /// Whether there is something to do for ``settle()``.
  package var needsSettling: Bool { isUnsettled || isCountingMatches || areCountsStale }

  /// While the library is read, each month that comes would count for a moment only.
  private var areCountsStale: Bool {
    options.showsCounts && (loading == .done || loading == .readOnly)
      && viewCounts.isStale(now: now)
  }

  /// Looks up what the text of the prompt leads to; tells whether that may be another than before.
  @discardableResult
  mutating func settlePrompt() -> Bool {
    guard isUnsettled else { return false }
    isUnsettled = false
    guard var prompt else { return true }
    let text = prompt.editor.text
    prompt.remark = nil
    prompt.mistake = nil
    offer(in: &prompt)
    switch prompt.purpose {
    case .search:
      searchText = text
      if let origin = prompt.origin { list.move(to: origin) }
      if let query = textQuery(text) {
        let isFound = moveToMatch(query, step: 1, includingCurrent: true)
        if !isFound { prompt.remark = "not found" }
      }
      fitList()
    case .find(let line):
      searchText = text
      let isSought = text.contains { !$0.isWhitespace }
      if !isSought || !find(text, from: line, step: 1) {
        scroll(to: line)
        if isSought { prompt.remark = "not found" }
      }
    case .narrow:
      narrowScreen(to: text)
    case .filter:
      // Until the text is a query again, the list stays as the last one had it.
      if let query = try? Query(parsing: text) {
        list.filter = text.allSatisfy(\.isWhitespace) ? nil : query
        showAnew()
        if let origin = prompt.origin, list.move(to: origin) { fitList() }
      }
    case .command, .searchArXiv, .pipe, .annotate, .tags, .export:
      break
    }
    // The text of a note leads nowhere.
    let isOther = !prompt.isNote || prompt != self.prompt
    self.prompt = prompt
    return isOther
  }

  /// Does what a prompt was for.
  private mutating func submit(_ prompt: Prompt) -> [Effect] {
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
    case .annotate(let ids):
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

  private mutating func recall(_ prompt: inout Prompt, step: Int) {
    let history =
      switch prompt.history {
      case .search: searchHistory
      case .searchArXiv: arXivSearchHistory
      case .pipe: pipeHistory
      case .command, nil: commandHistory
      }
    guard prompt.history != nil else { return }
    if prompt.historyIndex == nil { prompt.historyStem = prompt.editor.text }
    let stem = prompt.historyStem
    let fitting = history.filter { $0.hasPrefix(stem) && $0 != stem }
    guard !fitting.isEmpty else { return }
    prompt.completion = nil
    let index = (prompt.historyIndex ?? -1) + step
    prompt.historyIndex = index < 0 ? nil : min(index, fitting.count - 1)
    let text = prompt.historyIndex.map { fitting[fitting.count - 1 - $0] } ?? stem
    prompt.editor.replace(with: text)
  }
}
