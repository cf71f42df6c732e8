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
    let isWithdrawn = paper.isWithdrawn
    spans += titleSpans(columns: title, isWithdrawn: isWithdrawn)
    if authors > 0 {
      spans.append(.init(text: " ", role: .text))
      spans += fitted(
        authorText(columns: authors), authors, isWithdrawn ? .withdrawn : .author)
    }
    if category > 0 {
      spans += fitted(" " + paper.primaryCategory, category + 1, .category)
    }
    return StyledLine(spans)
  }

  /// The title, and behind it the venue where the title leaves room: it never costs a letter of it.
  private func titleSpans(columns: Int, isWithdrawn: Bool) -> [StyledLine.Span] {
    let text = paper.titleText
    let room = columns - text.displayWidth - 3
    guard !isWithdrawn, room >= 4, let venue = PaperBadges.shortVenue(of: paper),
      venue.displayWidth <= room
    else { return fitted(text, columns, isWithdrawn ? .withdrawn : titleRole) }
    return [
      .init(text: text.padded(toColumns: columns - venue.displayWidth - 1), role: titleRole),
      .init(text: venue + " ", role: .badge),
    ]
  }

  private var isUpdated: Bool {
    reading.isOutdated(by: paper.version)
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
    let authors = paper.authors
    guard let first = authors.first else { return "" }
    func lastName(_ author: Paper.Author) -> String { Self.lastName(author.name.texAsUnicode) }
    var text = lastName(first)
    // A paper may have thousands; only those that fit are looked at.
    for (index, author) in authors.enumerated().dropFirst() {
      let longer = "\(text), \(lastName(author))"
      let rest = authors.count - index - 1
      let tail = rest > 0 ? " +\(rest)" : ""
      if longer.displayWidth + tail.displayWidth > columns {
        let more = " +\(authors.count - index)"
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

  /// A text in so many columns. What fills them up looks plain, for it is not struck out.
  private func fitted(_ text: String, _ columns: Int, _ role: Role) -> [StyledLine.Span] {
    let text = text.truncated(toColumns: columns)
    return [
      .init(text: text, role: role),
      .init(text: "".padded(toColumns: columns - text.displayWidth), role: .text),
    ]
  }
}
