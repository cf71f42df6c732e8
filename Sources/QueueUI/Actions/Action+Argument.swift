import Papers

extension Action {
  /// What an action takes after its name on the command line, or where it is bound to a key.
  package struct Argument: Equatable, Sendable {
    /// How it is written, in square brackets when it may be left out.
    package var syntax: String
    /// What it is, in a few words for the documentation.
    package var about: String
    /// What is done without one.
    package var absence: String

    fileprivate init(_ syntax: String, _ about: String, without absence: String) {
      self.syntax = syntax
      self.about = about
      self.absence = absence
    }
  }

  /// What it takes; nil for nothing. The one table for help, completion and `docs/keys.md`.
  package var argument: Argument? {
    switch self {
    case .showView:
      Argument("NUMBER or NAME", "a view, its name in any case", without: "refused")
    case .setDepth:
      Argument(
        "[0-3]", ReadingDepth.allCases.map { "\($0.rawValue) \($0.name)" }.joined(separator: ", "),
        without: "asks")
    case .annotate:
      Argument("[TEXT]", "the note", without: "opens the note for writing")
    case .editTags:
      Argument(
        "[+TAG -TAG …]", "tags to add and to take away, in quotes when they hold blanks",
        without: "opens the tags for editing")
    case .search:
      Argument("[TEXT]", "what to look for", without: "asks, and searches as you type")
    case .filter:
      Argument("[QUERY]", "a query", without: "asks, and filters as you type")
    case .sort:
      Argument(
        "[KEY]",
        Self.listed(SortOrder.Key.allCases.map(\.rawValue))
          + ", with - for descending; or \(Self.ownOrder) for the view's own", without: "a menu")
    case .searchArXiv:
      Argument("[QUERY]", "a query of fields that arXiv has", without: "asks")
    case .fetch:
      Argument("[SOURCE …]", "names of sources", without: "all sources")
    case .openLink:
      Argument("[NUMBER]", "a link by its number in the menu", without: "a menu")
    case .yank:
      Argument("[KIND]", Self.listed(CopiedPart.allCases.map(\.rawValue)), without: "a menu")
    case .pipe, .pipeNotes:
      Argument("[COMMAND]", "a command line", without: "asks")
    case .export:
      Argument(
        "[FORMAT] [FILE or FOLDER/]",
        Self.listed(ExportFormat.allCases.map(\.rawValue))
          + "; a folder gets a file a paper, a file all of them",
        without: "format and folder of the configuration")
    default: nil
    }
  }

  /// What `sort` takes for the order of the view.
  static let ownOrder = "view"

  private static func listed(_ names: [String]) -> String { names.joined(separator: ", ") }

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
      let parts = Self.listed(CopiedPart.allCases.map(\.rawValue))
      return Mistake(message: "cannot copy '\(argument)'; there are \(parts)", range: whole)
    case .sort:
      guard argument != Self.ownOrder, SortOrder(argument) == nil else { return nil }
      let keys = Self.listed(SortOrder.Key.allCases.map(\.rawValue) + [Self.ownOrder])
      return Mistake(
        message: "cannot sort by '\(argument)'; there are \(keys), with - for descending",
        range: whole)
    case .export:
      do throws(Mistake) {
        _ = try ExportRequest(parsing: argument)
        return nil
      } catch {
        return error
      }
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
