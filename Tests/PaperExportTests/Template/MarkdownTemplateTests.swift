import Foundation
import Papers
import Testing

@testable import PaperExport

private func template(_ text: String) throws -> MarkdownTemplate {
  try MarkdownTemplate([UInt8](text))
}

private func rendered(_ text: String, _ item: ExportItem) throws -> String {
  try template(text).text(of: item, level: 1).text
}

@Test func everyNameOfThePaperHasItsValue() throws {
  let text = """
    {{heading}} {{id}}v{{version}} {{title}} | {{titleText}} | {{bibtexKey}}
    {{#authors}}{{name}} ({{lastName}}{{#affiliations}}, {{.}}{{/affiliations}}){{^isLast}}; \
    {{/isLast}}{{/authors}}
    {{authorNames}}
    {{#paragraphs}}[{{.}}]{{/paragraphs}}
    {{{abstractText}}}
    {{#categories}}{{.}} {{/categories}}{{primaryCategory}}
    {{published}} {{updated}} {{added}} {{year}}
    {{comment}}{{^journalRef}} no journal{{/journalRef}}{{^doi}} no doi{{/doi}}{{doiURL}}
    {{url}} {{pdf}} {{#sources}}{{.}}{{/sources}}
    {{state}} {{#read}}read{{/read}}{{#unread}}unread{{/unread}} {{depth}} {{#star}}*{{/star}}
    {{#tags}}#{{.}}{{/tags}} {{project}}
    {{#hasNotes}}{{#notes}}{{created}}{{#edited}}, {{edited}}{{/edited}}: {{text}}{{/notes}}{{/hasNotes}}

    """
  var item = try ExportItem.read()
  item.paper.title = #"On $\alpha$"#
  item.paper.added = try time("2026-11-20T00:00:00Z")
  #expect(
    try rendered(text, item) == #"""
      # 1706.03762v7 On $\alpha$ | On α | vaswani2023alpha
      Ashish Vaswani (Vaswani, Google); Noam Shazeer (Shazeer)
      Ashish Vaswani, Noam Shazeer
      [Sequence models are complex.][We propose the Transformer.]
      Sequence models are complex.

      We propose the Transformer.
      cs.CL cs.LG cs.CL
      2017-06-12 2023-08-02 2026-11-20 2017
      15 pages, 5 figures no journal no doi
      https://arxiv.org/abs/1706.03762 https://arxiv.org/pdf/1706.03762 canon
      read read 3 *
      #attention thesis
      2026-11-22: Softmax(*QK*)V

      """#)
}

@Test func textsOfArXivAreEscapedByTheirPlaceAndNotesAreNot() throws {
  var item = try ExportItem.noted("# <b> [a](b)")
  item.paper.title = "# <b> [a](b)"
  #expect(
    try rendered("{{title}}\n> - {{title}}\nT: {{title}}\n{{{title}}}\n", item)
      == "\\# \\<b> [a]\\(b)\n> - \\# \\<b> [a]\\(b)\nT: # \\<b> [a]\\(b)\n# <b> [a](b)\n")
  #expect(
    try rendered("{{#notes}}{{text}}\n{{{text}}}\n{{/notes}}", item)
      == "# <b> [a](b)\n# <b> [a](b)\n")
  item.paper.abstract = "# one\n# two"
  #expect(try rendered("{{abstract}}", item) == "\\# one\n\n\\# two\n")
}

@Test func controlCharactersOfFeedsReachNoTemplate() throws {
  var item = try ExportItem.noted("n")
  item.paper.title = "a\u{1B}[31m\u{202E}b"
  item.paper.comment = "c\u{9B}\nd"
  #expect(try rendered("{{{title}}} {{{titleText}}} {{{comment}}}", item) == "a[31mb a[31mb c d\n")
}

@Test(arguments: [
  ("a\n{{titel}}", "line 2: there is no value 'titel'; did you mean 'title'?"),
  (
    "{{#authors}}{{nothing.at.all}}",
    "line 1: the section '{{#authors}}' is not ended by '{{/authors}}'"
  ),
  ("{{a\u{1B}b}}", "line 1: there is no value 'ab'"),
])
func aTemplateThatCannotBeUsedIsToldInOneLine(_ text: String, _ problem: String) throws {
  #expect {
    try template(text)
  } throws: { error in
    (error as? TemplateError)?.message(file: "t.mustache")
      == "cannot use the template 't.mustache', \(problem)"
  }
}

@Test func handWrittenTextStaysAroundWhatATemplateMakes() throws {
  let item = try ExportItem.noted("one")
  let plain = try template("**{{titleText}}**\n\n{{#notes}}{{text}}\n{{/notes}}")
  let fresh = try MarkdownFile.merged(existing: nil, with: item, by: plain, file: "x.md")
  #expect(
    fresh.text.hasSuffix(
      """
      ---

      <!-- paperq:begin -->
      <!-- paperq:seal 1 -->
      **Attention Is All You Need**

      one
      <!-- paperq:seal 1 -->
      <!-- paperq:end -->

      """))
  // The user quotes our markers above the part, and adds a line below it.
  let edited =
    fresh.text.replacing(
      "---\n\n<!-- paperq:begin -->",
      with: "---\n\n<!-- paperq:begin -->\nmine\n<!-- paperq:end -->\n<!-- paperq:begin -->")
    + "below\n"
  let next = try ExportItem.noted("one", "two")
  let result = try MarkdownFile.merged(
    existing: [UInt8](edited), with: next, by: plain, file: "x.md")
  #expect(
    result.text
      == edited.replacing("\none\n", with: "\none\ntwo\n"))
  #expect(
    try MarkdownFile.merged(existing: result, with: next, by: plain, file: "x.md") == result)
}

@Test(arguments: [ExportFormat.markdown, .digest])
func noMarkerInATemplateOrAFeedEndsThePart(_ format: ExportFormat) throws {
  var item = try ExportItem.noted("<!-- paperq:end -->")
  item.paper.title = "<!-- paperq:end -->"
  let hostile = try template(
    "# x\n{{{title}}}\n<!-- paperq:seal 1 -->\n{{#notes}}{{text}}\n{{/notes}}")
  let text = ExportEncoder.text(of: [item], as: format, by: hostile)
  #expect(text.text.contains("<!-- paperq:begin -->\n<!-- paperq:seal 2 -->\n# "))
  let edited = text + [UInt8]("mine\n")
  #expect(
    ExportPlan.file("x.md", of: [item], as: format, by: hostile, existing: edited).outcome
      == .unchanged)
}

@Test func aDigestIsWrittenByTheTemplateToo() throws {
  let line = try template("{{heading}} {{titleText}} ({{bibtexKey}})")
  let items = [try ExportItem.noted("n"), ExportItem(paper: try .bare())]
  #expect(
    ExportEncoder.text(of: items, as: .digest, by: line).text == """
      <!-- paperq:begin -->
      # Papers

      ## Attention Is All You Need (vaswani2023attentionneed)
      ## A Title (1999title)
      <!-- paperq:end -->

      """)
}

@Test func theDocumentationNamesEveryValue() throws {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  let page = try String(contentsOf: root.appending(path: "docs/export.md"), encoding: .utf8)
  let table = page.components(separatedBy: "## Templates").last ?? ""
  let rows = table.split(separator: "\n").filter { $0.hasPrefix("| `") }
  let names = rows.flatMap { row in
    row.split(separator: "|")[0].matches(of: /`([A-Za-z]+)`/).map { String($0.1) }
  }
  #expect(names == PaperValues.names)
}
