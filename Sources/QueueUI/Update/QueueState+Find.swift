import Papers
import TerminalGrid

/// Looking for a text in the lines of a paper's page.
extension QueueState {
  /// Looks for a text below the top of the screen, or asks for it.
  mutating func find(_ text: String) -> [Effect] {
    guard !text.isEmpty else {
      prompt = Prompt(.find(from: screens.last?.scroll ?? 0))
      return []
    }
    searchText = text
    return findAgain(step: 1)
  }

  /// Goes to the next place of the text that was looked for, or to the one before.
  mutating func findAgain(step: Int) -> [Effect] {
    if searchText.isEmpty { searchText = searchHistory.last ?? "" }
    guard let screen = screens.last, searchText.contains(where: { !$0.isWhitespace }) else {
      return say("nothing to look for yet")
    }
    let last = screen.found ?? (step > 0 ? screen.scroll - 1 : screen.scroll)
    if find(searchText, from: last + step, step: step) {
      tellFound()
    } else {
      say("'\(searchText)' is not found on this page")
    }
    return []
  }

  /// Says which of the lines that have the text was gone to.
  mutating func tellFound() {
    guard let screen = screens.last, let found = screen.found else { return }
    let lines = lines(of: screen).map(\.text)
    let wanted = searchText.folded
    let matches = lines.indices.filter { lines.begins(wanted, at: $0) }
    guard let index = matches.firstIndex(of: found) else { return }
    say("match \(index + 1) of \(matches.count)")
  }

  /// Scrolls to the first line, on from one and around the end, in which a text begins.
  mutating func find(_ text: String, from start: Int, step: Int) -> Bool {
    guard let screen = screens.last else { return false }
    let lines = lines(of: screen).map(\.text)
    let wanted = text.folded
    let count = lines.count
    guard count > 0, !wanted.isEmpty else { return false }
    let indices = (0..<count).lazy.map { ((start + step * $0) % count + count) % count }
    guard let line = indices.first(where: { lines.begins(wanted, at: $0) }) else { return false }
    scroll(to: line)
    screens[screens.count - 1].found = line
    return true
  }

  /// Scrolls the screen so that a line is the first, as far as there are lines below it.
  mutating func scroll(to line: Int) {
    guard let screen = screens.last else { return }
    screens[screens.count - 1].scroll = max(0, min(line, lines(of: screen).count - pageRows))
    screens[screens.count - 1].found = nil
  }
}

extension [String] {
  /// Whether a folded text begins in a line; it may go on in the next one of its paragraph.
  fileprivate func begins(_ wanted: String, at index: Int) -> Bool {
    let line = self[index].folded
    if line.contains(wanted) { return true }
    guard index + 1 < count, !line.isEmpty else { return false }
    let next = self[index + 1].folded
    guard !next.isEmpty, !next.contains(wanted) else { return false }
    return (line + (line.hasSuffix("-") ? "" : " ") + next).contains(wanted)
  }
}
