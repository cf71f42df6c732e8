extension Query {
  /// Terms, and how they are joined.
  package indirect enum Expression: Equatable, Sendable {
    case term(Term)
    case not(Expression)
    /// All of them; an empty list holds for every paper.
    case and([Expression])
    /// At least one of them; the list is not empty.
    case or([Expression])
  }

  /// A condition on a paper, and where it was written.
  package struct Term: Equatable, Sendable {
    package var condition: Condition
    /// Where it begins in the text that was read, counted from 1, for messages. It plays no part
    /// in comparing queries.
    package var column: Int

    package init(_ condition: Condition, column: Int = 1) {
      self.condition = condition
      self.column = column
    }

    package static func == (left: Term, right: Term) -> Bool { left.condition == right.condition }
  }

  /// What must hold of a paper.
  package enum Condition: Equatable, Sendable {
    case text(TextScope, String)
    /// A name of an author in one of the spellings of ``AuthorPattern``.
    case author(String)
    /// A category, perhaps with `*`.
    case category(String)
    case id(ArXivID)
    case status(Status)
    case tag(String)
    case note(String)
    case source(String)
    case project(String)
    /// Within 0...3.
    case depth(ClosedRange<Int>)
    /// Submitted at that time or later.
    case since(Moment)
    /// Submitted before that time.
    case before(Moment)
    /// Came into the library at that time or later.
    case added(Moment)
    /// Submitted in one of these years; 1 and 9999 are the open ends.
    case years(ClosedRange<Int>)
  }

  /// Where a text is looked for.
  package enum TextScope: String, CaseIterable, Sendable {
    /// Title, authors, abstract, notes and tags; a word without field.
    case anywhere = ""
    case title = "ti"
    case abstract = "abs"
    case comment = "co"
    case journalReference = "jr"
    /// All that arXiv says in words: title, authors, abstract, comment, journal reference; also a
    /// whole category.
    case all
  }

  /// The values of `is:`.
  package enum Status: String, CaseIterable, Sendable {
    case unread, queued, reading, read, dismissed
    case starred
    /// Has a note.
    case noted
    /// The stored version is newer than the one that the user has opened.
    case updated
    /// arXiv says that it was withdrawn; see ``Withdrawal``.
    case withdrawn
    /// Came into the library in the last 24 hours.
    case new
  }
}

extension Query.Expression {
  /// The same expression with lists flattened and lists of one unpacked.
  var simplified: Query.Expression {
    switch self {
    case .term: return self
    case .not(let inner): return .not(inner.simplified)
    case .and(let parts):
      var flat: [Query.Expression] = []
      for part in parts.map(\.simplified) {
        if case .and(let inner) = part { flat += inner } else { flat.append(part) }
      }
      return flat.count == 1 ? flat[0] : .and(flat)
    case .or(let parts):
      var flat: [Query.Expression] = []
      for part in parts.map(\.simplified) {
        if case .or(let inner) = part { flat += inner } else { flat.append(part) }
      }
      return flat.count == 1 ? flat[0] : .or(flat)
    }
  }

  /// The canonical spelling.
  var text: String {
    switch self {
    case .term(let term): term.condition.text
    case .not(let inner): "-" + inner.operand
    case .and(let parts): parts.map(\.operand).joined(separator: " ")
    case .or(let parts): parts.map(\.operand).joined(separator: " OR ")
    }
  }

  /// The spelling within another expression.
  private var operand: String {
    switch self {
    case .term, .not: text
    case .and, .or: "(" + text + ")"
    }
  }

  /// Calls `body` for each term, with whether an even number of denials stands before it.
  func forEachTerm(isPositive: Bool = true, _ body: (Query.Term, Bool) -> Void) {
    switch self {
    case .term(let term): body(term, isPositive)
    case .not(let inner): inner.forEachTerm(isPositive: !isPositive, body)
    case .and(let parts), .or(let parts):
      for part in parts { part.forEachTerm(isPositive: isPositive, body) }
    }
  }
}

extension Query.Condition {
  /// The canonical spelling.
  var text: String {
    switch self {
    case .text(.anywhere, let value): Self.quoted(value, isBare: true)
    case .text(let scope, let value): "\(scope.rawValue):\(Self.quoted(value))"
    case .author(let value): "au:\(Self.quoted(value))"
    case .category(let value): "cat:\(Self.quoted(value))"
    case .id(let id): "id:\(id)"
    case .status(let status): "is:\(status.rawValue)"
    case .tag(let value): "tag:\(Self.quoted(value))"
    case .note(let value): "note:\(Self.quoted(value))"
    case .source(let value): "source:\(Self.quoted(value))"
    case .project(let value): "project:\(Self.quoted(value))"
    case .depth(let range): "depth:\(Self.spelled(range, within: 0...3))"
    case .since(let moment): "since:\(moment)"
    case .before(let moment): "before:\(moment)"
    case .added(let moment): "added:\(moment)"
    case .years(let range): "year:\(Self.spelled(range, within: 1...9999))"
    }
  }

  /// The value in quotes when the parser would not take it as one word.
  private static func quoted(_ value: String, isBare: Bool = false) -> String {
    let scalars = Array(value.unicodeScalars)
    let isWord =
      !scalars.isEmpty && !scalars.contains { $0.endsWord }
      && !(isBare && QueryParser.isSpecial(scalars))
    if isWord { return value }
    var result = "\""
    for scalar in scalars {
      if scalar == "\"" || scalar == "\\" { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  private static func spelled(_ range: ClosedRange<Int>, within all: ClosedRange<Int>) -> String {
    func digits(_ number: Int) -> String {
      let text = String(number)
      return all.upperBound > 999
        ? String(repeating: "0", count: max(0, 4 - text.utf8.count)) + text : text
    }
    if range.lowerBound == range.upperBound { return digits(range.lowerBound) }
    let lower = range.lowerBound == all.lowerBound ? "" : digits(range.lowerBound)
    let upper = range.upperBound == all.upperBound ? "" : digits(range.upperBound)
    return lower.isEmpty && upper.isEmpty
      ? digits(range.lowerBound) + ".." : lower + ".." + upper
  }
}
