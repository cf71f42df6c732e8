import Papers

extension QueueState {
  /// All that may stand in place of a word, whatever of it is typed; `head` stands before it.
  func candidates(
    for prompt: Prompt, head: ArraySlice<Character>, word: String
  ) -> [Prompt.Candidate] {
    if pathStart(in: prompt) != nil {
      return prompt.listing?.candidates(for: word).map { .init($0) } ?? []
    }
    switch prompt.purpose {
    case .command:
      guard head.contains(where: { !$0.isWhitespace }) else {
        return context.actions.map {
          .init($0.rawValue, help: $0.help(in: context), isFollowed: $0.argument != nil)
        }
      }
      return argument(in: head).map {
        candidates(for: $0.action, head: head[$0.start...], word: word)
      } ?? []
    case .tags:
      let written = Set(TagChange.all(in: prompt.editor.text).map(\.tag))
      let sign = word.prefix { "+-".contains($0) }.prefix(1)
      return library.allTags.filter { !written.contains($0) || sign + $0.asTagWord == word }
        .map { .init(sign + $0.asTagWord, isFollowed: true) }
    case .filter:
      return queryTerms(word)
    case .searchArXiv:
      return fields(Query.arXivFields, word)
    case .search, .find, .narrow, .annotate, .pipe, .export:
      return []
    }
  }

  /// What an action may take; `head` is what was typed of it before the word.
  private func candidates(
    for action: Action, head: ArraySlice<Character>, word: String
  ) -> [Prompt.Candidate] {
    switch action {
    case .showView:
      return tabs.map(view(of:)).map { .init($0.name, help: $0.query.description) }
    case .fetch: return options.sourceNames.map { .init($0, isFollowed: true) }
    case .sort:
      return SortOrder.Key.allCases.flatMap { key in
        [SortOrder(key), SortOrder(key, isDescending: true)]
          .map { .init($0.description, help: $0.words) }
      } + [.init(Action.ownOrder, help: "the view's own order")]
    case .setDepth:
      return ReadingDepth.allCases.map { .init(String($0.rawValue), help: $0.name) }
    case .yank: return CopiedPart.allCases.map { .init($0.rawValue, help: $0.label) }
    case .openLink: return linkNumbers
    case .export:
      return ExportFormat.allCases.map { .init($0.rawValue, help: $0.label, isFollowed: true) }
    case .editTags: return tagChanges(head: String(head))
    case .filter: return queryTerms(word)
    case .searchArXiv: return fields(Query.arXivFields, word)
    default: return []
    }
  }

  /// The links of the paper by their numbers.
  private var linkNumbers: [Prompt.Candidate] {
    guard let paper = currentPaper else { return [] }
    return links(of: paper).enumerated().map { index, link in
      .init(String(index + 1), help: "\(link.kind.rawValue) \(label(of: link))")
    }
  }

  /// Tags to add that not all of the papers have, and tags to take away that one of them has, each
  /// unless `head` names it already.
  private func tagChanges(head: String) -> [Prompt.Candidate] {
    let written = Set(TagChange.all(in: head).map(\.tag))
    var common: Set<String>?
    var held: Set<String> = []
    for id in targets {
      let tags = Set(library.reading(id).tags)
      held.formUnion(tags)
      common = common.map { $0.intersection(tags) } ?? tags
    }
    let adding = library.allTags.filter { !written.contains($0) && common?.contains($0) != true }
    let removing = held.subtracting(written).sorted()
    return (adding.map { "+" + $0.asTagWord } + removing.map { "-" + $0.asTagWord })
      .map { .init($0, isFollowed: true) }
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
    guard values.isEmpty else { return values.map { .init(sign + $0, isFollowed: true) } }
    let tags = "tag:".hasPrefix(term) && !term.isEmpty ? library.allTags : []
    return fields(Query.completionFields, word)
      + tags.map { .init("\(sign)tag:\($0.asTagWord)", isFollowed: true) }
  }

  /// Names of fields, with what stands before the one that is being typed.
  private func fields(_ names: [String], _ word: String) -> [Prompt.Candidate] {
    let sign = String(word.prefix { "-(".contains($0) })
    return names.map { .init("\(sign)\($0):") }
  }
}

extension Substring {
  /// The beginning up to a character and with it; all when it is not there.
  fileprivate func prefix(through character: Character) -> Substring {
    firstIndex(of: character).map { self[...$0] } ?? self
  }
}
