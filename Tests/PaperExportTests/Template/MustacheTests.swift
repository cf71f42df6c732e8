import Testing

@testable import PaperExport

/// What a template makes of values; texts are escaped by angle brackets, so that it can be seen.
private func rendered(_ template: String, _ values: [String: MustacheValue] = [:]) throws -> String
{
  var output: [UInt8] = []
  let root = MustacheValue.object { values[$0] ?? .nothing }
  try Mustache([UInt8](template)).render(root, to: &output) { text, output in
    output.append(contentsOf: "<\(text)>".utf8)
  }
  return output.text
}

private func problem(_ template: String) -> TemplateError? {
  do throws(TemplateError) {
    _ = try Mustache([UInt8](template))
    return nil
  } catch {
    return error
  }
}

@Test(arguments: [
  ("{{x}}", "<a>"), ("{{ x }}", "<a>"), ("{{\nx\n}}", "<a>"), ("{{{x}}}", "a"), ("{{&x}}", "a"),
  ("{{& x }}", "a"), ("{{{ x }}}", "a"), ("| {{x}}\n", "| <a>\n"), ("  {{x}}\n", "  <a>\n"),
  ("{{none}}.", "."), ("{{v}}", "<b>"), ("{{{v}}}", "<b>"), ("{{n}}{{{n}}}", "77"),
  ("{x} }}", "{x} }}"),
  ("{{o.x}} {{o.none}}{{none.x}}", "<inner> "), ("{{o.x.y}}", ""),
])
func variablesAreFilledIn(_ template: String, _ expected: String) throws {
  let inner = MustacheValue.object { $0 == "x" ? .text("inner") : .nothing }
  #expect(
    try rendered(
      template, ["x": .text("a"), "v": .verbatim("<b>"), "n": .number(7), "o": inner]) == expected)
}

@Test(arguments: [
  ("{{#yes}}a{{/yes}}", "a"), ("{{^yes}}a{{/yes}}", ""), ("{{#no}}a{{/no}}", ""),
  ("{{^no}}a{{/no}}", "a"), ("{{#none}}a{{/none}}{{^none}}b{{/none}}", "b"),
  ("{{#empty}}a{{/empty}}{{^empty}}b{{/empty}}", "b"), ("{{#zero}}a{{/zero}}{{zero}}", "0"),
  ("{{#blank}}a{{/blank}}{{^blank}}b{{/blank}}", "b"), ("{{#x}}{{.}}{{x}}{{/x}}", "<a><a>"),
  ("{{#list}}{{.}}{{^isLast}}, {{/isLast}}{{/list}}", "<1>, <2>, <3>"),
  ("{{#list}}{{#isFirst}}{{{.}}}{{x}}{{/isFirst}}{{/list}}", "1<a>"),
  ("{{#o}}{{x}}{{yes}}{{/o}}{{x}}", "<inner>true<a>"), ("{{#o.x}}{{.}}{{/o.x}}", "<inner>"),
  ("{{#yes}}{{#yes}}{{x}}{{/yes}}{{/yes}}", "<a>"),
  ("{{#list}}{{#list}}-{{/list}}{{/list}}", "---------"),
  ("{{# yes }}{{/ yes }}", ""),
])
func sectionsAreWrittenForWhatIsThere(_ template: String, _ expected: String) throws {
  let inner = MustacheValue.object { $0 == "x" ? .text("inner") : .nothing }
  let values: [String: MustacheValue] = [
    "yes": .flag(true), "no": .flag(false), "empty": .list([]), "blank": .text(""),
    "zero": .number(0), "x": .text("a"), "o": inner,
    "list": .list(texts: [.text("1"), .text("2"), .text("3")]),
  ]
  #expect(try rendered(template, values) == expected)
}

@Test(arguments: [
  ("a\n{{#yes}}\nb\n{{/yes}}\nc\n", "a\nb\nc\n"), ("a\n  {{#yes}}  \nb\n\t{{/yes}}\nc", "a\nb\nc"),
  ("{{#yes}}\n{{#yes}}\nb\n{{/yes}}\n{{/yes}}", "b\n"),
  ("a\r\n{{#yes}}\r\nb\r\n{{/yes}}\r\n", "a\r\nb\r\n"),
  ("{{#yes}}{{#yes}}\nb{{/yes}}{{/yes}}", "\nb"), (" {{#yes}}b\n{{/yes}}\n", " b\n"),
  ("a {{! no }} b", "a  b"), ("a\n {{! two\nlines }}\nb", "a\nb"), ("{{! }}", ""),
  ("{{=<% %>=}}<%#yes%>{{x}}<%/yes%><%={{ }}=%>{{^yes}}no{{/yes}}", "{{x}}"),
  ("a\n{{=| |=}}\nb", "a\nb"), ("{{= [ ] =}}[#yes]b[/yes]", "b"),
  ("{{#yes}}{{=| |=}}b|/yes|", "b"), ("a{{^yes}}\n{{/yes}}\nb", "ab"),
])
func tagsThatStandAloneTakeTheirLineWithThem(_ template: String, _ expected: String) throws {
  #expect(try rendered(template, ["yes": .flag(true)]) == expected)
}

@Test(arguments: [
  ("a\n{{#b}}\n", 2, "the section '{{#b}}' is not ended by '{{/b}}'"),
  ("{{#a}}\n{{^b}}\n{{/a}}", 3, "'{{/a}}' stands where '{{/b}}' should end the section of line 2"),
  ("\n\n{{/a}}", 3, "'{{/a}}' ends no section"),
  ("a\n{{x\nb", 2, "the tag '{{x' is not ended by '}}'"),
  ("{{{x}}", 1, "the tag '{{{x}}' is not ended by '}}}'"), ("{{}}", 1, "a tag has no name"),
  ("{{! a\n}}{{a b}}", 2, "'a b' is no name of one word"), ("{{a..b}}", 1, "'a..b' is no name"),
  (
    "{{> other}}", 1, "there are no '{{>' tags here; a template is one file without parts of others"
  ),
  ("{{=a=}}", 1, "other delimiters are set as in '{{=<% %>=}}', two words without '='"),
])
func whatIsNoTemplateIsToldByItsLine(_ template: String, _ line: Int, _ text: String) {
  #expect(problem(template) == TemplateError(line: line, text))
}

@Test func deepTemplatesAreRefusedAndDoNotExhaustTheStack() throws {
  func nested(_ depth: Int) -> String {
    String(repeating: "{{#a}}\n", count: depth) + String(repeating: "{{/a}}\n", count: depth)
  }
  #expect(problem(nested(Mustache.depthLimit)) == nil)
  #expect(
    problem(nested(100_000))
      == TemplateError(line: Mustache.depthLimit + 1, "sections lie in each other too deep"))
}

@Test func anyBytesAreATemplateOrAnError() throws {
  #expect(throws: TemplateError("it is not UTF-8")) { try Mustache([0x7B, 0x7B, 0xFF]) }
  var generator = SystemRandomNumberGenerator()
  let pieces = ["{{", "}}", "{", "}", "#", "^", "/", "=", "!", "&", "a", " ", "\n", ".", "|", "ä"]
  for _ in 0..<2000 {
    let text = (0..<20).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    guard let template = try? Mustache([UInt8](text)) else { continue }
    var output: [UInt8] = []
    template.render(.object { _ in .flag(true) }, to: &output) { _, _ in }
  }
}
