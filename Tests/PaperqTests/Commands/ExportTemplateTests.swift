import Foundation
import Papers
import Testing

struct ExportTemplateTests {
  private let paperq: BuiltProgram

  init() throws {
    paperq = try BuiltProgram()
    try paperq.stock(Paper.three())
    try paperq.home.write("# {{titleText}} ({{year}})\n", to: "own/short.mustache")
  }

  @Test func theCommandLinesTemplateWritesMarkdownAndDigests() async throws {
    let template = "~/own/short.mustache"
    let part = "<!-- paperq:begin -->\n# Deep Residual Learning (2015)\n<!-- paperq:end -->\n"
    let markdown = try await paperq("export", "--template", template, "cat:cs.CV")
    #expect(markdown.output.hasSuffix("---\n\n" + part))
    #expect(markdown.code == 0)
    #expect(
      try await paperq("export", "--template", template, "--format", "digest", "cat:cs.CV").output
        == part.replacing("begin -->\n", with: "begin -->\n# Papers\n\n"))
    #expect(
      try await paperq("export", "--template", template, "--format", "csv")
        == .init(
          errors: "paperq: '--template' is for the formats markdown and digest, not for csv\n",
          code: 64))
  }

  @Test func theConfigurationsTemplateIsFoundBesideIt() async throws {
    try paperq.configure(#"{"export": {"template": "short.mustache"}}"#)
    let settings = try await paperq("paths", "--json").output
    let config = try #require(
      (try JSONSerialization.jsonObject(with: Data(settings.utf8)) as? [String: Any])?["config"]
        as? String)
    let folder = URL(filePath: config).deletingLastPathComponent()
    try Data("# {{id}}\n{{#notes}}\n".utf8).write(to: folder.appending(path: "short.mustache"))
    let message =
      "paperq: cannot use the template '\(folder.path)/short.mustache', line 2: "
      + "the section '{{#notes}}' is not ended by '{{/notes}}'\n"
    #expect(try await paperq("export", "cat:cs.CV") == .init(errors: message, code: 78))
    #expect(try await paperq("config", "check") == .init(errors: message, code: 78))
    // Nobody else needs it.
    #expect(try await paperq("export", "--format", "csv", "cat:cs.CV").code == 0)
    #expect(try await paperq("list").code == 0)
    try Data("# {{id}}\n".utf8).write(to: folder.appending(path: "short.mustache"))
    #expect(
      try await paperq("export", "cat:cs.CV").output.hasSuffix(
        "<!-- paperq:begin -->\n# 1512.03385\n<!-- paperq:end -->\n"))
    #expect(try await paperq("export", "--output", "out/") == .init())
    #expect(try await paperq("export", "--output", "out/") == .init())
  }

  @Test func aTemplateThatCannotBeUsedIsNamedWithItsLine() async throws {
    try paperq.home.write("# {{id}}\n{{titel}}\n", to: "own/bad.mustache")
    #expect(
      try await paperq("export", "--template", "own/bad.mustache")
        == .init(
          errors: "paperq: cannot use the template 'own/bad.mustache', line 2: "
            + "there is no value 'titel'; did you mean 'title'?\n",
          code: 65))
    #expect(
      try await paperq("export", "--template", "own/none.mustache")
        == .init(
          errors: "paperq: cannot read the template 'own/none.mustache': "
            + "no such file or directory\n",
          code: 65))
    try paperq.configure(#"{"export": {"template": ""}}"#)
    #expect(try await paperq("export").code == 78)
  }
}
