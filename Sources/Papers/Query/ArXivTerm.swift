/// A term of a query in arXiv's grammar: `FIELD:VALUE`.
struct ArXivTerm {
  let text: String

  /// Throws for what only the library knows.
  init(_ term: Query.Term, now: Timestamp?) throws(QueryError) {
    if let window = try Self.window(of: term, now: now) {
      text = Self.submitted(window)
      return
    }
    let (field, value): (String, String) =
      switch term.condition {
      case .text(.anywhere, let value): ("all", value)
      case .text(let scope, let value): (scope.rawValue, value)
      case .author(let name): ("au", Self.spokenName(name))
      case .category(let category): ("cat", Category.spelled(category))
      case .id(let id): ("id", id.description)
      case .status: throw Self.unknown("is", at: term)
      case .tag: throw Self.unknown("tag", at: term)
      case .note: throw Self.unknown("note", at: term)
      case .source: throw Self.unknown("source", at: term)
      case .project: throw Self.unknown("project", at: term)
      case .depth: throw Self.unknown("depth", at: term)
      case .added: throw Self.unknown("added", at: term)
      case .since, .before, .years: preconditionFailure("times are windows")
      }
    guard let value = Self.quoted(value) else {
      throw QueryError("'\(value)' has no letter that arXiv could look for", column: term.column)
    }
    text = "\(field):\(value)"
  }

  private static func unknown(_ field: String, at term: Query.Term) -> QueryError {
    QueryError(
      "arXiv does not know '\(field):'; it is known in your library alone", column: term.column)
  }

  /// The value as one word, or in quotes of ours; nil when nothing is left of it. A quote cannot be
  /// escaped, so those of the user are dropped.
  private static func quoted(_ value: String) -> String? {
    let words = value.unicodeScalars
      .split { $0.properties.isWhitespace || $0 == "\"" || $0 == "\\" || $0.value < 0x20 }
      .map { String($0) }
    guard words.contains(where: { $0.contains { $0.isLetter || $0.isNumber } }) else { return nil }
    let text = words.joined(separator: " ")
    let isWord =
      text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
          || ".-*/".contains(Character($0))
      } && !["AND", "OR", "NOT", "ANDNOT"].contains(text)
    return isWord ? text : "\"\(text)\""
  }

  /// The name in the order in which arXiv's index has it: `Hill, Felix` is `Felix Hill`; `hill_f`,
  /// which arXiv itself would read as `hill f`, becomes that.
  private static func spokenName(_ name: String) -> String {
    let parts = name.split(separator: ",", maxSplits: 1)
    let ordered = parts.count == 2 ? "\(parts[1]) \(parts[0])" : name
    return ordered.replacing("_", with: " ").replacing(",", with: " ")
  }

  // MARK: - Times

  /// The span of submission that a term asks for; nil when it asks for something else.
  static func window(
    of term: Query.Term, now: Timestamp?
  ) throws(QueryError) -> ClosedRange<Timestamp>? {
    switch term.condition {
    case .since(let moment):
      return min(try time(moment, term, now), last)...last
    case .before(let moment):
      let end = try time(moment, term, now).milliseconds
      guard end > first.milliseconds else {
        throw QueryError("arXiv has no papers from before 1991", column: term.column)
      }
      return first...min(Timestamp(milliseconds: end - 1), last)
    case .years(let years):
      let start = Query.Moment.start(years.lowerBound, 1, 1)
      let end = Query.Moment.start(min(years.upperBound, 2098) + 1, 1, 1)
      guard end > first, start < last else {
        throw QueryError("arXiv has no papers of these years", column: term.column)
      }
      return max(start, first)...Timestamp(milliseconds: end.milliseconds - 1)
    default:
      return nil
    }
  }

  private static func time(
    _ moment: Query.Moment, _ term: Query.Term, _ now: Timestamp?
  ) throws(QueryError) -> Timestamp {
    guard let now else {
      guard !moment.isRelative else {
        throw QueryError(
          "'\(moment)' depends on the day; give a date here, as 2026-11-22", column: term.column)
      }
      return max(first, moment.time(now: first))
    }
    return max(first, moment.time(now: now))
  }

  /// `submittedDate:[FROM TO UNTIL]`, both to the minute, UTC, and included.
  static func submitted(_ window: ClosedRange<Timestamp>) -> String {
    "submittedDate:[\(minute(window.lowerBound)) TO \(minute(window.upperBound))]"
  }

  private static func minute(_ time: Timestamp) -> String {
    String(time.description.filter { ("0"..."9").contains($0) }.prefix(12))
  }

  /// Before the first paper, and after the last that a window could mean.
  private static let first = Query.Moment.start(1991, 1, 1)
  private static let last = Timestamp(
    milliseconds: Query.Moment.start(2099, 1, 1).milliseconds - 1)
}
