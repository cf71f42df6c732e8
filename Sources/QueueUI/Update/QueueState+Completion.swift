import Papers

extension QueueState {
  /// Completes the word before the cursor; pressed again, goes through all that fit. A word that was
  /// found wrong becomes the nearest right one.
  ///
  /// Behind the only word that fits stands a blank if more may follow, so that the next press
  /// completes that.
  func complete(_ prompt: inout Prompt, step: Int, correcting isWrong: Bool = false) {
    if var completion = prompt.completion, completion.candidates.count > 1 {
      let count = completion.candidates.count
      completion.index = (completion.index + step + count) % count
      prompt.completion = completion
    } else {
      if pathStart(in: prompt) != nil, prompt.listing?.names == nil {
        prompt.listing?.pendingStep = step
        return
      }
      let characters = prompt.editor.characters
      let (start, candidates) = completions(in: prompt, correcting: isWrong)
      guard !candidates.isEmpty else { return }
      // What stands there already is one of them; going on from there changes something at once.
      let word = String(characters[start..<prompt.editor.cursor])
      let present = candidates.firstIndex { $0.text == word } ?? (step > 0 ? -1 : 0)
      prompt.completion = Prompt.Completion(
        head: String(characters[..<start]), tail: String(characters[prompt.editor.cursor...]),
        candidates: candidates, index: (present + step + candidates.count) % candidates.count)
    }
    guard let completion = prompt.completion else { return }
    let chosen = completion.candidates[completion.index]
    let isDone = completion.candidates.count == 1 && chosen.isFollowed
    let blank = isDone && completion.tail.first?.isWhitespace != true ? " " : ""
    prompt.editor.replace(with: completion.head + chosen.text + blank + completion.tail)
    prompt.editor.move(to: (completion.head + chosen.text).count + (isDone ? 1 : 0))
    // What may follow a field or a folder is offered at once.
    if completion.candidates.count == 1, chosen.isBegun { prompt.completion = nil }
  }

  /// Shows what fits the word that is being typed, and what the command takes.
  func offer(in prompt: inout Prompt) {
    if prompt.completion == nil { prompt.offers = offers(in: prompt) }
    prompt.usage = usage(in: prompt)
  }

  /// What fits a word that is begun; what is written in full needs no offer of itself.
  private func offers(in prompt: Prompt) -> [Prompt.Candidate] {
    guard prompt.historyIndex == nil else { return [] }
    let (start, candidates) = completions(in: prompt)
    let word = String(prompt.editor.characters[start..<prompt.editor.cursor])
    let isInFolder = start > (pathStart(in: prompt) ?? start)
    return word.isEmpty && !isInFolder || candidates.map(\.text) == [word] ? [] : candidates
  }

  /// The command that the line names: what it takes, and its line of the help.
  private func usage(in prompt: Prompt) -> String? {
    if case .export = prompt.purpose {
      return "'/' at the end: a folder, a file a paper; else one file"
    }
    if let hint = queryHint(in: prompt) { return hint }
    guard prompt.purpose == .command,
      let name = prompt.editor.text.split(whereSeparator: \.isWhitespace).first,
      let action = action(written: String(name)), context.actions.contains(action)
    else { return nil }
    // The only offer says it already.
    if prompt.completion == nil, prompt.offers.map(\.text) == [action.rawValue] { return nil }
    return ([action.rawValue] + [action.argument?.syntax].compactMap { $0 }).joined(separator: " ")
      + ": "
      + action.help(in: context)
  }

  /// Where the word before the cursor begins, and what it may become: words that begin with it, it
  /// itself among them, or else those that hold it, in any case. A word of a query need not become
  /// anything, so that `or` leads nobody to `before:`.
  private func completions(
    in prompt: Prompt, correcting isWrong: Bool = false
  ) -> (start: Int, candidates: [Prompt.Candidate]) {
    let typed = prompt.editor.characters[..<prompt.editor.cursor]
    let start = wordStart(in: prompt)
    let word = String(typed[start...])
    let all = candidates(for: prompt, head: typed[..<start], word: word)
    let wanted = word.lowercased()
    let beginning = all.filter { $0.text.lowercased().hasPrefix(wanted) }
    guard beginning.isEmpty, word.count > 1 else { return (start, beginning) }
    let holding =
      query(in: prompt) != nil ? [] : all.filter { $0.text.lowercased().contains(wanted) }
    guard holding.isEmpty, isWrong, let nearest = word.nearest(in: all.map(\.text)) else {
      return (start, holding)
    }
    return (start, all.filter { $0.text == nearest })
  }

  /// Where the word begins that is being typed. Words end at blanks and commas outside of quotes;
  /// the name of a view may hold some, and paths have words of their own.
  func wordStart(in prompt: Prompt) -> Int {
    let typed = prompt.editor.characters[..<prompt.editor.cursor]
    if let start = pathStart(in: prompt) {
      return typed[start...].lastIndex(of: "/").map { $0 + 1 } ?? start
    }
    if prompt.purpose == .command, let (action, start) = argument(in: typed), action == .showView {
      return start
    }
    var start = typed.startIndex
    var isQuoted = false
    for (index, character) in zip(typed.indices, typed) {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, character.isWhitespace || character == "," { start = index + 1 }
    }
    return start
  }

  /// The action whose argument is being typed, and where that begins.
  func argument(in typed: ArraySlice<Character>) -> (action: Action, start: Int)? {
    guard let begin = typed.firstIndex(where: { !$0.isWhitespace }),
      let end = typed[begin...].firstIndex(where: \.isWhitespace),
      let action = action(written: String(typed[begin..<end]))
    else { return nil }
    return (action, typed[end...].firstIndex { !$0.isWhitespace } ?? typed.endIndex)
  }
}
