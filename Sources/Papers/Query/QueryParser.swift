/// Reads the text of a query, one scalar after another.
///
/// Columns are counted in characters, as an editor shows them. Operators and quotes are looked for
/// among scalars, so that an accent behind a colon cannot hide it.
struct QueryParser {
  /// Parentheses and denials may lie this deep in one another; more is refused, so that a hostile
  /// text cannot exhaust the stack.
  static let deepest = 50

  let scalars: [Unicode.Scalar]
  /// The character that each scalar belongs to, counted from 1, and one more for the end.
  private let columns: [Int]
  var position = 0

  init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    var columns: [Int] = []
    var column = 0
    for character in text {
      column += 1
      for scalar in character.unicodeScalars {
        scalars.append(scalar)
        columns.append(column)
      }
    }
    columns.append(column + 1)
    self.scalars = scalars
    self.columns = columns
  }

  /// Reads the whole text.
  mutating func query() throws(QueryError) -> Query.Expression {
    skipBlanks()
    if isAtEnd { return .and([]) }
    let expression = try disjunction(field: nil, depth: 0)
    if next == ")" {
      throw error("this ')' closes no parenthesis", at: position)
    }
    return expression
  }

  // MARK: - Operators

  private mutating func disjunction(
    field: Query.Field?, depth: Int
  ) throws(QueryError) -> Query.Expression {
    var parts = [try conjunction(field: field, depth: depth)]
    while try take(joining: "OR") {
      parts.append(try conjunction(field: field, depth: depth))
    }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func conjunction(
    field: Query.Field?, depth: Int
  ) throws(QueryError) -> Query.Expression {
    var parts: [Query.Expression] = []
    while true {
      parts.append(try factor(field: field, depth: depth))
      if try take(joining: "AND") { continue }
      skipBlanks()
      if isAtEnd || next == ")" || peek(operator: "OR") {
        return parts.count == 1 ? parts[0] : .and(parts)
      }
    }
  }

  private mutating func factor(
    field: Query.Field?, depth: Int
  ) throws(QueryError) -> Query.Expression {
    skipBlanks()
    let start = position
    guard depth < Self.deepest else {
      throw error("parentheses lie more than \(Self.deepest) deep in one another", at: start)
    }
    for name in ["AND", "OR"] where peek(operator: name) {
      throw error("a term is missing before '\(name)'; in quotes it is a word", at: start)
    }
    for name in ["NOT", "ANDNOT"] where take(operator: name) {
      try expectOperand(of: name, at: start)
      return .not(try factor(field: field, depth: depth + 1))
    }
    if next == "-" {
      position += 1
      if isAtEnd || next?.properties.isWhitespace == true || next == ")" {
        throw error("a term is missing behind '-'; in quotes it is a word", at: start)
      }
      return .not(try factor(field: field, depth: depth + 1))
    }
    if next == "(" { return try group(field: field, depth: depth) }
    guard !isAtEnd, next != ")" else {
      throw error("a term is missing here", at: position)
    }
    return try term(field: field, depth: depth)
  }

  /// Reads an operator between two terms; the one before it was read already.
  private mutating func take(joining name: String) throws(QueryError) -> Bool {
    skipBlanks()
    let start = position
    guard take(operator: name) else { return false }
    try expectOperand(of: name, at: start)
    return true
  }

  /// After an operator at `start`, the text must go on.
  private mutating func expectOperand(of name: String, at start: Int) throws(QueryError) {
    skipBlanks()
    if isAtEnd || next == ")" {
      throw error("a term is missing behind '\(name)'; in quotes it is a word", at: start)
    }
  }

  /// Reads a parenthesis, with the position before it.
  mutating func group(field: Query.Field?, depth: Int) throws(QueryError) -> Query.Expression {
    let start = position
    position += 1
    skipBlanks()
    if next == ")" { throw error("the parenthesis is empty", at: start) }
    if isAtEnd { throw error("the ')' to this '(' is missing", at: start) }
    let inner = try disjunction(field: field, depth: depth + 1)
    guard next == ")" else { throw error("the ')' to this '(' is missing", at: start) }
    position += 1
    return inner
  }

  // MARK: - Scalars

  var isAtEnd: Bool { position >= scalars.count }

  var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  mutating func skipBlanks() {
    while let scalar = next, scalar.properties.isWhitespace { position += 1 }
  }

  /// Whether the word `name` comes next, and ends there.
  private func peek(operator name: String) -> Bool {
    let word = Array(name.unicodeScalars)
    guard scalars[position...].starts(with: word) else { return false }
    let end = position + word.count
    return end == scalars.count || scalars[end].endsWord
  }

  /// Reads an operator if it comes next.
  private mutating func take(operator name: String) -> Bool {
    skipBlanks()
    guard peek(operator: name) else { return false }
    position += name.unicodeScalars.count
    return true
  }

  func error(_ message: String, at position: Int) -> QueryError {
    QueryError(message, column: column(of: position))
  }

  func column(of position: Int) -> Int { columns[min(position, columns.count - 1)] }

  /// Whether a word without field needs quotes to be taken as text: it is an operator, begins with
  /// a minus, or looks like a field.
  static func isSpecial(_ word: [Unicode.Scalar]) -> Bool {
    if word.first == "-" { return true }
    if ["AND", "OR", "NOT", "ANDNOT"].contains(where: { word.elementsEqual($0.unicodeScalars) }) {
      return true
    }
    return fieldLength(of: word[...]) != nil
  }

  /// The length of the field's name when `word` begins with letters and a colon.
  static func fieldLength(of word: ArraySlice<Unicode.Scalar>) -> Int? {
    let name = word.prefix { $0.isASCII && $0.properties.isAlphabetic }
    guard !name.isEmpty, name.endIndex < word.endIndex, word[name.endIndex] == ":" else {
      return nil
    }
    return name.count
  }
}

extension Unicode.Scalar {
  /// Whether a word of a query cannot hold it: a blank, a quote or a parenthesis.
  var endsWord: Bool {
    self == "\"" || self == "(" || self == ")" || properties.isWhitespace
  }
}
