import ArgumentParser
import Foundation
import JSONText
import LibraryStore
import Papers

/// `paperq sync`: this library and another become the same.
struct SyncCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Exchange papers and what you did with another library.",
    discussion: """
      The folder is a library of its own, for instance on a stick, a shared disk or in a folder that \
      another program carries to your other machines; one that is empty or not there yet becomes one. \
      Of what both changed, the later change of each field holds, on both sides.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The folder of the other library.")
  var folder: String

  func run(in context: CommandContext) throws {
    let path = context.environment.expanding(folder)
    let library = try context.openLibrary()
    let workspace = library.workspace
    try Self.check(path, isNot: workspace.settings.paths.library)
    let other = LibraryStore(
      folder: path, device: workspace.device, lockTimeout: 10, now: { Workspace.now })
    for warning in try other.open().warnings { context.console.say("'\(path)': \(warning)") }
    defer {
      for warning in library.store.takeWarnings() { context.console.say(warning) }
      for warning in other.takeWarnings() { context.console.say("'\(path)': \(warning)") }
    }
    let sync = try library.store.sync(with: other).sync
    guard context.console.showsTables else {
      return try context.console.print(
        .object([
          "folder": .string(path.onOneLine), "took": sync.took.json, "gave": sync.gave.json,
        ]))
    }
    try context.console.print(sync.summary)
  }

  /// Throws when a folder is neither another library nor fit to become one: a name mistyped, or a
  /// disk that is not there, must not be filled with a library.
  private static func check(_ path: String, isNot library: String) throws(CommandFailure) {
    if let stamp = FileStamp(of: path), let ours = FileStamp(of: library),
      stamp.device == ours.device, stamp.inode == ours.inode
    {
      throw CommandFailure(.usage, "cannot sync with '\(path)': it is this library itself")
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      // What is there, but is no folder or cannot be read, opening it tells.
      let parent = URL(filePath: path).deletingLastPathComponent().path
      guard FileStamp(of: path) != nil || FileStamp(of: parent) != nil else {
        throw CommandFailure(
          .badInput,
          "cannot sync with '\(path)': the folder '\(parent)' is not there; make it, or mount the "
            + "disk that it is on")
      }
      return
    }
    // A first sync that was cut short may have left the lock alone.
    let visible = Set(names.filter { !$0.hasPrefix(".") && $0 != "library.lock" })
    guard visible.isEmpty || !visible.isDisjoint(with: ["library.json", "papers", "reading"])
    else {
      throw CommandFailure(
        .badInput,
        "cannot sync with '\(path)': it holds other files and no library; name an empty folder")
    }
  }
}

extension LibraryStore.Sync {
  /// What was done, in one line.
  fileprivate var summary: String {
    guard !took.isEmpty || !gave.isEmpty else { return "the libraries are the same" }
    return "took \(took.text); gave \(gave.text)"
  }
}

extension LibraryStore.Sync.Share {
  fileprivate var text: String {
    let parts = [
      papers > 0 ? papers.papers : nil,
      updated > 0 ? (updated == 1 ? "1 update" : "\(updated) updates") : nil,
      records > 0 ? (records == 1 ? "1 change" : "\(records) changes") : nil,
    ].compactMap(\.self)
    return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
  }

  fileprivate var json: JSONValue {
    .object([
      "papers": .integer(papers), "updated": .integer(updated), "changes": .integer(records),
    ])
  }
}
