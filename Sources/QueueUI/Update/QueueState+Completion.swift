import Papers

extension QueueState {
  /// Completes the word before the cursor; pressed again, goes through all that fit. A word that was
  /// found wrong becomes the nearest right one.
  func complete(_ prompt: inout Prompt, step: Int, correcting isWrong: Bool = false) {
    if var completion = prompt.completion, completion.candidates.count > 1 {
      let count = completion.candidates.count
      completion.place = (completion.place + step + count) % count
      prompt.completion = completion
    } else {
      let (start, candidates) = completions(in: prompt, correcting: isWrong)
      guard !candidates.isEmpty else { return }
      let characters = prompt.editor.characters
      prompt.completion = Prompt.Completion(
        head: String(characters[..<start]), tail: String(characters[prompt.editor.cursor...]),
        candidates: candidates, place: step > 0 ? 0 : candidates.count - 1)
    }
    guard let completion = prompt.completion else { return }
    let word = completion.candidates[completion.place].text
    // Behind a field its value follows at once.
    let isWhole = completion.candidates.count == 1 && !word.hasSuffix(":")
    prompt.editor.replace(with: completion.head + word + (isWhole ? " " : "") + completion.tail)
  }

  /// Shows what fits the word that is being typed, and what the command takes.
  func offer(in prompt: inout Prompt) {
    prompt.usage = usage(in: prompt)
    if prompt.completion != nil { return }
    prompt.offers = []
    guard prompt.historyPlace == nil else { return }
    let typed = prompt.editor.characters[..<prompt.editor.cursor]
    guard wordStart(in: typed, of: prompt.purpose) < typed.endIndex else { return }
    prompt.offers = completions(in: prompt).candidates
  }

  /// The command whose name stands in the line: what it takes, and its line of the help.
  private func usage(in prompt: Prompt) -> String? {
    guard prompt.purpose == .command,
      let name = prompt.editor.text.split(whereSeparator: \.isWhitespace).first,
      let action = Action(rawValue: String(name)), context.actions.contains(action)
    else { return nil }
    return ([action.rawValue] + [action.argument].compactMap { $0 }).joined(separator: " ") + ": "
      + action.help(in: context)
  }

  /// Where the word before the cursor begins, and what it may become: words that begin with it
  /// before those that hold it, in any case.
  private func completions(
    in prompt: Prompt, correcting isWrong: Bool = false
  ) -> (start: Int, candidates: [Prompt.Candidate]) {
    let typed = prompt.editor.characters[..<prompt.editor.cursor]
    let start = wordStart(in: typed, of: prompt.purpose)
    let word = String(typed[start...])
    let all = candidates(for: prompt.purpose, head: String(typed[..<start]), word: word)
    let wanted = word.lowercased()
    let others = all.filter { $0.text != word }
    let beginning = others.filter { $0.text.lowercased().hasPrefix(wanted) }
    guard word.count > 1, others.count == all.count else { return (start, beginning) }
    let holding = others.filter {
      let text = $0.text.lowercased()
      return text.contains(wanted) && !text.hasPrefix(wanted)
    }
    let found = beginning + holding
    guard found.isEmpty, isWrong, let nearest = word.nearest(in: all.map(\.text)) else {
      return (start, found)
    }
    return (start, all.filter { $0.text == nearest })
  }

  /// Words end at blanks and commas; the name of a view may hold some.
  private func wordStart(in typed: ArraySlice<Character>, of purpose: Prompt.Purpose) -> Int {
    if purpose == .command, let (action, start) = argument(in: typed), action == .showView {
      return start
    }
    return typed.lastIndex { $0.isWhitespace || $0 == "," }.map { $0 + 1 } ?? 0
  }

  /// The action whose argument is being typed, and where that begins.
  private func argument(in typed: ArraySlice<Character>) -> (action: Action, start: Int)? {
    guard let begin = typed.firstIndex(where: { !$0.isWhitespace }),
      let end = typed[begin...].firstIndex(where: \.isWhitespace),
      let action = Action(rawValue: String(typed[begin..<end]))
    else { return nil }
    return (action, typed[end...].firstIndex { !$0.isWhitespace } ?? typed.endIndex)
  }

  private func candidates(
    for purpose: Prompt.Purpose, head: String, word: String
  ) -> [Prompt.Candidate] {
    switch purpose {
    case .command:
      guard head.contains(where: { !$0.isWhitespace }) else {
        return context.actions.map { .init(text: $0.rawValue, help: $0.help(in: context)) }
      }
      return argument(in: Array(head)[...]).map { candidates(for: $0.action, word: word) } ?? []
    case .tags:
      return library.allTags.map { .init(text: $0.asTagWord) }
    case .filter:
      return queryTerms(word)
    case .searchArXiv:
      return fields(Query.arXivFields, word)
    case .search, .find, .narrow, .annotate, .pipe:
      return []
    }
  }

  /// What an action may take.
  private func candidates(for action: Action, word: String) -> [Prompt.Candidate] {
    switch action {
    case .showView: options.views.map { .init(text: $0.name, help: $0.query.description) }
    case .fetch: options.sourceNames.map { .init(text: $0) }
    case .sort:
      SortOrder.Key.allCases.flatMap { key in
        [SortOrder(key), SortOrder(key, isDescending: true)]
          .map { .init(text: $0.description, help: $0.words) }
      }
    case .setDepth:
      ReadingDepth.allCases.map { .init(text: String($0.rawValue), help: $0.name) }
    case .yank: CopiedPart.allCases.map { .init(text: $0.rawValue, help: $0.label) }
    case .editTags: library.allTags.flatMap { [.init(text: "+" + $0), .init(text: "-" + $0)] }
    case .filter: queryTerms(word)
    case .searchArXiv: fields(Query.arXivFields, word)
    default: []
    }
  }

  /// Fields of queries, and the values of those that have few.
  private func queryTerms(_ word: String) -> [Prompt.Candidate] {
    let sign = String(word.prefix { "-(".contains($0) })
    let term = word.dropFirst(sign.count)
    let values: [String]
    switch term.prefix(through: ":") {
    case "is:": values = Query.Status.allCases.map { "is:\($0.rawValue)" }
    case "source:": values = options.sourceNames.map { "source:\($0.asTagWord)" }
    case "tag:": values = library.allTags.map { "tag:\($0.asTagWord)" }
    default: values = []
    }
    guard values.isEmpty else { return values.map { .init(text: sign + $0) } }
    let tags = "tag:".hasPrefix(term) && !term.isEmpty ? library.allTags : []
    return fields(Query.completionFields, word)
      + tags.map { .init(text: "\(sign)tag:\($0.asTagWord)") }
  }

  /// Names of fields, with what stands before the one that is being typed.
  private func fields(_ names: [String], _ word: String) -> [Prompt.Candidate] {
    let sign = String(word.prefix { "-(".contains($0) })
    return names.map { .init(text: "\(sign)\($0):") }
  }
}

extension Substring {
  /// The beginning up to a character and with it; all when it is not there.
  fileprivate func prefix(through character: Character) -> Substring {
    firstIndex(of: character).map { self[...$0] } ?? self
  }
}
