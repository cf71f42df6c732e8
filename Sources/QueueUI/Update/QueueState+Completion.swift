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
      completion.place = (completion.place + step + count) % count
      prompt.completion = completion
    } else {
      let characters = prompt.editor.characters
      let (start, candidates) = completions(in: prompt, correcting: isWrong)
      guard !candidates.isEmpty else { return }
      // What stands there already is one of them; going on from there changes something at once.
      let word = String(characters[start..<prompt.editor.cursor])
      let present = candidates.firstIndex { $0.text == word } ?? (step > 0 ? -1 : 0)
      prompt.completion = Prompt.Completion(
        head: String(characters[..<start]), tail: String(characters[prompt.editor.cursor...]),
        candidates: candidates, place: (present + step + candidates.count) % candidates.count)
    }
    guard let completion = prompt.completion else { return }
    let chosen = completion.candidates[completion.place]
    let isDone = completion.candidates.count == 1 && chosen.isFollowed
    let blank = isDone && completion.tail.first?.isWhitespace != true ? " " : ""
    prompt.editor.replace(with: completion.head + chosen.text + blank + completion.tail)
    prompt.editor.move(to: (completion.head + chosen.text).count + (isDone ? 1 : 0))
  }

  /// Shows what fits the word that is being typed, and what the command takes.
  func offer(in prompt: inout Prompt) {
    if prompt.completion == nil { prompt.offers = offers(in: prompt) }
    prompt.usage = usage(in: prompt)
  }

  /// What fits a word that is begun; what is written in full needs no offer of itself.
  private func offers(in prompt: Prompt) -> [Prompt.Candidate] {
    guard prompt.historyPlace == nil else { return [] }
    let (start, candidates) = completions(in: prompt)
    let word = String(prompt.editor.characters[start..<prompt.editor.cursor])
    return word.isEmpty || candidates.map(\.text) == [word] ? [] : candidates
  }

  /// The command that the line names: what it takes, and its line of the help.
  private func usage(in prompt: Prompt) -> String? {
    guard prompt.purpose == .command,
      let name = prompt.editor.text.split(whereSeparator: \.isWhitespace).first,
      let action = action(written: String(name)), context.actions.contains(action)
    else { return nil }
    // The only offer says it already.
    if prompt.completion == nil, prompt.offers.map(\.text) == [action.rawValue] { return nil }
    return ([action.rawValue] + [action.argument].compactMap { $0 }).joined(separator: " ") + ": "
      + action.help(in: context)
  }

  /// Where the word before the cursor begins, and what it may become: words that begin with it, it
  /// itself among them, before those that hold it, in any case.
  private func completions(
    in prompt: Prompt, correcting isWrong: Bool = false
  ) -> (start: Int, candidates: [Prompt.Candidate]) {
    let typed = prompt.editor.characters[..<prompt.editor.cursor]
    let start = wordStart(in: typed, of: prompt.purpose)
    let word = String(typed[start...])
    let all = candidates(for: prompt, head: typed[..<start], word: word)
    let wanted = word.lowercased()
    let beginning = all.filter { $0.text.lowercased().hasPrefix(wanted) }
    guard word.count > 1, !all.contains(where: { $0.text == word }) else {
      return (start, beginning)
    }
    let holding = all.filter {
      let text = $0.text.lowercased()
      return text.contains(wanted) && !text.hasPrefix(wanted)
    }
    let found = beginning + holding
    guard found.isEmpty, isWrong, let nearest = word.nearest(in: all.map(\.text)) else {
      return (start, found)
    }
    return (start, all.filter { $0.text == nearest })
  }

  /// Words end at blanks and commas outside of quotes; the name of a view may hold some.
  func wordStart(in typed: ArraySlice<Character>, of purpose: Prompt.Purpose) -> Int {
    if purpose == .command, let (action, start) = argument(in: typed), action == .showView {
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
