import Papers

/// The rows of a view, and a cursor that stays on its paper whatever happens to the rows; with all
/// else that the user made of the view, for when it is left and shown again.
struct PaperList: Equatable, Sendable {
  private(set) var ids: [ArXivID] = []
  /// The row of the cursor; 0 when there are no rows.
  private(set) var cursor = 0
  /// The first row on screen.
  private(set) var top = 0

  /// The filter that narrows the view.
  var filter: Query?
  /// The order that was chosen instead of the view's own.
  var chosenOrder: SortOrder?
  var marks: Set<ArXivID> = []
  /// Where the range of `mark-range` begins; it ends at the cursor.
  var rangeStart: ArXivID?

  var selected: ArXivID? { ids.indices.contains(cursor) ? ids[cursor] : nil }

  /// Puts in other rows. The cursor stays on its paper, or goes to the next one below that is still
  /// there, or to the last.
  mutating func replace(with newIDs: [ArXivID]) {
    guard newIDs != ids else { return }
    let screenRow = cursor - top
    let row = selected.flatMap(newIDs.firstIndex) ?? rowOfSurvivor(among: newIDs)
    ids = newIDs
    cursor = row ?? 0
    top = max(0, cursor - screenRow)
  }

  /// The new row of the first paper below the cursor that is still there, or else of the last above.
  private func rowOfSurvivor(among newIDs: [ArXivID]) -> Int? {
    guard !ids.isEmpty, !newIDs.isEmpty else { return nil }
    let rows = Dictionary(
      newIDs.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return ids[cursor...].lazy.compactMap { rows[$0] }.first
      ?? ids[..<cursor].reversed().lazy.compactMap { rows[$0] }.first
  }

  /// Goes to a row, as near as there is one.
  mutating func move(to row: Int) {
    cursor = min(max(0, row), max(0, ids.count - 1))
  }

  mutating func move(by rows: Int) {
    let (row, overflow) = cursor.addingReportingOverflow(rows)
    move(to: overflow ? (rows > 0 ? .max : 0) : row)
  }

  /// Goes to a paper; false when it has no row.
  @discardableResult
  mutating func move(to id: ArXivID) -> Bool {
    guard let row = ids.firstIndex(of: id) else { return false }
    cursor = row
    return true
  }

  /// Scrolls as little as needed for the cursor to be among `rows` rows, with a row or two of
  /// context where there is room.
  mutating func scroll(rows: Int) {
    let margin = rows >= 8 ? 2 : 0
    top = min(top, cursor - margin)
    top = max(top, cursor - rows + 1 + margin)
    top = max(0, min(top, ids.count - rows))
  }

  /// Moves the rows under the cursor, as a wheel does; the cursor goes along only at the edges of
  /// the `rows` on the screen.
  mutating func turn(by lines: Int, rows: Int) {
    top = max(0, min(top + lines, ids.count - rows))
    let margin = rows >= 8 ? 2 : 0
    let first = top == 0 ? 0 : top + margin
    let last = top + rows >= ids.count ? ids.count - 1 : top + rows - 1 - margin
    move(to: min(max(cursor, first), max(first, last)))
  }

  /// The rows on a screen of that many rows.
  func visible(rows: Int) -> Range<Int> {
    top..<max(top, min(ids.count, top + rows))
  }

  // MARK: - Marks

  /// The rows between the beginning of a range and the cursor; nil when none was begun.
  var rangeRows: ClosedRange<Int>? {
    guard let rangeStart, let start = ids.firstIndex(of: rangeStart) else { return nil }
    return min(start, cursor)...max(start, cursor)
  }

  /// The papers that are marked, those of the range among them.
  var chosen: Set<ArXivID> { rangeRows.map { marks.union(ids[$0]) } ?? marks }

  /// Marks the papers of the range.
  mutating func endRange() {
    marks = chosen
    rangeStart = nil
  }

  mutating func clearMarks() {
    marks = []
    rangeStart = nil
  }
}
