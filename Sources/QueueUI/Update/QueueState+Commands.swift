import Papers

extension QueueState {
  /// Runs a line of the command line.
  mutating func run(command line: String) throws(Mistake) -> [Effect] {
    guard line.contains(where: { !$0.isWhitespace }) else { return [] }
    commandHistory.removeAll { $0 == line }
    commandHistory.append(line)
    switch try command(line) {
    case .row(let row): return go(to: row)
    case .action(let action, let argument): return perform(action, argument: argument)
    }
  }

  /// Goes to a row of the list; on a paper's page, to the page of that row.
  private mutating func go(to row: Command.Row) -> [Effect] {
    if context != .page || isOverTriage { leaveScreens() }
    switch row {
    case .number(let number): list.move(to: max(1, number) - 1)
    case .relative(let rows): list.move(by: rows)
    case .last: list.move(to: .max)
    }
    fitList()
    return showSelectedPage()
  }

  /// Reads a line: a row, or the name of an action, or the beginning of exactly one, with an
  /// argument.
  func command(_ line: String) throws(Mistake) -> Command {
    let characters = Array(line)
    let start = characters.firstIndex { !$0.isWhitespace } ?? characters.count
    let end = characters[start...].firstIndex(where: \.isWhitespace) ?? characters.count
    let argumentStart = characters[end...].firstIndex { !$0.isWhitespace } ?? characters.count
    let name = String(characters[start..<end])
    let argument = String(characters[argumentStart...]).trimmingSuffix(while: \.isWhitespace)
    if let row = Command.Row(name) {
      guard argument.isEmpty else {
        throw Mistake(
          message: "row '\(name)' takes nothing after it, but there is '\(argument)'",
          range: argumentStart..<argumentStart + argument.count)
      }
      return .row(row)
    }
    let action = try action(named: name, at: start..<end)
    if let mistake = action.mistake(in: argument) ?? unknownName(in: argument, of: action) {
      throw mistake.shifted(by: argumentStart)
    }
    return .action(action, argument: argument)
  }

  private func action(named name: String, at range: Range<Int>) throws(Mistake) -> Action {
    let offered = context.actions
    let candidates = offered.filter { $0.rawValue.hasPrefix(name) }
    let exact = Action(rawValue: name) ?? Self.shortNames[name]
    guard let action = exact ?? (candidates.count == 1 ? candidates.first : nil) else {
      throw Mistake(message: unknownActionText(name, candidates), range: range)
    }
    guard offered.contains(action) else {
      throw Mistake(message: "'\(action.rawValue)' does nothing on this screen", range: range)
    }
    return action
  }

  /// What fingers know from vim.
  private static let shortNames: [String: Action] = ["q": .quit, "q!": .quit, "h": .help]

  private func unknownActionText(_ name: String, _ candidates: [Action]) -> String {
    if candidates.count > 1 {
      let names = candidates.prefix(4).map(\.rawValue).joined(separator: ", ")
      return "'\(name)' may be \(names)" + (candidates.count > 4 ? " …" : "")
    }
    let nearest = name.nearest(in: context.actions.map(\.rawValue))
    return "unknown action '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
  }

  /// A view or source that there is not.
  private func unknownName(in argument: String, of action: Action) -> Mistake? {
    switch action {
    case .showView:
      guard viewIndex(named: argument) == nil else { return nil }
      return Mistake(
        message: argument.isEmpty
          ? "'\(action.rawValue)' takes the number or name of a view"
          : noViewText(argument), range: 0..<argument.count)
    case .fetch where !options.sourceNames.contains(argument):
      var end = 0
      for word in argument.split(separator: " ", omittingEmptySubsequences: false) {
        let range = end..<end + word.count
        end = range.upperBound + 1
        if !word.isEmpty, !options.sourceNames.contains(String(word)) {
          return Mistake(message: noSourceText(String(word)), range: range)
        }
      }
      return nil
    default:
      return nil
    }
  }

  func noViewText(_ name: String) -> String {
    "there is no view '\(name)'; there are \(tabs.map(\.name).joined(separator: ", "))"
  }

  func noSourceText(_ name: String) -> String {
    let known = options.sourceNames
    guard !known.isEmpty else { return "there is no source '\(name)'; the config names none" }
    return "there is no source '\(name)'; there are \(known.joined(separator: ", "))"
  }
}
