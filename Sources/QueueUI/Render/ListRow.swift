import Papers
import TerminalGrid

/// A paper as one row of the list: marks, date, title, authors, primary category.
struct ListRow {
  let paper: Paper
  let reading: ReadingRecord
  let isMarked: Bool
  /// Whether the library has it.
  var isHeld = true
  let now: Timestamp
  let columns: Int

  func line() -> StyledLine {
    var spans: [StyledLine.Span] = [
      .init(text: isMarked ? "+" : " ", role: .marked),
      .init(
        text: isHeld ? reading.state.mark : "·", role: isHeld ? reading.state.role : .dim),
      .init(text: reading.star ? "*" : " ", role: .star),
      .init(text: reading.notes.isEmpty ? " " : "n", role: .note),
      .init(text: isUpdated ? "u" : " ", role: .updated),
      .init(text: " \(date.padded(toColumns: dateColumns)) ", role: .date),
    ]
    let category = categoryColumns
    let authors = authorColumns
    let title = max(
      1,
      columns - 7 - dateColumns - (authors > 0 ? authors + 1 : 0)
        - (category > 0 ? category + 1 : 0))
    spans += titleSpans(columns: title)
    if authors > 0 {
      spans.append(.init(text: " " + fitted(authorText(columns: authors), authors), role: .author))
    }
    if category > 0 {
      spans.append(.init(text: " " + fitted(paper.primaryCategory, category), role: .category))
    }
    return StyledLine(spans)
  }

  /// The title, and behind it the venue where the title leaves room: it never costs a letter of it.
  private func titleSpans(columns: Int) -> [StyledLine.Span] {
    let text = paper.titleText
    let room = columns - text.displayWidth - 3
    guard room >= 4, let venue = PaperBadges.shortVenue(of: paper), venue.displayWidth <= room
    else {
      return [.init(text: fitted(text, columns), role: titleRole)]
    }
    return [
      .init(text: text.padded(toColumns: columns - venue.displayWidth - 1), role: titleRole),
      .init(text: venue + " ", role: .badge),
    ]
  }

  private var isUpdated: Bool {
    reading.seenVersion.map { paper.version > $0 } ?? false
  }

  private var titleRole: Role {
    reading.state == .unread ? .unread : reading.state == .dismissed ? .dismissed : .read
  }

  private var authorColumns: Int { columns >= 56 ? min(24, max(12, columns / 6)) : 0 }

  private var categoryColumns: Int { columns >= 48 ? 8 : 0 }

  private var dateColumns: Int { columns >= 90 ? 10 : 7 }

  /// The whole date where there is room; else day and month of the last eleven months, year and
  /// month of what is older.
  private var date: String {
    guard dateColumns < 10 else { return paper.published.date }
    let (year, month, day) = paper.published.calendarDay
    guard paper.published > now.advanced(byDays: -330) else {
      return "\(year)-\(month < 10 ? "0" : "")\(month)"
    }
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return "\(day < 10 ? " " : "")\(day) \(names[month - 1])"
  }

  /// As many last names as fit, and how many more authors there are: `Vaswani, Shazeer +6`.
  private func authorText(columns: Int) -> String {
    let names = paper.authorNames.map(Self.lastName)
    guard let first = names.first else { return "" }
    var text = first
    for (index, name) in names.enumerated().dropFirst() {
      let longer = "\(text), \(name)"
      let rest = names.count - index - 1
      let tail = rest > 0 ? " +\(rest)" : ""
      if longer.displayWidth + tail.displayWidth > columns {
        let more = " +\(names.count - index)"
        return text.truncated(toColumns: max(1, columns - more.displayWidth)) + more
      }
      text = longer
    }
    return text
  }

  /// The last word of a name, but for what stands behind a family name.
  static func lastName(_ name: String) -> String {
    let words = name.split(separator: " ")
    let suffixes: Set<Substring> = ["Jr.", "Jr", "Sr.", "II", "III", "IV"]
    return words.last { !suffixes.contains($0) }.map(String.init) ?? name
  }

  private func fitted(_ text: String, _ columns: Int) -> String {
    text.truncated(toColumns: columns).padded(toColumns: columns)
  }
}
