import Foundation
import Testing

@testable import paperq

/// The manual page, held against the commands that there are.
struct ManualPageTests {
  private let page: String

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    page = try String(contentsOf: root.appending(path: "docs/man/paperq.1"), encoding: .utf8)
  }

  /// The names of the commands that have an item of their own, in order.
  private var items: [String] {
    page.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      return line.hasPrefix(".It Ic ") ? String(words[2]) : nil
    }
  }

  @Test func everyCommandHasAnItemInTheOrderOfTheHelp() {
    #expect(items == Paperq.commandNames)
  }

  @Test(arguments: Paperq.commandNames)
  func everyOptionOfACommandIsNamed(command: String) async throws {
    let help = try await BuiltProgram()("help", command)
    #expect(help.code == 0)
    let options = help.output.matches(of: /\n  --([a-z-]+)/).map(\.output.1)
    #expect(options.contains("version"))
    for option in options { #expect(page.contains(try Regex("Fl -\(option)\\b"))) }
  }
}
