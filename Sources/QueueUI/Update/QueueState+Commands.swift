import Papers

extension QueueState {
  /// Runs a line of the command line: a number of a row, or the name of an action, or the beginning
  /// of exactly one, with an argument.
  mutating func run(command line: String) -> [Effect] {
    let trimmed = line.split(whereSeparator: \.isWhitespace)
    guard let name = trimmed.first.map(String.init) else { return [] }
    let argument = String(
      line.drop(while: \.isWhitespace).dropFirst(name.count).drop(while: \.isWhitespace)
    ).trimmingSuffix(while: \.isWhitespace)
    commandHistory.removeAll { $0 == line }
    commandHistory.append(line)
    if let row = Int(name) {
      screens = []
      list.move(to: max(1, row) - 1)
      fitList()
      return []
    }
    let candidates = Action.allCases.filter { $0.rawValue.hasPrefix(name) }
    let exact = Action(rawValue: name) ?? (candidates.count == 1 ? candidates.first : nil)
    guard let action = exact ?? Self.shortNames[name] else {
      message = Message(text: unknownCommandText(name, candidates), isError: true)
      return []
    }
    guard context.actions.contains(action) else {
      message = Message(text: "'\(action.rawValue)' does nothing on this screen", isError: true)
      return []
    }
    if let refusal = action.refusal(of: argument) {
      message = Message(text: refusal, isError: true)
      return []
    }
    return perform(action, argument: argument)
  }

  /// What fingers know from vim.
  private static let shortNames: [String: Action] = ["q": .quit, "q!": .quit, "h": .help]

  private func unknownCommandText(_ name: String, _ candidates: [Action]) -> String {
    if candidates.count > 1 {
      let names = candidates.prefix(4).map(\.rawValue).joined(separator: ", ")
      return "'\(name)' may be \(names)" + (candidates.count > 4 ? " …" : "")
    }
    let nearest = name.nearest(in: Action.allCases.map(\.rawValue))
    return "unknown action '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
  }

  /// Completes the word before the cursor; pressed again, goes through all that fit.
  func complete(_ prompt: inout Prompt, step: Int) {
    if var completion = prompt.completion, completion.candidates.count > 1 {
      let count = completion.candidates.count
      completion.place = (completion.place + step + count) % count
      prompt.completion = completion
    } else {
      let text = String(prompt.editor.characters[..<prompt.editor.cursor])
      let start = text.lastIndex { $0.isWhitespace || $0 == "," }.map { text.index(after: $0) }
      let head = start.map { String(text[..<$0]) } ?? ""
      let word = start.map { String(text[$0...]) } ?? text
      let candidates = completions(of: word, after: head, in: prompt)
      guard !candidates.isEmpty else { return }
      prompt.completion = Prompt.Completion(
        head: head, tail: String(prompt.editor.characters[prompt.editor.cursor...]),
        candidates: candidates, place: step > 0 ? 0 : candidates.count - 1)
    }
    guard let completion = prompt.completion else { return }
    prompt.editor.replace(
      with: completion.head + completion.candidates[completion.place]
        + (completion.candidates.count == 1 ? " " : "") + completion.tail)
    prompt.remark = nil
  }

  private func completions(of word: String, after head: String, in prompt: Prompt) -> [String] {
    let all: [String]
    switch prompt.purpose {
    case .command:
      let name = head.split(separator: " ").first.map(String.init)
      switch name.flatMap(Action.init(rawValue:)) {
      case nil: all = name == nil ? context.actions.map(\.rawValue) : []
      case .showView: all = options.views.map(\.name)
      case .fetch: all = options.sourceNames
      case .sort: all = SortOrder.Key.allCases.flatMap { [$0.rawValue, "-" + $0.rawValue] }
      case .yank: all = CopiedPart.allCases.map(\.rawValue)
      case .editTags: all = library.allTags.flatMap { ["+" + $0, "-" + $0] }
      default: all = []
      }
    case .tags:
      return library.allTags.filter { $0.hasPrefix(word) && $0 != word }.map(\.asTagWord)
    case .filter: all = library.allTags.map { "tag:\($0.asTagWord)" } + Query.completionFields
    case .searchArXiv: all = Query.arXivFields
    case .search, .annotate, .pipe: all = []
    }
    return all.filter { $0.hasPrefix(word) && $0 != word }
  }
}
