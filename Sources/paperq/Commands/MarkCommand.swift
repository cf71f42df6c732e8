import ArgumentParser
import Papers

/// `paperq mark`: sets the state of papers.
struct MarkCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "mark", abstract: "Set the state of papers.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var papers: PaperChoice

  @Argument(
    help: "unread, queued, reading, read or dismissed.",
    completion: .list(ReadingState.allCases.map(\.rawValue)))
  var state: String

  @Argument(help: "Papers, by identifier or URL.")
  var id: [String] = []

  func validate() throws {
    _ = try readState()
    try papers.validate(with: id)
  }

  /// The state of the first word; of words in another order, the error gives the right one.
  private func readState() throws -> ReadingState {
    if let state = ReadingState(rawValue: state) { return state }
    let states = ReadingState.allCases.map(\.rawValue)
    if let place = id.lastIndex(where: states.contains) {
      var words = [state] + id
      let state = words.remove(at: place + 1)
      let order = [state] + words.prefix(3) + (words.count > 3 ? ["…"] : [])
      throw ValidationError("the state comes first: paperq mark \(order.joined(separator: " "))")
    }
    let hint = state.suggestion(
      among: states, otherwise: "there are \(states.joined(separator: ", "))")
    throw ValidationError("there is no state '\(state)'; \(hint)")
  }

  func run(in context: CommandContext) throws {
    let state = try readState()
    let library = try context.openLibrary()
    let ids = try papers.ids(named: id, in: library, context)
    let count = try library.commit(
      "mark-\(state.rawValue)", library.library.steps(toMark: ids, as: state))
    context.console.remark(
      count.papers(of: ids.count, were: "\(state.rawValue) already") {
        "marked \($0) \(state.rawValue)"
      })
  }
}

extension ReadingState: ExpressibleByArgument {}

/// `paperq star`.
struct StarCommand: Subcommand {
  static let configuration = CommandConfiguration(commandName: "star", abstract: "Star papers.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var chosen: Starring

  func validate() throws { try chosen.validate() }

  func run(in context: CommandContext) throws {
    try chosen.set(true, action: "star", in: context, were: "starred already") { "starred \($0)" }
  }
}

/// `paperq unstar`.
struct UnstarCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "unstar", abstract: "Take the star off papers.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var chosen: Starring

  func validate() throws { try chosen.validate() }

  func run(in context: CommandContext) throws {
    try chosen.set(false, action: "unstar", in: context, were: "without a star") {
      "took the star off \($0)"
    }
  }
}

/// The papers that get a star or lose it.
struct Starring: ParsableArguments {
  @OptionGroup var papers: PaperChoice

  @Argument(help: "Papers, by identifier or URL.")
  var id: [String] = []

  func validate() throws { try papers.validate(with: id) }

  /// Sets or takes the stars, and tells what was done, as ``Swift/Int/papers(of:were:_:)`` does.
  @MainActor
  func set(
    _ star: Bool, action: ActionName, in context: CommandContext, were state: String,
    _ deed: (String) -> String
  ) throws {
    let library = try context.openLibrary()
    let ids = try papers.ids(named: id, in: library, context)
    let count = try library.commit(action, ids.map { .init($0, .star(star)) })
    context.console.remark(count.papers(of: ids.count, were: state, deed))
  }
}
