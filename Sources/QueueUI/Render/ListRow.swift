import Papers
import TerminalGrid

/// A paper as one row of the list, in the columns that the user has chosen.
struct ListRow {
  let paper: Paper
  let reading: ReadingRecord
  let isMarked: Bool
  /// Whether the library has it.
  let isHeld: Bool
  let now: Timestamp
  let columns: ListColumns
  let dates: DateForm
  /// Tells on which day a paper was added.
  let wallClock: WallClock
  /// Kept, for it is a look at the comment and the abstract.
  private let isWithdrawn: Bool

  init(
    paper: Paper, reading: ReadingRecord, isMarked: Bool, isHeld: Bool = true, now: Timestamp,
    columns: ListColumns, dates: DateForm = .absolute, wallClock: WallClock = .utc
  ) {
    self.paper = paper
    self.reading = reading
    self.isMarked = isMarked
    self.isHeld = isHeld
    self.now = now
    self.columns = columns
    self.dates = dates
    self.wallClock = wallClock
    isWithdrawn = paper.isWithdrawn
  }

  func line() -> StyledLine {
    var spans: [StyledLine.Span] = [
      .init(text: isMarked ? "+" : " ", role: isMarked ? .marked : .text)
    ]
    for (index, placed) in columns.placed.enumerated() {
      if index > 0 { spans.append(.init(text: " ", role: .text)) }
      spans += self.spans(of: placed.column, columns: placed.width)
    }
    return StyledLine(spans)
  }

  private func spans(of column: ListColumn, columns: Int) -> [StyledLine.Span] {
    switch column {
    case .marks: marks
    case .date:
      fitted(
        paper.knownPublished.map { text(of: $0, now: now, columns: columns) } ?? "", columns, .date)
    case .title: title(columns: columns)
    case .authors:
      fitted(
        AuthorNames(paper.authors).short(columns: columns), columns,
        isWithdrawn ? .withdrawn : .author)
    case .category: fitted(category(columns: columns), columns, .category)
    case .id:
      fitted(paper.id.description.truncatedInMiddle(toColumns: columns), columns, .category)
    case .tags: fitted(reading.tags.map(\.asTagWord).joined(separator: " "), columns, .tag)
    case .venue: fitted(PaperBadges.shortVenue(of: paper) ?? "", columns, .badge)
    case .depth: fitted(depth, columns, .read)
    case .added:
      fitted(
        text(of: wallClock.shown(paper.added), now: wallClock.shown(now), columns: columns),
        columns,
        .date)
    case .state:
      fitted(isHeld ? reading.state.rawValue : "", columns, reading.state.role)
    }
  }

  /// With its number, for the name alone may be taken for a state.
  private var depth: String {
    reading.depth == .notYet ? "" : "\(reading.depth.rawValue) \(reading.depth.name)"
  }

  /// The category, or its archive where it is too long: `cond-mat` of `cond-mat.mtrl-sci`.
  private func category(columns: Int) -> String {
    let category = paper.primaryCategory
    guard category.displayWidth > columns else { return category }
    return category.split(separator: ".").first.map(String.init) ?? category
  }

  private var marks: [StyledLine.Span] {
    let state = isHeld ? (reading.state.mark, reading.state.role) : ("·", Role.dim)
    let version: (String, Role) =
      isWithdrawn
      ? ("w", .error) : (reading.isOutdated(by: paper.version) ? "u" : " ", .updated)
    let marks = [
      state, (reading.star ? "*" : " ", .star), (reading.notes.isEmpty ? " " : "n", .note), version,
    ]
    // A blank in a colour of its own would be a patch in the row of the cursor.
    return marks.map { .init(text: $0.0, role: $0.0 == " " ? .text : $0.1) }
  }

  /// The title, and behind it the venue where the title leaves room: it never costs a letter of it.
  private func title(columns: Int) -> [StyledLine.Span] {
    let text = paper.titleText
    let room = columns - text.displayWidth - 3
    let hasColumn = self.columns.placed.contains { $0.column == .venue }
    guard !hasColumn, room >= 4, !isWithdrawn, let venue = PaperBadges.shortVenue(of: paper),
      venue.displayWidth <= room
    else { return fitted(text, columns, isWithdrawn ? .withdrawn : titleRole) }
    return [
      .init(text: text.padded(toColumns: columns - venue.displayWidth - 1), role: titleRole),
      .init(text: venue + " ", role: .badge),
    ]
  }

  private var titleRole: Role {
    reading.state == .unread ? .unread : reading.state == .dismissed ? .dismissed : .read
  }

  /// An age, if the user likes that better; else the whole date where there is room, and elsewhere
  /// day and month of the last eleven months, year and month of what is older.
  private func text(of time: Timestamp, now: Timestamp, columns: Int) -> String {
    if dates == .relative {
      let age = time.age(now: now)
      return String(repeating: " ", count: max(0, columns - age.displayWidth)) + age
    }
    guard columns < 10 else { return time.date }
    let (year, month, day) = time.calendarDay
    guard time > now.advanced(byDays: -330) else {
      return "\(year)-\(month < 10 ? "0" : "")\(month)"
    }
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return "\(day < 10 ? " " : "")\(day) \(names[month - 1])"
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
