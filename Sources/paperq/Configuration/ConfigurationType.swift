import JSONText
import Papers
import QueueUI

/// What a key of the configuration takes.
enum ConfigurationType: Equatable, Sendable {
  /// The address of a server: http or https, without user, query and fragment.
  case endpoint
  case text
  case flag
  case integer(ClosedRange<Int>)
  case number(ClosedRange<Double>)
  case choice([String])
  /// Some of these words, at least one.
  case choices([String])
  case query
  /// A query of fields that arXiv has.
  case searchQuery
  case window
  case sortOrder
  case categories
  case ids
  /// A program and its arguments, one of which holds the placeholder.
  case command(placeholder: String)
  /// As `command`, or null.
  case optionalCommand(placeholder: String)
  /// A folder, or null.
  case optionalFolder
  /// A file, or null.
  case optionalFile
  case bindings
  /// A list of headings, or a text.
  case noteTemplate
  /// The name of a theme, of which the screen knows more.
  case theme
  /// Objects of texts, by names.
  case themes

  /// What is allowed, as the end of "allowed is …".
  var allowed: String {
    switch self {
    case .endpoint: "an address that begins with http:// or https://"
    case .text: "a text that is not empty"
    case .flag: "true or false"
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .number(let range):
      "a number from \(Int(range.lowerBound)) to \(Int(range.upperBound))"
    case .choice(let names): Self.listed(names.map { "'\($0)'" })
    case .choices(let names): "a list of " + Self.listed(names.map { "'\($0)'" })
    case .query: "a query"
    case .searchQuery:
      "a query of the fields ti, au, abs, co, jr, cat, id, all, since, before and year"
    case .window: "a number and a unit, such as 7d, 2w, 3m or 1y, of 10 years at most"
    case .sortOrder:
      Self.listed(SortOrder.Key.allCases.map { "'\($0.rawValue)'" }) + ", with '-' or without"
    case .categories: "a list of categories or archives, such as cs.LG and cs"
    case .ids: "a list of arXiv identifiers"
    case .command(let placeholder):
      "a list of a program and its arguments, with \(placeholder) in one of them"
    case .optionalCommand(let placeholder):
      Self.command(placeholder: placeholder).allowed + ", or null"
    case .optionalFolder: "a folder, absolute or beginning with ~/, or null"
    case .theme:
      Self.listed(Theme.BuiltIn.allCases.map { "'\($0.rawValue)'" } + ["one of 'themes'"])
    case .themes: "an object of names, each an object of roles and looks"
    case .optionalFile: "a file, absolute, beginning with ~/ or from the config's folder, or null"
    case .bindings: "an object of contexts, each an object of keys and names of actions"
    case .noteTemplate: "a list of headings, or a text"
    }
  }

  private static func listed(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }

  /// What is wrong with a value, as the end of "'arxiv.pageSize' …"; nil when nothing is.
  func problem(with value: JSONValue) -> String? {
    switch self {
    case .query, .searchQuery:
      guard let text = value.string else { return misfit(value) }
      do throws(QueryError) {
        let query = try Query(parsing: text)
        if self == .searchQuery {
          if text.allSatisfy(\.isWhitespace) { return "is empty; allowed is \(allowed)" }
          _ = try query.searchQuery(now: Workspace.now)
        }
        return nil
      } catch {
        return "is not a query, column \(error.column): \(error.message)"
      }
    case .choice(let names), .choices(let names):
      let words = value.string.map { [$0] } ?? value.texts ?? []
      guard !accepts(value), let unknown = words.first(where: { !names.contains($0) }) else {
        return accepts(value) ? nil : misfit(value)
      }
      let hint =
        unknown.nearest(in: names).map { "did you mean '\($0)'?" } ?? "allowed is \(allowed)"
      return (value.string == nil ? "holds" : "is") + " '\(unknown.prefix(60))'; \(hint)"
    case .ids, .categories:
      let refused = value.texts?.first { text in
        self == .ids ? ArXivReference(text) == nil : !Self.isCategory(text)
      }
      if let refused { return "holds '\(refused.prefix(60))'; allowed is \(allowed)" }
      return accepts(value) ? nil : misfit(value)
    default:
      return accepts(value) ? nil : misfit(value)
    }
  }

  private func misfit(_ value: JSONValue) -> String {
    let found =
      switch value {
      case .string(let text): "'\(text.prefix(60))'"
      case .number(let text): String(text.prefix(30))
      case .bool(let value): String(value)
      case .null: "null"
      case .array(let values): values.isEmpty ? "an empty list" : value.kind
      case .object: value.kind
      }
    return "is \(found); allowed is \(allowed)"
  }

  private func accepts(_ value: JSONValue) -> Bool {
    switch self {
    case .endpoint: value.string.map { Endpoint($0) != nil } ?? false
    case .text: value.string.map { !$0.allSatisfy(\.isWhitespace) } ?? false
    case .flag: value.bool != nil
    case .integer(let range): value.integer.map(range.contains) ?? false
    case .number(let range): value.double.map(range.contains) ?? false
    case .choice(let names): value.string.map(names.contains) ?? false
    case .choices(let names):
      value.texts.map { !$0.isEmpty && $0.allSatisfy(names.contains) } ?? false
    case .query, .searchQuery: problem(with: value) == nil
    case .window: value.string.map { Self.days(ofWindow: $0) != nil } ?? false
    case .sortOrder: value.string.map { SortOrder($0) != nil } ?? false
    case .categories: value.texts.map { !$0.isEmpty && $0.allSatisfy(Self.isCategory) } ?? false
    case .ids:
      value.texts.map { !$0.isEmpty && $0.allSatisfy { ArXivReference($0) != nil } } ?? false
    case .command(let placeholder):
      value.texts.map { words in
        words.first?.isEmpty == false && words.dropFirst().contains { $0.contains(placeholder) }
      } ?? false
    case .optionalCommand(let placeholder):
      value == .null || Self.command(placeholder: placeholder).accepts(value)
    case .optionalFolder:
      value == .null
        || value.string.map { $0.hasPrefix("/") || $0.hasPrefix("~/") || $0 == "~" } ?? false
    case .theme: value.string != nil
    case .optionalFile: value == .null || Self.text.accepts(value)
    case .noteTemplate:
      value.string != nil
        || value.texts.map { $0.allSatisfy { !$0.allSatisfy(\.isWhitespace) } } ?? false
    case .bindings, .themes:
      value.object.map { contexts in
        contexts.members.allSatisfy { context in
          context.value.object?.members.allSatisfy { $0.value.string != nil } ?? false
        }
      } ?? false
    }
  }

  /// The days of `7d`, `2w`, `3m` or `1y`, a month having 30 and a year 365; nil when it is none
  /// of these or longer than ten years.
  static func days(ofWindow text: String) -> Int? {
    let units: [Character: Int] = ["d": 1, "w": 7, "m": 30, "y": 365]
    guard let unit = text.last.flatMap({ units[$0] }),
      text.dropLast().allSatisfy({ $0.isASCII && $0.isNumber }),
      let count = Int(text.dropLast()), (1...3650).contains(count), count * unit <= 3650
    else { return nil }
    return count * unit
  }

  private static func isCategory(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-") }
      }
  }
}

extension JSONValue {
  /// The texts of a list of nothing else.
  var texts: [String]? {
    guard let values = array else { return nil }
    let texts = values.compactMap(\.string)
    return texts.count == values.count ? texts : nil
  }
}
