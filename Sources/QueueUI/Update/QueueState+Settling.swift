import Papers

/// What is worked out when no further key is waiting.
extension QueueState {
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
    case .search(let origin):
      searchText = text
      if let origin { list.move(to: origin) }
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
    case .filter(let before):
      // Until the text is a query again, the list stays as the last one had it.
      if let query = try? Query(parsing: text) {
        list.filter = text.allSatisfy(\.isWhitespace) ? nil : query
        showAnew()
        if let origin = before.list.selected, list.move(to: origin) { fitList() }
      }
    case .command, .searchArXiv, .pipe, .annotate, .tags, .export:
      break
    }
    // The text of a note leads nowhere.
    let isOther = !prompt.isNote || prompt != self.prompt
    self.prompt = prompt
    return isOther
  }
}
