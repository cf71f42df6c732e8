import ArgumentParser
import JSONText
import LibraryStore
import Papers
import TerminalGrid

/// `paperq doctor`: whether all is well, and what to do where it is not.
struct DoctorCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check the library and all that paperq needs.")

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Mend the library first, and say what was done.")
  var repair = false

  @Flag(help: "Ask arXiv for one paper too, to see whether it can be reached.")
  var network = false

  func run(in context: CommandContext) async throws {
    if repair { try mend(in: context) }
    var examination = Examination(context: context)
    examination.run()
    if network { await examination.askArXiv() }
    // Names of journals may be long; a few of them may break the columns.
    let columns = min(examination.findings.map(\.subject.displayWidth).max() ?? 0, 32)
    for finding in examination.findings {
      try finding.print(on: context.console, subjectColumns: columns)
    }
    if examination.findings.contains(where: { $0.verdict == .problem }) {
      throw CommandFailure(.badInput)
    }
  }

  private func mend(in context: CommandContext) throws {
    let repair = LibraryRepair(context: context)
    for line in try repair.mend() {
      guard context.console.showsTables else {
        try context.console.print(.object(["repaired": .string(line.onOneLine)]))
        continue
      }
      try context.console.print("repaired \(line)")
    }
  }
}

extension LibraryFinding {
  /// A line for people, or an object: `{"check", "verdict", "message"}`.
  fileprivate func print(
    on console: Console, subjectColumns: Int
  ) throws(CommandFailure) {
    guard console.showsTables else {
      return try console.print(
        .object([
          "check": .string(subject.onOneLine), "verdict": .string(verdict.rawValue),
          "message": .string(message.onOneLine),
        ]))
    }
    let subject = subject.onOneLine.padded(toColumns: subjectColumns)
    try console.print("\(verdict.rawValue.padded(toColumns: 9))\(subject)  \(message)")
  }
}
