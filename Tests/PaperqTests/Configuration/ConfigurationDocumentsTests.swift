import Foundation
import JSONText
import QueueUI
import Testing

@testable import paperq

/// The files that are made from the table of keys. `RECORD_SNAPSHOTS=1` writes them anew.
struct ConfigurationDocumentsTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let isRecording =
    ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: Self.root.appending(path: name)), as: UTF8.self)
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: Self.root.appending(path: name))
  }

  @Test func theExampleIsMadeFromTheTable() throws {
    if Self.isRecording { try write(ConfigurationExample.text, to: "config.example.json") }
    #expect(try text("config.example.json") == ConfigurationExample.text)
  }

  @Test func theExampleMeansTheDefaults() throws {
    let example = try Configuration(
      reading: Array(text("config.example.json").utf8), file: "config.example.json")
    #expect(example == .standard)
  }

  @Test func theExampleHoldsEveryKey() throws {
    let example = try JSONValue.parse(
      Array(text("config.example.json").utf8), dialect: .relaxed)
    var found: Set<String> = []
    func visit(_ value: JSONValue, _ path: String) {
      if ConfigurationKey.all.contains(where: { $0.path == path }) { found.insert(path) }
      for element in value.array ?? [] { visit(element, path + "[]") }
      for member in value.object?.members ?? [] {
        visit(member.value, path.isEmpty ? member.key : "\(path).\(member.key)")
      }
    }
    visit(example, "")
    #expect(found.sorted() == ConfigurationKey.all.map(\.path).sorted())
  }

  @Test func thePageListsEveryKey() throws {
    let marks = ("<!-- keys:begin -->\n", "<!-- keys:end -->")
    let page = try text("docs/configuration.md")
    let begin = try #require(page.firstRange(of: marks.0)?.upperBound)
    let end = try #require(page.firstRange(of: marks.1)?.lowerBound)
    let rows = ConfigurationKey.all.map { key in
      "| `\(key.path)` | \(key.standard.map { "`\($0)`" } ?? "") | \(key.about) "
        + "Takes \(key.type.allowed). |\n"
    }
    let table = "| key | default | what it is |\n| --- | --- | --- |\n" + rows.joined()
    if Self.isRecording {
      return try write(
        page.replacingCharacters(in: begin..<end, with: table), to: "docs/configuration.md")
    }
    #expect(page[begin..<end] == table)
  }

  @Test func theDocumentationNamesEveryColumn() throws {
    let rows = ListColumn.allCases.map { "| `\($0.rawValue)` | \($0.about) |\n" }.joined()
    #expect(
      try text("docs/configuration.md").contains(
        "| column | what it shows |\n| --- | --- |\n\(rows)<!-- columns:end -->"))
  }

  @Test func theDocumentationNamesEveryThemeAndRole() throws {
    let themes = Theme.BuiltIn.allCases.map { "| `\($0.rawValue)` | \($0.about) |\n" }.joined()
    let roles = Role.allCases.map { "| `\($0.rawValue)` | \($0.about) |\n" }.joined()
    let document = try text("docs/configuration.md")
    #expect(document.contains("| --- | --- |\n\(themes)<!-- themes:end -->"))
    #expect(document.contains("| --- | --- |\n\(roles)<!-- roles:end -->"))
  }
}
