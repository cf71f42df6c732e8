import Papers

extension Action {
  /// What it takes after its name on the command line, for help and completion; nil for nothing.
  package var argument: String? {
    switch self {
    case .showView: "NUMBER or NAME"
    case .setDepth: "0-3"
    case .annotate: "[TEXT]"
    case .editTags: "[+TAG -TAG …]"
    case .search: "[TEXT]"
    case .filter: "[QUERY]"
    case .sort: "[KEY]"
    case .searchArXiv: "[QUERY]"
    case .fetch: "[SOURCE …]"
    case .openLink: "[NUMBER]"
    case .yank: "[KIND]"
    case .pipe, .pipeNotes: "[COMMAND]"
    default: nil
    }
  }

  /// Why an argument, typed or bound to a key, cannot be taken, and where; nil when it can. Which
  /// views and sources there are is not known here.
  func mistake(in argument: String) -> Mistake? {
    guard !argument.isEmpty else { return nil }
    let whole = 0..<argument.count
    switch self {
    case .setDepth:
      guard Int(argument).flatMap(ReadingDepth.init) == nil else { return nil }
      return Mistake(
        message: "'\(rawValue)' takes a number from 0 to 3, not '\(argument)'", range: whole)
    case .openLink:
      guard Int(argument) == nil else { return nil }
      return Mistake(message: "'\(rawValue)' takes a number, not '\(argument)'", range: whole)
    case .yank:
      guard CopiedPart(rawValue: argument) == nil else { return nil }
      let parts = CopiedPart.allCases.map(\.rawValue).joined(separator: ", ")
      return Mistake(message: "cannot copy '\(argument)'; there are \(parts)", range: whole)
    case .sort:
      guard SortOrder(argument) == nil else { return nil }
      let keys = SortOrder.Key.allCases.map(\.rawValue).joined(separator: ", ")
      return Mistake(
        message: "cannot sort by '\(argument)'; there are \(keys), with - for descending",
        range: whole)
    case .filter, .searchArXiv:
      do throws(QueryError) {
        let query = try Query(parsing: argument)
        if self == .searchArXiv { _ = try query.searchQuery(now: Timestamp(milliseconds: 0)) }
        return nil
      } catch {
        return Mistake(error, in: argument)
      }
    default:
      guard self.argument == nil else { return nil }
      return Mistake(
        message: "'\(rawValue)' takes nothing after it, but there is '\(argument)'", range: whole)
    }
  }
}

extension Mistake {
  /// The word of a query that cannot be read.
  init(_ error: QueryError, in query: String) {
    let characters = Array(query)
    let start = min(max(0, error.column - 1), characters.count)
    let end = characters[start...].firstIndex(where: \.isWhitespace) ?? characters.count
    self.init(message: "column \(error.column): \(error.message)", range: start..<end)
  }
}
