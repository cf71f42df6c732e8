/// A query made ready to be asked of many papers: times resolved, texts folded, what is cheap first.
indirect enum QueryPlan: Sendable {
  case constant(Bool)
  /// What queries look at: not what was taken out, and of dismissed papers only what is asked for.
  case visible(withDismissed: Bool)
  case not(QueryPlan)
  case all([QueryPlan])
  case any([QueryPlan])
  /// Submitted from a time on, up to another.
  case published(ClosedRange<Timestamp>)
  case added(from: Timestamp)
  case id(ArXivID)
  case state(ReadingState)
  case starred
  case noted
  case updated
  case withdrawn
  case depth(ClosedRange<Int>)
  case tag(NamePattern)
  case project(NamePattern)
  case note(Needle)
  case noteOrTag(Needle)
  case name(FoldedColumn.Kind, NamePattern)
  case text(FoldedColumn.Kind, Needle)
  case abstract(Needle)
  case author(AuthorPattern)

  /// The plan of a query. Dismissed papers are left out unless the query asks for them.
  init(_ query: Query, now: Timestamp) {
    var asksForDismissed = false
    query.expression.forEachTerm { term, isPositive in
      if isPositive, term.condition == .status(.dismissed) { asksForDismissed = true }
    }
    let plan = QueryPlan(query.expression, now: now)
    self = .all([.visible(withDismissed: asksForDismissed)] + plan.conjuncts).ordered
  }

  private init(_ expression: Query.Expression, now: Timestamp) {
    switch expression {
    case .term(let term): self.init(term.condition, now: now)
    case .not(let inner): self = .not(QueryPlan(inner, now: now))
    case .and(let parts): self = .all(parts.map { QueryPlan($0, now: now) })
    case .or(let parts): self = .any(parts.map { QueryPlan($0, now: now) })
    }
  }

  private init(_ condition: Query.Condition, now: Timestamp) {
    let forever = Timestamp(milliseconds: .max)
    switch condition {
    case .text(.anywhere, let value):
      let needle = Needle(value)
      self = .any(
        Self.identifier(value) + [
          .noteOrTag(needle), .text(.title, needle), .text(.authors, needle), .abstract(needle),
        ])
    case .text(.all, let value):
      let needle = Needle(value)
      let kinds: [FoldedColumn.Kind] = [.title, .authors, .comment, .journalReference]
      self = .any(
        Self.identifier(value) + [.name(.categories, NamePattern(value))]
          + kinds.map { .text($0, needle) } + [.abstract(needle)])
    case .text(.title, let value): self = .text(.title, Needle(value))
    case .text(.abstract, let value): self = .abstract(Needle(value))
    case .text(.comment, let value): self = .text(.comment, Needle(value))
    case .text(.journalReference, let value): self = .text(.journalReference, Needle(value))
    case .author(let value): self = .author(AuthorPattern(value))
    case .category(let value): self = .name(.categories, NamePattern(value))
    case .source(let value): self = .name(.sources, NamePattern(value))
    case .id(let id): self = .id(id)
    case .tag(let value): self = .tag(NamePattern(value))
    case .note(let value): self = .note(Needle(value))
    case .project(let value): self = .project(NamePattern(value))
    case .depth(let range): self = .depth(range)
    case .since(let moment): self = .published(moment.time(now: now)...forever)
    case .before(let moment):
      let time = moment.time(now: now)
      self =
        time == .distantPast
        ? .constant(false)
        : .published(.distantPast...Timestamp(milliseconds: time.milliseconds - 1))
    case .added(let moment): self = .added(from: moment.time(now: now))
    case .years(let range):
      let end = Query.Moment.start(range.upperBound + 1, 1, 1).milliseconds
      let last = range.upperBound == 9999 ? forever : Timestamp(milliseconds: end - 1)
      self = .published(Query.Moment.start(range.lowerBound, 1, 1)...last)
    case .status(let status): self.init(status, now: now)
    }
  }

  private init(_ status: Query.Status, now: Timestamp) {
    switch status {
    case .unread: self = .state(.unread)
    case .queued: self = .state(.queued)
    case .reading: self = .state(.reading)
    case .read: self = .state(.read)
    case .dismissed: self = .state(.dismissed)
    case .starred: self = .starred
    case .noted: self = .noted
    case .updated: self = .updated
    case .withdrawn: self = .withdrawn
    case .new: self = .added(from: now.advanced(byDays: -1))
    }
  }

  /// A word that is an arXiv id means that paper too.
  private static func identifier(_ value: String) -> [QueryPlan] {
    ArXivReference(value).map { [.id($0.id)] } ?? []
  }

  // MARK: - Order

  private var conjuncts: [QueryPlan] {
    if case .all(let parts) = self { parts } else { [self] }
  }

  /// Roughly the nanoseconds that asking it of a paper takes.
  private var cost: Int {
    switch self {
    case .constant: 0
    case .published, .added, .id: 1
    case .not(let inner): inner.cost
    case .all(let parts), .any(let parts): parts.reduce(0) { $0 + $1.cost }
    case .visible, .state, .starred, .noted, .updated, .depth: 10
    case .tag, .project, .note, .noteOrTag: 30
    case .name: 60
    case .abstract: 1000
    case .text: 100
    case .author: 200
    case .withdrawn: 150
    }
  }

  /// The same plan with the cheaper parts of each list first.
  private var ordered: QueryPlan {
    func sorted(_ parts: [QueryPlan]) -> [QueryPlan] {
      let costed = parts.map(\.ordered).enumerated().map {
        (plan: $0.element, cost: $0.element.cost, place: $0.offset)
      }
      return costed.sorted { ($0.cost, $0.place) < ($1.cost, $1.place) }.map(\.plan)
    }
    return switch self {
    case .not(let inner): .not(inner.ordered)
    case .all(let parts): .all(sorted(parts))
    case .any(let parts): .any(sorted(parts))
    default: self
    }
  }
}
