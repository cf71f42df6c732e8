import Papers

extension QueueState {
  /// Runs a line of the command line.
  mutating func run(command line: String) throws(Mistake) -> [Effect] {
    // The blank that Tab puts behind a name is nothing to remember.
    let line = line.trimmingSuffix(while: \.isWhitespace)
    guard !line.isEmpty else { return [] }
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
    guard let action = action(written: name) else {
      throw Mistake(message: unknownActionText(name), range: range)
    }
    guard context.actions.contains(action) else {
      throw Mistake(message: "'\(action.rawValue)' does nothing on this screen", range: range)
    }
    return action
  }

  /// The action that a word means: by its name, by a short one, or by the beginning of one alone that
  /// does something here.
  func action(written word: String) -> Action? {
    if let exact = Action(rawValue: word) ?? Self.shortNames[word] { return exact }
    let candidates = context.actions.filter { $0.rawValue.hasPrefix(word) }
    return candidates.count == 1 ? candidates[0] : nil
  }

  /// What fingers know from vim.
  private static let shortNames: [String: Action] = ["q": .quit, "q!": .quit, "h": .help]

  private func unknownActionText(_ name: String) -> String {
    let offered = context.actions.map(\.rawValue)
    let beginning = offered.filter { $0.hasPrefix(name) }
    if beginning.count > 1 { return "'\(name)' may be \(Self.listed(beginning))" }
    let holding = name.count > 2 ? offered.filter { $0.contains(name) } : []
    if holding.count > 1 {
      return "unknown action '\(name)'; there are \(Self.listed(holding))"
    }
    let nearest = holding.first ?? name.nearest(in: offered)
    return "unknown action '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
  }

  private static func listed(_ names: [String]) -> String {
    names.prefix(4).joined(separator: ", ") + (names.count > 4 ? " …" : "")
  }

  /// A view or source that there is not.
  private func unknownName(in argument: String, of action: Action) -> Mistake? {
    switch action {
    case .showView:
      guard tab(named: argument) == nil else { return nil }
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
    "there is no view '\(name)'; there are \(tabs.map { view(of: $0).name }.joined(separator: ", "))"
  }

  func noSourceText(_ name: String) -> String {
    let known = options.sourceNames
    guard !known.isEmpty else { return "there is no source '\(name)'; the config names none" }
    return "there is no source '\(name)'; there are \(known.joined(separator: ", "))"
  }
}
