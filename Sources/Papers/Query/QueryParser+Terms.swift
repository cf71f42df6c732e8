extension QueryParser {
  /// Reads a word, a phrase, or a field with its value, with the position at its beginning.
  mutating func term(field: Query.Field?, depth: Int) throws(QueryError) -> Query.Expression {
    let start = position
    if next == "\"" { return try condition(field, of: try phrase(), start: start, valueAt: start) }
    let word = peekWord()
    guard let length = Self.fieldLength(of: word) else {
      position = word.endIndex
      return try condition(field, of: String(word), start: start, valueAt: start)
    }
    let name = String(word.prefix(length))
    guard let inner = Query.Field(rawValue: name.lowercased()) else {
      // A pasted address, or `arXiv:1706.03762`.
      if field == nil, let reference = ArXivReference(String(word)) {
        position = word.endIndex
        return .term(.init(.id(reference.id), column: column(of: start)))
      }
      throw unknownField(name, at: start)
    }
    if let field {
      throw error(
        "'\(name):' stands within '\(field.rawValue):(...)'; put it outside the parenthesis",
        at: start)
    }
    position += length + 1
    let valueStart = position
    switch next {
    case "(": return try group(field: inner, depth: depth)
    case "\"": return try condition(inner, of: try phrase(), start: start, valueAt: valueStart)
    default:
      let value = peekWord()
      guard !value.isEmpty else {
        throw error("a value is missing behind '\(name):'", at: valueStart)
      }
      position = value.endIndex
      return try condition(inner, of: String(value), start: start, valueAt: valueStart)
    }
  }

  private func unknownField(_ name: String, at start: Int) -> QueryError {
    let hint =
      Query.Field.nearest(to: name).map { "did you mean '\($0.rawValue):'?" }
      ?? "fields are \(Query.completionFields.joined(separator: " "))"
    return error("unknown field '\(name)'; \(hint)", at: start)
  }

  /// What comes next up to a blank, quote or parenthesis, without reading it.
  private func peekWord() -> ArraySlice<Unicode.Scalar> {
    scalars[position...].prefix { !$0.endsWord }
  }

  /// Reads a text in quotes. A backslash makes a quote or another backslash part of it, and is
  /// itself part of it before anything else, as in TeX.
  private mutating func phrase() throws(QueryError) -> String {
    let start = position
    position += 1
    var text = String.UnicodeScalarView()
    while let scalar = next {
      position += 1
      if scalar == "\"" {
        let phrase = String(text)
        guard phrase.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
          throw error("the text in quotes is empty", at: start)
        }
        return phrase
      }
      if scalar == "\\", let escaped = next, escaped == "\"" || escaped == "\\" {
        position += 1
        text.append(escaped)
      } else {
        text.append(scalar)
      }
    }
    throw error("the closing quote is missing", at: start)
  }

  // MARK: - Values

  /// The condition that `field` makes of a value; nil stands for no field.
  private func condition(
    _ field: Query.Field?, of value: String, start: Int, valueAt: Int
  ) throws(QueryError) -> Query.Expression {
    let condition: Query.Condition =
      switch field {
      case nil: .text(.anywhere, value)
      case .ti: .text(.title, value)
      case .abs: .text(.abstract, value)
      case .co: .text(.comment, value)
      case .jr: .text(.journalReference, value)
      case .all: .text(.all, value)
      case .au: .author(value)
      case .cat: .category(value)
      case .tag: .tag(value)
      case .note: .note(value)
      case .source: .source(value)
      case .project: .project(value)
      case .id: .id(try identifier(value, at: valueAt))
      case .is: .status(try status(value, at: valueAt))
      case .depth: .depth(try depths(value, at: valueAt))
      case .year: .years(try years(value, at: valueAt))
      case .since: .since(try moment(value, of: "since", at: valueAt))
      case .before: .before(try moment(value, of: "before", at: valueAt))
      case .added: .added(try moment(value, of: "added", at: valueAt))
      }
    return .term(.init(condition, column: column(of: start)))
  }

  private func identifier(_ value: String, at position: Int) throws(QueryError) -> ArXivID {
    guard let reference = ArXivReference(value) else {
      throw error(
        "'\(value)' is no arXiv id; write 1706.03762 or hep-th/9901001", at: position)
    }
    return reference.id
  }

  private func status(_ value: String, at position: Int) throws(QueryError) -> Query.Status {
    if let status = Query.Status(rawValue: value.lowercased()) { return status }
    let names = Query.Status.allCases.map(\.rawValue)
    let hint =
      value.nearest(in: names).map {
        "did you mean '\($0)'? "
      } ?? ""
    throw error(
      "unknown value '\(value)' for 'is:'; \(hint)allowed are \(names.joined(separator: ", "))",
      at: position)
  }

  private func moment(
    _ value: String, of field: String, at position: Int
  ) throws(QueryError) -> Query.Moment {
    guard let moment = Query.Moment(value) else {
      throw error(
        "'\(value)' is no time for '\(field):'; write \(Query.Moment.forms)", at: position)
    }
    return moment
  }

  private func depths(_ value: String, at position: Int) throws(QueryError) -> ClosedRange<Int> {
    guard let range = Self.range(value, digits: 1, within: 0...3) else {
      throw error("'\(value)' is no depth; write 0 to 3, 2.. or 1..2", at: position)
    }
    return range
  }

  private func years(_ value: String, at position: Int) throws(QueryError) -> ClosedRange<Int> {
    guard let range = Self.range(value, digits: 4, within: 1...9999) else {
      throw error("'\(value)' is no year; write 2024, 2020..2024 or 2020..", at: position)
    }
    return range
  }

  /// Reads `A`, `A..B`, `A..` or `..B`, each number of exactly `digits` digits.
  private static func range(
    _ text: String, digits: Int, within all: ClosedRange<Int>
  ) -> ClosedRange<Int>? {
    func number(_ text: Substring) -> Int? {
      guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(text), all.contains(number)
      else { return nil }
      return number
    }
    guard let dots = text.firstRange(of: "..") else {
      return number(text[...]).map { $0...$0 }
    }
    let before = text[..<dots.lowerBound]
    let after = text[dots.upperBound...]
    guard !(before.isEmpty && after.isEmpty),
      let lower = before.isEmpty ? all.lowerBound : number(before),
      let upper = after.isEmpty ? all.upperBound : number(after), lower <= upper
    else { return nil }
    return lower...upper
  }
}

extension String {
  fileprivate init(_ scalars: ArraySlice<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
