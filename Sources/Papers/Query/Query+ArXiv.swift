extension Query {
  /// The query in the grammar of arXiv's search API (ARXIV.md 2.1), fully parenthesised, since arXiv
  /// binds operators as it likes: `((cat:cs.LG AND au:hill) ANDNOT ti:survey)`.
  ///
  /// Words without field become `all:`, quotes in texts are dropped, phrases are quoted, times become
  /// a window of `submittedDate` in UTC, its ends included. Ages like `7d` are counted from `now`.
  /// Throws when the query uses a field that only the library has, when it has no term that papers
  /// must match (arXiv cannot answer what is merely denied), or for an age without `now`.
  package func searchQuery(now: Timestamp? = nil) throws(QueryError) -> String {
    if isEmpty {
      throw QueryError("arXiv needs something to look for; the query is empty", column: 1)
    }
    let clause = try ArXivClause(expression, now: now)
    if clause.isDenied {
      var column = 1
      expression.forEachTerm { term, isPositive in
        if !isPositive, column == 1 { column = term.column }
      }
      throw QueryError(
        "arXiv cannot answer NOT alone; add a term that papers must match, as in 'cat:cs.LG -ti:x'",
        column: column)
    }
    return clause.text
  }
}

/// A part of a query in arXiv's grammar, perhaps denied: arXiv knows no NOT but ANDNOT, so a denial
/// waits for a term that it can be taken from.
private struct ArXivClause {
  var text: String
  var isDenied = false

  init(_ text: String, isDenied: Bool = false) {
    self.text = text
    self.isDenied = isDenied
  }

  init(_ expression: Query.Expression, now: Timestamp?) throws(QueryError) {
    switch expression {
    case .term(let term):
      self.init(try ArXivTerm(term, now: now).text)
    case .not(let inner):
      let clause = try ArXivClause(inner, now: now)
      self.init(clause.text, isDenied: !clause.isDenied)
    case .and(let parts):
      self = Self.all(try Self.clauses(parts, now: now, mergesWindows: true))
    case .or(let parts):
      // a OR b is what is left without (not a AND not b).
      var clauses = try Self.clauses(parts, now: now, mergesWindows: false)
      for index in clauses.indices { clauses[index].isDenied.toggle() }
      self = Self.all(clauses)
      isDenied.toggle()
    }
  }

  /// All of the clauses together.
  private static func all(_ clauses: [ArXivClause]) -> ArXivClause {
    let wanted = clauses.filter { !$0.isDenied }.map(\.text)
    let denied = clauses.filter(\.isDenied).map(\.text)
    if wanted.isEmpty { return ArXivClause(joined(denied, "OR"), isDenied: true) }
    if denied.isEmpty { return ArXivClause(joined(wanted, "AND")) }
    return ArXivClause("(\(joined(wanted, "AND")) ANDNOT \(joined(denied, "OR")))")
  }

  private static func joined(_ texts: [String], _ operation: String) -> String {
    texts.count == 1 ? texts[0] : "(" + texts.joined(separator: " \(operation) ") + ")"
  }

  /// The clauses of a list. Times that must all hold become one window, in the place of the first.
  private static func clauses(
    _ parts: [Query.Expression], now: Timestamp?, mergesWindows: Bool
  ) throws(QueryError) -> [ArXivClause] {
    var clauses: [ArXivClause] = []
    var window: (range: ClosedRange<Timestamp>, place: Int)?
    for part in parts {
      guard mergesWindows, case .term(let term) = part,
        let range = try ArXivTerm.window(of: term, now: now)
      else {
        clauses.append(try ArXivClause(part, now: now))
        continue
      }
      let known = window ?? (range, clauses.count)
      let lower = max(known.range.lowerBound, range.lowerBound)
      let upper = min(known.range.upperBound, range.upperBound)
      guard lower <= upper else {
        throw QueryError("no time is within all these limits", column: term.column)
      }
      window = (lower...upper, known.place)
      let clause = ArXivClause(ArXivTerm.submitted(lower...upper))
      if known.place == clauses.count {
        clauses.append(clause)
      } else {
        clauses[known.place] = clause
      }
    }
    return clauses
  }
}
