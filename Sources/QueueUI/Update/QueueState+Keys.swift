import Papers
import TerminalGrid

extension QueueState {
  /// Takes a key to where keys go now: a question, a prompt, or the keys of the screen.
  mutating func press(_ key: Key) -> [Effect] {
    if pendingKeys.isEmpty, prompt == nil { offeredDraft = message?.draft }
    isCountingMatches = false
    if dismissMessage(by: key) { return [] }
    if case .failed? = arXivSearch?.phase { arXivSearch?.phase = .idle }
    if let question { return answer(question, key) }
    if let prompt { return press(key, in: prompt) }
    pendingKeys.append(key)
    switch options.keyMap.lookup(pendingKeys, in: context) {
    case .action(let action, let argument):
      // A sequence of one's own may have moved it to `qq`.
      let isFirstQuit = action == .back && pendingKeys.allSatisfy { $0 == .character("q") }
      pendingKeys = []
      if isFirstQuit { return isAtTop ? askToQuit() : back(stopsWork: false) }
      return perform(action, argument: argument)
    case .incomplete:
      return []
    case .nothing:
      let wasSequence = pendingKeys.count > 1
      pendingKeys = []
      // Escape drops what was begun; another key means what it means alone.
      if wasSequence { return key == .escape || key == .control("g") ? [] : press(key) }
      if context.narrowsByTyping, case .character(let character) = key {
        // Whoever kept what was found is done with typing.
        let isKept = screens.last?.filter.isEmpty == false
        if isKept, leadsBackInList(key) { return back() }
        return narrow(typing: String(character))
      }
      return say(unknownKeyText(key))
    }
  }

  private func unknownKeyText(_ key: Key) -> String {
    let help = options.keyMap.keyNames(of: .help, in: context).first
    return "\(key) does nothing here" + (help.map { "; \($0) shows the keys" } ?? "")
  }

  /// Takes pasted text: into a prompt as it is, nowhere else.
  mutating func paste(_ text: String) -> [Effect] {
    guard question == nil else { return [] }
    if var prompt {
      let count = prompt.editor.characters.count + text.count
      guard count <= Self.mostPromptCharacters else {
        refuse(characters: count, in: prompt)
        return []
      }
      prompt.editor.insert(text: text)
      prompt.completion = nil
      prompt.goalColumn = nil
      prompt.historyIndex = nil
      self.prompt = prompt
      fitPrompt()
      isUnsettled = true
    } else if context.narrowsByTyping {
      guard text.count <= Self.mostPromptCharacters else { return [] }
      return narrow(typing: text)
    } else {
      say("pasted text goes into a prompt; nothing was done with it")
    }
    return []
  }

  // MARK: - Questions and menus

  private mutating func answer(_ question: Question, _ key: Key) -> [Effect] {
    switch key {
    case .escape, .control("g"), .character("q"):
      leave(question)
      return []
    case .character("n") where question.kind == .yesNo:
      leave(question)
      return []
    case .control("c"):
      leave(question)
      return quit()
    case .character(let character):
      return answer(question, typing: character) ?? moveChoice(key, of: question)
    case .enter:
      guard let selected = question.selected else { return [] }
      return take(question.choices[selected])
    default:
      return moveChoice(key, of: question)
    }
  }

  /// Takes the choice whose key is typed. A number that may go on is chosen and waits for more.
  private mutating func answer(_ question: Question, typing character: Character) -> [Effect]? {
    for typed in [question.typed + String(character), String(character)] {
      let fitting = question.choices.indices.filter { question.choices[$0].key.hasPrefix(typed) }
      guard let first = fitting.first else { continue }
      if fitting.count == 1, question.choices[first].key == typed {
        return take(question.choices[first])
      }
      self.question?.select(first, typed: typed)
      return []
    }
    return nil
  }

  /// Does nothing of what was asked. What was typed for it, or marked, is still there.
  private mutating func leave(_ question: Question) {
    self.question = nil
    prompt = question.origin
    if case .intent(let intent) = question.choices.first?.outcome, case .addNote = intent.kind,
      drafts[intent.ids] != nil
    {
      tellOfDraft()
    }
  }

  private mutating func moveChoice(_ key: Key, of question: Question) -> [Effect] {
    let step: Int? =
      switch key {
      case .character("j"), .down, .tab, .control("n"): 1
      case .character("k"), .up, .backTab, .control("p"): -1
      default: nil
      }
    if let step, let selected = question.selected {
      let count = question.choices.count
      self.question?.select((selected + step + count) % count)
    }
    return []
  }

  mutating func take(_ choice: Question.Choice) -> [Effect] {
    question = nil
    switch choice.outcome {
    case .intent(let intent):
      if screens.isEmpty { list.clearMarks() }
      return ask(intent)
    case .sort(let order):
      return sort(by: order)
    case .browse(let address, let name):
      return browse(address, name: name)
    case .copy(let part, let ids):
      return copy(part, of: ids)
    case .export(let ids, let request):
      return export(ids, request)
    case .exportAs(let format, let ids):
      return askForPlace(of: format, ids)
    case .page(let id):
      screens.append(.paper(id))
      return noteVersion(of: id)
    case .quit:
      return quit()
    }
  }

  // MARK: - Leaving

  /// Quits, in a library that goes with the program after a question: the key that also goes back is
  /// easily pressed once too often.
  private mutating func askToQuit() -> [Effect] {
    guard options.isThrowaway, options.confirms, !isQuitting else { return quit() }
    question = .yesOrNo(
      "leave the demo? all that was done in it is gone then", yes: "leave", .quit)
    return []
  }

  /// Quits, once everything is on disk. Asked a second time while another program keeps the library
  /// locked, it leaves without what is not saved.
  mutating func quit() -> [Effect] {
    if isSaving, !isQuitting || !isWaitingForLock {
      isQuitting = true
      return say(
        isWaitingForLock
          ? "another paperq holds the library; quit again to leave without saving"
          : "saving; paperq ends when it is done")
    }
    return leave()
  }

  func leave() -> [Effect] {
    var effects: [Effect] = fetch == nil ? [] : [.cancelFetch]
    if !downloads.isEmpty { effects.append(.cancelDownloads) }
    if arXivSearch?.isAsking == true { effects.append(.cancelArXivSearch) }
    if pipedCommand != nil { effects.append(.cancelPipe) }
    if loading != .months { effects.append(.saveSession(session)) }
    return effects + [.quit]
  }
}
