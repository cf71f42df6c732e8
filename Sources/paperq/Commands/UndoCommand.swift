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

  func run(in session: Session) throws {
    guard let step = try session.openLibrary().store.undo() else {
      throw CommandFailure(.nothing, "there is nothing to undo")
    }
    try session.console.report(step, as: "took back")
  }
}

/// `paperq redo`: does again what was taken back last.
struct RedoCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Do again what was taken back last.")

  @OptionGroup var options: GlobalOptions

  func run(in session: Session) throws {
    guard let step = try session.openLibrary().store.redo() else {
      throw CommandFailure(.nothing, "there is nothing to redo")
    }
    try session.console.report(step, as: "did again")
  }
}

extension Console {
  fileprivate func report(
    _ step: LibraryStore.JournalStep, as verb: String
  ) throws(CommandFailure) {
    guard showsTables else {
      return try print(
        .object([
          "action": .string(step.action),
          "ids": .array(step.ids.map { .string($0.description) }),
        ]))
    }
    try print("\(verb) '\(step.action.onOneLine)' on \(step.ids.count.papers)")
  }
}

/// `paperq log`: what was done on this device.
struct LogCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Show what was done on this device, the newest first.")

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp("Show at most so many actions.", valueName: "number"))
  var limit: Int?

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("'--limit' takes a number from 0") }
  }

  func run(in session: Session) throws {
    let library = try session.openLibrary()
    let entries = try library.store.history().reversed()
    guard !entries.isEmpty else { throw CommandFailure(.nothing, "nothing was done yet") }
    for entry in entries.prefix(limit ?? entries.count) {
      if session.console.showsTables {
        let verb = entry.undoes != nil ? "undo " : entry.redoes != nil ? "redo " : ""
        let title = entry.ids.count == 1 ? library.library.paper(entry.ids[0])?.titleText ?? "" : ""
        let papers = entry.ids.map(\.description).joined(separator: " ") + "  " + title.onOneLine
        let action = (verb + entry.action.onOneLine).padded(toColumns: 20)
        try session.console.print(
          "\(entry.time.descriptionInSeconds)  \(action) \(papers)"
            .truncated(toColumns: session.console.columns))
      } else {
        try session.console.print(entry.summary)
      }
    }
  }
}

extension JournalEntry {
  fileprivate var summary: JSONValue {
    var object: JSONObject = [
      "number": .integer(number), "time": .string(time.description), "action": .string(action),
      "ids": .array(ids.map { .string($0.description) }),
    ]
    object["undoes"] = undoes.map(JSONValue.integer)
    object["redoes"] = redoes.map(JSONValue.integer)
    return .object(object)
  }
}
