import Papers

extension QueueState {
  /// Says which match the cursor is on: at once when they are counted, else when no key is waiting.
  mutating func tellMatch() {
    clearMessage()
    isCountingMatches = true
    if let matches, isPresent(matches), matches.isComplete { countMatches() }
  }

  /// Counts more of the matches, and says which one the cursor is on when all are known.
  mutating func countMatches() {
    guard let query = textQuery(searchText) else {
      isCountingMatches = false
      return
    }
    var matches =
      matches.flatMap { isPresent($0) ? $0 : nil }
      ?? SearchMatches(searchText, in: list.ids, revision: revision)
    self.matches = nil
    if !matches.isComplete {
      matches.examineMore { shownLibrary.filtered($0, by: query, now: now) }
    }
    self.matches = matches
    guard matches.isComplete else { return }
    isCountingMatches = false
    if message == nil, let words = matches.words(atRow: list.cursor) {
      say(words)
    }
  }

  private func isPresent(_ matches: SearchMatches) -> Bool {
    matches.text == searchText && matches.revision == revision && matches.ids == list.ids
  }
}
