import ArgumentParser
import Papers

/// `paperq mark`: sets the state of papers.
struct MarkCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "mark", abstract: "Set the state of papers.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var papers: PaperChoice

  @Argument(help: "unread, queued, reading, read or dismissed.")
  var state: ReadingState

  @Argument(help: "Papers, by identifier or URL.")
  var id: [String] = []

  func validate() throws { try papers.validate(with: id) }

  func run(in session: Session) throws {
    let library = try session.openLibrary()
    let ids = try papers.ids(named: id, in: library, session)
    try library.commit("mark-\(state.rawValue)", library.library.steps(toMark: ids, as: state))
    session.console.remark("marked \(ids.count.papers) \(state.rawValue)")
  }
}

extension ReadingState: ExpressibleByArgument {}

/// `paperq star`.
struct StarCommand: Subcommand {
  static let configuration = CommandConfiguration(commandName: "star", abstract: "Star papers.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var papers: PaperChoice

  @Argument(help: "Papers, by identifier or URL.")
  var id: [String] = []

  func validate() throws { try papers.validate(with: id) }

  func run(in session: Session) throws {
    let library = try session.openLibrary()
    let ids = try papers.ids(named: id, in: library, session)
    try library.commit("star", ids.map { .init($0, .star(true)) })
    session.console.remark("starred \(ids.count.papers)")
  }
}

/// `paperq unstar`.
struct UnstarCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "unstar", abstract: "Take the star off papers.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var papers: PaperChoice

  @Argument(help: "Papers, by identifier or URL.")
  var id: [String] = []

  func validate() throws { try papers.validate(with: id) }

  func run(in session: Session) throws {
    let library = try session.openLibrary()
    let ids = try papers.ids(named: id, in: library, session)
    try library.commit("unstar", ids.map { .init($0, .star(false)) })
    session.console.remark("took the star off \(ids.count.papers)")
  }
}
