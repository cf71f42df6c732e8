import Papers

extension QueueState {
  /// Fetches the sources of an argument; without one all of them, or those that are shown.
  mutating func startFetch(_ argument: String) -> [Effect] {
    guard argument.isEmpty, let names = narrowedSources else {
      // A name may hold blanks; several names are parted by them.
      let words =
        options.sourceNames.contains(argument)
        ? [argument] : argument.split(separator: " ").map(String.init)
      return startFetch(of: words.isEmpty ? nil : words, argument)
    }
    guard !names.isEmpty else { return say("no source that is shown can be fetched") }
    return startFetch(of: names, names.joined(separator: " "))
  }

  /// The sources of the configuration that a narrowed screen of sources shows; nil for no such
  /// screen.
  private var narrowedSources: [String]? {
    guard let screen = screens.last, case .sources(let reports?) = screen.subject,
      !screen.filter.isEmpty
    else { return nil }
    let narrowing = Narrowing(to: screen.filter)
    return reports.filter { $0.matches(narrowing) }.map(\.name)
      .filter(options.sourceNames.contains)
  }

  private mutating func startFetch(of names: [String]?, _ argument: String) -> [Effect] {
    guard fetch == nil else { return say("a fetch is under way; Esc stops it") }
    if let refusal = loading.refusal { return fail(refusal) }
    let known = options.sourceNames
    if let name = names?.first(where: { !known.contains($0) }) {
      return fail(noSourceText(name))
    }
    let isForced = freshArgument == argument
    freshArgument = nil
    fetchArgument = argument
    // What went wrong with an earlier one is of no interest while this one goes on.
    clearMessage()
    fetch = Fetch(of: names?.first ?? "arXiv")
    return [.fetch(sources: names, isForced: isForced)]
  }

  mutating func fetchProgressed(source: String, _ news: ProgressNews) {
    guard let before = fetch else { return }
    if before.source != source { fetch = Fetch(of: source) }
    fetch?.papers.note(news, at: now)
  }

  mutating func fetchEnded(_ outcome: FetchOutcome) -> [Effect] {
    fetch = nil
    let isIdle = outcome.new + outcome.updated == 0 && outcome.failures.isEmpty
    if let notAskedText = outcome.notAskedText, isIdle, !outcome.isCancelled {
      // Nobody asked for the fetch of the start.
      guard let argument = fetchArgument else { return [] }
      freshArgument = argument
      let isAll = argument.isEmpty || argument == narrowedSources?.joined(separator: " ")
      let key = options.keyMap.hint(for: .fetch, in: context)
      let again = isAll ? key : ":\(Action.fetch.rawValue) \(argument)"
      announce(Message("\(notAskedText); \(again) again asks anyway"))
      return []
    }
    let inbox = outcome.new > 0 && tab != .view(0) ? options.views[0].name : nil
    let alerts = tell(outcome.alerts)
    let news = Message(outcome, inbox: inbox, alerts: alerts)
    for failure in outcome.failures.dropFirst() {
      remember(Message(failure, .error))
    }
    announce(news)
    if !news.isError { unlogged.append(.log("fetch: \(news.text)", isError: false)) }
    return readShownSources()
  }
}

extension QueueState.Message {
  /// `inbox` is the view in which new papers are to be found, unless it is shown; `alerts` tells of
  /// those that the user waits for.
  fileprivate init(_ outcome: FetchOutcome, inbox: String?, alerts: String?) {
    let found =
      switch (outcome.new, outcome.updated) {
      case (0, 0): "no new papers"
      case (let new, 0): "\(new) new"
      case (0, let updated): "no new papers, \(updated) updated"
      case (let new, let updated): "\(new) new, \(updated) updated"
      }
    let news = found + (inbox.map { "; see \($0)" } ?? "") + (alerts.map { "; \($0)" } ?? "")
    if outcome.isCancelled {
      self.init("fetch stopped: \(news)", .news)
    } else if let failure = outcome.failures.first {
      let others = outcome.failures.count > 1 ? " (and \(outcome.failures.count - 1) more)" : ""
      self.init(
        outcome.new + outcome.updated > 0 ? "\(news); \(failure)\(others)" : failure + others,
        .error)
    } else {
      self.init(news, outcome.new + outcome.updated > 0 ? .news : .hint)
    }
  }
}
