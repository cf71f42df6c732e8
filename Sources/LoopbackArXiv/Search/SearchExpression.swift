/// A query that can be asked of papers.
indirect enum SearchExpression: Equatable {
  case term(field: String, value: String, isPhrase: Bool)
  case and(SearchExpression, SearchExpression)
  case or(SearchExpression, SearchExpression)
  case andNot(SearchExpression, SearchExpression)
  case not(SearchExpression)

  /// Groups tokens as the present server does: from the right, with no operator before another, so
  /// that `a AND b OR c` means `a AND (b OR c)`.
  init(_ tokens: [SearchToken]) throws(SearchSyntaxError) {
    var rest = tokens[...]
    self = try Self.expression(&rest, depth: 0)
    guard rest.isEmpty else { throw SearchSyntaxError() }
  }

  private static func expression(
    _ rest: inout ArraySlice<SearchToken>, depth: Int
  ) throws(SearchSyntaxError) -> SearchExpression {
    guard depth < 500, let first = rest.popFirst() else { throw SearchSyntaxError() }
    let left: SearchExpression
    switch first {
    case .term(let field, let value, let isPhrase):
      left = .term(field: field, value: value, isPhrase: isPhrase)
    case .open:
      left = try expression(&rest, depth: depth + 1)
      guard rest.popFirst() == .close else { throw SearchSyntaxError() }
    case .andNot: return .not(try expression(&rest, depth: depth + 1))
    case .and, .or, .close: throw SearchSyntaxError()
    }
    guard let next = rest.first, next.isOperator else { return left }
    rest.removeFirst()
    let right = try expression(&rest, depth: depth + 1)
    return switch next {
    case .and: .and(left, right)
    case .or: .or(left, right)
    default: .andNot(left, right)
    }
  }

  func matches(_ paper: SearchablePaper) -> Bool {
    switch self {
    case .term(let field, let value, let isPhrase):
      paper.matches(field: field, value: value, isPhrase: isPhrase)
    case .and(let left, let right): left.matches(paper) && right.matches(paper)
    case .or(let left, let right): left.matches(paper) || right.matches(paper)
    case .andNot(let left, let right): left.matches(paper) && !right.matches(paper)
    case .not(let inner): !inner.matches(paper)
    }
  }
}
