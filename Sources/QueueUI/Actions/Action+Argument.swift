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

  /// Why an argument, typed or bound to a key, cannot be taken; nil when it can. Which views and
  /// sources there are is not known here.
  func refusal(of argument: String) -> String? {
    guard !argument.isEmpty else { return nil }
    switch self {
    case .setDepth:
      return Int(argument).flatMap(ReadingDepth.init) == nil
        ? "'\(rawValue)' takes a number from 0 to 3, not '\(argument)'" : nil
    case .openLink:
      return Int(argument) == nil ? "'\(rawValue)' takes a number, not '\(argument)'" : nil
    case .yank:
      guard CopiedPart(rawValue: argument) == nil else { return nil }
      let parts = CopiedPart.allCases.map(\.rawValue).joined(separator: ", ")
      return "cannot copy '\(argument)'; there are \(parts)"
    case .sort:
      guard SortOrder(argument) == nil else { return nil }
      let keys = SortOrder.Key.allCases.map(\.rawValue).joined(separator: ", ")
      return "cannot sort by '\(argument)'; there are \(keys), with - for descending"
    case .filter, .searchArXiv:
      do throws(QueryError) {
        let query = try Query(parsing: argument)
        if self == .searchArXiv { _ = try query.searchQuery(now: Timestamp(milliseconds: 0)) }
        return nil
      } catch {
        return "column \(error.column): \(error.message)"
      }
    default:
      return self.argument == nil
        ? "'\(rawValue)' takes nothing after it, but there is '\(argument)'" : nil
    }
  }
}
