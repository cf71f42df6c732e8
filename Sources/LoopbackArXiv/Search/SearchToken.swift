/// A piece of a search query as arXiv's present server reads it (ARXIV.md 2.1).
enum SearchToken: Equatable {
  case open, close
  case and, or, andNot
  /// A field and what is looked for in it; the value without quotes.
  case term(field: String, value: String, isPhrase: Bool)

  /// The token as the server prints it in the title of a feed.
  var text: String {
    switch self {
    case .open: "("
    case .close: ")"
    case .and: "AND"
    case .or: "OR"
    case .andNot: "ANDNOT"
    case .term(let field, let value, let isPhrase):
      isPhrase ? "\(field):\"\(value)\"" : "\(field):\(value)"
    }
  }

  var isOperator: Bool { self == .and || self == .or || self == .andNot }
}

/// Why a query is none.
struct SearchSyntaxError: Error {}

/// Turns the text of a query into tokens and rewrites them as the present server does: a missing
/// operator is OR, a missing field is `all`, `NOT` is `ANDNOT`.
struct SearchTokenizer {
  private var rest: Substring
  private var tokens: [SearchToken] = []
  /// The field that a group of values belongs to, as in `ti:(electron proton)`, innermost last.
  private var groupFields: [String?] = []

  static func tokens(of query: String) throws(SearchSyntaxError) -> [SearchToken] {
    var tokenizer = SearchTokenizer(rest: query[...])
    try tokenizer.run()
    return tokenizer.tokens
  }

  private init(rest: Substring) {
    self.rest = rest
  }

  private mutating func run() throws(SearchSyntaxError) {
    while let character = rest.first {
      switch character {
      case _ where character.isWhitespace: rest.removeFirst()
      case "(":
        rest.removeFirst()
        open(field: groupFields.last ?? nil)
      case ")":
        rest.removeFirst()
        guard !groupFields.isEmpty, tokens.last?.isOperator == false, tokens.last != .open else {
          throw SearchSyntaxError()
        }
        groupFields.removeLast()
        tokens.append(.close)
      case "\"":
        addTerm(field: groupFields.last.flatMap { $0 } ?? "all", try phrase(), isPhrase: true)
      default: try word()
      }
    }
    guard groupFields.isEmpty, !tokens.isEmpty, tokens.last?.isOperator == false else {
      throw SearchSyntaxError()
    }
  }

  private mutating func word() throws(SearchSyntaxError) {
    let word = takeWord()
    switch word {
    case "AND", "OR", "ANDNOT", "NOT":
      try addOperator(word)
      return
    default: break
    }
    guard let colon = word.firstIndex(of: ":"),
      let field = Self.fields[String(word[..<colon])]
    else {
      addTerm(field: groupFields.last.flatMap { $0 } ?? "all", word, isPhrase: false)
      return
    }
    let value = String(word[word.index(after: colon)...])
    if !value.isEmpty, !value.hasPrefix("[") {
      // `au:del_maestro` is the phrase `del maestro`, but only at the beginning.
      let isName = field == "au" && tokens.isEmpty && value.contains("_")
      addTerm(
        field: field, isName ? value.replacing("_", with: " ") : value, isPhrase: isName)
    } else if value.hasPrefix("[") {
      try addDates(field: field, begun: value)
    } else if rest.first == "\"" {
      addTerm(field: field, try phrase(), isPhrase: true)
    } else if rest.first == "(" {
      rest.removeFirst()
      open(field: field)
    } else {
      throw SearchSyntaxError()
    }
  }

  private mutating func takeWord() -> String {
    let word = rest.prefix { !$0.isWhitespace && !"()\"".contains($0) }
    rest = rest[word.endIndex...]
    return String(word)
  }

  private mutating func phrase() throws(SearchSyntaxError) -> String {
    rest.removeFirst()
    guard let end = rest.firstIndex(of: "\"") else { throw SearchSyntaxError() }
    defer { rest = rest[rest.index(after: end)...] }
    return String(rest[..<end])
  }

  private mutating func open(field: String?) {
    addMissingOperator()
    tokens.append(.open)
    groupFields.append(field)
  }

  private mutating func addOperator(_ word: String) throws(SearchSyntaxError) {
    guard let last = tokens.last, last != .open else {
      if word == "ANDNOT" || word == "NOT" {
        tokens.append(.andNot)
        return
      }
      throw SearchSyntaxError()
    }
    switch word {
    case "NOT" where last == .and || last == .or: tokens[tokens.count - 1] = .andNot
    case _ where last.isOperator: throw SearchSyntaxError()
    case "AND": tokens.append(.and)
    case "OR": tokens.append(.or)
    default: tokens.append(.andNot)
    }
  }

  private mutating func addMissingOperator() {
    if let last = tokens.last, last != .open, !last.isOperator { tokens.append(.or) }
  }

  private mutating func addTerm(field: String, _ value: String, isPhrase: Bool) {
    addMissingOperator()
    tokens.append(.term(field: field, value: value, isPhrase: isPhrase))
  }

  /// `submittedDate:[FROM TO UNTIL]`; the first word has been taken.
  private mutating func addDates(field: String, begun: String) throws(SearchSyntaxError) {
    var text = begun
    while !text.hasSuffix("]") {
      guard let next = rest.first else { throw SearchSyntaxError() }
      text.append(next)
      rest.removeFirst()
    }
    let words = text.dropFirst().dropLast().split(separator: " ")
    guard field == "submittedDate", words.count == 3, words[1] == "TO",
      let from = SearchDate.digits(words[0], filledTo: "000001010000"),
      let until = SearchDate.digits(words[2], filledTo: nil)
    else { throw SearchSyntaxError() }
    addTerm(field: field, "\(from) TO \(until)", isPhrase: true)
  }

  private static let fields: [String: String] = [
    "ti": "ti", "title": "ti", "au": "au", "author": "au", "abs": "abs", "abstract": "abs",
    "co": "co", "jr": "jr", "cat": "cat", "rn": "rn", "id": "id", "all": "all", "doi": "doi",
    "submittedDate": "submittedDate", "lastUpdatedDate": "submittedDate",
  ]
}
