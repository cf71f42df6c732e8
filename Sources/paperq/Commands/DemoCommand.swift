import ArgumentParser
import Foundation
import LoopbackArXiv

/// `paperq demo`: a throw-away library and a local arXiv to play with.
struct DemoCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Open a throw-away library with a local arXiv to play with.",
    discussion: """
      Keys, themes, columns and programs are those of your configuration. Sources, views, and the \
      folders of the library, PDFs and exports are the demo's own and go with it; what you export to \
      a place that you name stays.
      """)

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp("How many papers the local arXiv has.", valueName: "number"))
  var papers = 300

  @Option(help: "What the local arXiv does wrong.")
  var fault: DemoFault?

  @Flag(help: "Only serve the local arXiv, and print a configuration for it, until stopped.")
  var serve = false

  func validate() throws {
    guard (1...100_000).contains(papers) else {
      throw ValidationError("'--papers' takes a number from 1 to 100000")
    }
  }

  func run(in context: CommandContext) async throws {
    // A mistake in the configuration is told before anything is begun.
    let own = serve ? nil : try context.settings()
    let demo = try Demo(count: papers, now: Workspace.now)
    defer { demo.arXiv.stop() }
    if let fault { demo.arXiv.answerAll(with: fault.fault) }
    guard let own else {
      try context.console.print(demo.configuration)
      return try await Interruption.cancelling {
        while !Task.isCancelled { try? await Task.sleep(for: .seconds(3600)) }
      }
    }
    let folder = try TemporaryFolder(for: "demo")
    defer { folder.remove() }
    let settings = try demo.settings(in: folder.path, like: own)
    try demo.beginLibrary(settings, now: Workspace.now)
    try TerminalSession.run(settings: settings)
  }
}

/// A folder that is removed when it is no longer needed.
private struct TemporaryFolder {
  let path: String

  init(for purpose: String) throws(CommandFailure) {
    path = FileManager.default.temporaryDirectory
      .appending(path: "paperq-\(purpose)-\(String.random(ofLength: 8))")
      .path(percentEncoded: false)
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw CommandFailure(.disk, "cannot make the folder '\(path)': \(error.localizedDescription)")
    }
  }

  /// What cannot be removed is the system's to clean up: it lies among the temporary files.
  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}
