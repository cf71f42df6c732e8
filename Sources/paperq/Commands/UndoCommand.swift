import ArgumentParser
import JSONText
import LibraryStore
import Papers
import TerminalGrid

/// `paperq undo`: takes back the last action of this device.
struct UndoCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last action of this device.")

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) throws {
    let library = try context.openLibrary()
    guard let step = try library.store.undo() else {
      throw CommandFailure(.nothing, "there is nothing to undo")
    }
    try library.report(step, as: "undone")
  }
}

/// `paperq redo`: does again what was taken back last.
struct RedoCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Do again what was taken back last.")

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) throws {
    let library = try context.openLibrary()
    guard let step = try library.store.redo() else {
      throw CommandFailure(.nothing, "there is nothing to redo")
    }
    try library.report(step, as: "redone")
  }
}

extension OpenLibrary {
  /// Tells of an action that was taken back or done again, and names the paper when it was about one
  /// alone.
  fileprivate func report(
    _ step: LibraryStore.JournalStep, as verb: String
  ) throws(CommandFailure) {
    for warning in store.takeWarnings() { console.say(warning) }
    guard console.showsTables else {
      return try console.print(
        .object([
          "action": .string(step.action.rawValue),
          "ids": .array(step.ids.map { .string($0.description) }),
        ]))
    }
    let papers = step.ids.count == 1 ? named(step.ids[0]) : step.ids.count.papers
    try console.print("\(verb): \(step.change.deed): \(papers)")
  }
}

/// `paperq log`: what was done on this device.
struct LogCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Show what was done on this device, the newest first.")

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp("Show at most this many actions.", valueName: "number"))
  var limit: Int?

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("'--limit' takes a number from 0") }
  }

  func run(in context: CommandContext) throws {
    let library = try context.openLibrary()
    let entries = try library.store.history().reversed()
    guard !entries.isEmpty else { throw CommandFailure(.nothing, "nothing was done yet") }
    let shown = entries.prefix(limit ?? entries.count)
    let columns = min(shown.map(\.deed.displayWidth).max() ?? 0, 40)
    for entry in shown {
      if context.console.showsTables {
        let papers =
          switch entry.ids.count {
          case 0: ""
          case 1: library.named(entry.ids[0])
          case let count: "\(count.papers): \(entry.ids.map(\.description).joined(separator: " "))"
          }
        let deed = entry.deed.truncated(toColumns: columns).padded(toColumns: columns)
        try context.console.print(
          "\(WallClock.local.shown(entry.time).dateAndMinute)  \(deed)  \(papers)"
            .truncated(toColumns: context.console.columns))
      } else {
        try context.console.print(entry.summary)
      }
    }
  }
}

extension OpenLibrary {
  /// A paper by its identifier and, if that is known, its title.
  fileprivate func named(_ id: ArXivID) -> String {
    [id.description, library.paper(id)?.titleText.onOneLine].compactMap(\.self)
      .joined(separator: "  ")
  }
}

extension JournalEntry {
  /// What was done, or what was taken back or done again.
  fileprivate var change: LibraryChange {
    if case .undo = kind { return LibraryChange(action: action, at: time, steps: inverse) }
    return LibraryChange(action: action, at: time, steps: steps)
  }

  /// The same in words: `undone: starred`.
  fileprivate var deed: String {
    switch kind {
    case .action: change.deed
    case .undo: "undone: " + change.deed
    case .redo: "redone: " + change.deed
    }
  }

  fileprivate var summary: JSONValue {
    var object: JSONObject = [
      "number": .integer(number), "time": .string(time.description),
      "action": .string(action.rawValue),
      "ids": .array(ids.map { .string($0.description) }),
    ]
    switch kind {
    case .action: break
    case .undo(let number): object["undoes"] = .integer(number)
    case .redo(let number): object["redoes"] = .integer(number)
    }
    return .object(object)
  }
}
